package no.maaltall.core.indicator;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import java.util.Locale;

/**
 * How a figure follows: a formula, and the numbers that went into it.
 *
 * @param formula the formula, with each operand's symbol in braces: {@code ({b} − {a}) / {n}}
 * @param operands the numbers, in the order that a reader wants them
 */
public record Derivation(
    @JsonProperty(value = "formula", required = true) String formula,
    @JsonProperty(value = "operands", required = true) ImmutableList<Operand> operands) {

  /**
   * {@return a derivation}
   *
   * @param formula the formula, with each operand's symbol in braces
   * @param operands the numbers
   */
  public static Derivation of(String formula, Operand... operands) {
    return new Derivation(formula, ImmutableList.copyOf(operands));
  }

  /**
   * {@return the formula with the numbers put in: {@code (76,0 % [2018] − 81,0 % [2015]) / 3 år}}
   *
   * @param locale English for any English locale, bokmål for every other
   */
  public String text(Locale locale) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < formula.length()) {
      int open = formula.indexOf('{', at);
      int close = open < 0 ? -1 : formula.indexOf('}', open);
      if (close < 0) {
        break;
      }
      text.append(formula, at, open);
      String operand = operandText(formula.substring(open + 1, close), locale);
      text.append(needsParentheses(text, operand) ? "(" + operand + ")" : operand);
      at = close + 1;
    }
    return text.append(formula, at, formula.length()).toString();
  }

  private String operandText(String symbol, Locale locale) {
    for (Operand operand : operands) {
      if (operand.symbol().equals(symbol)) {
        return operand.text(locale);
      }
    }
    // The formula needs a value that there is none of.
    return Caveat.missingWord(locale);
  }

  /** A negative number after an operator, as in {@code 3 − (−2)}. */
  private static boolean needsParentheses(CharSequence before, String operand) {
    boolean negative = operand.startsWith("−") || operand.startsWith("-");
    int last = before.length() - 1;
    return negative
        && last >= 1
        && before.charAt(last) == ' '
        && "−·/+".indexOf(before.charAt(last - 1)) >= 0;
  }
}
