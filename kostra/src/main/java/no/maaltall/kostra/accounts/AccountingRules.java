package no.maaltall.kostra.accounts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.maaltall.core.indicator.InvalidNotationException;
import no.maaltall.core.measure.MissingRegions;

/**
 * The rules of one year that turn a ledger into KOSTRA's amounts.
 *
 * <pre>{@code
 * AccountingRules rules = AccountingRules.read(Path.of("regler"), 2015, LeadingZeros.RESTORE);
 * AccountTable table = rules.apply(ledger, enterprises);
 * table.amount(Concept.BRUTTO_DRIFTSUTGIFTER, "0301", "FGK13").text();
 * }</pre>
 *
 * <p>For a region, with {@code F} and {@code T} the sums that the hierarchies of functions and of
 * account types say, {@code k} the ledger of the municipality and {@code s} that of its
 * enterprises:
 *
 * <ul>
 *   <li>scope B: {@code F·k·T}, the municipality alone;
 *   <li>scope A: {@code F·(k·T + s·T + s·Ns + k·Nk)}, with {@code Ns} and {@code Nk} the two
 *       nettings of internal trade, by account type.
 * </ul>
 *
 * <p>Then formulas replace the amounts of their cells, in the order of their dependencies, and the
 * star table says which amounts are of interest. A sum over nothing booked is 0: a ledger is
 * complete, and what is not in it was not spent.
 *
 * <p>Everything is exact: amounts are whole units in 64 bits, and one that does not fit is an
 * error. Only a formula with a quotient or a factor that is not whole is rounded, half away from
 * zero, and only its result.
 *
 * <p>The method is that of Statistics Norway, as the documentation of its R package kostraregnskap
 * describes it. Compiled when built; immutable and thread-safe.
 */
public final class AccountingRules {
  private final int year;
  private final Hierarchy functions;
  private final Hierarchy arts;
  private final Netting enterpriseNetting;
  private final Netting municipalityNetting;
  private final StarTable starTable;
  private final ImmutableList<Formula> formulas;
  private final Plan plan;

  private AccountingRules(Builder builder) {
    this.year = builder.year;
    this.functions = builder.functions;
    this.arts = builder.arts;
    requireKnown(functions, "function");
    requireKnown(arts, "account type");
    this.enterpriseNetting = Netting.of(builder.enterpriseNetting, arts);
    this.municipalityNetting = Netting.of(builder.municipalityNetting, arts);
    this.starTable = builder.starTable;
    builder.formulas.forEach(this::requireKnownTerms);
    this.formulas = Formula.inOrder(builder.formulas);
    this.plan =
        new Plan(functions, arts, enterpriseNetting, municipalityNetting, starTable, formulas);
  }

  private static void requireKnown(Hierarchy hierarchy, String what) {
    for (Hierarchy.Edge edge : hierarchy.edges()) {
      if (!hierarchy.isSum(edge.from()) && !Plan.isBooked(edge.from())) {
        throw new HierarchyException(
            HierarchyException.Problem.UNKNOWN_CODE,
            hierarchy.name(),
            hierarchy.line(edge),
            ImmutableList.of(edge.to(), edge.from()),
            "a sum that the hierarchy defines, or a " + what + " of three digits");
      }
    }
  }

  private void requireKnownTerms(Formula formula) {
    List<Cell> cells = new ArrayList<>(formula.expression().cells());
    cells.add(formula.target());
    for (Cell cell : cells) {
      if (!functions.codes().contains(cell.funksjon()) || !arts.codes().contains(cell.art())) {
        throw new FormulaException(
            FormulaException.Problem.UNKNOWN_TERM,
            formula.text(),
            formula.file(),
            formula.line(),
            ImmutableList.of(cell.toString()),
            "functions of " + functions.name() + " and account types of " + arts.name());
      }
    }
  }

  /**
   * {@return a builder of the rules of a year}
   *
   * @param year the year
   */
  public static Builder builder(int year) {
    return new Builder(year);
  }

