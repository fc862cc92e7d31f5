package no.maaltall.kostra.accounts;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The right side of a formula. */
sealed interface Expression {

  /** A number as it stands. */
  record Constant(Rational value) implements Expression {}

  /** The amount of a cell. */
  record Term(Cell cell) implements Expression {}

  /** Two sides and what is done with them. */
  record Operation(char operator, Expression left, Expression right) implements Expression {}

  /** The cells that it uses. */
  default Set<Cell> cells() {
    Set<Cell> cells = new LinkedHashSet<>();
    collect(this, cells);
    return cells;
  }

  private static void collect(Expression expression, Set<Cell> to) {
    if (expression instanceof Term term) {
      to.add(term.cell());
    } else if (expression instanceof Operation operation) {
      collect(operation.left(), to);
      collect(operation.right(), to);
    }
  }

  /**
   * The whole factor of each cell, when it is a sum of cells with whole factors and nothing else;
   * only then does it have contributions that add up to it.
   */
  default Optional<Map<Cell, Long>> wholeFactors() {
    return factors(this)
        .filter(f -> f.values().stream().allMatch(Rational::isLong))
        .map(
            f -> {
              Map<Cell, Long> whole = new LinkedHashMap<>();
              f.forEach((cell, factor) -> whole.put(cell, factor.numerator().longValueExact()));
              return whole;
            });
  }

  private static Optional<Map<Cell, Rational>> factors(Expression expression) {
    if (expression instanceof Term term) {
      return Optional.of(Map.of(term.cell(), Rational.ONE));
    }
    if (!(expression instanceof Operation operation)) {
      return Optional.empty();
    }
    return switch (operation.operator()) {
      case '+' -> sum(operation, Rational.ONE);
      case '-' -> sum(operation, Rational.of(-1));
      case '*' ->
          operation.left() instanceof Constant c
              ? factors(operation.right()).map(f -> scaled(f, c.value()))
              : operation.right() instanceof Constant c
                  ? factors(operation.left()).map(f -> scaled(f, c.value()))
                  : Optional.empty();
      default ->
          operation.right() instanceof Constant c && !c.value().isZero()
              ? factors(operation.left()).map(f -> scaled(f, Rational.ONE.over(c.value())))
              : Optional.empty();
    };
  }

  private static Optional<Map<Cell, Rational>> sum(Operation operation, Rational sign) {
    Optional<Map<Cell, Rational>> right = factors(operation.right()).map(f -> scaled(f, sign));
    if (operation.left() instanceof Constant c && c.value().isZero()) {
      return right;
    }
    return factors(operation.left())
        .flatMap(
            l ->
                right.map(
                    r -> {
                      Map<Cell, Rational> both = new LinkedHashMap<>(l);
                      r.forEach((cell, factor) -> both.merge(cell, factor, Rational::plus));
                      return both;
                    }));
  }

  private static Map<Cell, Rational> scaled(Map<Cell, Rational> factors, Rational by) {
    Map<Cell, Rational> scaled = new LinkedHashMap<>();
    factors.forEach((cell, factor) -> scaled.put(cell, factor.times(by)));
    return scaled;
  }

  /** The value; empty when a cell has none, or something is divided by zero. */
  default Optional<Rational> value(Function<Cell, Optional<Rational>> cells) {
    if (this instanceof Constant constant) {
      return Optional.of(constant.value());
    }
    if (this instanceof Term term) {
      return cells.apply(term.cell());
    }
    Operation operation = (Operation) this;
    Optional<Rational> left = operation.left().value(cells);
    Optional<Rational> right = operation.right().value(cells);
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    Rational l = left.get();
    Rational r = right.get();
    return switch (operation.operator()) {
      case '+' -> Optional.of(l.plus(r));
      case '-' -> Optional.of(l.plus(r.negated()));
      case '*' -> Optional.of(l.times(r));
      default -> r.isZero() ? Optional.empty() : Optional.of(l.over(r));
    };
  }
}
