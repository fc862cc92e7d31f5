package no.maaltall.core.published;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a sentence claims of printed numbers: {@code a<b<c and d<c}, {@code a < min(b, c, d)},
 * {@code a == 3.1}.
 *
 * <p>Expressions (see {@link Expression}) with {@code < <= > >= ==} between them, in chains, and
 * {@code and} between chains. Two conditions are equal when their texts are.
 */
public final class Condition {
  private static final Pattern COMPARISON = Pattern.compile("<=|>=|==|<|>");
  private static final Pattern AND = Pattern.compile("\\band\\b");
  private static final int LONGEST = 10_000;
  private static final int MOST = 100;

  /**
   * A difference, and what it must be.
   *
   * @param difference left side less right side
   * @param target what it must be
   */
  record Comparison(Expression difference, Interval target) {}

  private final String text;
  private final ImmutableList<Comparison> comparisons;

  private Condition(String text, ImmutableList<Comparison> comparisons) {
    this.text = text;
    this.comparisons = comparisons;
  }

  /**
   * {@return the condition that a text denotes}
   *
   * @param text the text
   * @throws ExpressionException if it denotes none; it says at which character
   */
  @JsonCreator
  public static Condition parse(String text) {
    if (text.length() > LONGEST) {
      throw new ExpressionException(
          text, LONGEST + 1, "the text goes on", "at most " + LONGEST + " characters");
    }
    ImmutableList.Builder<Comparison> comparisons = ImmutableList.builder();
    Matcher and = AND.matcher(text);
    int from = 0;
    while (and.find()) {
      chain(text, from, and.start(), comparisons);
      from = and.end();
    }
    chain(text, from, text.length(), comparisons);
    ImmutableList<Comparison> all = comparisons.build();
    if (all.size() > MOST) {
      throw new ExpressionException(text, 1, "too many comparisons", "at most " + MOST);
    }
    return new Condition(text, all);
  }

  private static void chain(
      String text, int from, int to, ImmutableList.Builder<Comparison> comparisons) {
    Matcher sign = COMPARISON.matcher(text).region(from, to);
    if (!sign.find()) {
      throw new ExpressionException(text, from + 1, "no comparison", "< <= > >= or ==");
    }
    int left = from;
    int leftEnd = sign.start();
    boolean more = true;
    while (more) {
      String operator = sign.group();
      int right = sign.end();
      more = sign.find();
      int rightEnd = more ? sign.start() : to;
      comparisons.add(
          new Comparison(difference(text, left, leftEnd, right, rightEnd), target(operator)));
      left = right;
      leftEnd = rightEnd;
    }
  }

  private static Expression difference(
      String text, int left, int leftEnd, int right, int rightEnd) {
    side(text, left, leftEnd);
    side(text, right, rightEnd);
    return Expression.parse(
        "(" + text.substring(left, leftEnd) + ") - (" + text.substring(right, rightEnd) + ")");
  }

  /** Each side must stand alone, and its mistakes be told where they are in the whole text. */
  private static void side(String text, int from, int to) {
    try {
      Expression.parse(text.substring(from, to));
    } catch (ExpressionException e) {
      throw new ExpressionException(text, from + e.position(), "no expression", e.allowed());
    }
  }

  private static Interval target(String operator) {
    boolean equal = operator.endsWith("=");
    return switch (operator.charAt(0)) {
      case '<' -> new Interval(null, false, BigDecimal.ZERO, equal);
      case '>' -> new Interval(BigDecimal.ZERO, equal, null, false);
      default -> Interval.point(BigDecimal.ZERO);
    };
  }

  ImmutableList<Comparison> comparisons() {
    return comparisons;
  }

  /** {@return the names in it, in the order that they come} */
  public ImmutableSet<String> names() {
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    comparisons.forEach(c -> names.addAll(c.difference().names()));
    return names.build();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Condition c && c.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** {@return the text} */
  @Override
  @JsonValue
  public String toString() {
    return text;
  }
}
