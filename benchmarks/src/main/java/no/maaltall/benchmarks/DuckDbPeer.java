package no.maaltall.benchmarks;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Properties;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * DuckDB in memory, on one thread: a wide table, with a row for each indicator in each region, and
 * a column for each period of values and of the population. Results go to a table, since a result
 * that nobody keeps is not a panel; fetching them over JDBC would cost more again.
 */
final class DuckDbPeer implements AutoCloseable {
  private final DuckDBConnection connection;
  private final int periods;
  private final int regions;
  private final int cells;

  DuckDbPeer(PanelData data) throws SQLException {
    connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", new Properties());
    periods = data.periods();
    regions = data.regions();
    cells = data.panel().columnSize();
    execute("SET threads = 1");
    execute(
        "CREATE TABLE panel (i INTEGER, r INTEGER, g INTEGER, "
            + each(0, p -> "x" + p + " DOUBLE")
            + ", "
            + each(0, p -> "w" + p + " DOUBLE")
            + ")");
    load(data);
  }

  private void load(PanelData data) throws SQLException {
    double[][] x = data.panel().columnsUnsafe();
    double[][] w = data.population().columnsUnsafe();
    int[] groupOf = data.groupOfRegions();
    try (DuckDBAppender rows = connection.createAppender("main", "panel")) {
      for (int k = 0; k < cells; k++) {
        rows.beginRow().append(k / regions).append(k % regions).append(groupOf[k % regions]);
        for (double[] column : x) {
          if (Double.isNaN(column[k])) {
            rows.appendNull();
          } else {
            rows.append(column[k]);
          }
        }
        for (double[] column : w) {
          rows.append(column[k % regions]);
        }
        rows.endRow();
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String each(int first, IntFunction<String> column) {
    return IntStream.range(first, periods).mapToObj(column).collect(Collectors.joining(", "));
  }

  private String sum(IntFunction<String> term) {
    return IntStream.range(0, periods).mapToObj(term).collect(Collectors.joining(" + ", "(", ")"));
  }

  private void toTable(String columns) throws SQLException {
    execute("CREATE OR REPLACE TEMP TABLE result AS SELECT i, r, " + columns + " FROM panel");
  }

  void trend() throws SQLException {
    toTable(each(3, p -> "(x" + p + " - x" + (p - 3) + ") / 3 AS y" + p));
  }

  void slope() throws SQLException {
    String n = sum(p -> "(x" + p + " IS NOT NULL)::INTEGER");
    String t = sum(p -> p + " * (x" + p + " IS NOT NULL)::INTEGER");
    String tt = sum(p -> p * p + " * (x" + p + " IS NOT NULL)::INTEGER");
    String x = sum(p -> "coalesce(x" + p + ", 0)");
    String tx = sum(p -> p + " * coalesce(x" + p + ", 0)");
    execute(
        "CREATE OR REPLACE TEMP TABLE result AS SELECT i, r,"
            + " (n * tx - t * x) / nullif(n * tt - t * t, 0)::DOUBLE AS y FROM (SELECT i, r, "
            + n
            + " AS n, "
            + t
            + " AS t, "
            + tt
            + " AS tt, "
            + x
            + " AS x, "
            + tx
            + " AS tx FROM panel)");
  }

  void growth() throws SQLException {
    int years = Math.max(1, periods - 1);
    toTable(
        "100 * (pow(x"
            + (periods - 1)
            + " / nullif(x0, 0), 1.0::DOUBLE / "
            + years
            + ") - 1) AS y");
  }

  void coverage() throws SQLException {
    toTable(each(0, p -> "100 * x" + p + " / nullif(w" + p + ", 0) AS y" + p));
  }

  void relative() throws SQLException {
    toTable(
        each(
                0,
                p ->
                    "100 * x%d / nullif(sum(x%d * w%d) OVER s / nullif(sum(w%d) FILTER (x%d IS NOT NULL) OVER s, 0), 0) AS y%d"
                        .replace("%d", Integer.toString(p)))
            .concat(" FROM panel WINDOW s AS (PARTITION BY i, g) -- "));
  }

  /** Every region against every group: a row for each indicator, group and region. */
  void profile() throws SQLException {
    String means =
        each(
            0,
            p ->
                "sum(x%d * w%d) / nullif(sum(w%d) FILTER (x%d IS NOT NULL), 0) AS m%d"
                    .replace("%d", Integer.toString(p)));
    execute(
        "CREATE OR REPLACE TEMP TABLE result AS SELECT panel.i, m.g, panel.r, "
            + each(0, p -> "100 * x" + p + " / nullif(m" + p + ", 0) AS y" + p)
            + " FROM panel JOIN (SELECT i, g, "
            + means
            + " FROM panel GROUP BY i, g) m ON panel.i = m.i");
  }

  /** The profile, one array for each period: indicators × groups × regions. */
  double[][] profileResult(int groups) throws SQLException {
    double[][] result = new double[periods][cells * groups];
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM result")) {
      while (rows.next()) {
        int cell = (rows.getInt(1) * groups + rows.getInt(2)) * regions + rows.getInt(3);
        for (int p = 0; p < periods; p++) {
          double value = rows.getDouble(p + 4);
          result[p][cell] = rows.wasNull() ? Double.NaN : value;
        }
      }
    }
    return result;
  }

  void rank() throws SQLException {
    toTable(
        each(
            0,
            p ->
                "CASE WHEN x%d IS NULL THEN NULL ELSE rank() OVER (PARTITION BY i ORDER BY x%d NULLS LAST) END AS y%d"
                    .replace("%d", Integer.toString(p))));
  }

  /** The result, one array for each of its columns. */
  double[][] result(int columns) throws SQLException {
    double[][] result = new double[columns][cells];
    for (double[] column : result) {
      Arrays.fill(column, Double.NaN);
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM result")) {
      while (rows.next()) {
        int cell = rows.getInt(1) * regions + rows.getInt(2);
        for (int c = 0; c < columns; c++) {
          double value = rows.getDouble(c + 3);
          result[c][cell] = rows.wasNull() ? Double.NaN : value;
        }
      }
    }
    return result;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
