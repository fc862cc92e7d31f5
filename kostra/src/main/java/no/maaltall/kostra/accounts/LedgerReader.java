package no.maaltall.kostra.accounts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Consumer;
import no.maaltall.core.indicator.InvalidNotationException;
import no.maaltall.core.indicator.Unit;
import no.maaltall.kostra.accounts.AccountsFileException.Problem;

/**
 * Reads a ledger from CSV: UTF-8, comma, a header, columns in any order.
 *
 * <pre>
 * periode,region,kontoklasse,funksjon,art,belop
 * 2015,0301,D,120,380,847
 * </pre>
 *
 * <p>{@code periode} may be absent; where it is there, {@link #period} chooses the rows of a year.
 * {@code kontoklasse} is {@code D} or {@code I}. {@code belop} is a whole number of units, expenses
 * and incomes positive unless {@link #incomesNegative}.
 *
 * <p>Strict until told otherwise: lost leading zeros and duplicates are errors. Immutable.
 */
public final class LedgerReader {
  static final LedgerReader STRICT =
      new LedgerReader(
          LeadingZeros.REFUSE, DuplicateLines.REFUSE, OptionalInt.empty(), Unit.KNOK, false);
  private static final String KONTOKLASSE = "kontoklasse";
  private static final String BELOP = "belop";
  private static final String WHOLE = "whole units, such as 12 or -12";
  private static final ImmutableSet<String> REQUIRED =
      ImmutableSet.of("region", KONTOKLASSE, "funksjon", "art", BELOP);
  private static final ImmutableSet<String> OPTIONAL = ImmutableSet.of("periode");

  private final LeadingZeros zeros;
  private final DuplicateLines duplicates;
  private final OptionalInt period;
  private final Unit unit;
  private final boolean incomesNegative;

  private LedgerReader(
      LeadingZeros zeros,
      DuplicateLines duplicates,
      OptionalInt period,
      Unit unit,
      boolean incomesNegative) {
    this.zeros = zeros;
    this.duplicates = duplicates;
    this.period = period;
    this.unit = unit;
    this.incomesNegative = incomesNegative;
  }

  /**
   * {@return a reader that does this about lost leading zeros}
   *
   * @param zeros what to do
   */
  public LedgerReader leadingZeros(LeadingZeros zeros) {
    return new LedgerReader(zeros, duplicates, period, unit, incomesNegative);
  }

  /**
   * {@return a reader that does this about duplicates}
   *
   * @param duplicates what to do
   */
  public LedgerReader duplicates(DuplicateLines duplicates) {
    return new LedgerReader(zeros, duplicates, period, unit, incomesNegative);
  }

  /**
   * {@return a reader of the rows of one year}
   *
   * @param year the year
   */
  public LedgerReader period(int year) {
    return new LedgerReader(zeros, duplicates, OptionalInt.of(year), unit, incomesNegative);
  }

  /**
   * {@return a reader of amounts in a unit; 1000 kr until it is told}
   *
   * @param unit a unit of money
   */
  public LedgerReader unit(Unit unit) {
    return new LedgerReader(zeros, duplicates, period, unit, incomesNegative);
  }

  /** {@return a reader of files with incomes (account types from 600 on) negative, as reported} */
  public LedgerReader incomesNegative() {
    return new LedgerReader(zeros, duplicates, period, unit, true);
  }

  /**
   * {@return the ledger of a file}
   *
   * @param file the file
   * @throws AccountsFileException at the first thing that cannot be used
   */
  public Ledger read(Path file) {
    Ledger.Builder builder = builder(String.valueOf(file.getFileName()));
    CsvRows.read(file, REQUIRED, OPTIONAL, row -> add(builder, row));
    return builder.build();
  }

  /**
   * {@return the ledger of a stream, which is read to its end}
   *
   * @param name what to call it in messages
   * @param in UTF-8 text
   * @throws AccountsFileException at the first thing that cannot be used
   * @throws IOException if the stream cannot be read
   */
  public Ledger read(String name, InputStream in) throws IOException {
    Ledger.Builder builder = builder(name);
    CsvRows.read(name, in, REQUIRED, OPTIONAL, row -> add(builder, row));
    return builder.build();
  }

  /**
   * {@return the good lines of a file, and what was wrong with the others}
   *
   * <p>Duplicates are kept here, as lines to sum; {@link LedgerControl} reports them.
   *
   * @param file the file
   * @throws AccountsFileException if the file is not there, has no header to go by, or cannot be
   *     read to its end
   */
  public LedgerReading readLenient(Path file) {
    Ledger.Builder builder =
        builder(String.valueOf(file.getFileName())).duplicates(DuplicateLines.SUM);
    Failures failures = new Failures();
    CsvRows.read(
        file,
        REQUIRED,
        OPTIONAL,
        row -> {
          try {
            add(builder, row);
          } catch (AccountsFileException e) {
            failures.accept(e);
          }
        });
    return new LedgerReading(builder.build(), failures.kept.build(), failures.count);
  }

  /**
   * {@return the years that a file has lines for; none when it has no column {@code periode}}
   *
   * @param file the file
   * @throws AccountsFileException if the file cannot be read, or a period is no year
   */
  public static ImmutableSortedSet<Integer> years(Path file) {
    TreeSet<Integer> years = new TreeSet<>();
    CsvRows.read(file, REQUIRED, OPTIONAL, row -> years.addAll(row.years()));
    return ImmutableSortedSet.copyOf(years);
  }

  private static final class Failures implements Consumer<AccountsFileException> {
    private final ImmutableList.Builder<AccountsFileException> kept = ImmutableList.builder();
    private long count;

    @Override
    public void accept(AccountsFileException failure) {
      if (count++ < LedgerReading.MOST_FAILURES) {
        kept.add(failure);
      }
    }
  }

  private Ledger.Builder builder(String name) {
    Ledger.Builder builder =
        Ledger.builder(name).unit(unit).leadingZeros(zeros).duplicates(duplicates);
    return incomesNegative ? builder.incomesNegative() : builder;
  }

  private void add(Ledger.Builder builder, CsvRows.Row row) {
    if (period.isPresent() && !row.isFor(period.getAsInt())) {
      return;
    }
    builder.add(
        row.line(),
        row.get("region"),
        kontoklasse(row),
        row.get("funksjon"),
        row.get("art"),
        amount(row));
  }

  private static Kontoklasse kontoklasse(CsvRows.Row row) {
    try {
      return Kontoklasse.parse(row.get(KONTOKLASSE).strip());
    } catch (InvalidNotationException e) {
      throw row.problem(Problem.INVALID_CODE, KONTOKLASSE, e.allowed());
    }
  }

  private static long amount(CsvRows.Row row) {
    String text = row.get(BELOP).strip();
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw row.problem(notLong(text), BELOP, WHOLE);
    }
  }

  private static Problem notLong(String text) {
    int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    boolean digits = false;
    boolean decimals = false;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits = true;
      } else if ((c == '.' || c == ',') && !decimals) {
        decimals = true;
      } else {
        return Problem.NOT_A_NUMBER;
      }
    }
    if (!digits) {
      return Problem.NOT_A_NUMBER;
    }
    return decimals ? Problem.DECIMALS : Problem.TOO_LARGE;
  }
}
