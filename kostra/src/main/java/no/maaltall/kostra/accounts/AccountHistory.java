package no.maaltall.kostra.accounts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.core.panel.Panel;
import no.maaltall.kostra.catalog.Concept;
import no.maaltall.kostra.catalog.ServiceArea;

/**
 * The amounts of several years: what makes them series, on which every measure works.
 *
 * <pre>{@code
 * AccountHistory history = AccountHistory.of(List.of(table2022, table2023, table2024));
 * Series net = history.series(Concept.NETTO_DRIFTSUTGIFTER, "3201", ServiceArea.BARNEVERN);
 * Trend.meanAnnualChange(2).of(net).text();
 * }</pre>
 *
 * <p>A year whose table does not have the region is missing. Immutable and thread-safe.
 */
public final class AccountHistory {
  private final ImmutableSortedMap<Period, AccountTable> tables;

  private AccountHistory(ImmutableSortedMap<Period, AccountTable> tables) {
    this.tables = tables;
  }

  /**
   * {@return the history of tables}
   *
   * @param tables a table per year, in any order
   * @throws IllegalArgumentException if there are none, two of one year, or of different units
   */
  public static AccountHistory of(List<AccountTable> tables) {
    TreeMap<Period, AccountTable> byYear = new TreeMap<>();
    for (AccountTable table : tables) {
      if (byYear.put(table.period(), table) != null) {
        throw new IllegalArgumentException(
            "two tables of " + table.period() + "; allowed: one for each year");
      }
      if (!table.unit().equals(tables.get(0).unit())) {
        throw new IllegalArgumentException(
            "the table of "
                + table.period()
                + " is in "
                + table.unit()
                + ", that of "
                + tables.get(0).period()
                + " in "
                + tables.get(0).unit()
                + "; allowed: one unit");
      }
    }
    if (byYear.isEmpty()) {
      throw new IllegalArgumentException("a history needs at least one table, got none");
    }
    return new AccountHistory(ImmutableSortedMap.copyOfSorted(byYear));
  }

  /** {@return its tables, oldest first} */
  public ImmutableList<AccountTable> tables() {
    return tables.values().asList();
  }

  /**
   * {@return the amounts of a key over the years}
   *
   * @param key which amounts
   * @throws UnknownCodeException if a year's rules do not have a code, or no year the region
   * @throws NotSelectedException if a star table leaves it out
   */
  public Series series(AccountKey key) {
    AccountFigures figures = new AccountFigures(last());
    Series.Builder series =
        Series.builder(figures.indicator(key, Optional.empty()), Region.of(key.region()));
    requireRegion(key.region());
    tables.forEach((period, table) -> series.add(period, observation(table, key)));
    return series.build();
  }

  /**
   * {@return a concept in a service area over the years, each year with the codes of that year}
   *
   * @param concept the concept
   * @param region the region or group
   * @param area the service area
   * @throws UnknownCodeException if a year's rules do not have a code, or no year the region
   * @throws NotSelectedException if a star table leaves it out
   */
  public Series series(Concept concept, String region, ServiceArea area) {
    requireRegion(region);
    Series.Builder series = Series.builder(indicator(concept, region, area), Region.of(region));
    tables.forEach(
        (period, table) -> series.add(period, observation(table, concept, region, area)));
    return series.build();
  }

  /**
   * {@return concepts in service areas, of every region, as a data set: an indicator for each pair;
   * a region has no observation of what the star table leaves out for it}
   *
   * @param concepts the concepts
   * @param areas the service areas
   * @throws UnknownCodeException if a year's rules do not have a code
   */
  public DataSet dataSet(List<Concept> concepts, List<ServiceArea> areas) {
    DataSet.Builder data = DataSet.builder();
    for (Concept concept : concepts) {
      for (ServiceArea area : areas) {
        Indicator indicator = indicator(concept, last().regions().first(), area);
        data.addIndicator(indicator);
        tables.forEach(
            (period, table) ->
                table
                    .regions()
                    .forEach(
                        region ->
                            selected(table, concept, region, area)
                                .ifPresent(
                                    o -> data.addObservation(indicator.id(), region, period, o))));
      }
    }
    return data.build();
  }

  /**
   * {@return concepts in service areas, of every region and year, as a panel: what measures take}
   *
   * @param concepts the concepts
   * @param areas the service areas
   * @throws UnknownCodeException if a year's rules do not have a code
   */
  public Panel panel(List<Concept> concepts, List<ServiceArea> areas) {
    return Panel.of(dataSet(concepts, areas));
  }

  private AccountTable last() {
    return tables.values().asList().reverse().get(0);
  }

  private Indicator indicator(Concept concept, String region, ServiceArea area) {
    AccountTable last = last();
    int year = last.rules().year();
    AccountKey key = last.key(last.widestScope(), concept, region, last.catalog().sum(area, year));
    return Indicator.builder(new AccountFigures(last).indicator(key, Optional.of(concept)))
        .id("regnskap." + area.id() + "." + concept.id())
        .name(
            last.catalog()
                    .concept(concept, last.catalog().level(key.funksjon(), year), year)
                    .entry()
                    .name()
                + ", "
                + last.catalog().name(area, year))
        .area(last.catalog().name(area, year))
        .build();
  }

  private void requireRegion(String region) {
    if (tables.values().stream().noneMatch(t -> t.regions().contains(region))) {
      throw new UnknownCodeException(
          "region of the accounts",
          region,
          tables.values().stream().flatMap(t -> t.regions().stream()).distinct().toList());
    }
  }

  /**
   * Empty where the star table leaves the amount out, as it does for counties and municipalities.
   */
  private static Optional<Observation> selected(
      AccountTable table, Concept concept, String region, ServiceArea area) {
    try {
      return Optional.of(observation(table, concept, region, area));
    } catch (NotSelectedException e) {
      return Optional.empty();
    }
  }

  private static Observation observation(
      AccountTable table, Concept concept, String region, ServiceArea area) {
    String sum = table.catalog().sum(area, table.rules().year());
    return observation(table, table.key(table.widestScope(), concept, region, sum));
  }

  private static Observation observation(AccountTable table, AccountKey key) {
    return table.regions().contains(key.region())
        ? table.observation(key)
        : Observation.missing(ObservationStatus.MISSING);
  }

  /** {@return its years} */
  @Override
  public String toString() {
    return "AccountHistory of " + tables.keySet();
  }
}
