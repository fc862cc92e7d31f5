package no.maaltall.core.published;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.maaltall.core.indicator.Rounding;
import no.maaltall.core.indicator.Unit;
import org.jspecify.annotations.Nullable;

/** Findings in bokmål. */
final class CheckText {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}_0-9]*(?!\\s*\\()");
  private static final Pattern COMMA = Pattern.compile(",\\s*");
  private static final BigDecimal LARGEST_WRITTEN_OUT = BigDecimal.TEN.pow(15);
  private static final MathContext SHORT = new MathContext(6, RoundingMode.HALF_UP);
  // Ends are widened by what binary arithmetic may be off by, which is nothing for a reader.
  private static final MathContext WITHOUT_NOISE = new MathContext(13, RoundingMode.HALF_EVEN);
  private static final int MORE_DECIMALS = 2;
  private static final int FEW_DECIMALS = 4;

  private CheckText() {}

  static String line(CheckedFigure figure) {
    StringBuilder text = new StringBuilder();
    if (!figure.id().isEmpty()) {
      text.append(figure.id()).append(": ");
    }
    text.append(figure.printed().map(Rounded::text).orElse(figure.formula()));
    text.append(" – ").append(figure.status().norwegian()).append(": ");
    text.append(figure.reason().norwegian());
    if (!figure.jointly().isEmpty()) {
      text.append(" (").append(String.join(", ", figure.jointly())).append(")");
    }
    int decimals = decimals(figure);
    figure
        .computed()
        .ifPresent(c -> text.append("; regnet ").append(number(c, decimals, RoundingMode.HALF_UP)));
    figure.possible().ifPresent(p -> text.append(", mulig ").append(interval(p, decimals)));
    return text.toString();
  }

  static String explanation(CheckedFigure figure) {
    StringBuilder text = new StringBuilder(line(figure));
    if (!figure.name().isEmpty()) {
      text.append("\n  ").append(figure.name());
    }
    text.append("\n  ").append(figure.formula()).append(" = ").append(numbersPutIn(figure));
    for (Map.Entry<String, Rounded> input : figure.inputs().entrySet()) {
      text.append("\n  ").append(input.getKey()).append(" = ").append(meaning(input.getValue()));
    }
    figure.printed().ifPresent(p -> text.append("\n  trykt: ").append(meaning(p)));
    if (figure.status() == CheckStatus.CONTRADICTION) {
      figure
          .nearest()
          .ifPresent(
              n ->
                  text.append("\n  nærmeste mulige: ")
                      .append(number(n, decimals(figure), RoundingMode.HALF_UP)));
    }
    return text.toString();
  }

  /**
   * The formula with the printed numbers in the place of the names, and semicolons between what a
   * function is given, since the numbers have commas.
   */
  private static String numbersPutIn(CheckedFigure figure) {
    Matcher name = NAME.matcher(COMMA.matcher(figure.formula()).replaceAll("; "));
    StringBuilder text = new StringBuilder();
    while (name.find()) {
      Rounded input = figure.inputs().get(name.group());
      String shown = input == null ? name.group() : inFormula(input);
      name.appendReplacement(text, Matcher.quoteReplacement(shown));
    }
    return name.appendTail(text).toString();
  }

  private static String inFormula(Rounded input) {
    String number = number(input.value(), Math.max(0, input.decimals()), RoundingMode.HALF_UP);
    return input.value().signum() < 0 ? "(" + number + ")" : number;
  }

  private static String meaning(Rounded number) {
    if (number.isExact()) {
      return number.text() + " (eksakt)";
    }
    return number.text() + " (" + interval(number.interval(), number.decimals()) + ")";
  }

  private static int decimals(CheckedFigure figure) {
    return figure.printed().map(Rounded::decimals).orElse(FEW_DECIMALS - MORE_DECIMALS);
  }

  private static String interval(Interval interval, int decimals) {
    return "fra "
        + end(interval.lo, decimals, RoundingMode.FLOOR)
        + (interval.loIn || interval.lo == null ? "" : " (ikke med)")
        + " til "
        + end(interval.hi, decimals, RoundingMode.CEILING)
        + (interval.hiIn || interval.hi == null ? "" : " (ikke med)");
  }

  private static String end(@Nullable BigDecimal end, int decimals, RoundingMode outward) {
    if (end == null) {
      return outward == RoundingMode.FLOOR ? "uten grense nedad" : "uten grense oppad";
    }
    BigDecimal quiet = end.round(WITHOUT_NOISE);
    int exact = Math.max(0, quiet.stripTrailingZeros().scale());
    int shown = Math.min(exact, Math.max(0, decimals) + MORE_DECIMALS);
    return numberWith(quiet, shown, outward);
  }

  private static String number(BigDecimal value, int decimals, RoundingMode rounding) {
    int exact = Math.max(0, value.stripTrailingZeros().scale());
    int shown = Math.max(Math.max(0, decimals), Math.min(exact, Math.max(0, decimals) + 2));
    return numberWith(value, shown, rounding);
  }

  private static String numberWith(BigDecimal value, int decimals, RoundingMode rounding) {
    if (value.abs().compareTo(LARGEST_WRITTEN_OUT) >= 0) {
      return value.round(SHORT).toString().replace('.', ',').replace("E+", "·10^");
    }
    int shown = Math.min(decimals, Rounding.MAX_DECIMALS);
    return Unit.COUNT.format(value.setScale(shown, rounding).doubleValue(), shown);
  }
}
