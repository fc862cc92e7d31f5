package no.maaltall.kostra.accounts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.kostra.accounts.AccountRun.RegionAmounts;
import no.maaltall.kostra.catalog.Catalog;
import no.maaltall.kostra.catalog.CodeList;
import no.maaltall.kostra.catalog.CodeNotValidException;
import no.maaltall.kostra.catalog.Concept;
import no.maaltall.kostra.catalog.Level;
import no.maaltall.kostra.catalog.ServiceArea;

/**
 * The amounts of one year: scope × region × function × class × account type, those that the star
 * table selects.
 *
 * <pre>{@code
 * table.amount(AccountKey.parse("A:0301:FGK13:D:AGD10"));                       // a long
 * table.amount(Concept.NETTO_DRIFTSUTGIFTER, "0301", ServiceArea.BARNEVERN);    // a Figure
 * table.explain(AccountKey.parse("A:0301:FGK13:D:AGD10"));                      // its lines
 * }</pre>
 *
 * <p>Nothing booked is 0, not missing: a ledger is complete. Only an amount whose formula divides
 * by zero is missing. Amounts take 8 bytes each, per region and scope as many as the star table
 * selects; the ledgers are kept for explanations. Immutable and thread-safe.
 */
public final class AccountTable {
  private static final int MOST_EXPLAINED = 40;

  private final AccountingRules rules;
  private final Ledger ledger;
  private final Optional<Ledger> enterprises;
  private final ImmutableSortedMap<String, RegionAmounts> amounts;
  private final ImmutableMap<String, ImmutableMap<String, Long>> members;
  private final ImmutableMap<String, ImmutableSortedSet<String>> leftOut;
  private final Catalog catalog;

  AccountTable(
      AccountingRules rules,
      Ledger ledger,
      Optional<Ledger> enterprises,
      ImmutableSortedMap<String, RegionAmounts> amounts,
      ImmutableMap<String, ImmutableMap<String, Long>> members,
      ImmutableMap<String, ImmutableSortedSet<String>> leftOut) {
    this(rules, ledger, enterprises, amounts, members, leftOut, Catalog.standard());
  }

  private AccountTable(
      AccountingRules rules,
      Ledger ledger,
      Optional<Ledger> enterprises,
      ImmutableSortedMap<String, RegionAmounts> amounts,
      ImmutableMap<String, ImmutableMap<String, Long>> members,
      ImmutableMap<String, ImmutableSortedSet<String>> leftOut,
      Catalog catalog) {
    this.rules = rules;
    this.ledger = ledger;
    this.enterprises = enterprises;
    this.amounts = amounts;
    this.members = members;
    this.leftOut = leftOut;
    this.catalog = catalog;
  }

  /**
   * {@return this table with concepts and service areas looked up in another catalog than {@link
   * Catalog#standard}}
   *
   * @param catalog the catalog
   */
  public AccountTable withCatalog(Catalog catalog) {
    return new AccountTable(rules, ledger, enterprises, amounts, members, leftOut, catalog);
  }

  /** {@return the rules that it was computed by} */
  public AccountingRules rules() {
    return rules;
  }

  /** {@return the catalog that it looks concepts and service areas up in} */
  public Catalog catalog() {
    return catalog;
  }

  /** {@return its year} */
  public Period period() {
    return Period.year(rules.year());
  }

  /** {@return the unit of its amounts} */
  public Unit unit() {
    return ledger.unit();
  }

  /** {@return its regions and groups of regions, in order of code} */
  public ImmutableSortedSet<String> regions() {
    return amounts.keySet();
  }

  /** {@return A and B, or B alone when it was computed without enterprises} */
  public ImmutableSet<Scope> scopes() {
    return enterprises.isPresent() ? ImmutableSet.of(Scope.A, Scope.B) : ImmutableSet.of(Scope.B);
  }

  /** {@return A, or B when it was computed without enterprises: what a concept is looked up in} */
  public Scope widestScope() {
    return enterprises.isPresent() ? Scope.A : Scope.B;
  }

