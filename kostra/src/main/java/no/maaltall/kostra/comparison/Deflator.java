package no.maaltall.kostra.comparison;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.maaltall.core.csv.CsvRow;
import no.maaltall.core.csv.NamedCsv;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.core.io.TableProblem.Kind;
import no.maaltall.core.io.TableSource;
import no.maaltall.core.measure.FixedPrices;
import no.maaltall.core.measure.IndexNumber;
import no.maaltall.core.measure.RelativeChange;
import no.maaltall.core.panel.Panel;
import no.maaltall.kostra.comparison.InvalidComparisonException.Problem;

/**
 * Prices over the years, as one vintage of a deflator has them, and amounts in the prices of a
 * year.
 *
 * <p>From yearly growth g the index is {@code I_t = I_{t−1} · (1 + g_t / 100)}, from the year
 * before the first growth on; an amount of year t in the prices of year b is {@code x_t · I_b /
 * I_t}, with nothing rounded on the way. Estimated growth makes the index, and what is deflated
 * with it, estimated from that year on.
 *
 * <p>Amounts remember their prices: a result has the price base {@code 2024 (municipal RNB26)}.
 * Amounts that are in fixed prices already are rebased, never deflated twice, and not with another
 * vintage than their own; a price base that is not current prices and has no one year is refused.
 *
 * <pre>{@code
 * Deflator deflator = Deflator.municipal();
 * Series real = deflator.toPricesOf(expenses, Period.year(2024));
 * deflator.amount(expenses, Period.year(2021), Period.year(2024)).text();   // "100 776 kr per barn"
 * }</pre>
 */
public final class Deflator {
  private static final String FILE = "deflators.csv";
  private static final String CURRENT = "løpende";
  private static final Pattern ID = Pattern.compile("(:fixed_prices_[0-9]{4})+$");
  private static final Pattern NAME = Pattern.compile("(, faste [0-9]{4}-priser)+$");
  private static final Region COUNTRY = Region.of("0", "Landet");

  private final String id;
  private final String vintage;
  private final Series chain;

  private Deflator(String id, String vintage, Series chain) {
    this.id = id;
    this.vintage = vintage;
    this.chain = chain;
  }

  /**
   * {@return the deflator of the municipal sector, kommunal deflator, in the latest vintage that
   * this library has: growth 2014–2026 as of RNB26, the last two years estimated}
   *
   * <p>Source: Ministry of Finance; see the column {@code SOURCE} of the resource.
   */
  public static Deflator municipal() {
    ImmutableList<Deflator> all =
        read(name -> Optional.ofNullable(Deflator.class.getResourceAsStream(name)));
    return all.get(all.size() - 1);
  }

  /**
   * {@return a deflator from yearly growth}
   *
   * @param id the id
   * @param name the name, for a reader
   * @param vintage as of when: {@code RNB26}
   * @param growth growth in percent from the year before, of consecutive years, with its status
   * @param source where it was published
   * @throws InvalidComparisonException if there is no growth, a year is left out, or one is
   *     missing, or −100 or less
   */
  public static Deflator of(
      String id, String name, String vintage, Map<Integer, Observation> growth, String source) {
    TreeMap<Integer, Observation> sorted = new TreeMap<>(growth);
    if (sorted.isEmpty()) {
      throw invalid(id, vintage, "has no growth; one year at least is needed");
    }
    int first = sorted.firstKey();
    Indicator indicator =
        Indicator.builder()
            .id("deflator." + id)
            .name(name + " (" + vintage + ")")
            .unit(Unit.INDEX)
            .decimals(2)
            .source(source)
            .build();
    Series.Builder chain =
        Series.builder(indicator, COUNTRY).add(Period.year(first - 1), Observation.of(100));
    double level = 100;
    ObservationStatus status = ObservationStatus.NORMAL;
    for (int year = first; year <= sorted.lastKey(); year++) {
      Observation g = sorted.get(year);
      if (g == null) {
        throw invalid(id, vintage, "has no growth of " + year + "; it has " + around(sorted, year));
      }
      if (g.isMissing() || g.value() <= -100) {
        throw invalid(id, vintage, "has no growth above -100 percent in " + year + ", got " + g);
      }
      level *= 1 + g.value() / 100;
      status = status.combine(g.status());
      if (!Double.isFinite(level) || level < Double.MIN_NORMAL) {
        throw invalid(id, vintage, "grows out of all bounds in " + year);
      }
      chain.add(Period.year(year), new Observation(level, status));
    }
    return new Deflator(id, vintage, chain.build());
  }

