package no.maaltall.examples;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Direction;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Frequency;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.SeriesBreak;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.measure.Measure;
import no.maaltall.core.measure.Ratio;
import no.maaltall.core.measure.RelativeChange;
import no.maaltall.core.measure.Trend;
import no.maaltall.kostra.report.Table;
import no.maaltall.kostra.report.Table.Align;

/**
 * The tables of a service analysis, as the municipality's documents print them: per service area
 * the key figures with their trend, the change in percent, the shares of the parents, and whether
 * each indicator moves as wanted.
 */
final class ServiceTables {
  static final Locale NORWEGIAN = Locale.forLanguageTag("nb-NO");

  private static final Measure TREND = Trend.meanAnnualChange(3);
  private static final String MISSING = "-";

  /** A printed table, and where it belongs. */
  record Section(String area, String kind, Table table) {}

  private final Analysis analysis;
  private final ServiceFigures figures;

  ServiceTables(Analysis analysis) {
    this.analysis = analysis;
    this.figures = new ServiceFigures(analysis);
  }

  ImmutableList<Section> sections() {
    ImmutableList.Builder<Section> sections = ImmutableList.builder();
    ImmutableListMultimap<String, Series> areas = analysis.byArea();
    for (String area : areas.keySet()) {
      for (Frequency frequency : Frequency.values()) {
        List<Series> series =
            areas.get(area).stream().filter(s -> s.frequency() == frequency).toList();
        if (!series.isEmpty()) {
          addSections(sections, area, series);
        }
      }
    }
    return sections.build();
  }

  private void addSections(
      ImmutableList.Builder<Section> sections, String area, List<Series> series) {
    ImmutableList<Period> periods = periodsOf(series);
    sections.add(new Section(area, "Nøkkeltall", keyFigures(area, series, periods)));
    sections.add(
        new Section(
            area,
            "Endring i prosent",
            figures(
                area + ": endring fra " + previous(series.get(0).frequency()),
                series,
                withPrevious(periods),
                (s, p) -> RelativeChange.onPrevious().at(s, p))));
    List<Series> parts = series.stream().filter(s -> analysis.whole(s).isPresent()).toList();
    if (!parts.isEmpty()) {
      sections.add(
          new Section(
              area,
              "Andel av helheten",
              figures(
                  area + ": andel av helheten",
                  parts,
                  periods,
                  (s, p) -> Ratio.shareOfWhole().at(s, analysis.whole(s).orElseThrow(), p))));
    }
    sections.add(new Section(area, "Utvikling", movements(area, series)));
  }

  /** The periods in which some series of the area has an observation, up to the as-of period. */
  private ImmutableList<Period> periodsOf(List<Series> series) {
    return analysis.periods(series.get(0).frequency()).stream()
        .filter(p -> series.stream().anyMatch(s -> s.indexOf(p) >= 0))
        .collect(ImmutableList.toImmutableList());
  }

  /** Nothing can be compared with what lies before the first period. */
  private static ImmutableList<Period> withPrevious(ImmutableList<Period> periods) {
    return periods.size() > 1 ? periods.subList(1, periods.size()) : periods;
  }

  private Table keyFigures(String area, List<Series> series, ImmutableList<Period> periods) {
    boolean manyRegions = Analysis.regions(series).size() > 1;
    Table.Builder table = Table.builder(area + ": nøkkeltall" + regionTitle(series));
    startColumns(table, manyRegions);
    table.column("Enhet", Align.LEFT).column("Ønsket", Align.LEFT);
    table.column(
        series.get(0).frequency() == Frequency.YEAR ? "Utgangsår" : "Utgangsperiode", Align.RIGHT);
    periods.forEach(p -> table.column(p.toString(), Align.RIGHT));
    table.column("Årlig trend siste 3 år", Align.RIGHT);
    Set<String> notes = new LinkedHashSet<>();
    for (Series s : series) {
      List<String> row = startRow(s, manyRegions);
      row.add(s.indicator().unit().name(NORWEGIAN));
      row.add(arrow(s.indicator().direction()));
      row.add(baseYear(s));
      periods.forEach(p -> row.add(cell(s, p, notes)));
      row.add(marked(TREND.of(s), notes));
      table.row(row);
    }
    notes.forEach(table::note);
    return table.build();
  }

