package no.maaltall.kostra.accounts;

import com.google.common.collect.ContiguousSet;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import no.maaltall.kostra.accounts.AccountsFileException.Problem;

/** Where the files of a set of rules are, and what each is for. */
final class RuleFiles {
  static final ImmutableSortedSet<Integer> BUNDLED_YEARS =
      ImmutableSortedSet.copyOf(ContiguousSet.closed(2020, 2026));
  private static final String FUNCTIONS = "funksjonshierarki.csv";
  private static final String ARTS = "artshierarki.csv";
  private static final ImmutableSet<String> FORMULA_COLUMNS = ImmutableSet.of("formel");
  private static final ImmutableSet<String> OPTIONAL = ImmutableSet.of("periode", "kilde");

  /** Opens a file; empty when it is not there. */
  private interface Opener {
    Optional<InputStream> open(String name) throws IOException;
  }

  /** Reads a stream. */
  private interface Reading<T> {
    T read(String name, InputStream in) throws IOException;
  }

  private final String description;
  private final Opener opener;
  private final int year;
  private final LeadingZeros zeros;

  private RuleFiles(String description, Opener opener, int year, LeadingZeros zeros) {
    this.description = description;
    this.opener = opener;
    this.year = year;
    this.zeros = zeros;
  }

  static AccountingRules read(Path directory, int year, LeadingZeros zeros) {
    return new RuleFiles(directory.toString(), name -> file(directory.resolve(name)), year, zeros)
        .rules();
  }

  private static Optional<InputStream> file(Path path) throws IOException {
    try {
      return Optional.of(Files.newInputStream(path));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  static AccountingRules bundled(int year) {
    return new RuleFiles(
            "the library",
            name -> Optional.ofNullable(RuleFiles.class.getResourceAsStream("rules/" + name)),
            year,
            LeadingZeros.REFUSE)
        .rules();
  }

  private AccountingRules rules() {
    Hierarchy functions = required(FUNCTIONS, CodeNotation.FUNKSJON);
    Hierarchy arts = required(ARTS, CodeNotation.ART);
    AccountingRules.Builder rules = AccountingRules.builder(year).functions(functions).arts(arts);
    hierarchy("artshierarki_nettinger.csv").ifPresent(rules::enterpriseNetting);
    hierarchy("artshierarki_nettinger_kasse.csv").ifPresent(rules::municipalityNetting);
    opened("stjernetabell.csv", (name, in) -> StarTable.read(name, in, year, zeros))
        .ifPresent(rules::starTable);
    opened(
            "formler.csv",
            (name, in) -> {
              CsvRows.read(name, in, FORMULA_COLUMNS, OPTIONAL, row -> addFormula(rules, row));
              return true;
            })
        .ifPresent(read -> {});
    return rules.build();
  }

  private void addFormula(AccountingRules.Builder rules, CsvRows.Row row) {
    if (row.isFor(year)) {
      rules.formula(row.get("formel"), row.file(), row.line());
    }
  }

  private Optional<Hierarchy> hierarchy(String file) {
    return opened(file, (name, in) -> Hierarchy.read(name, in, year, CodeNotation.ART, zeros));
  }

  private Hierarchy required(String file, CodeNotation notation) {
    Hierarchy hierarchy =
        opened(file, (name, in) -> Hierarchy.read(name, in, year, notation, zeros))
            .orElseThrow(
                () ->
                    new AccountsFileException(
                        Problem.MISSING_FILE,
                        file,
                        0,
                        "",
                        description,
                        "a directory with " + FUNCTIONS + " and " + ARTS));
    if (hierarchy.edges().isEmpty()) {
      throw new NoRulesException(year, file + " of " + description, years(file));
    }
    return hierarchy;
  }

  /** Single years and ends of ranges; enough to say what is there. */
  private ImmutableSortedSet<Integer> years(String file) {
    TreeSet<Integer> years = new TreeSet<>();
    opened(
            file,
            (name, in) -> {
              CsvRows.read(
                  name,
                  in,
                  ImmutableSet.of("to", "from", "sign"),
                  OPTIONAL,
                  row -> years.addAll(row.years()));
              return true;
            })
        .ifPresent(read -> {});
    return ImmutableSortedSet.copyOf(years);
  }

  private <T> Optional<T> opened(String name, Reading<T> reading) {
    try {
      Optional<InputStream> in = opener.open(name);
      if (in.isEmpty()) {
        return Optional.empty();
      }
      try (InputStream stream = in.get()) {
        return Optional.of(reading.read(name, stream));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name + " of " + description, e);
    }
  }
}
