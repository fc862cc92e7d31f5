package no.maaltall.kostra.accounts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.kostra.accounts.AccountsFileException.Problem;

/**
 * The lines of the accounts of one year: region, class, function, account type, amount.
 *
 * <p>Amounts are exact whole units, expenses and incomes both positive as SSB's processed data have
 * them; what municipalities report has incomes negative, see {@link Builder#incomesNegative}. A
 * ledger does not know which year it is of, nor whether it is the municipality's own or its
 * enterprises'; {@link AccountingRules#apply(Ledger, Ledger)} is told.
 *
 * <pre>{@code
 * Ledger ledger = Ledger.read(Path.of("data.csv"));
 * Ledger small = Ledger.builder("eksempel").add("3201", Kontoklasse.D, "202", "010", 1000).build();
 * }</pre>
 *
 * <p>16 bytes of memory per line. Immutable and thread-safe.
 */
public final class Ledger {
  private static final int ARTS = 1000;
  private static final int FUNCTIONS = 1000;
  private static final int FIRST_INCOME = 600;

  private final String name;
  private final Unit unit;
  private final ImmutableSet<RestoredCode> restoredCodes;
  private final ImmutableList<String> regions;
  // Lines of region r are from starts[r] to starts[r + 1], by class, function, type and line.
  private final int[] starts;
  private final int[] positions;
  private final long[] amounts;
  private final int[] lines;