  private Table figures(
      String title,
      List<Series> series,
      ImmutableList<Period> periods,
      BiFunction<Series, Period, Figure> figure) {
    boolean manyRegions = Analysis.regions(series).size() > 1;
    Table.Builder table = Table.builder(title + regionTitle(series));
    startColumns(table, manyRegions);
    periods.forEach(p -> table.column(p.toString(), Align.RIGHT));
    Set<String> notes = new LinkedHashSet<>();
    for (Series s : series) {
      List<String> row = startRow(s, manyRegions);
      periods.forEach(p -> row.add(marked(figure.apply(s, p), notes)));
      table.row(row);
    }
    notes.forEach(table::note);
    return table.build();
  }

  private Table movements(String area, List<Series> series) {
    boolean manyRegions = Analysis.regions(series).size() > 1;
    Table.Builder table =
        Table.builder(area + ": går utviklingen som ønsket?" + regionTitle(series));
    startColumns(table, manyRegions);
    table.column("Årlig trend siste 3 år", Align.RIGHT).column("Vurdering", Align.LEFT);
    Set<String> notes = new LinkedHashSet<>();
    for (Series s : series) {
      Figure trend = TREND.of(s);
      List<String> row = startRow(s, manyRegions);
      row.add(trend.isMissing() ? marked(trend, notes) : trend.text() + marks(trend, notes));
      row.add(judgement(trend));
      table.row(row);
    }
    notes.forEach(table::note);
    return table.build();
  }

  private static String judgement(Figure trend) {
    if (trend.indicator().direction() == Direction.NEUTRAL) {
      return "ingen ønsket retning";
    }
    String words =
        switch (trend.movement()) {
          case WANTED -> "som ønsket";
          case UNWANTED -> "ikke som ønsket";
          case UNCHANGED, NEUTRAL -> "uendret";
          case UNKNOWN -> "kan ikke vurderes: trenden mangler";
        };
    return trend.has(Caveat.Kind.BREAK_IN_SERIES) ? words + " (brudd i serien)" : words;
  }

  private static void startColumns(Table.Builder table, boolean manyRegions) {
    table.column("Indikator", Align.LEFT);
    if (manyRegions) {
      table.column("Region", Align.LEFT);
    }
  }

  private List<String> startRow(Series series, boolean manyRegions) {
    Indicator indicator = series.indicator();
    int depth = analysis.depth(indicator);
    List<String> row = new ArrayList<>();
    row.add((depth == 0 ? "" : "  ".repeat(depth - 1) + "– herav ") + indicator.name());
    if (manyRegions) {
      row.add(series.region().name());
    }
    return row;
  }

  private static String regionTitle(List<Series> series) {
    Set<Region> regions = Analysis.regions(series);
    String region = regions.size() == 1 ? ", " + regions.iterator().next().name() : "";
    return frequencyTitle(series) + region;
  }

  /** The first period with a value: the base of the index numbers. */
  private static String baseYear(Series series) {
    return series.periods().stream()
        .filter(p -> p.compareTo(series.asOf()) <= 0 && !series.at(p).isMissing())
        .findFirst()
        .map(Period::toString)
        .orElse(MISSING);
  }

  private static String previous(Frequency frequency) {
    return switch (frequency) {
      case YEAR -> "året før";
      case SCHOOL_YEAR -> "skoleåret før";
      case QUARTER -> "kvartalet før";
      case MONTH -> "måneden før";
    };
  }

