package no.maaltall.examples;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.measure.MissingRegions;
import no.maaltall.kostra.accounts.AccountKey;
import no.maaltall.kostra.accounts.AccountTable;
import no.maaltall.kostra.accounts.AccountingRules;
import no.maaltall.kostra.accounts.Hierarchy;
import no.maaltall.kostra.accounts.LeadingZeros;
import no.maaltall.kostra.accounts.Ledger;
import no.maaltall.kostra.accounts.LedgerControl;
import no.maaltall.kostra.accounts.LedgerReader;
import no.maaltall.kostra.accounts.LedgerReport;
import no.maaltall.kostra.catalog.Catalog;
import no.maaltall.kostra.catalog.Concept;
import no.maaltall.kostra.catalog.ServiceArea;
import no.maaltall.kostra.report.Table;
import no.maaltall.kostra.report.Table.Align;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * KOSTRA's amounts from the accounts of municipalities: hierarchies, nettings and formulas.
 *
 * <p>{@code ComputeAccounts --data DIR --out DIR [--period 2015]} reads from a directory, all CSV
 * with headers:
 *
 * <ul>
 *   <li>{@code data.csv}: {@code periode,region,kontoklasse,funksjon,art,belop}, the
 *       municipalities' own accounts;
 *   <li>{@code data_saer.csv}, the same columns: their enterprises'. Without it only scope B is
 *       computed;
 *   <li>{@code funksjonshierarki.csv}, {@code artshierarki.csv} and the other files of rules that
 *       {@link AccountingRules#read(Path, int)} describes. Without the first two the rules of the
 *       library are used;
 *   <li>{@code regionhierarki.csv}: {@code periode,to,from,sign}, groups of regions, if any.
 * </ul>
 *
 * <p>Leading zeros that codes have lost are put back, and the run says which: 300 is read as 0300.
 *
 * <p>It writes {@code accounts.csv} ({@code regnskapsomfang,region,funksjon,kontoklasse,art,belop}:
 * every amount that is not 0, sorted) and {@code figures.json}, and prints the main concepts per
 * region and service area and the time it took. Without {@code --data} it computes the made-up
 * accounts of 2024 that are bundled. {@code --explain A:0300:FG2:D:AGD10} prints what each line of
 * the ledgers adds to an amount, and nothing else.
 */
@Command(
    name = "ComputeAccounts",
    mixinStandardHelpOptions = true,
    description = "Regner ut KOSTRAs beløp av kommuneregnskap.")
public final class ComputeAccounts implements Callable<Integer> {
  private static final String BUNDLED = "regnskap-2024";
  private static final int BUNDLED_YEAR = 2024;
  private static final Locale NORWEGIAN = Locale.forLanguageTag("nb-NO");
  private static final int MOST_REGIONS = 25;
  private static final int MOST_FINDINGS = 5;
  private static final ImmutableList<Concept> CONCEPTS =
      ImmutableList.of(
          Concept.NETTO_DRIFTSUTGIFTER,
          Concept.BRUTTO_DRIFTSUTGIFTER,
          Concept.KORRIGERTE_BRUTTO_DRIFTSUTGIFTER,
          Concept.LONNSUTGIFTER);

  private final PrintStream out;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Katalog med data.csv, data_saer.csv og regelfilene.")
  private @Nullable Path data;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "target/compute-accounts",
      description = "Hvor filene skrives (standard: ${DEFAULT-VALUE}).")
  private Path target = Path.of("target/compute-accounts");

  @Option(
      names = "--period",
      paramLabel = "YEAR",
      description = "Regnskapsåret; standard er det siste i data.csv.")
  private @Nullable Integer period;

  @Option(
      names = "--explain",
      paramLabel = "KEY",
      description =
          "Skriver bidragene til ett beløp, f.eks. A:0300:FG2:D:AGD10, og ikke noe annet.")
  private @Nullable String explain;

  private ComputeAccounts(PrintStream out) {
    this.out = out;
  }

  /**
   * Computes, and ends the process with a code other than 0 when it could not be done.
   *
   * @param args see above
   */
  public static void main(String[] args) {
    Console.exitUnlessZero(run(Console.out(), Console.err(), args));
  }

  /** Computes with the given streams; 0 when all went well. */
  static int run(PrintStream out, PrintStream err, String... args) {
    return Console.run(new ComputeAccounts(out), out, err, args);
  }

  /** What is computed from: the rules, the ledgers, and the groups of regions. */
  private record Accounts(
      AccountingRules rules, Ledger own, Optional<Ledger> enterprises, Hierarchy groups) {
    AccountTable table() {
      return enterprises
          .map(e -> rules.apply(own, e, groups, MissingRegions.LEAVE_OUT))
          .orElseGet(() -> rules.apply(own));
    }
  }

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    Accounts accounts = data == null ? bundled() : read(data);
    long read = System.nanoTime();
    AccountTable table = accounts.table();
    long computed = System.nanoTime();
    if (explain != null) {
      out.print(table.explain(AccountKey.parse(explain), Integer.MAX_VALUE));
      return 0;
    }
    Files.createDirectories(target);
    table.writeCsv(target.resolve("accounts.csv"));
    try (FigureFile figures = FigureFile.create(target.resolve("figures.json"))) {
      List<ServiceArea> areas = table.catalog().serviceAreas(table.rules().year()).asList();
      for (Figure figure : (Iterable<Figure>) table.figures(CONCEPTS, areas)::iterator) {
        figures.write(figure);
      }
    }
    long written = System.nanoTime();
    print(table, accounts);
    out.println(
        "Tid: "
            + milliseconds(read - start)
            + " ms å lese, "
            + milliseconds(computed - read)
            + " ms å regne, "
            + milliseconds(written - computed)
            + " ms å skrive");
    out.println("Skrevet til " + target + ": accounts.csv, figures.json");
    return 0;
  }

  private static long milliseconds(long nanoseconds) {
    return TimeUnit.NANOSECONDS.toMillis(nanoseconds);
  }

  private Accounts bundled() throws IOException {
    int year = period == null ? BUNDLED_YEAR : period;
    return new Accounts(
        AccountingRules.of(year),
        bundledLedger("data.csv", year),
        Optional.of(bundledLedger("data_saer.csv", year)),
        bundledGroups());
  }

  private static Hierarchy bundledGroups() {
    return Hierarchy.builder("regioner").add("EKA32", "3201", 1).add("EKA32", "3203", 1).build();
  }

  private static Ledger bundledLedger(String name, int year) throws IOException {
    try (InputStream in = ComputeAccounts.class.getResourceAsStream(BUNDLED + "/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("the bundled file " + name + " is not there");
      }
      return Ledger.reader().period(year).read(name, in);
    }
  }

  private Accounts read(Path directory) {
    Path own = directory.resolve("data.csv");
    int year = period == null ? lastYear(own) : period;
    LedgerReader reader = Ledger.reader().leadingZeros(LeadingZeros.RESTORE).period(year);
    Path enterprises = directory.resolve("data_saer.csv");
    Path groups = directory.resolve("regionhierarki.csv");
    boolean ownRules =
        Files.exists(directory.resolve("funksjonshierarki.csv"))
            || Files.exists(directory.resolve("artshierarki.csv"));
    return new Accounts(
        ownRules
            ? AccountingRules.read(directory, year, LeadingZeros.RESTORE)
            : AccountingRules.of(year),
        reader.read(own),
        Files.exists(enterprises) ? Optional.of(reader.read(enterprises)) : Optional.empty(),
        Files.exists(groups)
            ? Hierarchy.readRegions(groups, year, LeadingZeros.RESTORE)
            : Hierarchy.builder("ingen grupper").build());
  }

  private static int lastYear(Path ledger) {
    ImmutableSortedSet<Integer> years = LedgerReader.years(ledger);
    if (years.isEmpty()) {
      throw new IllegalArgumentException(
          ledger.getFileName() + " has no lines with a year in periode; allowed: --period YEAR");
    }
    return years.last();
  }

  private static Optional<Figure> figure(
      AccountTable table, Concept concept, String region, ServiceArea area) {
    String sum = table.catalog().sum(area, table.rules().year());
    AccountKey key = table.key(table.widestScope(), concept, region, sum);
    boolean there =
        table.rules().functions().codes().contains(key.funksjon())
            && table.rules().arts().codes().contains(key.art())
            && table.has(key);
    return there ? Optional.of(table.amount(concept, region, area)) : Optional.empty();
  }

  private void print(AccountTable table, Accounts accounts) {
    int year = table.rules().year();
    for (String region : table.regions().asList().subList(0, regionsPrinted(table))) {
      Table text = concepts(table, region, year);
      if (!text.rows().isEmpty()) {
        out.println(text.toText());
      }
    }
    int left = table.regions().size() - regionsPrinted(table);
    if (left > 0) {
      out.println("... og " + left + " regioner til, se accounts.csv\n");
    }
    LedgerReport report = LedgerControl.of(year).check(accounts.own());
    out.println(
        "Kontroll av "
            + accounts.own().name()
            + ": "
            + report.errors().size()
            + " feil, "
            + report.warnings().size()
            + " advarsler");
    report.findings().stream().limit(MOST_FINDINGS).forEach(f -> out.println("  " + f.text()));
    printRestored(accounts.own());
    accounts.enterprises().ifPresent(this::printRestored);
    out.println("Beløp: " + table.size() + ", av dem " + table.nonZero().count() + " ulik null");
  }

  private void printRestored(Ledger ledger) {
    if (ledger.restoredCodes().isEmpty()) {
      return;
    }
    String codes =
        ledger.restoredCodes().stream()
            .limit(MOST_FINDINGS)
            .map(c -> c.column() + " " + c.written() + " lest som " + c.code())
            .collect(Collectors.joining(", "));
    int left = Math.max(0, ledger.restoredCodes().size() - MOST_FINDINGS);
    out.println(
        "Nuller foran koder er satt tilbake i "
            + ledger.name()
            + ": "
            + codes
            + (left == 0 ? "" : " og " + left + " til"));
  }

  private static int regionsPrinted(AccountTable table) {
    return Math.min(MOST_REGIONS, table.regions().size());
  }

  private static Table concepts(AccountTable table, String region, int year) {
    Catalog catalog = table.catalog();
    Table.Builder text =
        Table.builder(
            "Regnskap "
                + year
                + ", region "
                + region
                + ", "
                + table.widestScope().text(NORWEGIAN)
                + ", "
                + table.unit().name(NORWEGIAN));
    text.column("Tjenesteområde", Align.LEFT);
    text.column("Netto", Align.RIGHT).column("Brutto", Align.RIGHT);
    text.column("Korr. brutto", Align.RIGHT).column("Lønn", Align.RIGHT);
    for (ServiceArea area : catalog.serviceAreas(year)) {
      ImmutableList<Optional<Figure>> figures =
          CONCEPTS.stream()
              .map(c -> figure(table, c, region, area))
              .collect(ImmutableList.toImmutableList());
      if (figures.stream().anyMatch(f -> f.isPresent() && f.get().value() != 0)) {
        text.row(
            ImmutableList.<String>builder()
                .add(catalog.name(area, year))
                .addAll(figures.stream().map(ComputeAccounts::cell).toList())
                .build());
      }
    }
    return text.build();
  }

  private static String cell(Optional<Figure> figure) {
    return figure.map(f -> f.unit().formatShort(f.value(), 0, NORWEGIAN)).orElse("");
  }
}
