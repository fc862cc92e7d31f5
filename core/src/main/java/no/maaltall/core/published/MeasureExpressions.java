package no.maaltall.core.published;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.maaltall.core.indicator.UnknownCodeException;

/** The measures as expressions over inputs in their order. */
final class MeasureExpressions {
  private static final ImmutableList<String> KNOWN =
      ImmutableList.of(
          "value",
          "sum",
          "difference",
          "change",
          "total_change_3",
          "relative_change",
          "growth",
          "mean_annual_change_3",
          "mean_annual_growth_3",
          "arithmetic_mean_annual_growth",
          "index",
          "share",
          "coverage",
          "ratio",
          "complement",
          "distance_to_target:7.0",
          "efficiency_gap");
  private static final Pattern WITH_NUMBER = Pattern.compile("([a-z_]+?)_([0-9]{1,4})");
  private static final Pattern INDEX = Pattern.compile("index_[0-9A-Z/]{4,9}");
  private static final Pattern TARGET =
      Pattern.compile("distance_to_target:(-?[0-9]{1,15}(?:\\.[0-9]{1,15})?)");

  private MeasureExpressions() {}

  static String text(String measure, List<String> inputs) {
    Matcher target = TARGET.matcher(measure);
    if (target.matches()) {
      return one(measure, inputs) + " - (" + target.group(1) + ")";
    }
    if (INDEX.matcher(measure).matches()) {
      return two(measure, inputs, "index(%s, %s)");
    }
    Matcher numbered = WITH_NUMBER.matcher(measure);
    return numbered.matches() ? numbered(measure, numbered, inputs) : plain(measure, inputs);
  }

  private static String numbered(String measure, Matcher parts, List<String> inputs) {
    String years = parts.group(2);
    return switch (parts.group(1)) {
      case "change", "total_change" -> two(measure, inputs, "change(%s, %s)");
      case "relative_change" -> two(measure, inputs, "growth(%s, %s)");
      case "mean_annual_change" ->
          two(measure, inputs, "mean_annual_change(%s, %s, " + years + ")");
      case "mean_annual_growth" ->
          two(measure, inputs, "mean_annual_growth(%s, %s, " + years + ")");
      default -> throw new UnknownCodeException("measure", measure, KNOWN);
    };
  }

  private static String plain(String measure, List<String> inputs) {
    return switch (measure) {
      case "value" -> one(measure, inputs);
      case "complement" -> "100 - " + one(measure, inputs);
      case "sum" -> "sum(" + String.join(", ", some(measure, inputs, 1)) + ")";
      case "difference" -> two(measure, inputs, "%s - %s");
      case "change" -> two(measure, inputs, "change(%s, %s)");
      case "relative_change", "growth" -> two(measure, inputs, "growth(%s, %s)");
      case "arithmetic_mean_annual_growth" -> meanGrowth(some(measure, inputs, 2));
      case "index" -> two(measure, inputs, "index(%s, %s)");
      case "share", "coverage" -> two(measure, inputs, "share(%s, %s)");
      case "ratio" -> two(measure, inputs, "%s/%s");
      case "efficiency_gap" -> two(measure, inputs, "100*(1 - (100 - %s)/(100 - %s))");
      default -> throw new UnknownCodeException("measure", measure, KNOWN);
    };
  }

  private static String meanGrowth(List<String> inputs) {
    StringBuilder text = new StringBuilder("mean(");
    for (int i = 1; i < inputs.size(); i++) {
      text.append(i == 1 ? "" : ", ");
      text.append("growth(").append(inputs.get(i - 1)).append(", ").append(inputs.get(i));
      text.append(')');
    }
    return text.append(')').toString();
  }

  private static String one(String measure, List<String> inputs) {
    return exactly(measure, inputs, 1).get(0);
  }

  private static String two(String measure, List<String> inputs, String pattern) {
    return String.format(pattern, exactly(measure, inputs, 2).toArray());
  }

  private static List<String> exactly(String measure, List<String> inputs, int count) {
    if (inputs.size() != count) {
      throw new IllegalArgumentException(
          "measure " + measure + " takes " + count + " inputs, got " + inputs);
    }
    return inputs;
  }

  private static List<String> some(String measure, List<String> inputs, int least) {
    if (inputs.size() < least) {
      throw new IllegalArgumentException(
          "measure " + measure + " takes " + least + " inputs or more, got " + inputs);
    }
    return inputs;
  }
}