  /**
   * {@return the members of a group that had no lines and so are not in its amounts}
   *
   * @param group the group
   * @throws UnknownCodeException if there is no such group
   */
  public ImmutableSortedSet<String> leftOut(String group) {
    ImmutableSortedSet<String> missing = leftOut.get(group);
    if (missing == null) {
      throw new UnknownCodeException("group of regions", group, leftOut.keySet());
    }
    return missing;
  }

  /** {@return how many amounts there are, zeros included} */
  public long size() {
    return amounts.values().stream().mapToLong(r -> r.layout().size()).sum() * scopes().size();
  }

  /**
   * {@return whether the star table selects an amount}
   *
   * @param key which amount
   * @throws UnknownCodeException if it names a region, function or account type that is not there
   */
  public boolean has(AccountKey key) {
    return region(key).layout().index(rules.plan(), key.cell()) >= 0;
  }

  /**
   * {@return an amount, in whole units}
   *
   * @param key which amount
   * @throws UnknownCodeException if it names a scope, region, function or account type that is not
   *     there
   * @throws NotSelectedException if the star table leaves it out
   * @throws UndefinedAmountException if its formula divides by zero
   */
  public long amount(AccountKey key) {
    RegionAmounts of = region(key);
    int index = of.layout().index(rules.plan(), key.cell());
    if (index < 0) {
      throw new NotSelectedException(key);
    }
    long amount = values(of, key.scope())[index];
    if (amount == RegionSums.UNDEFINED) {
      throw new UndefinedAmountException(key);
    }
    return amount;
  }

  /**
   * {@return a concept in a service area, of the municipality with its enterprises, or alone when
   * those were not given; in the current account}
   *
   * @param concept the concept
   * @param region the region or group
   * @param area the service area; concepts are meant on the level that it has
   * @throws UnknownCodeException if the rules do not have its code, or there is no such region
   * @throws CodeNotValidException if the concept or area did not exist in the year
   * @throws NotSelectedException if the star table leaves it out
   */
  public Figure amount(Concept concept, String region, ServiceArea area) {
    return amount(concept, region, catalog.sum(area, rules.year()));
  }

  /**
   * {@return a concept in a function or sum of functions; see {@link #amount(Concept, String,
   * ServiceArea)}}
   *
   * @param concept the concept
   * @param region the region or group
   * @param funksjon the code of the function or sum; concepts are meant on the level that the
   *     catalog says it has
   * @throws UnknownCodeException if the rules do not have a code, or there is no such region
   * @throws CodeNotValidException if the concept did not exist in the year
   * @throws NotSelectedException if the star table leaves it out
   */
  public Figure amount(Concept concept, String region, String funksjon) {
    return amount(widestScope(), concept, region, funksjon);
  }

  /**
   * {@return a concept in a scope; see {@link #amount(Concept, String, String)}}
   *
   * @param scope with or without enterprises
   * @param concept the concept
   * @param region the region or group
   * @param funksjon the code of the function or sum
   * @throws UnknownCodeException if the rules do not have a code, or there is no such region or
   *     scope
   * @throws CodeNotValidException if the concept did not exist in the year
   * @throws NotSelectedException if the star table leaves it out
   */
  public Figure amount(Scope scope, Concept concept, String region, String funksjon) {
    AccountKey key = key(scope, concept, region, funksjon);
    return new AccountFigures(this).figure(key, Optional.of(concept));
  }

  /**
   * {@return which amount a concept is}
   *
   * @param scope with or without enterprises
   * @param concept the concept
   * @param region the region or group
   * @param funksjon the code of a function or sum
   * @throws UnknownCodeException if the catalog does not have the concept on that level
   * @throws CodeNotValidException if the concept did not exist in the year
   */
  public AccountKey key(Scope scope, Concept concept, String region, String funksjon) {
    Level level = catalog.level(funksjon, rules.year());
    String art = catalog.art(concept, level, rules.year());
    return new AccountKey(scope, region, funksjon, Kontoklasse.D, art);
  }

