package no.maaltall.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks of panels, writes their results as JSON, and prints the table of ratios: ns
 * per cell, the bytes per second beside those of a copy, and how many times longer each peer takes.
 *
 * <pre>{@code
 * java -cp benchmarks/target/benchmarks.jar no.maaltall.benchmarks.RatioTable            # run, print
 * java -cp benchmarks/target/benchmarks.jar no.maaltall.benchmarks.RatioTable FILE.json  # print
 * }</pre>
 *
 * <p>Other arguments are those of JMH. A score is the median of the means of the forks.
 */
public final class RatioTable {
  private static final String RESULT = "benchmarks-panel.json";

  /** What is measured, how many bytes it reads and writes at least, and what it should reach. */
  private enum Kernel {
    TREND("mean annual change, all periods", 16, 60),
    TREND_FRESH("... into new columns", 16, 0),
    TREND_LAST("... last period only", 2.4, 0),
    SLOPE("least-squares slope", 8.8, 0),
    GROWTH("compound growth", 2.4, 0),
    COVERAGE("coverage", 16, 48),
    RELATIVE("index relative to the group", 16, 0),
    RANK("rank with ties", 16, 0);

    private final String title;
    private final double bytes;
    private final double wantedShare;

    Kernel(String title, double bytes, double wantedShare) {
      this.title = title;
      this.bytes = bytes;
      this.wantedShare = wantedShare;
    }

    String method() {
      StringBuilder name = new StringBuilder();
      for (String word : name().split("_", -1)) {
        String lower = word.toLowerCase(Locale.ROOT);
        name.append(
            name.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
      }
      return name.toString();
    }
  }

  private record Case(int regions, int indicators, int periods, double missing) {
    double cells() {
      return (double) regions * indicators * periods;
    }
  }

  private static final List<String> PEERS =
      List.of(
          "Dflib",
          "Tablesaw",
          "DuckDb",
          "CommonsMath",
          "Hipparchus",
          "CommonsStatistics",
          "Objects",
          "TwoThreads");

  private final Map<Case, Map<String, Double>> scores = new LinkedHashMap<>();

  private RatioTable() {}

  /**
   * Prints the table, after a run unless a file of results is given.
   *
   * @param args a file, or arguments of JMH, or none
   * @throws IOException if a file cannot be read
   * @throws RunnerException if a benchmark fails
   * @throws CommandLineOptionException if JMH does not know an argument
   */
  public static void main(String[] args)
      throws IOException, RunnerException, CommandLineOptionException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path file = Path.of(RESULT);
    if (args.length == 1 && args[0].endsWith(".json")) {
      file = Path.of(args[0]);
    } else {
      CommandLineOptions given = new CommandLineOptions(args);
      OptionsBuilder options = new OptionsBuilder();
      options.parent(given);
      if (given.getIncludes().isEmpty()) {
        options.include("no\\.maaltall\\.benchmarks\\.Panel.*");
      }
      options.resultFormat(ResultFormatType.JSON).result(RESULT);
      new Runner(options.build()).run();
    }
    out.print(of(file));
  }

  /** The table of a file of results. */
  static String of(Path file) throws IOException {
    RatioTable table = new RatioTable();
    for (JsonNode run : new ObjectMapper().readTree(file.toFile())) {
      table.add(run);
    }
    return table.text();
  }

  private void add(JsonNode run) {
    JsonNode params = run.path("params");
    if (!params.has("regions")) {
      return;
    }
    Case size =
        new Case(
            params.path("regions").asInt(),
            params.path("indicators").asInt(),
            params.path("periods").asInt(),
            params.path("missing").asDouble());
    String name = run.path("benchmark").asText();
    double[] forks =
        StreamSupport.stream(run.path("primaryMetric").path("rawData").spliterator(), false)
            .mapToDouble(RatioTable::mean)
            .sorted()
            .toArray();
    double median = (forks[(forks.length - 1) / 2] + forks[forks.length / 2]) / 2;
    double cells = size.cells();
    if (name.endsWith("Objects")) {
      cells =
          cells
              / size.indicators()
              * Math.max(1, size.indicators() / PanelPeersBenchmark.Objects.PART);
    }
    scores
        .computeIfAbsent(size, s -> new LinkedHashMap<>())
        .put(name.substring(name.lastIndexOf('.') + 1), 1_000 * median / cells);
  }

  private static double mean(JsonNode iterations) {
    return StreamSupport.stream(iterations.spliterator(), false)
        .flatMapToDouble(n -> DoubleStream.of(n.asDouble()))
        .average()
        .orElse(Double.NaN);
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    scores.forEach((size, of) -> table(size, of, text));
    return text.toString();
  }

  private static void table(Case size, Map<String, Double> scores, StringBuilder text) {
    text.append(
        String.format(
            Locale.ROOT,
            "%n%d regions x %d indicators x %d periods, %.0f %% missing%n%n",
            size.regions(),
            size.indicators(),
            size.periods(),
            100 * size.missing()));
    double copy = scores.getOrDefault("limitCopy", Double.NaN);
    text.append(
        String.format(
            Locale.ROOT,
            "copy of the panel %.3f ns/cell (%.1f GB/s), triad %.3f, Math.pow loop %.3f%n%n",
            copy,
            16 / copy,
            scores.getOrDefault("limitTriad", Double.NaN),
            scores.getOrDefault("limitPow", Double.NaN)));
    text.append("| kernel | ns/cell | of the copy's bytes/s | ratio to peers |\n");
    text.append("| --- | ---: | ---: | --- |\n");
    for (Kernel kernel : Kernel.values()) {
      OptionalDouble own = score(scores, kernel.method());
      if (own.isEmpty()) {
        continue;
      }
      double share = 100 * (kernel.bytes / own.getAsDouble()) / (16 / copy);
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %.3f | %.0f %%%s | %s |%n",
              kernel.title,
              own.getAsDouble(),
              share,
              kernel.wantedShare > 0
                  ? String.format(Locale.ROOT, " (wanted %.0f)", kernel.wantedShare)
                  : "",
              ratios(scores, kernel, own.getAsDouble())));
    }
  }

  private static OptionalDouble score(Map<String, Double> scores, String name) {
    Double score = scores.get(name);
    return score == null ? OptionalDouble.empty() : OptionalDouble.of(score);
  }

  private static String ratios(Map<String, Double> scores, Kernel kernel, double own) {
    StringBuilder text = new StringBuilder();
    for (String peer : PEERS) {
      score(scores, kernel.method() + peer)
          .ifPresent(
              theirs ->
                  text.append(text.isEmpty() ? "" : ", ")
                      .append(
                          peer.equals("TwoThreads")
                              ? String.format(
                                  Locale.ROOT, "two threads %.2f x faster", own / theirs)
                              : String.format(Locale.ROOT, "%s %.1f", peer, theirs / own)));
    }
    if (kernel == Kernel.GROWTH) {
      score(scores, "limitPow")
          .ifPresent(
              pow ->
                  text.append(text.isEmpty() ? "" : ", ")
                      .append(String.format(Locale.ROOT, "Math.pow loop %.2f", pow / own)));
    }
    return text.toString();
  }
}
