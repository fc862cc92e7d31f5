package no.maaltall.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import no.maaltall.core.io.TableSource;
import no.maaltall.core.norm.AttendanceWeights;
import no.maaltall.core.norm.NormAssessment;
import no.maaltall.core.norm.NormFiles;
import no.maaltall.kostra.report.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Which schools, kindergartens and cases keep the norms, and what is missing.
 *
 * <p>{@code CheckNorms --data DIR --out DIR [--as-of DATE] [--hours-table NAME]} reads any of
 * {@code schools.csv}, {@code kindergartens.csv}, {@code attendance.csv}, {@code
 * school_nurses.csv}, {@code reports.csv}, {@code investigations.csv}, {@code placements.csv} and
 * {@code visits.csv} ({@link NormFiles} has their columns), prints a report, and writes {@code
 * assessments.json}: an array of {@code {"norm", "version", "subject", "period", "status",
 * "actual", "limit", "shortfall", "shortfall_unit", "text"}}, where a number that there is not is
 * null. {@code norm} is one of {@code laerernorm}, {@code bemanningsnorm}, {@code pedagognorm},
 * {@code school_nurse}, {@code report_deadline}, {@code investigation_deadline}, {@code
 * foster_visits} and {@code supervision_visits}; {@code period} is a school year, a year or a day.
 *
 * <p>Open cases are assessed as of {@code --as-of}; without it as of the last day of the year that
 * the last date of the files lies in. Visits are assessed for every calendar year from that of the
 * first visit of any child (of the first placement, when there are no visits) to that of the day of
 * assessment; which children were placed before that is printed. {@code --hours-table} is {@code
 * six-bands} or {@code three-bands}: what agreed hours in kindergartens count as, when the year
 * does not decide.
 *
 * <p>Without {@code --data} it checks bundled data, which are made up: plausible numbers of two
 * municipalities (9901 and 9902) that do not exist.
 */
@Command(
    name = "CheckNorms",
    mixinStandardHelpOptions = true,
    description = "Sjekker lærernorm, bemanningsnorm, pedagognorm og andre normer og frister.")
public final class CheckNorms implements Callable<Integer> {
  private static final String BUNDLED = "norms/";

  private final PrintStream out;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Katalog med schools.csv, kindergartens.csv, ... (standard: oppdiktede data).")
  private @Nullable Path data;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "target/check-norms",
      description = "Hvor assessments.json skrives (standard: ${DEFAULT-VALUE}).")
  private Path target = Path.of("target/check-norms");

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Dagen åpne saker vurderes per, som 2024-12-31.")
  private @Nullable String asOf;

  @Option(
      names = "--hours-table",
      paramLabel = "NAME",
      description = "Vekting av oppholdstid: six-bands eller three-bands (standard: etter året).")
  private @Nullable String hoursTable;

  private CheckNorms(PrintStream out) {
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

  /** Runs the check with the given streams; 0 when all went well, also when norms are broken. */
  static int run(PrintStream out, PrintStream err, String... args) {
    return Console.run(new CheckNorms(out), out, err, args);
  }

  @Override
  public Integer call() throws IOException {
    NormCheck check = NormCheck.of(files(), Optional.ofNullable(asOf).map(CheckNorms::day));
    try (OutputFiles files = OutputFiles.in(target)) {
      try (AssessmentFile file = AssessmentFile.create(files.create("assessments.json"))) {
        for (NormAssessment assessment : check.report().assessments()) {
          file.write(assessment);
        }
      }
      files.moveInPlace();
    }
    if (data == null) {
      out.println("Eksempeldata: tallene er oppdiktede, men rimelige, for to kommuner som ikke");
      out.println("finnes (9901 og 9902). Egne tall: --data DIR");
      out.println();
    }
    for (Table table : new NormTables(check).tables()) {
      out.print(table.toText());
      out.println();
    }
    check.yearsWithoutVisits().ifPresent(out::println);
    out.println("Skrevet til " + target + ": assessments.json");
    return 0;
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "--as-of is a day, as 2024-12-31; got \"" + text + "\"", e);
    }
  }

  private NormFiles files() {
    TableSource source =
        data == null
            ? name -> Optional.ofNullable(CheckNorms.class.getResourceAsStream(BUNDLED + name))
            : TableSource.directory(data);
    if (hoursTable == null) {
      return NormFiles.read(source);
    }
    AttendanceWeights weights = AttendanceWeights.named(hoursTable);
    return NormFiles.read(source, date -> weights);
  }
}
