package no.maaltall.kostra.comparison;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Direction;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.kostra.report.BarPicture;
import no.maaltall.kostra.report.Table;
import no.maaltall.kostra.report.Table.Align;

/**
 * A municipality beside a network: the indicators of a service with the network = 100, and whether
 * that is better or worse.
 *
 * <pre>{@code
 * ServiceProfile profile =
 *     ServiceProfile.of(
 *         data, asss, NetworkMean.unweighted().leavingOut(), "3201", Period.year(2024), indicators);
 * System.out.println(profile.table());
 * Files.writeString(path, profile.picture().toSvg());
 * }</pre>
 */
public final class ServiceProfile {
  private static final Locale NORWEGIAN = Locale.forLanguageTag("nb-NO");
  private static final double NETWORK = 100;

  private final Network network;
  private final NetworkMean mean;
  private final Region region;
  private final Period period;
  private final ImmutableList<Row> rows;

  private ServiceProfile(
      Network network, NetworkMean mean, Region region, Period period, ImmutableList<Row> rows) {
    this.network = network;
    this.mean = mean;
    this.region = region;
    this.period = period;
    this.rows = rows;
  }

  /**
   * An indicator of the profile.
   *
   * @param indicator the indicator
   * @param value the value of the municipality
   * @param mean the mean of the network
   * @param index the value with the mean = 100
   * @param rank the place among those that reported, 1 for the best
   * @param reported how many reported, the municipality included
   * @param position whether it is the lowest or the highest
   * @param standing whether it is better or worse than the mean
   * @param notReported the members without a value
   */
  public record Row(
      Indicator indicator,
      Figure value,
      Figure mean,
      Figure index,
      Figure rank,
      int reported,
      Position position,
      Standing standing,
      ImmutableList<Region> notReported) {}

  /**
   * {@return the profile of a municipality}
   *
   * @param data the data
   * @param network with whom
   * @param mean how its means are taken
   * @param region the code of the municipality
   * @param period the period
   * @param indicators the ids of the indicators, in order
   * @throws UnknownCodeException if the data do not have an indicator, the municipality, or the
   *     region of a published mean; it lists the nearest
   */
  public static ServiceProfile of(
      DataSet data,
      Network network,
      NetworkMean mean,
      String region,
      Period period,
      Collection<String> indicators) {
    Region where = data.region(region);
    ImmutableList.Builder<Row> rows = ImmutableList.builder();
    for (String id : indicators) {
      Indicator indicator = data.indicator(id);
      if (!data.has(id, region)) {
        throw new UnknownCodeException(
            "region with " + id,
            region,
            data.regions().stream().map(Region::code).filter(r -> data.has(id, r)).toList());
      }
      rows.add(row(NetworkComparison.of(data, network, mean, id), indicator, region, period));
    }
    return new ServiceProfile(network, mean, where, period, rows.build());
  }

  private static Row row(
      NetworkComparison comparison, Indicator indicator, String region, Period period) {
    Figure index = comparison.index(region, period);
    return new Row(
        indicator,
        comparison.observed(region, period),
        comparison.mean(period),
        index,
        comparison.rank(region, period),
        comparison.reported(region, period),
        comparison.position(region, period),
        Standing.of(indicator.direction(), index.value() - NETWORK),
        comparison.notReported(period));
  }

  /** {@return with whom} */
  public Network network() {
    return network;
  }

  /** {@return the municipality} */
  public Region region() {
    return region;
  }

  /** {@return the period} */
  public Period period() {
    return period;
  }

  /** {@return the indicators, in the order that they were asked for} */
  public ImmutableList<Row> rows() {
    return rows;
  }

  /** {@return all figures: value, mean, index and rank of each indicator} */
  public ImmutableList<Figure> figures() {
    return rows.stream()
        .flatMap(r -> ImmutableList.of(r.value(), r.mean(), r.index(), r.rank()).stream())
        .collect(ImmutableList.toImmutableList());
  }

  private String title() {
    return "Tjenesteprofil " + region.name() + " " + period + " (" + network.name() + " = 100)";
  }