  private Ledger(Builder builder, ImmutableList<String> regions, int[] starts, int[] order) {
    this.name = builder.name;
    this.unit = builder.unit;
    this.restoredCodes = builder.restored.build();
    this.regions = regions;
    this.starts = starts;
    this.positions = new int[order.length];
    this.amounts = new long[order.length];
    this.lines = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      positions[i] = builder.positions[order[i]];
      amounts[i] = builder.amounts[order[i]];
      lines[i] = builder.lines[order[i]];
    }
  }

  /**
   * {@return the ledger of a CSV file, read strictly: leading zeros and no duplicates}
   *
   * @param file a file as {@link LedgerReader} describes it
   * @throws AccountsFileException at the first thing that cannot be used
   */
  public static Ledger read(Path file) {
    return reader().read(file);
  }

  /** {@return a reader, strict until it is told otherwise} */
  public static LedgerReader reader() {
    return LedgerReader.STRICT;
  }

  /**
   * {@return a builder without lines}
   *
   * @param name what to call the ledger in messages and contributions
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /**
   * {@return a ledger without lines: the enterprises of municipalities that have none}
   *
   * @param name what to call it in messages
   */
  public static Ledger empty(String name) {
    return builder(name).build();
  }

  /**
   * {@return a ledger of columns, in 1000 kr, without duplicates; the lines are numbered from 1}
   *
   * @param name what to call it in messages
   * @param regions a region per line
   * @param classes a class per line
   * @param functions a function per line
   * @param arts an account type per line
   * @param amounts an amount per line
   * @throws IllegalArgumentException if the columns are not equally long
   * @throws AccountsFileException if a code is not one, or a line is there twice
   */
  public static Ledger ofColumns(
      String name,
      List<String> regions,
      List<Kontoklasse> classes,
      List<String> functions,
      List<String> arts,
      long[] amounts) {
    int size = amounts.length;
    if (regions.size() != size
        || classes.size() != size
        || functions.size() != size
        || arts.size() != size) {
      throw new IllegalArgumentException(
          "columns of a ledger must be equally long, got "
              + regions.size()
              + " regions, "
              + classes.size()
              + " classes, "
              + functions.size()
              + " functions, "
              + arts.size()
              + " account types and "
              + size
              + " amounts");
    }
    Builder builder = builder(name);
    for (int i = 0; i < size; i++) {
      builder.add(regions.get(i), classes.get(i), functions.get(i), arts.get(i), amounts[i]);
    }
    return builder.build();
  }

  /** {@return what it is called: the name of its file} */
  public String name() {
    return name;
  }

  /** {@return the unit of its amounts} */
  public Unit unit() {
    return unit;
  }

  /** {@return how many lines it has} */
  public int size() {
    return amounts.length;
  }

  /**
   * {@return the codes whose leading zeros were put back, each once, in the order they were met}
   *
   * <p>Empty unless it was read with {@link LeadingZeros#RESTORE}.
   */
  public ImmutableSet<RestoredCode> restoredCodes() {
    return restoredCodes;
  }

  /** {@return the regions that have lines, in order of code} */
  public ImmutableSortedSet<String> regions() {
    return ImmutableSortedSet.copyOf(regions);
  }

  /** {@return its lines by region, class, function, account type and line} */
  public Stream<LedgerLine> lines() {
    return IntStream.range(0, regions.size())
        .boxed()
        .flatMap(r -> IntStream.range(starts[r], starts[r + 1]).mapToObj(i -> line(r, i)));
  }

  /**
   * {@return the lines of a region}
   *
   * @param region its code
   * @throws UnknownCodeException if the ledger has no line for it
   */
  public Stream<LedgerLine> lines(String region) {
    int r = regionIndex(region);
    if (r < 0) {
      throw new UnknownCodeException("region of ledger " + name, region, regions);
    }
    return IntStream.range(starts[r], starts[r + 1]).mapToObj(i -> line(r, i));
  }

  private LedgerLine line(int region, int index) {
    return new LedgerLine(
        lines[index],
        regions.get(region),
        Kontoklasse.values()[kontoklasse(index)],
        code(funksjon(index)),
        code(art(index)),
        amounts[index]);
  }

  /** A function or account type by its number. */
  static String code(int number) {
    String digits = Integer.toString(number);
    return "0".repeat(3 - digits.length()) + digits;
  }

  int regionIndex(String region) {
    return Math.max(-1, Collections.binarySearch(regions, region));
  }

  int start(int region) {
    return starts[region];
  }

  int end(int region) {
    return starts[region + 1];
  }

  int kontoklasse(int index) {
    return positions[index] / (FUNCTIONS * ARTS);
  }

  int funksjon(int index) {
    return positions[index] / ARTS % FUNCTIONS;
  }

  int art(int index) {
    return positions[index] % ARTS;
  }

  /** Class and function as one number, by which the lines of a region are sorted. */
  int row(int index) {
    return positions[index] / ARTS;
  }

  static int row(int kontoklasse, int funksjon) {
    return kontoklasse * FUNCTIONS + funksjon;
  }

  long amount(int index) {
    return amounts[index];
  }

  long lineNumber(int index) {
    return lines[index];
  }

  /** {@return name, number of lines and regions} */
  @Override
  public String toString() {
    return "Ledger " + name + ": " + size() + " lines, " + regions.size() + " regions, " + unit;
  }

  /** Collects lines. */
  public static final class Builder {
    private static final int FIRST_CAPACITY = 64;

    private final String name;
    private Unit unit = Unit.KNOK;
    private DuplicateLines duplicates = DuplicateLines.REFUSE;
    private LeadingZeros zeros = LeadingZeros.REFUSE;
    private boolean incomesNegative;
    private final Map<String, Integer> regionIndex = new HashMap<>();
    private final List<String> regionCodes = new ArrayList<>();
    private final Map<String, Integer> functionNumbers = new HashMap<>();
    private final Map<String, Integer> artNumbers = new HashMap<>();
    private final ImmutableSet.Builder<RestoredCode> restored = ImmutableSet.builder();
    private int[] regions = new int[FIRST_CAPACITY];
    private int[] positions = new int[FIRST_CAPACITY];
    private long[] amounts = new long[FIRST_CAPACITY];
    private int[] lines = new int[FIRST_CAPACITY];
    private int size;

    private Builder(String name) {
      this.name = name;
    }

    /**
     * Sets the unit of the amounts; 1000 kr until it is set.
     *
     * @param unit a unit of money
     * @return this builder
     * @throws IllegalArgumentException if it is no unit of money
     */
    public Builder unit(Unit unit) {
      if (!unit.kind().isMoney()) {
        throw new IllegalArgumentException(
            "a ledger is in NOK, kNOK or MNOK, got " + unit + " for ledger " + name);
      }
      this.unit = unit;
      return this;
    }

    /**
     * Sets what {@link #build} does about two lines for one key; they are refused until it is set.
     *
     * @param duplicates what to do
     * @return this builder
     */
    public Builder duplicates(DuplicateLines duplicates) {
      this.duplicates = duplicates;
      return this;
    }

    /**
     * Sets what is done about codes that have lost leading zeros; they are refused until it is set.
     *
     * @param zeros what to do
     * @return this builder
     */
    public Builder leadingZeros(LeadingZeros zeros) {
      this.zeros = zeros;
      return this;
    }

    /**
     * Says that lines added from now on have incomes (account types from 600 on) negative, as
     * reported; they are turned.
     *
     * @return this builder
     */
    public Builder incomesNegative() {
      this.incomesNegative = true;
      return this;
    }

    /**
     * Adds a line, numbered one after the last.
     *
     * @param region the region
     * @param kontoklasse current or investment account
     * @param funksjon the function
     * @param art the account type
     * @param amount whole units
     * @return this builder
     * @throws AccountsFileException if a code is not one
     */
    public Builder add(
        String region, Kontoklasse kontoklasse, String funksjon, String art, long amount) {
      return add(size == 0 ? 1 : lines[size - 1] + 1L, region, kontoklasse, funksjon, art, amount);
    }

    /**
     * Adds a line.
     *
     * @param line as {@link #add(long, String, Kontoklasse, String, String, long)} has them
     * @return this builder
     * @throws AccountsFileException if a code is not one
     */
    public Builder add(LedgerLine line) {
      return add(
          line.line(),
          line.region(),
          line.kontoklasse(),
          line.funksjon(),
          line.art(),
          line.amount());
    }

    /**
     * Adds a line.
     *
     * @param line where it stands, at most 2^31 - 1
     * @param region the region
     * @param kontoklasse current or investment account
     * @param funksjon the function
     * @param art the account type
     * @param amount whole units
     * @return this builder
     * @throws AccountsFileException if a code is not one, or an income cannot be turned
     */
    public Builder add(
        long line,
        String region,
        Kontoklasse kontoklasse,
        String funksjon,
        String art,
        long amount) {
      int number = number(artNumbers, CodeNotation.ART, art, line);
      int position =
          Ledger.row(
                      kontoklasse.ordinal(),
                      number(functionNumbers, CodeNotation.FUNKSJON, funksjon, line))
                  * ARTS
              + number;
      int r = regionNumber(region, line);
      boolean turned = incomesNegative && number >= FIRST_INCOME;
      if (amount == Long.MIN_VALUE) {
        throw new AccountsFileException(
            Problem.TOO_LARGE,
            name,
            line,
            "belop",
            Long.toString(amount),
            "amounts from -(2^63 - 1) to 2^63 - 1");
      }
      grow();
      regions[size] = r;
      positions[size] = position;
      amounts[size] = turned ? -amount : amount;
      lines[size] = Math.toIntExact(line);
      size++;
      return this;
    }

    private int number(Map<String, Integer> known, CodeNotation kind, String text, long line) {
      Integer number = known.get(text);
      if (number == null) {
        number = Integer.valueOf(codeOf(kind, text, line));
        known.put(text, number);
      }
      return number;
    }

    private int regionNumber(String text, long line) {
      Integer known = regionIndex.get(text);
      if (known != null) {
        return known;
      }
      // "300" and "0300" may both occur when zeros are restored; they are one region.
      String code = codeOf(CodeNotation.REGION, text, line);
      Integer number = regionIndex.get(code);
      if (number == null) {
        number = regionCodes.size();
        regionCodes.add(code);
        regionIndex.put(code, number);
      }
      regionIndex.put(text, number);
      return number;
    }

    private String codeOf(CodeNotation kind, String text, long line) {
      String code = kind.ofLedger(text, zeros, name, line);
      String written = text.strip();
      if (!code.equals(written)) {
        restored.add(new RestoredCode(kind.column(), written, code));
      }
      return code;
    }

    private void grow() {
      if (size == amounts.length) {
        int capacity = Math.addExact(size, size);
        regions = Arrays.copyOf(regions, capacity);
        positions = Arrays.copyOf(positions, capacity);
        amounts = Arrays.copyOf(amounts, capacity);
        lines = Arrays.copyOf(lines, capacity);
      }
    }

    /**
     * {@return the ledger}
     *
     * @throws AccountsFileException if two lines are for the same key and duplicates are refused
     */
    public Ledger build() {
      LedgerOrder order = new LedgerOrder(regionCodes, regions, positions, amounts, lines, size);
      if (duplicates == DuplicateLines.REFUSE) {
        order
            .firstDuplicate()
            .ifPresent(
                at -> {
                  throw duplicate(order, at);
                });
      }
      return new Ledger(this, order.codes(), order.starts(), order.lines());
    }

    private AccountsFileException duplicate(LedgerOrder order, int at) {
      int first = order.lines()[at - 1];
      int second = order.lines()[at];
      int row = positions[second] / ARTS;
      return new AccountsFileException(
          Problem.DUPLICATE,
          name,
          lines[second],
          "",
          regionCodes.get(regions[second])
              + " "
              + Kontoklasse.values()[row / FUNCTIONS]
              + " "
              + code(row % FUNCTIONS)
              + " "
              + code(positions[second] % ARTS),
          "one line for each, the first is on line "
              + lines[first]
              + "; or DuplicateLines.SUM to add them");
    }
  }
}
