package no.maaltall.core.published;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import no.maaltall.core.csv.CsvRow;
import no.maaltall.core.csv.NamedCsv;
import no.maaltall.core.indicator.InvalidNotationException;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.core.io.TableProblem;
import no.maaltall.core.io.TableProblem.Kind;
import no.maaltall.core.io.TableSource;
import no.maaltall.core.io.TidyTableException;

/** Reads {@code checks.csv}, {@code printed.csv} and {@code claims.csv}. */
final class PublishedFiles {
  private static final String ID = "ID";
  private static final String EXPRESSION = "EXPRESSION";
  private static final String MEASURE = "MEASURE";
  private static final String INPUTS = "INPUTS";
  private static final String PRINTED = "PRINTED";
  private static final String CONDITION = "CONDITION";
  private static final String DECIMALS = "DECIMALS";
  private static final String TOLERANCE = "TOLERANCE";
  private static final String ROUNDING = "ROUNDING";
  private static final String POINT = "POINT";
  private static final String NAME = "NAME";
  private static final List<String> WORDS = List.of(NAME, "SOURCE", "NOTE");
  private static final List<String> OPTIONAL =
      List.of(DECIMALS, TOLERANCE, ROUNDING, POINT, NAME, "SOURCE", "NOTE");
  private static final List<String> OPTIONAL_IN_CHECKS =
      List.of(EXPRESSION, MEASURE, DECIMALS, TOLERANCE, ROUNDING, POINT, NAME, "SOURCE", "NOTE");
  private static final Pattern INPUT_NAME = Pattern.compile("[\\p{L}_][\\p{L}_0-9]*");
  private static final Pattern WHOLE = Pattern.compile("[-\u2212]?[0-9]{1,2}");
  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,15}(?:[.,][0-9]{1,15})?");
  private static final int MOST_INPUTS = 1_000;
  private static final int MOST_PROBLEMS = 10_000;

  private final TableSource source;
  private final Consumer<TidyTableException> problems;
  private final Map<String, Rounded> numbers = new LinkedHashMap<>();
  private final Map<String, CsvRow> ids = new LinkedHashMap<>();

  private PublishedFiles(TableSource source, Consumer<TidyTableException> problems) {
    this.source = source;
    this.problems = problems;
  }

  static PublishedFiles strict(TableSource source) {
    return new PublishedFiles(
        source,
        problem -> {
          throw problem;
        });
  }

  static PublishedReading lenient(TableSource source) {
    List<TableProblem> found = new ArrayList<>();
    long[] count = {0};
    PublishedTable table =
        new PublishedFiles(
                source,
                problem -> {
                  if (count[0]++ < MOST_PROBLEMS) {
                    found.add(problem.problem());
                  }
                })
            .read();
    return new PublishedReading(table, ImmutableList.copyOf(found), count[0]);
  }

  PublishedTable read() {
    ImmutableList<CsvRow> printed =
        new NamedCsv("printed.csv", List.of(ID, PRINTED), OPTIONAL)
            .readIfPresent(source, problems)
            .orElse(ImmutableList.of());
    NamedCsv file = new NamedCsv("checks.csv", List.of(ID, INPUTS, PRINTED), OPTIONAL_IN_CHECKS);
    ImmutableList<CsvRow> checks =
        file.readIfPresent(source, problems).orElseGet(() -> file.read(source));
    ImmutableList<CsvRow> claims =
        new NamedCsv("claims.csv", List.of(ID, CONDITION, INPUTS), WORDS)
            .readIfPresent(source, problems)
            .orElse(ImmutableList.of());
    each(printed, row -> numbers.put(newId(row), number(row)));
    List<CsvRow> good = each(checks, this::takePrinted);
    ImmutableList.Builder<PublishedFigure> figures = ImmutableList.builder();
    each(good, row -> figures.add(figure(row)));
    ImmutableList.Builder<PublishedClaim> said = ImmutableList.builder();
    each(claims, row -> said.add(claim(row)));
    return new PublishedTable(ImmutableMap.copyOf(numbers), figures.build(), said.build());
  }

  /**
   * Does something with every row, tells what goes wrong, and returns the rows where nothing did.
   */
  private List<CsvRow> each(List<CsvRow> rows, Consumer<CsvRow> action) {
    List<CsvRow> good = new ArrayList<>();
    for (CsvRow row : rows) {
      try {
        action.accept(row);
        good.add(row);
      } catch (TidyTableException e) {
        problems.accept(e);
      }
    }
    return good;
  }

  private String newId(CsvRow row) {
    String id = row.text(ID);
    if (ids.putIfAbsent(id, row) != null) {
      throw row.failure(Kind.DUPLICATE_ROW, ID, id, "each id once in all files", null);
    }
    return id;
  }

  private void takePrinted(CsvRow row) {
    String id = newId(row);
    if (row.has(PRINTED) && !isReference(row.text(PRINTED))) {
      numbers.put(id, number(row));
    }
  }

  private static boolean isReference(String text) {
    return text.startsWith("@");
  }

  private static Rounded number(CsvRow row) {
    Rounded read = printed(row, PRINTED, row.text(PRINTED));
    Rounded cut =
        row.has(ROUNDING)
            ? read.with(row.parsed(ROUNDING, Kind.INVALID_CODE, PublishedFiles::mode))
            : read;
    if (row.has(DECIMALS)) {
      cut = withDecimals(row, cut);
    }
    return row.has(TOLERANCE) ? withTolerance(row, cut) : cut;
  }

  /** What a point means in the numbers of a row; where nothing is said, it must be plain. */
  private static Rounded.Point point(CsvRow row) {
    return row.has(POINT)
        ? row.parsed(POINT, Kind.INVALID_CODE, PublishedFiles::point)
        : Rounded.Point.UNAMBIGUOUS;
  }

  private static Rounded.Point point(String text) {
    return switch (text) {
      case "thousands" -> Rounded.Point.THOUSANDS;
      case "decimal" -> Rounded.Point.DECIMAL;
      default -> throw new InvalidNotationException("point", text, "thousands, decimal");
    };
  }

  private static Rounded.Mode mode(String text) {
    return switch (text) {
      case "half_up" -> Rounded.Mode.HALF_UP;
      case "truncated" -> Rounded.Mode.TRUNCATED;
      default -> throw new InvalidNotationException("rounding", text, "half_up, truncated");
    };
  }

  private static Rounded withDecimals(CsvRow row, Rounded number) {
    String text = row.text(DECIMALS).replace('\u2212', '-');
    if (!WHOLE.matcher(text).matches() || Math.abs(Integer.parseInt(text)) > 15) {
      throw row.failure(Kind.INVALID_DECIMALS, DECIMALS, "a whole number from -15 to 15");
    }
    if (row.has(ROUNDING)) {
      Rounded.Mode mode = mode(row.text(ROUNDING));
      return number.withDecimals(Integer.parseInt(text)).with(mode);
    }
    return number.withDecimals(Integer.parseInt(text));
  }

  private static Rounded withTolerance(CsvRow row, Rounded number) {
    String text = row.text(TOLERANCE);
    if (!DECIMAL.matcher(text).matches()) {
      throw row.failure(Kind.INVALID_NUMBER, TOLERANCE, "a number that is not negative, as 0.05");
    }
    return number.withTolerance(new BigDecimal(text.replace(',', '.')));
  }

  private static Rounded printed(CsvRow row, String column, String text) {
    try {
      return Rounded.parse(text, point(row), Rounded.Approximation.WHOLE_DIGIT);
    } catch (InvalidNotationException e) {
      throw row.failure(Kind.INVALID_NUMBER, column, text, e.allowed(), e);
    }
  }

  private PublishedFigure figure(CsvRow row) {
    String id = row.text(ID);
    ImmutableMap<String, String> inputs = inputs(row);
    Expression expression = expression(row, inputs.keySet().asList());
    requireGiven(row, expression.names(), inputs);
    Optional<String> result =
        row.optionalText(PRINTED)
            .map(text -> isReference(text) ? reference(row, PRINTED, text) : id);
    return new PublishedFigure(id, row.optionalText(NAME).orElse(""), expression, inputs, result);
  }

  private PublishedClaim claim(CsvRow row) {
    String id = newId(row);
    ImmutableMap<String, String> inputs = inputs(row);
    Condition condition = parsed(row, CONDITION, Condition::parse);
    requireGiven(row, condition.names(), inputs);
    return new PublishedClaim(id, row.optionalText(NAME).orElse(""), condition, inputs);
  }

  private static void requireGiven(
      CsvRow row, Iterable<String> names, ImmutableMap<String, String> inputs) {
    for (String name : names) {
      if (!inputs.containsKey(name)) {
        throw row.failure(
            Kind.UNKNOWN_REFERENCE, INPUTS, name, "the names " + inputs.keySet(), null);
      }
    }
  }

  private static Expression expression(CsvRow row, List<String> inputs) {
    if (row.has(EXPRESSION) == row.has(MEASURE)) {
      throw row.failure(
          Kind.MISSING_VALUE, EXPRESSION, "", "an expression or a measure, and not both", null);
    }
    if (row.has(EXPRESSION)) {
      return parsed(row, EXPRESSION, Expression::parse);
    }
    return parsed(row, MEASURE, text -> Expression.ofMeasure(text, inputs));
  }

  private static <T> T parsed(CsvRow row, String column, Function<String, T> parser) {
    String text = row.text(column);
    try {
      return parser.apply(text);
    } catch (ExpressionException e) {
      throw row.failure(
          Kind.INVALID_CODE, column, text, "at character " + e.position() + ": " + e.allowed(), e);
    } catch (UnknownCodeException e) {
      throw row.failure(
          Kind.INVALID_CODE, column, text, "a measure; the nearest are " + e.nearest(), e);
    } catch (IllegalArgumentException e) {
      throw row.failure(Kind.INVALID_CODE, column, text, String.valueOf(e.getMessage()), e);
    }
  }

  /** The number that each name is; one that is written out gets an id of its own. */
  private ImmutableMap<String, String> inputs(CsvRow row) {
    Map<String, String> inputs = new LinkedHashMap<>();
    if (!row.has(INPUTS)) {
      return ImmutableMap.of();
    }
    List<String> parts = List.of(row.text(INPUTS).split(";", MOST_INPUTS + 1));
    if (parts.size() > MOST_INPUTS) {
      throw row.failure(Kind.FIELD_COUNT, INPUTS, "more inputs", "at most " + MOST_INPUTS, null);
    }
    for (String part : parts) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? InputNames.at(inputs.size()) : part.substring(0, equals).strip();
      String text = part.substring(equals + 1).strip();
      if (!INPUT_NAME.matcher(name).matches()) {
        throw row.failure(Kind.INVALID_CODE, INPUTS, part, "name=number, as a=60;b=55", null);
      }
      String id = isReference(text) ? reference(row, INPUTS, text) : row.text(ID) + ":" + name;
      if (inputs.put(name, id) != null) {
        throw row.failure(Kind.DUPLICATE_ROW, INPUTS, name, "each name once", null);
      }
      if (!isReference(text)) {
        own(row, id, text);
      }
    }
    return ImmutableMap.copyOf(inputs);
  }

  private void own(CsvRow row, String id, String text) {
    if (numbers.containsKey(id)) {
      throw row.failure(Kind.DUPLICATE_ROW, INPUTS, id, "ids that are no row's input", null);
    }
    numbers.put(id, printed(row, INPUTS, text));
  }

  private String reference(CsvRow row, String column, String text) {
    String id = text.substring(1).strip();
    if (!numbers.containsKey(id)) {
      UnknownCodeException unknown =
          new UnknownCodeException("printed number", id, numbers.keySet());
      throw row.failure(
          Kind.UNKNOWN_REFERENCE,
          column,
          id,
          "the id of a printed number; the nearest are " + unknown.nearest(),
          unknown);
    }
    return id;
  }
}