  /**
   * {@return the rules that come with the library for a year}
   *
   * <p>A small set of our own: the concepts and service areas of {@link
   * no.maaltall.kostra.catalog.Catalog}, with Statistics Norway's codes. For every amount that they
   * publish, read their rules with {@link #read}.
   *
   * @param year the year
   * @throws NoRulesException if there are none for it
   */
  public static AccountingRules of(int year) {
    return RuleFiles.bundled(year);
  }

  /** {@return the years that {@link #of} has rules for} */
  public static ImmutableSortedSet<Integer> years() {
    return RuleFiles.BUNDLED_YEARS;
  }

  /**
   * {@return the rules of a year in a directory, leading zeros required}
   *
   * @param directory where the files are
   * @param year the year
   * @throws AccountsFileException if a file cannot be read
   * @throws HierarchyException if a hierarchy cannot be computed
   * @throws FormulaException if a formula cannot be computed
   * @throws NoRulesException if the files have no rules for the year
   */
  public static AccountingRules read(Path directory, int year) {
    return read(directory, year, LeadingZeros.REFUSE);
  }

  /**
   * {@return the rules of a year in a directory}
   *
   * <p>The files: {@code funksjonshierarki.csv} and {@code artshierarki.csv}; and where there are
   * any, {@code artshierarki_nettinger.csv} (of the enterprises' ledger), {@code
   * artshierarki_nettinger_kasse.csv} (of the municipality's), {@code stjernetabell.csv}, and
   * {@code formler.csv} with columns {@code periode,formel}.
   *
   * @param directory where the files are
   * @param year the year
   * @param zeros what to do about codes that have lost leading zeros
   * @throws AccountsFileException if a file cannot be read
   * @throws HierarchyException if a hierarchy cannot be computed
   * @throws FormulaException if a formula cannot be computed
   * @throws NoRulesException if the files have no rules for the year
   */
  public static AccountingRules read(Path directory, int year, LeadingZeros zeros) {
    return RuleFiles.read(directory, year, zeros);
  }

  /** {@return the year that the rules are for} */
  public int year() {
    return year;
  }

  /** {@return how functions add up} */
  public Hierarchy functions() {
    return functions;
  }

  /** {@return how account types add up} */
  public Hierarchy arts() {
    return arts;
  }

  /** {@return which amounts are of interest} */
  public StarTable starTable() {
    return starTable;
  }

