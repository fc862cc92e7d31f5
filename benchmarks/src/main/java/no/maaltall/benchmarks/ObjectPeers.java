package no.maaltall.benchmarks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one writes first: a map of decimal numbers by key, and lists of records with streams. On a
 * part of the panel, as many indicators as fit the memory; smaller is in its favour.
 */
final class ObjectPeers {
  /** Where an observation belongs. */
  record Key(int indicator, int region, int period) {}

  /** An observation. */
  record Row(int indicator, int region, int period, @Nullable Double value) {}

  /** A series. */
  record SeriesKey(int indicator, int region) {}

  private final Map<Key, BigDecimal> map = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final double[][] population;

  ObjectPeers(PanelData data) {
    double[][] x = data.panel().columnsUnsafe();
    population = data.population().columnsUnsafe();
    for (int k = 0; k < data.panel().columnSize(); k++) {
      int i = k / data.regions();
      int r = k % data.regions();
      for (int p = 0; p < x.length; p++) {
        boolean missing = Double.isNaN(x[p][k]);
        rows.add(new Row(i, r, p, missing ? null : x[p][k]));
        if (!missing) {
          map.put(new Key(i, r, p), BigDecimal.valueOf(x[p][k]));
        }
      }
    }
  }

  Map<Key, BigDecimal> mapTrend() {
    BigDecimal years = BigDecimal.valueOf(3);
    Map<Key, BigDecimal> result = new HashMap<>();
    map.forEach(
        (key, value) -> {
          BigDecimal before = map.get(new Key(key.indicator(), key.region(), key.period() - 3));
          if (before != null) {
            result.put(key, value.subtract(before).divide(years, MathContext.DECIMAL64));
          }
        });
    return result;
  }

  List<Row> streamCoverage() {
    return rows.stream()
        .map(
            row -> {
              double people = population[row.period()][row.region()];
              Double value = row.value();
              return new Row(
                  row.indicator(),
                  row.region(),
                  row.period(),
                  value == null || people == 0 ? null : (Double) (100 * value / people));
            })
        .toList();
  }

  Map<SeriesKey, Double> streamSlope() {
    return rows.stream()
        .filter(row -> row.value() != null)
        .collect(
            Collectors.groupingBy(
                row -> new SeriesKey(row.indicator(), row.region()),
                Collectors.collectingAndThen(Collectors.toList(), ObjectPeers::slope)));
  }

  private static double slope(List<Row> series) {
    double t = series.stream().mapToInt(Row::period).average().orElse(Double.NaN);
    double squares = series.stream().mapToDouble(r -> Math.pow(r.period() - t, 2)).sum();
    return series.stream().mapToDouble(r -> (r.period() - t) * number(r)).sum() / squares;
  }

  private static double number(Row row) {
    Double value = row.value();
    return value == null ? Double.NaN : value;
  }
}
