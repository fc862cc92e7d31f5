package no.maaltall.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import no.maaltall.kostra.statbank.Cube;
import no.maaltall.kostra.statbank.PxWebClient;
import no.maaltall.kostra.statbank.PxWebVersion;
import no.maaltall.kostra.statbank.Query;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * A table of Statistics Norway's statistics bank, or another one that speaks PxWebApi. It needs a
 * network.
 *
 * <p>{@code FetchTable [TABLE -s DIMENSION=SELECTION ...] --out DIR} fetches what is selected, all
 * of a dimension that is not named, prints a summary, and writes {@code cells.csv}: one row per
 * cell, the dimensions' codes, then {@code OBS_VALUE} and {@code OBS_STATUS}. A selection is {@code
 * *}, {@code top(5)}, {@code bottom(5)}, {@code from(2015)}, {@code to(2020)}, {@code
 * range(2015,2020)}, or codes or masks with commas between. Without arguments it fetches Bærum's
 * gross expenditure on child protection in the last five years, beside the country's without Oslo.
 *
 * <p>{@code --base} and {@code --api} are for another service; {@code --cache} is a directory where
 * answers are kept until their table changes.
 */
@Command(
    name = "FetchTable",
    mixinStandardHelpOptions = true,
    description = "Henter en tabell fra Statistikkbanken. Trenger nett.")
public final class FetchTable implements Callable<Integer> {
  private final PrintStream out;
  private final PrintStream err;

  @Parameters(index = "0", arity = "0..1", paramLabel = "TABLE", description = "Tabellens nummer.")
  private @Nullable String table;

  @Option(
      names = {"-s", "--select"},
      paramLabel = "DIMENSION=SELECTION",
      description = "Hva som hentes av en dimensjon, f.eks. Tid=top(5).")
  private Map<String, String> selections = new LinkedHashMap<>();

  @Option(
      names = "--base",
      paramLabel = "URL",
      description = "Tjenestens adresse; standard er SSBs.")
  private @Nullable URI base;

  @Option(
      names = "--api",
      paramLabel = "VERSION",
      defaultValue = "V2",
      description = "PxWebApi-versjonen på adressen: ${COMPLETION-CANDIDATES}.")
  private PxWebVersion api = PxWebVersion.V2;

  @Option(names = "--cache", paramLabel = "DIR", description = "Hvor svar tas vare på.")
  private @Nullable Path cache;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "target/fetch-table",
      description = "Hvor filen skrives (standard: ${DEFAULT-VALUE}).")
  private Path target = Path.of("target/fetch-table");

  private FetchTable(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /**
   * Fetches, and ends the process with a code other than 0 when it could not be done.
   *
   * @param args see above
   */
  public static void main(String[] args) {
    Console.exitUnlessZero(run(Console.out(), Console.err(), args));
  }

  /** Fetches with the given streams; 0 when all went well. */
  static int run(PrintStream out, PrintStream err, String... args) {
    return Console.run(new FetchTable(out, err), out, err, args);
  }

  @Override
  public Integer call() throws IOException {
    PxWebClient client = client();
    Cube cube = table == null ? baerum(client) : client.fetch(query(table));
    out.println(cube.summary());
    try (OutputFiles files = OutputFiles.in(target)) {
      write(cube, files.create("cells.csv"));
      files.moveInPlace();
    }
    out.println("Skrevet: " + target.resolve("cells.csv"));
    return 0;
  }

  private PxWebClient client() {
    PxWebClient client = base == null ? PxWebClient.ssb() : PxWebClient.at(base, api);
    PxWebClient telling = client.withProgress(progress -> err.println(progress.text()));
    return cache == null ? telling : telling.withCache(cache);
  }

  private static Cube baerum(PxWebClient ssb) {
    // tag::readme[]
    // PxWebClient ssb = PxWebClient.ssb(); needs a network.
    Query query =
        Query.of("12362")
            .items("KOKkommuneregion0000", "3201", "EAKUO")
            .items("KOKfunksjon0000", "FGK13")
            .items("KOKart0000", "AGD10")
            .items("ContentsCode", "KOSbelop0000")
            .top("Tid", 5);
    Cube cube = ssb.fetch(query);
    // end::readme[]
    return cube;
  }

  private Query query(String id) {
    Query query = Query.of(id);
    for (Map.Entry<String, String> selection : selections.entrySet()) {
      query = query.selecting(selection.getKey(), selection.getValue());
    }
    return query;
  }

  private static void write(Cube cube, Path file) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file)) {
      cube.writeCsv(writer);
    }
  }
}