  /**
   * {@return an amount as a figure, which explains itself by its parts; missing when its formula
   * divides by zero}
   *
   * <p>A double holds whole numbers up to 2^53 exactly; {@link #amount(AccountKey)} all of them.
   *
   * @param key which amount
   * @throws UnknownCodeException if it names a scope, region, function or account type that is not
   *     there
   * @throws NotSelectedException if the star table leaves it out
   */
  public Figure figure(AccountKey key) {
    return new AccountFigures(this).figure(key, Optional.empty());
  }

  Observation observation(AccountKey key) {
    try {
      return Observation.of((double) amount(key));
    } catch (UndefinedAmountException e) {
      return Observation.missing();
    }
  }

  /**
   * {@return every amount that is not missing, zeros included, in order of key}
   *
   * <p>Made as they are asked for.
   */
  public Stream<AccountAmount> rows() {
    return scopes().stream()
        .flatMap(scope -> regions().stream().flatMap(region -> rows(scope, region)));
  }

  /** {@return every amount that is neither missing nor 0, in order of key} */
  public Stream<AccountAmount> nonZero() {
    return rows().filter(r -> r.amount() != 0);
  }

  /**
   * {@return the amounts of a scope and region that are not missing, in order of key}
   *
   * @param scope the scope
   * @param region the region or group
   * @throws UnknownCodeException if the table does not have the scope or region
   */
  public Stream<AccountAmount> rows(Scope scope, String region) {
    RegionAmounts of = region(scope, region);
    Layout layout = of.layout();
    long[] values = values(of, scope);
    return IntStream.range(0, layout.rows())
        .boxed()
        .flatMap(
            row ->
                IntStream.range(layout.starts()[row], layout.starts()[row + 1])
                    .filter(i -> values[i] != RegionSums.UNDEFINED)
                    .mapToObj(i -> row(scope, region, layout, row, i, values[i])));
  }

  private AccountAmount row(
      Scope scope, String region, Layout layout, int row, int index, long amount) {
    Cell cell = layout.cell(rules.plan(), row, index);
    return new AccountAmount(
        new AccountKey(scope, region, cell.funksjon(), cell.kontoklasse(), cell.art()), amount);
  }