  private static String around(NavigableMap<Integer, Observation> growth, int year) {
    return growth.lowerKey(year) + " and " + growth.higherKey(year);
  }

  private static InvalidComparisonException invalid(String id, String vintage, String what) {
    return new InvalidComparisonException(
        Problem.INVALID_GROWTH, "deflator " + id + " " + vintage + " " + what);
  }

  /**
   * {@return the deflators of {@code deflators.csv}, in its order}
   *
   * <p>Columns {@code DEFLATOR}, {@code NAME}, {@code VINTAGE}, {@code YEAR}, {@code GROWTH}
   * (percent from the year before), {@code OBS_STATUS} (SDMX letter; may be left out, empty = A),
   * {@code SOURCE}. A deflator and vintage is one, whatever the sources of its years.
   *
   * @param source where the file is; without it there are none
   * @throws no.maaltall.core.io.TidyTableException if the file is no such table
   * @throws InvalidComparisonException if a vintage has a year twice, or a gap
   */
  public static ImmutableList<Deflator> read(TableSource source) {
    Map<Key, Growth> growths = new LinkedHashMap<>();
    for (CsvRow row : rows(source)) {
      Key key = new Key(row.text("DEFLATOR"), row.text("VINTAGE"));
      ObservationStatus status =
          row.has("OBS_STATUS")
              ? row.parsed("OBS_STATUS", Kind.INVALID_STATUS, ObservationStatus::parse)
              : ObservationStatus.NORMAL;
      if (status.isMissing()) {
        throw row.failure(Kind.STATUS_MISMATCH, "OBS_STATUS", "the status of a value");
      }
      String name = row.text("NAME");
      Growth growth = growths.computeIfAbsent(key, k -> new Growth(name));
      if (!name.equals(growth.name)) {
        throw row.failure(
            Kind.CONFLICTING_OBSERVATIONS,
            "NAME",
            growth.name + ", as on the rows before of this vintage");
      }
      growth.sources.add(row.text("SOURCE"));
      Observation value = new Observation(row.number("GROWTH"), status);
      if (growth.years.put(row.year("YEAR"), value) != null) {
        throw invalid(key.id(), key.vintage(), "has " + row.year("YEAR") + " twice");
      }
    }
    ImmutableList.Builder<Deflator> deflators = ImmutableList.builder();
    growths.forEach((k, g) -> deflators.add(of(k.id(), g.name, k.vintage(), g.years, g.source())));
    return deflators.build();
  }

  private record Key(String id, String vintage) {}

  /** The rows of one vintage; its years may be from several sources. */
  private static final class Growth {
    private final String name;
    private final Map<Integer, Observation> years = new TreeMap<>();
    private final Set<String> sources = new LinkedHashSet<>();

    private Growth(String name) {
      this.name = name;
    }

    private String source() {
      return String.join("; ", sources);
    }
  }

  private static List<CsvRow> rows(TableSource source) {
    List<String> required = List.of("DEFLATOR", "NAME", "VINTAGE", "YEAR", "GROWTH", "SOURCE");
    return new NamedCsv(FILE, required, List.of("OBS_STATUS"))
        .readIfPresent(source)
        .orElse(ImmutableList.of());
  }

