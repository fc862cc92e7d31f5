package no.maaltall.examples;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import no.maaltall.kostra.statbank.Cube;
import no.maaltall.kostra.statbank.StatbankFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * What is in a table of SSB, Udir or another statistical office, and all its cells.
 *
 * <p>{@code ReadTable FILE --out DIR} reads a JSON-stat, PC-Axis or Udir file, told by its content
 * and not by its name ({@link StatbankFile}), prints a summary, and writes {@code cells.csv}: one
 * row per cell in row-major order; the columns are the ids of the dimensions in order, with the
 * codes of the categories, then {@code OBS_VALUE} (the shortest decimal; empty when there is none)
 * and {@code OBS_STATUS} (the sign as in the file; empty when there is none). The further tables of
 * a JSON-stat bundle go to {@code cells-2.csv} and so on.
 *
 * <p>Without {@code FILE} it reads a bundled PC-Axis file, which is made up.
 */
@Command(
    name = "ReadTable",
    mixinStandardHelpOptions = true,
    description = "Leser en tabell fra SSB, Udir eller andre: JSON-stat, PX eller Udir-eksport.")
public final class ReadTable implements Callable<Integer> {
  private static final String BUNDLED = "statbank/barnehager.px";

  private final PrintStream out;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Filen med tabellen (standard: en oppdiktet PX-fil).")
  private @Nullable Path file;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "target/read-table",
      description = "Hvor cells.csv skrives (standard: ${DEFAULT-VALUE}).")
  private Path target = Path.of("target/read-table");

  private ReadTable(PrintStream out) {
    this.out = out;
  }

  /**
   * Reads the table, and ends the process with a code other than 0 when it could not be done.
   *
   * @param args see above
   */
  public static void main(String[] args) {
    Console.exitUnlessZero(run(Console.out(), Console.err(), args));
  }

  /** Reads the table with the given streams; 0 when all went well. */
  static int run(PrintStream out, PrintStream err, String... args) {
    return Console.run(new ReadTable(out), out, err, args);
  }

  @Override
  public Integer call() throws IOException {
    ImmutableList<Cube> cubes = file == null ? bundled() : cubes(file);
    List<String> written = write(cubes);
    if (file == null) {
      out.println("Eksempeldata: tallene er oppdiktede. Egen tabell: ReadTable FILE");
      out.println();
    }
    for (Cube cube : cubes) {
      out.println(cube.summary());
    }
    out.println("Skrevet til " + target + ": " + String.join(", ", written));
    return 0;
  }

  private static ImmutableList<Cube> cubes(Path file) {
    ImmutableList<Cube> cubes = StatbankFile.readAll(file);
    // Reading one says why there is none.
    return cubes.isEmpty() ? ImmutableList.of(StatbankFile.read(file)) : cubes;
  }

  private static ImmutableList<Cube> bundled() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ReadTable.class.getResourceAsStream(BUNDLED), BUNDLED)) {
      return ImmutableList.of(StatbankFile.read(in));
    }
  }

  private List<String> write(List<Cube> cubes) throws IOException {
    List<String> names = new ArrayList<>();
    try (OutputFiles files = OutputFiles.in(target)) {
      for (Cube cube : cubes) {
        String name = names.isEmpty() ? "cells.csv" : "cells-" + (names.size() + 1) + ".csv";
        try (Writer csv = Files.newBufferedWriter(files.create(name))) {
          cube.writeCsv(csv);
        }
        names.add(name);
      }
      files.moveInPlace();
    }
    return names;
  }
}