  /** What kind of periods a table has, when they are not calendar years. */
  private static String frequencyTitle(List<Series> series) {
    return switch (series.get(0).frequency()) {
      case YEAR -> "";
      case SCHOOL_YEAR -> " (skoleår)";
      case QUARTER -> " (kvartal)";
      case MONTH -> " (måned)";
    };
  }

  private static String arrow(Direction direction) {
    return switch (direction) {
      case UP -> "opp (+1)";
      case DOWN -> "ned (−1)";
      case NEUTRAL -> "";
    };
  }

  /** An observed value with its marks; each mark is explained once below the table. */
  private String cell(Series series, Period period, Set<String> notes) {
    ObservationStatus status = series.at(period).status();
    if (status.isMissing()) {
      return missing(status, notes);
    }
    // Of an indicator that is defined as a ratio, the digits that it gets when computed by hand.
    String number = figures.value(series, period).shortText(NORWEGIAN);
    return breakMark(series, period, notes) + number + statusMark(status, notes);
  }

  private static String missing(ObservationStatus status, Set<String> notes) {
    if (status == ObservationStatus.SUPPRESSED) {
      notes.add(": tallet er skjermet");
      return ":";
    }
    notes.add("- tall mangler, eller kan ikke regnes ut");
    return MISSING;
  }

  private static String breakMark(Series series, Period period, Set<String> notes) {
    if (!series.hasBreakBetween(period.ordinal() - 1, period.ordinal())) {
      return "";
    }
    Optional<SeriesBreak> found =
        series.breaks().stream().filter(b -> b.isBetween(period.minus(1), period)).findFirst();
    found.ifPresent(
        b ->
            notes.add(
                "| brudd i serien"
                    + (b.reason().isEmpty() ? "" : " (" + b.from() + "): " + b.reason())));
    return found.isPresent() ? "| " : "";
  }

  private static String statusMark(ObservationStatus status, Set<String> notes) {
    return switch (status) {
      case NORMAL, BREAK -> "";
      case PROVISIONAL -> {
        notes.add("* foreløpige tall");
        yield "*";
      }
      default -> {
        notes.add(status.code() + " " + status.norwegian());
        yield " " + status.code();
      }
    };
  }

  /** A figure with marks for what it rests on. */
  private static String marked(Figure figure, Set<String> notes) {
    if (figure.isMissing()) {
      return missing(figure.status(), notes);
    }
    String text = figure.shortText(NORWEGIAN);
    if (figure.unit().kind() == Unit.Kind.PERCENTAGE_POINT) {
      text += " pp";
      notes.add("pp = prosentpoeng");
    }
    String mark = figure.has(Caveat.Kind.BREAK_IN_SERIES) ? "| " : "";
    if (!mark.isEmpty()) {
      notes.add("| foran en endring eller trend: den krysser et brudd i serien");
    }
    return mark + text + marks(figure, notes);
  }

  /** The marks behind a figure: what kind of values it rests on. */
  private static String marks(Figure figure, Set<String> notes) {
    StringBuilder marks = new StringBuilder();
    if (figure.has(Caveat.Kind.PROVISIONAL_INPUT)) {
      marks.append('*');
      notes.add("* foreløpige tall");
    }
    if (figure.has(Caveat.Kind.ESTIMATED_INPUT)) {
      marks.append(" E");
      notes.add("E anslåtte tall");
    }
    if (figure.has(Caveat.Kind.FORECAST_INPUT)) {
      marks.append(" F");
      notes.add("F framskrevne tall");
    }
    if (figure.has(Caveat.Kind.UNCERTAIN_INPUT)) {
      marks.append(" U");
      notes.add("U usikre tall");
    }
    if (figure.has(Caveat.Kind.NEGATIVE_BASE)) {
      marks.append(" †");
      notes.add("† grunntallet er negativt: les fortegnet med forsiktighet");
    }
    return marks.toString();
  }
}
