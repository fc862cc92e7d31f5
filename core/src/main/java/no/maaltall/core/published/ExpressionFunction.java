package no.maaltall.core.published;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.maaltall.core.published.Step.Operation;

/** The functions of expressions, each written as the steps that it stands for. */
enum ExpressionFunction {
  SUM("sum", "any number of arguments", 1, 1_000),
  MEAN("mean", "any number of arguments", 1, 1_000),
  MIN("min", "any number of arguments", 1, 1_000),
  MAX("max", "any number of arguments", 1, 1_000),
  ABS("abs", "one argument", 1, 1),
  ROUND("round", "round(value, decimals)", 2, 2),
  CHANGE("change", "change(from, to)", 2, 2),
  GROWTH("growth", "growth(from, to)", 2, 2),
  MEAN_ANNUAL_CHANGE("mean_annual_change", "mean_annual_change(from, to, years)", 3, 3),
  MEAN_ANNUAL_GROWTH("mean_annual_growth", "mean_annual_growth(from, to, years)", 3, 3),
  SHARE("share", "share(part, whole)", 2, 2),
  INDEX("index", "index(base, value)", 2, 2),
  NEAREST_SHARE("nearest_share", "nearest_share(share, whole)", 2, 2);

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final String name;
  private final String parameters;
  private final int least;
  private final int most;

  ExpressionFunction(String name, String parameters, int least, int most) {
    this.name = name;
    this.parameters = parameters;
    this.least = least;
    this.most = most;
  }

  static Optional<ExpressionFunction> named(String name) {
    return Arrays.stream(values()).filter(f -> f.isNamed(name)).findFirst();
  }

  static String allowed() {
    return Arrays.stream(values()).map(f -> f.name).collect(Collectors.joining(", "));
  }

  boolean isNamed(String other) {
    return name.equals(other);
  }

  boolean takes(int arguments) {
    return arguments >= least && arguments <= most;
  }

  String parameters() {
    return parameters;
  }

  int build(ExpressionParser to, List<Integer> arguments) {
    int a = arguments.get(0);
    int b = arguments.size() > 1 ? arguments.get(1) : a;
    return switch (this) {
      case SUM -> fold(to, Operation.ADD, arguments);
      case MEAN ->
          to.add(
              Operation.DIVIDE,
              fold(to, Operation.ADD, arguments),
              to.constant(BigDecimal.valueOf(arguments.size())));
      case MIN -> fold(to, Operation.MINIMUM, arguments);
      case MAX -> fold(to, Operation.MAXIMUM, arguments);
      case ABS -> to.add(Operation.ABSOLUTE, a, 0);
      case CHANGE -> to.add(Operation.SUBTRACT, b, a);
      case GROWTH -> percent(to, less(to, to.add(Operation.DIVIDE, b, a)));
      case MEAN_ANNUAL_CHANGE ->
          to.add(Operation.DIVIDE, to.add(Operation.SUBTRACT, b, a), arguments.get(2));
      case MEAN_ANNUAL_GROWTH -> percent(to, less(to, annualFactor(to, a, b, arguments.get(2))));
      case SHARE -> to.add(Operation.DIVIDE, percent(to, a), b);
      case INDEX -> to.add(Operation.DIVIDE, percent(to, b), a);
      case NEAREST_SHARE -> nearestShare(to, a, b);
      case ROUND -> throw new IllegalStateException("round has its own syntax");
    };
  }

  private static int fold(ExpressionParser to, Operation operation, List<Integer> arguments) {
    int result = arguments.get(0);
    for (int i = 1; i < arguments.size(); i++) {
      result = to.add(operation, result, arguments.get(i));
    }
    return result;
  }

  private static int percent(ExpressionParser to, int step) {
    return to.add(Operation.MULTIPLY, to.constant(HUNDRED), step);
  }

  private static int less(ExpressionParser to, int step) {
    return to.add(Operation.SUBTRACT, step, to.constant(BigDecimal.ONE));
  }

  private static int annualFactor(ExpressionParser to, int from, int end, int years) {
    int root = to.add(Operation.DIVIDE, to.constant(BigDecimal.ONE), years);
    return to.add(Operation.POWER, to.add(Operation.DIVIDE, end, from), root);
  }

  /** The share of the whole number of things that is nearest to a share. */
  private static int nearestShare(ExpressionParser to, int share, int whole) {
    int part =
        to.add(Operation.DIVIDE, to.add(Operation.MULTIPLY, share, whole), to.constant(HUNDRED));
    int things = to.add(Operation.ROUND, part, 0);
    return to.add(Operation.DIVIDE, percent(to, things), whole);
  }
}
