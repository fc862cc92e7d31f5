package no.maaltall.kostra.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.RatioDefinition;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.core.measure.Ratio;
import no.maaltall.kostra.comparison.InvalidComparisonException.Problem;
import no.maaltall.kostra.report.Table;
import no.maaltall.kostra.report.Table.Align;

/**
 * A whole and its parts ("herav"): shares, their change, what is left over, and whether the parts
 * add up.
 *
 * <pre>{@code
 * Breakdown reports = Breakdown.of(data, "bv.meldinger-i-alt", "3201");
 * reports.share("bv.meldinger-politi", year2024).text();                              // "16,6 %"
 * reports.shareChange("bv.meldinger-politi", year2023, year2024, ShareChange.OF_ROUNDED);   // 3.5
 * }</pre>
 *
 * <p>A part that is missing makes what needs it missing: a remainder without it would be too large.
 */
public final class Breakdown {
  private static final Locale NORWEGIAN = Locale.forLanguageTag("nb-NO");
  private static final int SHARE_DECIMALS = 1;

  private final Series whole;
  private final ImmutableMap<String, Series> parts;

  private Breakdown(Series whole, ImmutableMap<String, Series> parts) {
    this.whole = whole;
    this.parts = parts;
  }

  /**
   * {@return the breakdown of a whole}
   *
   * @param whole the whole
   * @param parts its parts, in order
   * @throws InvalidComparisonException if there are no parts, two of one indicator, or one with
   *     another region, kind of period, unit or price base than the whole
   */
  public static Breakdown of(Series whole, List<Series> parts) {
    String id = whole.indicator().id();
    if (parts.isEmpty()) {
      throw new InvalidComparisonException(Problem.MIXED_INPUTS, id + " has no parts");
    }
    Map<String, Series> byId = new LinkedHashMap<>();
    for (Series part : parts) {
      String partId = part.indicator().id();
      boolean same =
          part.region().code().equals(whole.region().code())
              && part.frequency() == whole.frequency();
      if (!same || byId.put(partId, part) != null || partId.equals(id)) {
        throw new InvalidComparisonException(
            Problem.MIXED_INPUTS,
            partId
                + " in "
                + part.region().code()
                + " is no part of "
                + id
                + " in "
                + whole.region().code()
                + "; a part is there once, in the same region and kind of period");
      }
    }
    PriceBase.requireOne(
        "the breakdown of " + id,
        Stream.concat(Stream.of(whole), parts.stream()).map(Series::indicator).toList());
    return new Breakdown(whole, ImmutableMap.copyOf(byId));
  }

  /**
   * {@return the breakdown of an indicator of a data set into those whose {@code PARENT} it is}
   *
   * @param data the data
   * @param whole the id of the whole
   * @param region the code of the region
   * @throws UnknownCodeException if the data do not have the indicator or the region
   * @throws InvalidComparisonException as {@link #of(Series, List)}
   */
  public static Breakdown of(DataSet data, String whole, String region) {
    return of(
        data.series(whole, region),
        data.indicators().stream()
            .filter(i -> i.parent().equals(Optional.of(whole)))
            .map(i -> data.series(i.id(), region))
            .toList());
  }

  /** {@return the whole} */
  public Series whole() {
    return whole;
  }

  /** {@return the parts, in order} */
  public ImmutableList<Series> parts() {
    return parts.values().asList();
  }

  /**
   * {@return the share of a part in percent, with id {@code share_of_parent}}
   *
   * @param part the id of the part
   * @param period the period
   * @throws UnknownCodeException if it is no part
   */
  public Figure share(String part, Period period) {
    return Ratio.shareOfWhole().at(part(part), whole, period);
  }

  private Series part(String id) {
    Series part = parts.get(id);
    if (part == null) {
      throw new UnknownCodeException("part of " + whole.indicator().id(), id, parts.keySet());
    }
    return part;
  }