  /**
   * {@return one of several deflators}
   *
   * @param deflators the deflators
   * @param id its id
   * @param vintage its vintage
   * @throws UnknownCodeException if none is that; it lists the nearest
   */
  public static Deflator find(List<Deflator> deflators, String id, String vintage) {
    String wanted = id + " " + vintage;
    return deflators.stream()
        .filter(d -> d.key().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownCodeException(
                    "deflator",
                    wanted,
                    deflators.stream().map(Deflator::key).collect(Collectors.toList())));
  }

  private String key() {
    return id + " " + vintage;
  }

  /** {@return the id} */
  public String id() {
    return id;
  }

  /** {@return as of when} */
  public String vintage() {
    return vintage;
  }

  /**
   * {@return the index with a year = 100}
   *
   * @param base the year
   * @throws InvalidComparisonException if the deflator does not have it
   */
  public Series index(Period base) {
    requireYear(base);
    return IndexNumber.withBase(base).over(chain);
  }

  private void requireYear(Period year) {
    if (chain.indexOf(year) < 0) {
      throw new InvalidComparisonException(
          Problem.NO_DEFLATOR_YEAR,
          "deflator "
              + key()
              + " does not have "
              + year
              + "; it has "
              + chain.period(0)
              + " to "
              + chain.period(chain.size() - 1));
    }
  }

  /**
   * {@return current amounts in the prices of a year, as a measure of series and panels}
   *
   * @param base the year
   * @throws InvalidComparisonException if the deflator does not have it
   */
  public FixedPrices fixedPrices(Period base) {
    requireYear(base);
    return FixedPrices.of(chain, base).withPriceBase(PriceBase.text(base, key()));
  }

  /**
   * {@return amounts in the prices of a year}
   *
   * <p>Amounts in fixed prices already are rebased: {@code x · I_new / I_old}. Missing where the
   * amount is, or the deflator does not have its year.
   *
   * @param amounts the amounts, yearly
   * @param base the year
   * @throws InvalidComparisonException if the deflator does not have the year, or the amounts were
   *     deflated by another deflator or vintage, or are in fixed prices of no known year
   * @throws IllegalArgumentException if they are not money
   */
  public Series toPricesOf(Series amounts, Period base) {
    Optional<Period> from = oldBase(amounts.indicator());
    if (from.isEmpty()) {
      return fixedPrices(base).over(amounts);
    }
    requireYear(base);
    Indicator indicator = amounts.indicator();
    Indicator rebased =
        Indicator.builder(indicator)
            .id(ID.matcher(indicator.id()).replaceFirst("") + ":fixed_prices_" + base)
            .name(NAME.matcher(indicator.name()).replaceFirst("") + ", faste " + base + "-priser")
            .priceBase(PriceBase.text(base, key()))
            .build();
    return scaled(amounts, rebased, period -> from.orElseThrow(), period -> base);
  }

  /**
   * {@return amounts in fixed prices as they were in the prices of each year: {@code x · I_t /
   * I_b}}
   *
   * @param fixed the amounts, yearly
   * @throws InvalidComparisonException if they are in current prices, or were deflated by another
   *     deflator or vintage, or are in fixed prices of no known year
   */
  public Series toCurrentPrices(Series fixed) {
    Period from =
        oldBase(fixed.indicator())
            .orElseThrow(
                () ->
                    new InvalidComparisonException(
                        Problem.MIXED_BASES,
                        fixed.indicator().id() + " is in current prices already"));
    Indicator indicator = fixed.indicator();
    Indicator current =
        Indicator.builder(indicator)
            .id(ID.matcher(indicator.id()).replaceFirst(""))
            .name(NAME.matcher(indicator.name()).replaceFirst(""))
            .priceBase(CURRENT)
            .build();
    return scaled(fixed, current, period -> from, period -> period);
  }

  private interface Year {
    Period of(Period period);
  }