  /** {@return the formulas as written, one per class, each after those that it depends on} */
  public ImmutableList<String> formulas() {
    return formulas.stream()
        .map(f -> f.target() + " <- " + f.text())
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * {@return the amounts of municipalities alone, scope B}
   *
   * @param ledger their accounts
   * @throws AccountsFileException if a line has a function or account type unknown to the rules
   * @throws AmountOverflowException if an amount does not fit in 64 bits
   */
  public AccountTable apply(Ledger ledger) {
    return new AccountRun(this, ledger, Optional.empty()).table();
  }

  /**
   * {@return the amounts of municipalities, with and without their enterprises}
   *
   * @param ledger the accounts of the municipalities themselves
   * @param enterprises those of their enterprises, by the municipality that they belong to; {@link
   *     Ledger#empty} when they have none
   * @throws AccountsFileException if a line has a function or account type unknown to the rules
   * @throws AmountOverflowException if an amount does not fit in 64 bits
   */
  public AccountTable apply(Ledger ledger, Ledger enterprises) {
    return new AccountRun(this, ledger, Optional.of(enterprises)).table();
  }

  /**
   * {@return the amounts of municipalities and of groups of them: counties, KOSTRA groups, the
   * country}
   *
   * <p>A group's amounts are the sums of its members', with the sign of the edges; formulas are
   * computed from the sums. A group without any member in the ledgers is not in the table.
   *
   * @param ledger the accounts of the municipalities themselves
   * @param enterprises those of their enterprises
   * @param groups the groups as sums of regions
   * @param missing what to do about a member without lines: refuse the run, or leave it out and say
   *     so in {@link AccountTable#leftOut}
   * @throws AccountsFileException if a line has a function or account type unknown to the rules
   * @throws AmountOverflowException if an amount does not fit in 64 bits
   * @throws MissingMemberException if a member has no lines, and that is refused
   */
  public AccountTable apply(
      Ledger ledger, Ledger enterprises, Hierarchy groups, MissingRegions missing) {
    return new AccountRun(this, ledger, Optional.of(enterprises)).table(groups, missing);
  }

  Plan plan() {
    return plan;
  }

  Netting enterpriseNetting() {
    return enterpriseNetting;
  }

  Netting municipalityNetting() {
    return municipalityNetting;
  }

  /** {@return the year and how many codes, formulas and rows there are} */
  @Override
  public String toString() {
    return "AccountingRules "
        + year
        + ": "
        + functions.codes().size()
        + " functions and sums, "
        + arts.codes().size()
        + " account types and sums, "
        + formulas.size()
        + " formulas, "
        + starTable;
  }

  /** Collects the rules of a year. */
  public static final class Builder {
    private final int year;
    private Hierarchy functions = Hierarchy.builder("functions").build();
    private Hierarchy arts = Hierarchy.builder("account types").build();
    private Hierarchy enterpriseNetting = Hierarchy.builder("netting of enterprises").build();
    private Hierarchy municipalityNetting = Hierarchy.builder("netting of municipality").build();
    private StarTable starTable = StarTable.everything();
    private final List<Formula> formulas = new ArrayList<>();

    private Builder(int year) {
      this.year = year;
    }

    /**
     * Sets how functions add up. Those of three digits that are no sums are what amounts are booked
     * on.
     *
     * @param functions the hierarchy
     * @return this builder
     */
    public Builder functions(Hierarchy functions) {
      this.functions = functions;
      return this;
    }

    /**
     * Sets how account types add up. Those of three digits that are no sums are what amounts are
     * booked on.
     *
     * @param arts the hierarchy
     * @return this builder
     */
    public Builder arts(Hierarchy arts) {
      this.arts = arts;
      return this;
    }

    /**
     * Sets what is netted in the enterprises' ledger, for scope A. The part {@code COPY} stands for
     * all parts of the sum that are netted.
     *
     * @param netting edges from what is taken out to the sums that it is taken out of
     * @return this builder
     */
    public Builder enterpriseNetting(Hierarchy netting) {
      this.enterpriseNetting = netting;
      return this;
    }

    /**
     * Sets what is netted in the municipality's own ledger, for scope A; see {@link
     * #enterpriseNetting}.
     *
     * @param netting edges from what is taken out to the sums that it is taken out of
     * @return this builder
     */
    public Builder municipalityNetting(Hierarchy netting) {
      this.municipalityNetting = netting;
      return this;
    }

    /**
     * Sets which amounts are of interest; all are until it is set.
     *
     * @param table the table
     * @return this builder
     */
    public Builder starTable(StarTable table) {
      this.starTable = table;
      return this;
    }

    /**
     * Adds a formula: {@code D:FG2:AGD22 = D:FG2:AGD30 - D:FG2:AGD31}. Without a class on the left
     * it is for both. A term that is the left side itself is its amount before the formula.
     *
     * @param formula the formula
     * @return this builder
     * @throws FormulaException if it cannot be read
     */
    public Builder formula(String formula) {
      return formula(formula, "rules of " + year, 0);
    }

    Builder formula(String formula, String file, long line) {
      formulas.addAll(Formula.parse(formula, file, line));
      return this;
    }

    /**
     * {@return the rules, compiled}
     *
     * @throws HierarchyException if a hierarchy refers to a code of nothing
     * @throws FormulaException if a formula has an unknown term, is circular, or is there twice
     * @throws InvalidNotationException if a pattern of the star table is none
     */
    public AccountingRules build() {
      return new AccountingRules(this);
    }
  }
}
