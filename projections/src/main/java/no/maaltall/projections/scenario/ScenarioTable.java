package no.maaltall.projections.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.UnknownCodeException;

/** One result under several scenarios: a row per period, a column per scenario. */
public final class ScenarioTable {
  private final ImmutableMap<String, Series> results;

  private ScenarioTable(ImmutableMap<String, Series> results) {
    this.results = results;
  }

  /**
   * {@return the table of some results}
   *
   * @param results one series per scenario, of the same indicator and region
   * @throws IllegalArgumentException if there are none, or they are not
   */
  public static ScenarioTable of(Map<String, Series> results) {
    ImmutableMap<String, Series> copy = ImmutableMap.copyOf(results);
    if (copy.isEmpty()) {
      throw new IllegalArgumentException("a table needs at least one scenario, got none");
    }
    Series first = copy.values().asList().get(0);
    copy.forEach(
        (name, series) -> {
          if (!series.indicator().id().equals(first.indicator().id())
              || !series.region().code().equals(first.region().code())) {
            throw new IllegalArgumentException(
                "scenario \""
                    + name
                    + "\" is of "
                    + series.indicator().id()
                    + " in "
                    + series.region().code()
                    + "; allowed: "
                    + first.indicator().id()
                    + " in "
                    + first.region().code());
          }
        });
    return new ScenarioTable(copy);
  }

  /** {@return the results by scenario} */
  public ImmutableMap<String, Series> results() {
    return results;
  }

  /** {@return what the results are of} */
  public Indicator indicator() {
    return results.values().asList().get(0).indicator();
  }

  /** {@return the names of the scenarios} */
  public ImmutableList<String> names() {
    return results.keySet().asList();
  }

  /** {@return the periods that some scenario has} */
  public ImmutableList<Period> periods() {
    TreeSet<Period> periods = new TreeSet<>();
    results.values().forEach(series -> periods.addAll(series.periods()));
    return ImmutableList.copyOf(periods);
  }

  /**
   * {@return the result of a scenario in a period; missing when it does not have it}
   *
   * @param name the scenario, one of {@link #names}
   * @param period the period
   */
  public Observation at(String name, Period period) {
    Series series = results.get(name);
    if (series == null) {
      throw new UnknownCodeException("scenario", name, names());
    }
    return series.at(period);
  }

  /**
   * {@return the table as printed: a heading with the names, and a row of texts per period}
   *
   * @param locale English for any English locale, bokmål for every other
   */
  public ImmutableList<ImmutableList<String>> rows(Locale locale) {
    ImmutableList.Builder<ImmutableList<String>> rows = ImmutableList.builder();
    List<String> heading = new ArrayList<>();
    heading.add("en".equals(locale.getLanguage()) ? "period" : "periode");
    heading.addAll(names());
    rows.add(ImmutableList.copyOf(heading));
    for (Period period : periods()) {
      List<String> row = new ArrayList<>();
      row.add(period.toString());
      for (Series series : results.values()) {
        row.add(
            indicator()
                .unit()
                .formatShort(series.at(period).value(), indicator().decimals(), locale));
      }
      rows.add(ImmutableList.copyOf(row));
    }
    return rows.build();
  }
}