  private Series scaled(Series amounts, Indicator result, Year from, Year to) {
    double[] values = new double[amounts.size()];
    byte[] statuses = new byte[amounts.size()];
    for (int i = 0; i < values.length; i++) {
      Period period = amounts.period(i);
      Observation old = chain.at(from.of(period));
      Observation wanted = chain.at(to.of(period));
      values[i] = FixedPrices.value(amounts.valueAt(i), old.value(), wanted.value());
      ObservationStatus status = amounts.statusAt(i).combine(old.status()).combine(wanted.status());
      boolean none = Double.isNaN(values[i]) && !status.isMissing();
      statuses[i] = (byte) (none ? ObservationStatus.MISSING : status).ordinal();
    }
    return amounts.withResultsUnsafe(result, values, statuses);
  }

  /** The year whose prices amounts are in; empty for current ones. */
  private Optional<Period> oldBase(Indicator indicator) {
    PriceBase base = PriceBase.of(indicator);
    base.words()
        .ifPresent(
            words -> {
              throw new InvalidComparisonException(
                  Problem.MIXED_BASES,
                  indicator.id()
                      + " has PRICE_BASE \""
                      + indicator.priceBase().orElse(words)
                      + "\", which is not current prices and has no one year to rebase from");
            });
    base.deflator()
        .filter(d -> !d.equals(key()))
        .ifPresent(
            d -> {
              throw new InvalidComparisonException(
                  Problem.MIXED_VINTAGES,
                  indicator.id()
                      + " was deflated with "
                      + d
                      + ", and cannot be rebased with "
                      + key()
                      + ": vintages are kept apart");
            });
    base.year().ifPresent(this::requireYear);
    return base.year();
  }

  /**
   * {@return all amounts of a panel in the prices of a year}
   *
   * @param amounts the amounts, yearly and in current prices
   * @param base the year
   * @throws InvalidComparisonException if the deflator does not have the year
   * @throws IllegalArgumentException if an indicator is not money, or not in current prices
   */
  public Panel toPricesOf(Panel amounts, Period base) {
    return fixedPrices(base).of(amounts);
  }

  /**
   * {@return an amount in the prices of a year, with id {@code fixed_prices_YEAR}}
   *
   * @param amounts the amounts, yearly
   * @param period the year of the amount
   * @param base the year of the prices
   * @throws InvalidComparisonException if the deflator does not have the base, or the amounts were
   *     deflated by another deflator or vintage, or are in fixed prices of no known year
   * @throws IllegalArgumentException if they are not money
   */
  public Figure amount(Series amounts, Period period, Period base) {
    Series real = toPricesOf(amounts, base);
    Period from = oldBase(amounts.indicator()).orElse(period);
    return new Computation(period)
        .observed("x", amounts)
        .observed("b", chain, base)
        .observed("p", chain, from)
        .figure(
            new Computation.Result(
                real.indicator(),
                amounts.region(),
                "fixed_prices_" + base,
                amounts.indicator().unit(),
                amounts.indicator().decimals()),
            "{x} · {b} / {p}",
            real.at(period).value());
  }

  /**
   * {@return the real change in percent from one year to another: that of the amounts in the prices
   * of the later year}
   *
   * @param amounts the amounts, yearly
   * @param from the earlier year
   * @param to the later year
   * @throws InvalidComparisonException if the deflator does not have the later year, or the years
   *     are in the wrong order
   * @throws IllegalArgumentException if they are not money
   */
  public Figure realGrowth(Series amounts, Period from, Period to) {
    int years = from.periodsUntil(to);
    if (years < 1) {
      throw new InvalidComparisonException(
          Problem.INVALID_PARAMETER,
          "real growth is from a year to a later one, got " + from + " to " + to);
    }
    return RelativeChange.over(years).at(toPricesOf(amounts, to), to);
  }

  /** {@return id, vintage and years} */
  @Override
  public String toString() {
    List<Period> years = chain.periods();
    return key() + " " + years.get(0) + "–" + years.get(years.size() - 1);
  }
}
