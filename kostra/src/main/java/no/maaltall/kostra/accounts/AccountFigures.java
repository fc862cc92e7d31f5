package no.maaltall.kostra.accounts;

import com.google.common.collect.ImmutableList;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.maaltall.core.indicator.Derivation;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.Operand;
import no.maaltall.core.indicator.Region;
import no.maaltall.kostra.catalog.Concept;
import no.maaltall.kostra.catalog.Level;

/** Amounts as figures and as explanations. */
final class AccountFigures {
  private static final String MEASURE = "amount";
  private static final String MINUS = " − ";

  private final AccountTable table;
  private final BaseAmounts base;

  AccountFigures(AccountTable table) {
    this.table = table;
    this.base = table.baseAmounts();
  }

  Figure figure(AccountKey key, Optional<Concept> concept) {
    return Figure.builder()
        .indicator(indicator(key, concept))
        .region(Region.of(key.region()))
        .measure(MEASURE)
        .period(table.period())
        .observation(table.observation(key))
        .unit(table.unit())
        .decimals(0)
        .derivation(derivation(key))
        .build();
  }

  /** The figure of a concept, if the rules have its codes and the star table selects it. */
  Stream<Figure> ifThere(AccountKey key, Concept concept) {
    Plan plan = table.rules().plan();
    boolean there =
        plan.functionIndex.containsKey(key.funksjon())
            && plan.artIndex.containsKey(key.art())
            && table.has(key);
    return there ? Stream.of(figure(key, Optional.of(concept))) : Stream.empty();
  }

  Indicator indicator(AccountKey key, Optional<Concept> concept) {
    return Indicator.builder()
        .id(
            "regnskap."
                + key.scope()
                + "."
                + key.funksjon()
                + "."
                + key.kontoklasse()
                + "."
                + concept.map(Concept::id).orElse(key.art()))
        .name(concept.map(c -> name(c, key)).orElse(key.art()) + ", " + key.funksjon())
        .unit(table.unit())
        .decimals(0)
        .source("regnskap " + table.rules().year() + ": " + table.source())
        .build();
  }

  private String name(Concept concept, AccountKey key) {
    Level level = table.catalog().level(key.funksjon(), table.rules().year());
    return table.catalog().concept(concept, level, table.rules().year()).entry().name();
  }

  /**
   * One step down: the formula, the parts of the account type with nettings, or of the function.
   */
  private Derivation derivation(AccountKey key) {
    AccountingRules rules = table.rules();
    Formula formula = rules.plan().formula(key.cell());
    if (formula != null) {
      return ofFormula(key, formula);
    }
    if (rules.arts().isSum(key.art())) {
      return ofParts(key, rules.arts().parts(key.art()), true);
    }
    if (rules.functions().isSum(key.funksjon())) {
      return ofParts(key, rules.functions().parts(key.funksjon()), false);
    }
    return Derivation.of("{beløp}", operand("beløp", key.toString(), table.observation(key)));
  }

  private Derivation ofFormula(AccountKey key, Formula formula) {
    Optional<Map<Cell, Long>> factors = formula.expression().wholeFactors();
    if (factors.isEmpty()) {
      return Derivation.of(
          formula.text().substring(formula.text().indexOf('=') + 1).strip().replace("{", ""));
    }
    StringBuilder text = new StringBuilder();
    List<Operand> operands = new ArrayList<>();
    factors
        .get()
        .forEach(
            (cell, factor) -> {
              boolean itself = cell.equals(formula.target());
              String symbol = cell + (itself ? " før formelen" : "");
              appendTerm(text, symbol, factor);
              Observation value =
                  itself ? Observation.of((double) before(key, cell)) : after(key, cell);
              operands.add(operand(symbol, symbol, value));
            });
    return new Derivation(text.toString(), ImmutableList.copyOf(operands));
  }

  private Derivation ofParts(AccountKey key, ImmutableList<Hierarchy.Edge> parts, boolean arts) {
    StringBuilder text = new StringBuilder();
    List<Operand> operands = new ArrayList<>();
    long sum = 0;
    for (Hierarchy.Edge part : parts) {
      Cell cell =
          arts
              ? new Cell(key.kontoklasse(), key.funksjon(), part.from())
              : new Cell(key.kontoklasse(), part.from(), key.art());
      long value = before(key, cell);
      sum += part.sign() * value;
      appendTerm(text, part.from(), part.sign());
      operands.add(operand(part.from(), cell.toString(), Observation.of((double) value)));
    }
    Observation whole = table.observation(key);
    // What the parts do not explain is the netting of this sum, less the nettings of its parts.
    double rest = whole.value() - sum;
    if (rest != 0) {
      appendTerm(text, "nettinger", 1);
      operands.add(
          operand(
              "nettinger",
              "handel mellom kommunen og foretakene, tatt ut her",
              Observation.of(rest)));
    }
    return new Derivation(text.toString(), ImmutableList.copyOf(operands));
  }