  /**
   * Writes every amount that is neither missing nor 0 as CSV, in order of key: {@code
   * regnskapsomfang,region,funksjon,kontoklasse,art,belop}.
   *
   * <p>Written as it goes, so that a large table needs no memory for it.
   *
   * @param file where to; replaced when it is there
   * @throws IOException if it cannot be written
   */
  public void writeCsv(Path file) throws IOException {
    try (CsvWriter csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .build(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      csv.writeRecord("regnskapsomfang", "region", "funksjon", "kontoklasse", "art", "belop");
      nonZero()
          .forEach(
              r ->
                  csv.writeRecord(
                      r.key().scope().name(),
                      r.key().region(),
                      r.key().funksjon(),
                      r.key().kontoklasse().name(),
                      r.key().art(),
                      Long.toString(r.amount())));
    } catch (UncheckedIOException e) {
      throw e.getCause() == null ? new IOException(e) : e.getCause();
    }
  }

  /**
   * {@return what each line adds to an amount, with sign and way (bidrag); they add up to it}
   *
   * <p>For every code of the rules, also for amounts that the star table leaves out. What cancels
   * out within one kind is left out; a purchase that is netted away is there twice, as itself and
   * as netting.
   *
   * @param key which amount
   * @throws UnknownCodeException if it names a scope, region, function or account type that is not
   *     there
   * @throws NotAdditiveException if a formula that it depends on is no sum with whole factors
   */
  public ImmutableList<Contribution> contributions(AccountKey key) {
    region(key);
    return contributionFinder().of(key, regionsIn(key.region()));
  }

  /**
   * {@return concepts in service areas, of every region: those that the rules have and the star
   * table selects, by region, area and concept}
   *
   * <p>Much faster than one figure at a time.
   *
   * @param concepts the concepts
   * @param areas the service areas
   * @throws UnknownCodeException if the catalog does not have a concept or area
   * @throws CodeNotValidException if one did not exist in the year
   */
  public Stream<Figure> figures(List<Concept> concepts, List<ServiceArea> areas) {
    AccountFigures figures = new AccountFigures(this);
    return regions().stream()
        .flatMap(
            region ->
                areas.stream()
                    .map(area -> catalog.sum(area, rules.year()))
                    .flatMap(
                        sum ->
                            concepts.stream()
                                .flatMap(
                                    c -> figures.ifThere(key(widestScope(), c, region, sum), c))));
  }

  BaseAmounts baseAmounts() {
    return new BaseAmounts(rules, ledger, enterprises);
  }

  Contributions contributionFinder() {
    return new Contributions(rules, ledger, enterprises);
  }

  ImmutableMap<String, Long> regionsIn(String region) {
    return members.getOrDefault(region, ImmutableMap.of(region, 1L));
  }

  /** The names of the ledgers, for sources. */
  String source() {
    return ledger.name() + enterprises.map(e -> ", " + e.name()).orElse("");
  }

  /**
   * {@return an amount and the lines that it is the sum of, the largest first, in bokmål}
   *
   * @param key which amount, selected by the star table or not
   * @throws UnknownCodeException if it names a scope, region, function or account type that is not
   *     there
   * @throws NotAdditiveException if a formula that it depends on is no sum with whole factors
   */
  public String explain(AccountKey key) {
    return explain(key, MOST_EXPLAINED);
  }

  /**
   * {@return an amount and the lines that it is the sum of, the largest first, in bokmål}
   *
   * @param key which amount, selected by the star table or not
   * @param mostLines how many lines to show; the rest are shown as one sum
   * @throws UnknownCodeException if it names a scope, region, function or account type that is not
   *     there
   * @throws NotAdditiveException if a formula that it depends on is no sum with whole factors
   */
  public String explain(AccountKey key, int mostLines) {
    return new AccountFigures(this).explain(key, mostLines, Locale.forLanguageTag("nb-NO"));
  }

  private RegionAmounts region(AccountKey key) {
    Plan plan = rules.plan();
    if (!plan.functionIndex.containsKey(key.funksjon())) {
      requireValid(catalog().functions(), key.funksjon());
      throw new UnknownCodeException("funksjon", key.funksjon(), plan.functions);
    }
    if (!plan.artIndex.containsKey(key.art())) {
      requireValid(catalog().arts(), key.art());
      throw new UnknownCodeException("art", key.art(), plan.arts);
    }
    return region(key.scope(), key.region());
  }

  /**
   * Of a code that the catalog has in other years: when it was valid, and what stands for it now.
   */
  private void requireValid(CodeList codes, String code) {
    if (codes.entries().stream().anyMatch(e -> e.code().equals(code))) {
      codes.require(code, rules.year());
    }
  }

  private RegionAmounts region(Scope scope, String region) {
    RegionAmounts of = amounts.get(region);
    if (of == null) {
      throw new UnknownCodeException("region of the accounts", region, amounts.keySet());
    }
    if (scope == Scope.A && enterprises.isEmpty()) {
      throw new UnknownCodeException(
          "scope (the rules were applied without a ledger of enterprises)",
          scope.name(),
          List.of(Scope.B.name()));
    }
    return of;
  }

  private static long[] values(RegionAmounts of, Scope scope) {
    long[] a = of.a();
    return scope == Scope.A && a != null ? a : of.b();
  }

  /** {@return the year, and how many regions and amounts there are} */
  @Override
  public String toString() {
    return "AccountTable "
        + rules.year()
        + ": scopes "
        + scopes()
        + ", "
        + regions().size()
        + " regions, "
        + size()
        + " amounts in "
        + unit();
  }
}
