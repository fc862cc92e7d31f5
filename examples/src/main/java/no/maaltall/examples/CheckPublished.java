package no.maaltall.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import no.maaltall.core.io.TableSource;
import no.maaltall.core.published.CheckReport;
import no.maaltall.core.published.CheckStatus;
import no.maaltall.core.published.CheckedFigure;
import no.maaltall.core.published.PublishedTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Which printed figures follow from the printed numbers, which are only consistent with them, and
 * which contradict them.
 *
 * <p>{@code CheckPublished --data DIR --out DIR} reads {@code checks.csv}, and {@code printed.csv}
 * and {@code claims.csv} if they are there ({@link PublishedTable} has their columns), prints a
 * report, and writes {@code checks.json}: an array of {@code {"id", "status", "printed", "low",
 * "high", "computed"}}, where {@code status} is {@code EXACT}, {@code CONSISTENT}, {@code
 * CONTRADICTION}, {@code IMPLIED} or {@code UNDECIDED}, {@code printed} the text as printed, {@code
 * low} and {@code high} what unrounded inputs can give, and {@code computed} what the printed ones
 * give, unrounded; null where there is none. Of a claim, the numbers are the left side less the
 * right of the comparison that decides.
 *
 * <p>Without {@code --data} it checks the figures that five documents of Bærum municipality print
 * together with what they follow from.
 */
@Command(
    name = "CheckPublished",
    mixinStandardHelpOptions = true,
    description = "Sjekker om trykte tall kan stemme med hverandre.")
public final class CheckPublished implements Callable<Integer> {
  private static final String BUNDLED = "baerum-published/";

  private final PrintStream out;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Katalog med checks.csv (standard: tall fra fem dokumenter fra Bærum).")
  private @Nullable Path data;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "target/check-published",
      description = "Hvor checks.json skrives (standard: ${DEFAULT-VALUE}).")
  private Path target = Path.of("target/check-published");

  private CheckPublished(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs the check, and ends the process with a code other than 0 when it could not be done.
   *
   * @param args see above
   */
  public static void main(String[] args) {
    Console.exitUnlessZero(run(Console.out(), Console.err(), args));
  }

  /** Runs the check with the given streams; 0 when all went well, also when figures contradict. */
  static int run(PrintStream out, PrintStream err, String... args) {
    return Console.run(new CheckPublished(out), out, err, args);
  }

  @Override
  public Integer call() throws IOException {
    CheckReport report = PublishedTable.read(source()).check();
    try (OutputFiles files = OutputFiles.in(target)) {
      try (CheckFile file = CheckFile.create(files.create("checks.json"))) {
        for (CheckedFigure figure : report.figures()) {
          file.write(figure);
        }
      }
      files.moveInPlace();
    }
    print(report);
    out.println("Skrevet til " + target + ": checks.json");
    return 0;
  }

  private TableSource source() {
    return data == null
        ? name -> Optional.ofNullable(CheckPublished.class.getResourceAsStream(BUNDLED + name))
        : TableSource.directory(data);
  }

  private void print(CheckReport report) {
    section("Motsigelser", report.with(CheckStatus.CONTRADICTION), true);
    section("Ikke avgjort", report.with(CheckStatus.UNDECIDED), true);
    section("Forenlige, men følger ikke", report.with(CheckStatus.CONSISTENT), false);
    section("Ikke trykt, men avledet", report.with(CheckStatus.IMPLIED), false);
    out.print("Følger av de trykte tallene: ");
    List<CheckedFigure> exact = report.with(CheckStatus.EXACT);
    out.println(exact.size() + " av " + report.figures().size());
    exact.forEach(f -> out.println("  " + f.id() + shown(f)));
    if (!report.isComplete()) {
      out.println(
          "Letingen etter tall som ikke kan stemme samtidig, ble avbrutt før den var ferdig.");
    }
    out.println();
  }

  private void section(String title, List<CheckedFigure> figures, boolean explained) {
    out.println(title + ": " + figures.size());
    for (CheckedFigure figure : figures) {
      String text = explained ? figure.explain() : figure.text();
      text.lines().forEach(line -> out.println("  " + line));
    }
    out.println();
  }

  private static String shown(CheckedFigure figure) {
    return figure.printed().map(p -> ": " + p.text()).orElse(": " + figure.formula());
  }
}
