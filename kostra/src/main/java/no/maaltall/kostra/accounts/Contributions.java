package no.maaltall.kostra.accounts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import no.maaltall.kostra.accounts.Contribution.Kind;

/** Finds which lines make up an amount, and by which way; for one amount at a time. */
final class Contributions {
  private final AccountingRules rules;
  private final Ledger ledger;
  private final Optional<Ledger> enterprises;

  Contributions(AccountingRules rules, Ledger ledger, Optional<Ledger> enterprises) {
    this.rules = rules;
    this.ledger = ledger;
    this.enterprises = enterprises;
  }

  /** The contributions to an amount after formulas. */
  ImmutableList<Contribution> of(AccountKey key, ImmutableMap<String, Long> regions) {
    ImmutableList.Builder<Contribution> found = ImmutableList.builder();
    beforeFormulas(key)
        .forEach(
            (cell, factor) -> found.addAll(beforeFormulas(key.scope(), regions, cell, factor)));
    return found.build();
  }

  /**
   * The amounts before formulas that an amount is a sum of, with factors. Formulas are taken from
   * the last to the first, so that each is put in once however often it is used.
   */
  Map<Cell, Long> beforeFormulas(AccountKey key) {
    Map<Cell, Long> after = new LinkedHashMap<>();
    Map<Cell, Long> before = new LinkedHashMap<>();
    after.put(key.cell(), 1L);
    for (Plan.CompiledFormula compiled : rules.plan().formulas.reverse()) {
      Formula formula = compiled.formula();
      Long factor = after.remove(formula.target());
      if (factor == null || factor == 0) {
        continue;
      }
      Map<Cell, Long> factors =
          formula
              .expression()
              .wholeFactors()
              .orElseThrow(() -> new NotAdditiveException(key, formula.text()));
      factors.forEach(
          (cell, f) ->
              (cell.equals(formula.target()) ? before : after)
                  .merge(cell, Math.multiplyExact(factor, f), Math::addExact));
    }
    after.forEach((cell, factor) -> before.merge(cell, factor, Math::addExact));
    before.values().removeIf(f -> f == 0);
    return before;
  }

  /** The contributions to an amount before formulas, times a factor. */
  private ImmutableList<Contribution> beforeFormulas(
      Scope scope, ImmutableMap<String, Long> regions, Cell cell, long factor) {
    ImmutableList.Builder<Contribution> found = ImmutableList.builder();
    Ways ways = new Ways(cell);
    Map<String, Long> arts = rules.arts().leafFactors(cell.art());
    add(found, ways, Kind.MUNICIPALITY, ledger, regions, arts, factor);
    if (scope == Scope.A && enterprises.isPresent()) {
      add(found, ways, Kind.ENTERPRISE, enterprises.get(), regions, arts, factor);
      add(
          found,
          ways,
          Kind.ENTERPRISE_NETTING,
          enterprises.get(),
          regions,
          rules.enterpriseNetting().leafFactors(cell.art(), rules.arts()),
          factor);
      add(
          found,
          ways,
          Kind.MUNICIPALITY_NETTING,
          ledger,
          regions,
          rules.municipalityNetting().leafFactors(cell.art(), rules.arts()),
          factor);
    }
    return found.build();
  }

  private void add(
      ImmutableList.Builder<Contribution> to,
      Ways ways,
      Kind kind,
      Ledger from,
      ImmutableMap<String, Long> regions,
      Map<String, Long> arts,
      long factor) {
    regions.entrySet().stream()
        .filter(r -> from.regionIndex(r.getKey()) >= 0)
        .flatMap(
            r ->
                from.lines(r.getKey())
                    .filter(l -> l.kontoklasse() == ways.cell.kontoklasse())
                    .filter(l -> ways.functions.containsKey(l.funksjon()))
                    .filter(l -> arts.containsKey(l.art()))
                    .map(
                        l ->
                            new Contribution(
                                kind,
                                from.name(),
                                l,
                                product(
                                    factor,
                                    r.getValue(),
                                    ways.functions.getOrDefault(l.funksjon(), 0L),
                                    arts.getOrDefault(l.art(), 0L)),
                                ways.functionPath(l.funksjon()),
                                ways.artPath(kind, l.art()))))
        .filter(c -> c.factor() != 0)
        .sorted(
            Comparator.comparing((Contribution c) -> c.line().region())
                .thenComparingLong(c -> c.line().line()))
        .forEach(to::add);
  }

  private static long product(long... factors) {
    long product = 1;
    for (long factor : factors) {
      product = Math.multiplyExact(product, factor);
    }
    return product;
  }

  /** The ways down from a cell, each found once. */
  private final class Ways {
    private final Cell cell;
    private final ImmutableMap<String, Long> functions;
    private final Map<String, ImmutableList<String>> functionPaths = new HashMap<>();
    private final Map<String, ImmutableList<String>> artPaths = new HashMap<>();

    private Ways(Cell cell) {
      this.cell = cell;
      this.functions = rules.functions().leafFactors(cell.funksjon());
    }

    private ImmutableList<String> functionPath(String function) {
      return functionPaths.computeIfAbsent(
          function, f -> rules.functions().path(cell.funksjon(), f));
    }

    private ImmutableList<String> artPath(Kind kind, String art) {
      return artPaths.computeIfAbsent(
          kind + art,
          k ->
              switch (kind) {
                case MUNICIPALITY, ENTERPRISE -> rules.arts().path(cell.art(), art);
                case ENTERPRISE_NETTING ->
                    rules.enterpriseNetting().path(cell.art(), art, rules.arts());
                case MUNICIPALITY_NETTING ->
                    rules.municipalityNetting().path(cell.art(), art, rules.arts());
              });
    }
  }
}