  private static void appendTerm(StringBuilder text, String symbol, long factor) {
    if (text.length() > 0) {
      text.append(factor < 0 ? MINUS : " + ");
    } else if (factor < 0) {
      text.append('−');
    }
    if (Math.abs(factor) != 1) {
      text.append(Math.abs(factor)).append(" × ");
    }
    text.append('{').append(symbol).append('}');
  }

  private Operand operand(String symbol, String label, Observation value) {
    return new Operand(
        symbol,
        Operand.Role.OBSERVED,
        value,
        table.unit(),
        0,
        Optional.of(table.period()),
        label,
        Optional.of(table.source()));
  }

  private long before(AccountKey key, Cell cell) {
    return base.amount(key.scope(), table.regionsIn(key.region()), cell);
  }

  /** The amount of a cell after formulas; missing when one of them has no value. */
  private Observation after(AccountKey key, Cell cell) {
    AccountKey other =
        new AccountKey(key.scope(), key.region(), cell.funksjon(), cell.kontoklasse(), cell.art());
    if (table.has(other)) {
      return table.observation(other);
    }
    try {
      long sum = 0;
      for (Map.Entry<Cell, Long> term :
          table.contributionFinder().beforeFormulas(other).entrySet()) {
        sum = Math.addExact(sum, Math.multiplyExact(term.getValue(), before(key, term.getKey())));
      }
      return Observation.of((double) sum);
    } catch (NotAdditiveException e) {
      // Neither in the table nor a sum of lines: there is nothing to show.
      return Observation.missing();
    }
  }

  private static long sum(ImmutableList<Contribution> contributions) {
    long sum = 0;
    for (Contribution c : contributions) {
      sum = Math.addExact(sum, c.amount());
    }
    return sum;
  }

  String explain(AccountKey key, int mostLines, Locale locale) {
    ImmutableList<Contribution> all = table.contributions(key);
    long sum = sum(all);
    StringBuilder text = new StringBuilder();
    text.append(key).append(" [").append(table.period()).append("], ");
    text.append(key.scope().text(locale)).append(" = ").append(number(sum, locale));
    // The unit as it stands after a number: "tusen kr".
    text.append(table.unit().format(0, 0, locale).substring(1)).append('\n');
    if (!table.has(key)) {
      text.append("Stjernetabellen tar ikke med dette beløpet i tabellen.\n");
    }
    Formula formula = table.rules().plan().formula(key.cell());
    if (formula != null) {
      text.append("Formel: ").append(formula.text()).append('\n');
    }
    text.append("Bidrag: ").append(all.size()).append(" linjer\n");
    List<Contribution> largest = new ArrayList<>(all);
    largest.sort(
        Comparator.comparingLong((Contribution c) -> Math.abs(c.amount()))
            .reversed()
            .thenComparing(c -> c.line().region())
            .thenComparing(Contribution::ledger)
            .thenComparingLong(c -> c.line().line()));
    long rest = sum;
    for (Contribution c : largest.subList(0, Math.min(mostLines, largest.size()))) {
      appendLine(text, c, locale);
      rest -= c.amount();
    }
    if (largest.size() > mostLines) {
      text.append("  ").append(signed(rest, locale)).append("  ");
      text.append(largest.size() - mostLines).append(" linjer til\n");
    }
    return text.toString();
  }

  private void appendLine(StringBuilder text, Contribution c, Locale locale) {
    text.append("  ").append(signed(c.amount(), locale)).append("  ").append(c.kind().norwegian());
    text.append(", ").append(c.ledger()).append(" linje ").append(c.line().line()).append(": ");
    text.append(c.line().region()).append(' ').append(c.line().kontoklasse()).append(' ');
    text.append(c.line().funksjon()).append(' ').append(c.line().art());
    if (Math.abs(c.factor()) != 1) {
      text.append(" × ").append(Math.abs(c.factor()));
    }
    text.append("; funksjon ").append(String.join(" ← ", c.functionPath()));
    text.append("; art ").append(String.join(" ← ", c.artPath())).append('\n');
  }

  /** Whole units with every digit: a double would lose some of the largest amounts. */
  private static String number(long amount, Locale locale) {
    return NumberFormat.getIntegerInstance(locale).format(amount);
  }

  private static String signed(long amount, Locale locale) {
    return (amount > 0 ? "+" : "") + number(amount, locale);
  }
}