  /**
   * {@return the shares of all parts}
   *
   * @param period the period
   */
  public ImmutableList<Figure> shares(Period period) {
    return parts.keySet().stream()
        .map(id -> share(id, period))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * {@return the share of some parts together in percent, with id {@code share_of_parts}}
   *
   * @param period the period
   * @param some the ids of the parts, each once
   * @throws UnknownCodeException if one is no part
   * @throws InvalidComparisonException if there are none, or one is there twice
   */
  public Figure shareOf(Period period, String... some) {
    List<String> ids = List.of(some);
    if (ids.isEmpty() || ids.stream().distinct().count() < ids.size()) {
      throw new InvalidComparisonException(
          Problem.MIXED_INPUTS, "a share is of one part or more, each once, got " + ids);
    }
    Computation computation = new Computation(period);
    double sum = 0;
    for (int i = 0; i < ids.size(); i++) {
      Series part = part(ids.get(i));
      computation.observed("a" + (i + 1), part);
      sum += part.at(period).value();
    }
    double total = whole.at(period).value();
    computation.observed("b", whole).denominator(total);
    return computation.figure(
        result(whole.indicator(), "share_of_parts", Unit.PERCENT, SHARE_DECIMALS),
        "100 · " + sumText("a", ids.size()) + " / {b}",
        RatioDefinition.value(sum, total, 100));
  }

  private static String sumText(String letter, int n) {
    return IntStream.rangeClosed(1, n)
        .mapToObj(i -> "{" + letter + i + "}")
        .collect(Collectors.joining(" + ", "(", ")"));
  }

  /**
   * {@return the change of the share of a part in percentage points, with id {@code share_change}
   * or {@code share_change_of_rounded}; rounded shares have one decimal}
   *
   * @param part the id of the part
   * @param from the earlier period
   * @param to the later period
   * @param of what it is the difference of
   * @throws UnknownCodeException if it is no part
   */
  public Figure shareChange(String part, Period from, Period to, ShareChange of) {
    Figure before = share(part, from);
    Figure after = share(part, to);
    boolean rounded = of == ShareChange.OF_ROUNDED;
    double value =
        before.isMissing() || after.isMissing()
            ? Double.NaN
            : rounded ? difference(after, before) : after.value() - before.value();
    return new Computation(to)
        .figure("b", rounded ? asPrinted(after) : after)
        .figure("a", rounded ? asPrinted(before) : before)
        .figure(
            result(
                part(part).indicator(),
                rounded ? "share_change_of_rounded" : "share_change",
                Unit.PERCENTAGE_POINT,
                SHARE_DECIMALS),
            "{b} − {a}",
            value);
  }

  /** In decimal: in binary 16.6 − 13.1 is not 3.5. */
  private static double difference(Figure after, Figure before) {
    return BigDecimal.valueOf(after.rounded())
        .subtract(BigDecimal.valueOf(before.rounded()))
        .doubleValue();
  }

  private static Figure asPrinted(Figure figure) {
    return figure.isMissing()
        ? figure
        : Figure.builder()
            .from(figure)
            .observation(new Observation(figure.rounded(), figure.status()))
            .build();
  }

  /**
   * {@return the sum of the shares as printed, with id {@code sum_of_rounded_shares}: 100, or a
   * little off, when the parts add up}
   *
   * @param period the period
   */
  public Figure sumOfRoundedShares(Period period) {
    Computation computation = new Computation(period);
    BigDecimal sum = BigDecimal.ZERO;
    int n = 0;
    for (Figure share : shares(period)) {
      computation.figure("a" + ++n, asPrinted(share));
      sum = share.isMissing() ? sum : sum.add(BigDecimal.valueOf(share.rounded()));
    }
    return computation.figure(
        result(whole.indicator(), "sum_of_rounded_shares", Unit.PERCENT, SHARE_DECIMALS),
        sumText("a", n),
        sum.doubleValue());
  }

  /**
   * {@return what the parts leave over of the whole, in its unit, with id {@code remainder}}
   *
   * <p>Negative when the parts are more than the whole; when that is more than rounding explains,
   * with the caveat {@code PARTS_DO_NOT_ADD_UP}.
   *
   * @param period the period
   */
  public Figure remainder(Period period) {
    Computation computation = new Computation(period).observed("b", whole);
    double value = difference(period, computation);
    if (value < -slack()) {
      computation.caveat(Caveat.Kind.PARTS_DO_NOT_ADD_UP, period.toString());
    }
    Indicator indicator = whole.indicator();
    return computation.figure(
        result(indicator, "remainder", indicator.unit(), indicator.decimals()),
        "{b} − " + sumText("a", parts.size()),
        value);
  }

  private double difference(Period period, Computation computation) {
    double sum = 0;
    int n = 0;
    for (Series part : parts.values()) {
      computation.observed("a" + ++n, part);
      sum += part.at(period).value();
    }
    return whole.at(period).value() - sum;
  }

  /**
   * {@return the share of the whole that the parts leave over in percent, with id {@code
   * remainder_share}: the complement to 100 of their shares}
   *
   * @param period the period
   */
  public Figure remainderShare(Period period) {
    Figure remainder = remainder(period);
    double total = whole.at(period).value();
    return new Computation(period)
        .figure("r", remainder)
        .observed("b", whole)
        .denominator(total)
        .figure(
            result(whole.indicator(), "remainder_share", Unit.PERCENT, SHARE_DECIMALS),
            "100 · {r} / {b}",
            RatioDefinition.value(remainder.value(), total, 100));
  }

  /**
   * {@return whether the parts are the whole, but for rounding: the whole and each part may be off
   * by half a unit of its own last decimal. Not when one is missing}
   *
   * @param period the period
   */
  public boolean addsUp(Period period) {
    return Math.abs(remainder(period).value()) <= slack();
  }

  private double slack() {
    double sum =
        Stream.concat(Stream.of(whole), parts.values().stream())
            .mapToDouble(s -> halfUnit(s.indicator()))
            .sum();
    return sum * (1 + 1e-9);
  }

  /** How far a printed amount may be off. Counts are not rounded, and add up exactly. */
  private static double halfUnit(Indicator indicator) {
    boolean exact = indicator.unit().equals(Unit.COUNT) && indicator.decimals() == 0;
    return exact ? 0 : Math.pow(10, -indicator.decimals()) / 2;
  }

  /**
   * {@return what is left of 100 percent, with id {@code complement}: {@code 100 − x}}
   *
   * @param share a series in percent
   * @param period the period
   * @throws InvalidComparisonException if it is not in percent
   */
  public static Figure complement(Series share, Period period) {
    if (!share.indicator().unit().equals(Unit.PERCENT)) {
      throw new InvalidComparisonException(
          Problem.MIXED_BASES,
          share.indicator().id()
              + " is in "
              + share.indicator().unit()
              + "; only a percentage has a complement to 100");
    }
    return new Computation(period)
        .observed("x", share)
        .figure(
            new Computation.Result(
                share.indicator(),
                share.region(),
                "complement",
                Unit.PERCENT,
                share.indicator().decimals()),
            "100 − {x}",
            100 - share.at(period).value());
  }

  /**
   * {@return the parts with their shares in two periods, and the change as a difference of shares}
   *
   * @param from the earlier period
   * @param to the later period
   * @param of what the change is the difference of; the table says which
   */
  public Table table(Period from, Period to, ShareChange of) {
    Table.Builder table =
        Table.builder(whole.indicator().name() + ", " + whole.region().name())
            .column("Herav", Align.LEFT)
            .column(from.toString(), Align.RIGHT)
            .column("Andel " + from, Align.RIGHT)
            .column(to.toString(), Align.RIGHT)
            .column("Andel " + to, Align.RIGHT)
            .column("Endring (prosentpoeng)", Align.RIGHT);
    for (Series part : parts.values()) {
      String id = part.indicator().id();
      table.row(
          part.indicator().name(),
          printed(part, from),
          share(id, from).shortText(NORWEGIAN),
          printed(part, to),
          share(id, to).shortText(NORWEGIAN),
          shareChange(id, from, to, of).shortText(NORWEGIAN));
    }
    table.row(
        "Ikke fordelt",
        remainder(from).shortText(NORWEGIAN),
        remainderShare(from).shortText(NORWEGIAN),
        remainder(to).shortText(NORWEGIAN),
        remainderShare(to).shortText(NORWEGIAN),
        "");
    table.row("I alt", printed(whole, from), "", printed(whole, to), "", "");
    table.note(
        of == ShareChange.OF_ROUNDED
            ? "Endring: differanse mellom avrundede andeler"
            : "Endring: differanse mellom uavrundede andeler");
    Stream.of(from, to)
        .filter(p -> !remainder(p).isMissing() && !addsUp(p))
        .forEach(p -> table.note(p + ": delene summerer ikke til helheten"));
    return table.build();
  }

  private static String printed(Series series, Period period) {
    Indicator indicator = series.indicator();
    return indicator.unit().formatShort(series.at(period).value(), indicator.decimals(), NORWEGIAN);
  }

  private Computation.Result result(Indicator indicator, String measure, Unit unit, int decimals) {
    return new Computation.Result(indicator, whole.region(), measure, unit, decimals);
  }
}
