package no.maaltall.examples;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.io.TableSource;
import no.maaltall.core.io.TidyTableException;
import no.maaltall.core.io.TidyTables;
import no.maaltall.core.measure.Growth;
import no.maaltall.core.measure.Measure;
import no.maaltall.core.measure.Rank;
import no.maaltall.core.measure.Trend;
import no.maaltall.core.panel.Panel;
import no.maaltall.core.panel.Parallelism;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Every trend of every indicator in every municipality at once.
 *
 * <p>{@code PanelTrends [--data DIR] [--observations N] [--threads N] --out DIR} reads the tidy
 * tables in a directory (see {@link TidyTables} for their columns), or makes up that many
 * observations of 250 indicators over ten years; makes a panel of them; computes the mean annual
 * change over three years, the least-squares and the Theil–Sen slope, the compound growth, and the
 * place of each municipality by slope; prints the head of each table and what the steps took; and
 * writes {@code trends.txt}, with the tables alone.
 */
@Command(
    name = "PanelTrends",
    mixinStandardHelpOptions = true,
    description = "Beregner alle trender i alle kommuner på én gang.")
public final class PanelTrends implements Callable<Integer> {
  private static final int INDICATORS = 250;
  private static final int YEARS = 10;
  private static final int FIRST_YEAR = 2015;
  private static final int ROWS = 6;
  private static final List<Measure> MEASURES =
      List.of(
          Trend.meanAnnualChange(3),
          Trend.leastSquaresSlope(),
          Trend.theilSenSlope(),
          Growth.compound());

  private final PrintStream out;

  @Option(names = "--data", paramLabel = "DIR", description = "Katalog med ryddige tabeller.")
  private @Nullable Path data;

  @Option(
      names = "--observations",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Hvor mange observasjoner som lages uten --data (standard: ${DEFAULT-VALUE}).")
  private int observations = 1_000_000;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "Hvor mange tråder det regnes på (standard: ${DEFAULT-VALUE}).")
  private int threads = 1;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "target/panel-trends",
      description = "Hvor filen skrives (standard: ${DEFAULT-VALUE}).")
  private Path target = Path.of("target/panel-trends");

  private PanelTrends(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs the example, and ends the process with a code other than 0 when it could not be done.
   *
   * @param args see above
   */
  public static void main(String[] args) {
    int code = run(Console.out(), Console.err(), args);
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Runs the example with the given streams; 0 when all went well. */
  static int run(PrintStream out, PrintStream err, String... args) {
    return new CommandLine(new PanelTrends(out))
        .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              if (e instanceof TidyTableException
                  || e instanceof IllegalArgumentException
                  || e instanceof IOException) {
                command.getErr().println(e.getMessage());
                return CommandLine.ExitCode.USAGE;
              }
              throw e;
            })
        .execute(args);
  }

  @Override
  public Integer call() throws IOException {
    TableSource source = data == null ? madeUp(observations) : TableSource.directory(data);
    long start = System.nanoTime();
    DataSet dataSet = TidyTables.read(source);
    start = took("lest " + dataSet.size() + " observasjoner", start);
    Panel panel = Panel.of(dataSet);
    start = took("laget panel", start);
    out.println(panel);
    out.println();
    StringBuilder tables = new StringBuilder();
    for (Measure measure : MEASURES) {
      Panel trends = measure.on(panel).with(Parallelism.threads(threads)).toPanel();
      start = took(measure.id() + ", " + trends.size() + " resultater", start);
      tables.append(trends.toTable(ROWS, ROWS)).append('\n');
    }
    Panel slopes = Trend.leastSquaresSlope().on(panel).at(panel.asOf()).toPanel();
    Panel places = Rank.withTies(Rank.Ties.MIN).of(slopes);
    took("rangert etter trend, per " + panel.asOf(), start);
    tables.append(places.toTable(ROWS, ROWS));
    out.println();
    out.print(tables);
    Files.createDirectories(target);
    Files.writeString(target.resolve("trends.txt"), tables);
    return 0;
  }

  private long took(String what, long start) {
    long now = System.nanoTime();
    out.printf("%-60s %,8.1f ms%n", what, (now - start) / 1e6);
    return now;
  }

  /** Two in a hundred are missing or suppressed, one is provisional. */
  private static TableSource madeUp(int observations) {
    int regions = Math.max(1, observations / (INDICATORS * YEARS));
    StringBuilder indicators =
        new StringBuilder("INDICATOR,NAME,UNIT_MEASURE,DIRECTION,DECIMALS\n");
    StringBuilder rows = new StringBuilder("INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n");
    SplittableRandom random = new SplittableRandom(20_261_123);
    for (int i = 0; i < INDICATORS; i++) {
      indicators.append('i').append(i).append(",Indikator ").append(i).append(",kNOK,-1,1\n");
      for (int r = 0; r < regions; r++) {
        double level = random.nextInt(1_000, 100_000) / 10.0;
        for (int year = 0; year < YEARS; year++) {
          level += random.nextInt(-400, 500) / 10.0;
          rows.append('i').append(i).append(',').append(1_101 + r).append(',');
          rows.append(FIRST_YEAR + year).append(',');
          rows.append(observed(Math.round(10 * level) / 10.0, random.nextInt(100))).append('\n');
        }
      }
    }
    byte[] indicatorBytes = indicators.toString().getBytes(StandardCharsets.UTF_8);
    byte[] rowBytes = rows.toString().getBytes(StandardCharsets.UTF_8);
    return name ->
        switch (name) {
          case "indicators.csv" -> Optional.of(new ByteArrayInputStream(indicatorBytes));
          case "observations.csv" -> Optional.of(new ByteArrayInputStream(rowBytes));
          default -> Optional.empty();
        };
  }

  private static String observed(double value, int kind) {
    return switch (kind) {
      case 0 -> ",";
      case 1 -> ",Q";
      case 2 -> value + ",P";
      default -> value + ",";
    };
  }
}
