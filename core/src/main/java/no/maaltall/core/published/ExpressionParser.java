package no.maaltall.core.published;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.maaltall.core.published.Step.Operation;

/** Turns a text into steps, by recursive descent; bounded in length, depth and steps. */
final class ExpressionParser {
  private static final int LONGEST = 10_000;
  private static final int DEEPEST = 100;
  private static final int MOST_STEPS = 2_000;
  private static final int LONGEST_NUMBER = 30;
  private static final int MOST_DECIMALS = 15;
  private static final String OPERAND = "a number, a name, a function or (";

  private final String text;
  private final List<Step> steps = new ArrayList<>();
  private final Map<String, Integer> names = new LinkedHashMap<>();
  private int at;
  private int depth;

  ExpressionParser(String text) {
    this.text = text;
  }

  ImmutableList<Step> steps() {
    return ImmutableList.copyOf(steps);
  }

  ImmutableSet<String> names() {
    return ImmutableSet.copyOf(names.keySet());
  }

  void parse() {
    if (text.length() > LONGEST) {
      throw failure(LONGEST, "the text goes on", "at most " + LONGEST + " characters");
    }
    sum();
    skipSpace();
    if (at < text.length()) {
      throw failure(at, "unexpected " + shown(), "an operator, or the end");
    }
  }

  private int sum() {
    if (++depth > DEEPEST) {
      throw failure(at, "nested too deep", "at most " + DEEPEST + " levels");
    }
    int left = term();
    while (true) {
      if (take('+')) {
        left = add(Operation.ADD, left, term());
      } else if (takeMinus()) {
        left = add(Operation.SUBTRACT, left, term());
      } else {
        depth--;
        return left;
      }
    }
  }

  private int term() {
    int left = signed();
    while (true) {
      if (peekPower()) {
        return left;
      }
      if (take('*') || take('·') || take('×')) {
        left = add(Operation.MULTIPLY, left, signed());
      } else if (take('/')) {
        left = add(Operation.DIVIDE, left, signed());
      } else {
        return left;
      }
    }
  }

  private int signed() {
    int signs = 0;
    while (true) {
      if (takeMinus()) {
        signs++;
      } else if (!take('+')) {
        break;
      }
    }
    int operand = power();
    return signs % 2 == 1 ? add(Operation.NEGATE, operand, 0) : operand;
  }

  /** Right associative, and tighter than a sign before it: −a^2 is −(a^2). */
  private int power() {
    int base = operand();
    if (peekPower()) {
      at += text.charAt(at) == '^' ? 1 : 2;
      if (++depth > DEEPEST) {
        throw failure(at, "nested too deep", "at most " + DEEPEST + " levels");
      }
      int exponent = signed();
      depth--;
      return add(Operation.POWER, base, exponent);
    }
    return base;
  }

  private boolean peekPower() {
    skipSpace();
    return at < text.length() && (text.charAt(at) == '^' || text.startsWith("**", at));
  }

  private int operand() {
    skipSpace();
    if (at >= text.length()) {
      throw failure(at, "it ends too early", OPERAND);
    }
    char c = text.charAt(at);
    if (c == '(') {
      at++;
      int inner = sum();
      expect(')');
      return inner;
    }
    if (isDigit(c)) {
      return constant(number());
    }
    if (isLetter(c)) {
      return nameOrCall();
    }
    throw failure(at, "unexpected " + shown(), OPERAND);
  }

  private BigDecimal number() {
    int start = at;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
      at++;
      while (at < text.length() && isDigit(text.charAt(at))) {
        at++;
      }
    }
    if (at - start > LONGEST_NUMBER) {
      throw failure(start, "a number is too long", "at most " + LONGEST_NUMBER + " characters");
    }
    return new BigDecimal(text.substring(start, at));
  }

  private int nameOrCall() {
    int start = at;
    while (at < text.length() && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)))) {
      at++;
    }
    String name = text.substring(start, at);
    if (take('(')) {
      return call(name, start);
    }
    Integer known = names.get(name);
    int number = known == null ? names.size() : known;
    names.put(name, number);
    return add(Operation.NAME, number, 0);
  }

  private int call(String name, int start) {
    if (ExpressionFunction.ROUND.isNamed(name)) {
      int value = sum();
      expect(',');
      int decimals = decimals();
      expect(')');
      return add(Operation.ROUND, value, decimals);
    }
    ExpressionFunction function =
        ExpressionFunction.named(name)
            .orElseThrow(
                () -> failure(start, "unknown function " + name, ExpressionFunction.allowed()));
    List<Integer> arguments = new ArrayList<>();
    do {
      arguments.add(sum());
    } while (take(','));
    expect(')');
    if (!function.takes(arguments.size())) {
      throw failure(start, name + " has " + arguments.size() + " arguments", function.parameters());
    }
    return function.build(this, arguments);
  }

  private int decimals() {
    int sign = takeMinus() ? -1 : 1;
    skipSpace();
    int start = at;
    if (at >= text.length() || !isDigit(text.charAt(at))) {
      throw failure(at, "no number of decimals", "a whole number, as round(a, 1)");
    }
    BigDecimal value = number();
    if (value.stripTrailingZeros().scale() > 0
        || value.compareTo(BigDecimal.valueOf(MOST_DECIMALS)) > 0) {
      throw failure(start, "no number of decimals", "a whole number up to " + MOST_DECIMALS);
    }
    return sign * value.intValueExact();
  }

  int constant(BigDecimal value) {
    return add(new Step(Operation.CONSTANT, 0, 0, value));
  }

  int add(Operation operation, int left, int right) {
    return add(new Step(operation, left, right, BigDecimal.ZERO));
  }

  private int add(Step step) {
    if (steps.size() >= MOST_STEPS) {
      throw failure(at, "too many operations", "at most " + MOST_STEPS);
    }
    steps.add(step);
    return steps.size() - 1;
  }

  private void expect(char c) {
    if (!take(c)) {
      throw failure(at, at < text.length() ? "unexpected " + shown() : "it ends too early", "" + c);
    }
  }

  private boolean take(char c) {
    skipSpace();
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private boolean takeMinus() {
    return take('-') || take('\u2212');
  }

  private void skipSpace() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\u00a0')) {
      at++;
    }
  }

  private String shown() {
    return new String(Character.toChars(text.codePointAt(at)));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return c == '_' || (Character.isLetter(c) && !Character.isSurrogate(c));
  }

  private ExpressionException failure(int index, String problem, String allowed) {
    return new ExpressionException(text, index + 1, problem, allowed);
  }
}
