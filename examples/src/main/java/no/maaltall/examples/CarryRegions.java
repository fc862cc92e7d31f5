package no.maaltall.examples;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.io.TableSource;
import no.maaltall.core.io.TidyTables;
import no.maaltall.core.measure.MissingRegions;
import no.maaltall.kostra.region.Carried;
import no.maaltall.kostra.region.CarryFinding;
import no.maaltall.kostra.region.CarryReport;
import no.maaltall.kostra.region.CarryRule;
import no.maaltall.kostra.region.RegionHistory;
import no.maaltall.kostra.region.SplitWeights;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Tidy tables on the municipalities of a day.
 *
 * <p>{@code CarryRegions --data DIR --to DATE --out DIR [--weights FILE] [--already-on DATE]
 * [--leave-out-missing-parts]} reads the tidy tables in a directory (see {@link TidyTables} for
 * their columns), with municipalities as {@code REF_AREA}; adds up counts and amounts where
 * municipalities merged, computes ratios of their parts, and refuses the rest; prints in Norwegian
 * what was added up, renumbered and refused; and writes the tables into the other directory, with
 *
 * <ul>
 *   <li>{@code report.txt}: what was printed, in full;
 *   <li>{@code report.csv}: the same as a table, {@code
 *       Hva,Indikator,Fra,Til,Perioder,Tall,Merknad}.
 * </ul>
 *
 * <p>{@code --weights} is a CSV file {@code FROM,TO,WEIGHT}: how much of a municipality that was
 * divided each part got. {@code --already-on} is for tables whose earlier years are on the
 * municipalities of a later day. A region that is no municipality is kept as it is. Without {@code
 * --data} it carries the made-up tables that are bundled.
 */
@Command(
    name = "CarryRegions",
    mixinStandardHelpOptions = true,
    description = "Fører ryddige tabeller til kommunene på en dato.")
public final class CarryRegions implements Callable<Integer> {
  private static final String BUNDLED = "made-up-reforms";
  private static final int MOST_PRINTED = 30;

  private final PrintStream out;

  @Option(names = "--data", paramLabel = "DIR", description = "Katalog med ryddige tabeller.")
  private @Nullable Path data;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      defaultValue = "2024-01-01",
      description = "Dagen kommunene er fra (standard: ${DEFAULT-VALUE}).")
  private LocalDate to = LocalDate.of(2024, 1, 1);

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "target/carry-regions",
      description = "Hvor tabellene skrives (standard: ${DEFAULT-VALUE}).")
  private Path target = Path.of("target/carry-regions");

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description = "FROM,TO,WEIGHT: hvor mye av en delt kommune hver del fikk.")
  private @Nullable Path weights;

  @Option(
      names = "--already-on",
      paramLabel = "DATE",
      description = "Alle år er alt på kommunene denne dagen.")
  private @Nullable LocalDate alreadyOn;

  @Option(
      names = "--leave-out-missing-parts",
      description = "Summer det som finnes når en del mangler.")
  private boolean leaveOut;

  private CarryRegions(PrintStream out) {
    this.out = out;
  }

  /**
   * Carries, and ends the process with a code other than 0 when it could not be done.
   *
   * @param args see above
   */
  public static void main(String[] args) {
    Console.exitUnlessZero(run(Console.out(), Console.err(), args));
  }

  /** Carries with the given streams; 0 when all went well. */
  static int run(PrintStream out, PrintStream err, String... args) {
    return Console.run(new CarryRegions(out), out, err, args);
  }

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(target);
    if (data != null && Files.isDirectory(data) && Files.isSameFile(data, target)) {
      throw new IllegalArgumentException(
          "--out is the directory of --data, whose tables would be lost; allowed: another one");
    }
    DataSet before =
        TidyTables.read(
            data == null
                ? TableSource.resources(CarryRegions.class, BUNDLED)
                : TableSource.directory(data));
    Carried<DataSet> carried = RegionHistory.standard().carry(before, to, rule());
    TidyTables.write(carried.data(), target);
    CarryReport report = carried.report();
    try (OutputFiles files = OutputFiles.in(target)) {
      Files.writeString(files.create("report.txt"), text(report, Integer.MAX_VALUE));
      Files.writeString(files.create("report.csv"), report.toTable().toCsv());
      files.moveInPlace();
    }
    out.println("Lest:    " + before);
    out.println("Skrevet: " + carried.data());
    out.print(text(report, MOST_PRINTED));
    out.println();
    out.println("Skrevet til " + target + ": tabellene, report.txt, report.csv");
    return 0;
  }

  private CarryRule rule() throws IOException {
    CarryRule rule =
        CarryRule.strict()
            .withOtherRegions(CarryRule.OtherRegions.KEEP)
            .withMissingParts(leaveOut ? MissingRegions.LEAVE_OUT : MissingRegions.REFUSE);
    if (weights != null) {
      rule = rule.withWeights(readWeights(weights));
    }
    return alreadyOn == null ? rule : rule.alreadyOn(alreadyOn);
  }

  private static SplitWeights readWeights(Path file) throws IOException {
    SplitWeights.Builder builder = SplitWeights.builder();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().allowUnclosedQuote(false).ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        builder.add(row.getField("FROM"), row.getField("TO"), number(row));
      }
    } catch (CsvParseException | NoSuchElementException e) {
      throw new IllegalArgumentException(
          file.getFileName() + ": " + e.getMessage() + "; allowed: columns FROM, TO, WEIGHT", e);
    }
    return builder.build();
  }

  private static double number(NamedCsvRecord row) {
    String text = row.getField("WEIGHT");
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "line "
              + row.getStartingLineNumber()
              + ", WEIGHT: \""
              + text
              + "\"; allowed: a number from 0 to 1",
          e);
    }
  }

  private static String text(CarryReport report, int most) {
    StringBuilder text = new StringBuilder();
    for (CarryFinding.Kind kind : CarryFinding.Kind.values()) {
      ImmutableList<CarryFinding> findings = report.of(kind);
      if (!findings.isEmpty()) {
        text.append('\n').append(kind.norwegian()).append(" (").append(findings.size());
        text.append("):\n");
        findings.stream().limit(most).forEach(f -> text.append("  ").append(f.line()).append('\n'));
        if (findings.size() > most) {
          text.append("  ... og ").append(findings.size() - most).append(" til, se report.txt\n");
        }
      }
    }
    return text.toString();
  }
}