  /** {@return the profile as a table in bokmål, with what a reader must know below it} */
  public Table table() {
    Table.Builder table =
        Table.builder(title())
            .column("Indikator", Align.LEFT)
            .column("Enhet", Align.LEFT)
            .column(region.name(), Align.RIGHT)
            .column(network.name(), Align.RIGHT)
            .column("Indeks", Align.RIGHT)
            .column("Plass", Align.RIGHT)
            .column("Ønsket", Align.LEFT)
            .column("Vurdering", Align.LEFT);
    Set<String> notes = new LinkedHashSet<>();
    boolean isMember = network.members().contains(region.code());
    notes.add("Snitt: " + mean.name(NORWEGIAN) + ", medlemmer per " + network.version());
    for (Row row : rows) {
      table.row(
          row.indicator().name(),
          row.indicator().unit().name(NORWEGIAN),
          printed(row.value()),
          printed(row.mean()),
          printed(row.index()),
          place(row),
          wanted(row.indicator().direction()),
          row.standing().text(NORWEGIAN) + extreme(row, isMember));
      addNotes(row, notes);
    }
    notes.forEach(table::note);
    return table.build();
  }

  /** Lowest or highest: in the network when all have reported, otherwise among those who have. */
  private static String extreme(Row row, boolean isMember) {
    boolean all = row.notReported().isEmpty();
    String among =
        all ? "i nettverket" : isMember ? "av dem som har tall" : "i nettverket med tall";
    return switch (row.position()) {
      case LOWEST -> isMember ? ", lavest " + among : ", lavere enn alle " + among;
      case HIGHEST -> isMember ? ", høyest " + among : ", høyere enn alle " + among;
      case BETWEEN, EQUAL, UNKNOWN -> "";
    };
  }

  private static String printed(Figure figure) {
    if (figure.status() == ObservationStatus.SUPPRESSED) {
      return ":";
    }
    return figure.shortText(NORWEGIAN)
        + (figure.has(Caveat.Kind.PROVISIONAL_INPUT) && !figure.isMissing() ? "*" : "");
  }

  private static String place(Row row) {
    return row.rank().isMissing() || row.reported() < 2
        ? "-"
        : row.rank().shortText(NORWEGIAN) + " av " + row.reported();
  }

  private static String wanted(Direction direction) {
    return switch (direction) {
      case UP -> "opp";
      case DOWN -> "ned";
      case NEUTRAL -> "";
    };
  }

  private static void addNotes(Row row, Set<String> notes) {
    if (!row.notReported().isEmpty()) {
      notes.add(
          row.indicator().name()
              + ": uten tall fra "
              + row.notReported().stream().map(Region::name).collect(Collectors.joining(", ")));
    }
    for (Caveat caveat : row.index().caveats()) {
      if (caveat.kind() != Caveat.Kind.REGIONS_LEFT_OUT) {
        notes.add(row.indicator().name() + ": " + caveat.text(NORWEGIAN));
      }
    }
    if (row.index().has(Caveat.Kind.PROVISIONAL_INPUT)) {
      notes.add("* foreløpige tall");
    }
    if (row.index().status() == ObservationStatus.SUPPRESSED) {
      notes.add(": tallet er skjermet");
    }
  }

  /** {@return the profile as bars around 100, green where it is better, red where it is worse} */
  public BarPicture picture() {
    BarPicture.Builder picture = BarPicture.builder(title(), NETWORK);
    for (Row row : rows) {
      picture.bar(
          row.indicator().name(),
          row.index().value(),
          row.index().isMissing() ? "mangler tall" : row.index().shortText(NORWEGIAN),
          switch (row.standing()) {
            case BETTER -> BarPicture.Tone.GOOD;
            case WORSE -> BarPicture.Tone.BAD;
            default -> BarPicture.Tone.NEUTRAL;
          });
    }
    return picture.build();
  }

  /** {@return the table as text} */
  @Override
  public String toString() {
    return table().toText();
  }
}
