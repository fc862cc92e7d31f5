package no.maaltall.kostra.accounts;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import no.maaltall.core.indicator.InvalidNotationException;
import no.maaltall.kostra.accounts.FormulaException.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A formula that replaces the amount of a cell: {@code D:FG2:AGD22 = D:FG2:AGD30 - D:FG2:AGD31}.
 *
 * <p>Without a class on the left it stands for two formulas, one per class. A term that is the cell
 * itself is its amount before the formula; any other term that has a formula is that formula's
 * result.
 */
record Formula(Cell target, Expression expression, String text, String file, long line) {
  private static final String GRAMMAR =
      "[CLASS:]FUNCTION:TYPE = sum of such terms, with + - * / ( ) and numbers;"
          + " class D or I, and no term left out";
  // No exponents: 1e999999999 is short to write and would fill the memory.
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}([.][0-9]{1,18})?");
  private static final int LONGEST = 10_000;
  private static final int DEEPEST = 100;

  /** The formulas that a text stands for: one, or one per class. */
  static ImmutableList<Formula> parse(String text, String file, long line) {
    int equals = text.indexOf('=');
    if (equals < 0 || text.length() > LONGEST) {
      throw syntax(text, file, line, equals < 0 ? "no =" : text.length() + " characters");
    }
    String left = text.substring(0, equals).strip();
    long colons = left.chars().filter(c -> c == ':').count();
    ImmutableList.Builder<Formula> formulas = ImmutableList.builder();
    if (colons == 2) {
      formulas.add(new Parser(text, equals + 1, file, line, null).formula(left));
    } else {
      for (Kontoklasse kontoklasse : Kontoklasse.values()) {
        formulas.add(new Parser(text, equals + 1, file, line, kontoklasse).formula(left));
      }
    }
    return formulas.build();
  }

  private static FormulaException syntax(String text, String file, long line, String got) {
    return new FormulaException(
        Problem.SYNTAX, text, file, line, ImmutableList.of("got " + got), GRAMMAR);
  }

  /** Formulas after those that they depend on. */
  static ImmutableList<Formula> inOrder(List<Formula> formulas) {
    Map<Cell, Formula> byTarget = new LinkedHashMap<>();
    for (Formula f : formulas) {
      Formula other = byTarget.putIfAbsent(f.target(), f);
      if (other != null) {
        throw new FormulaException(
            Problem.DUPLICATE,
            f.text(),
            f.file(),
            f.line(),
            ImmutableList.of(f.target().toString()),
            "one formula for each, the first is on line " + other.line());
      }
    }
    Map<Cell, List<Cell>> needed = new HashMap<>();
    byTarget.values().forEach(f -> needed.put(f.target(), f.dependencies(byTarget)));
    Set<Cell> done = new HashSet<>();
    ImmutableList.Builder<Formula> ordered = ImmutableList.builder();
    List<Formula> waiting = new ArrayList<>(byTarget.values());
    while (!waiting.isEmpty()) {
      List<Formula> later = new ArrayList<>();
      for (Formula f : waiting) {
        if (done.containsAll(needed.getOrDefault(f.target(), List.of()))) {
          ordered.add(f);
          done.add(f.target());
        } else {
          later.add(f);
        }
      }
      if (later.size() == waiting.size()) {
        throw circle(later.get(0), byTarget, done);
      }
      waiting = later;
    }
    return ordered.build();
  }

  private List<Cell> dependencies(Map<Cell, Formula> byTarget) {
    return expression.cells().stream()
        .filter(c -> !c.equals(target) && byTarget.containsKey(c))
        .toList();
  }

  private static FormulaException circle(
      Formula first, Map<Cell, Formula> byTarget, Set<Cell> done) {
    List<Cell> walked = new ArrayList<>();
    Formula at = first;
    while (!walked.contains(at.target())) {
      walked.add(at.target());
      Cell next =
          at.dependencies(byTarget).stream()
              .filter(c -> !done.contains(c))
              .findFirst()
              .orElseThrow();
      at = byTarget.getOrDefault(next, at);
    }
    walked.add(at.target());
    ImmutableList<String> terms =
        walked.subList(walked.indexOf(at.target()), walked.size()).stream()
            .map(Cell::toString)
            .collect(ImmutableList.toImmutableList());
    return new FormulaException(
        Problem.CIRCULAR,
        at.text(),
        at.file(),
        at.line(),
        terms,
        "terms without formulas that need this one; a term that is the left side itself is its"
            + " amount before the formula");
  }

  /** Recursive descent, with a limit on how deep. */
  private static final class Parser {
    private final String text;
    private final String file;
    private final long line;
    private final @Nullable Kontoklasse kontoklasse;
    private int at;

    Parser(String text, int at, String file, long line, @Nullable Kontoklasse kontoklasse) {
      this.text = text;
      this.at = at;
      this.file = file;
      this.line = line;
      this.kontoklasse = kontoklasse;
    }

    Formula formula(String left) {
      Cell target = cell(left);
      Expression expression = sum(0);
      if (peek() != 0) {
        throw syntax(text, file, line, "\"" + text.substring(at).strip() + "\"");
      }
      return new Formula(target, expression, text, file, line);
    }

    private Expression sum(int depth) {
      Expression left = product(depth);
      while (peek() == '+' || peek() == '-') {
        char operator = text.charAt(at++);
        left = new Expression.Operation(operator, left, product(depth));
      }
      return left;
    }

    private Expression product(int depth) {
      Expression left = factor(depth);
      while (peek() == '*' || peek() == '/') {
        char operator = text.charAt(at++);
        left = new Expression.Operation(operator, left, factor(depth));
      }
      return left;
    }

    private Expression factor(int depth) {
      if (depth > DEEPEST) {
        throw syntax(text, file, line, "more than " + DEEPEST + " parentheses or signs");
      }
      char c = peek();
      if (c == '-') {
        at++;
        return new Expression.Operation(
            '-', new Expression.Constant(Rational.of(0)), factor(depth + 1));
      }
      if (c == '(') {
        at++;
        Expression inner = sum(depth + 1);
        if (peek() != ')') {
          throw syntax(text, file, line, "no ) for a (");
        }
        at++;
        return inner;
      }
      String word = word();
      if (word.indexOf(':') >= 0) {
        return new Expression.Term(cell(word));
      }
      if (!NUMBER.matcher(word).matches()) {
        throw syntax(text, file, line, "\"" + word + "\"");
      }
      return new Expression.Constant(Rational.of(new BigDecimal(word)));
    }

    private String word() {
      int from = at;
      while (at < text.length()
          && (Character.isLetterOrDigit(text.charAt(at)) || "_:.".indexOf(text.charAt(at)) >= 0)) {
        at++;
      }
      if (from == at) {
        throw syntax(
            text,
            file,
            line,
            at < text.length()
                ? "\"" + text.charAt(at) + "\" where a term should be"
                : "the end where a term should be");
      }
      return text.substring(from, at);
    }

    /** The next character that is no space; 0 at the end. */
    private char peek() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      return at < text.length() ? text.charAt(at) : 0;
    }

    private Cell cell(String word) {
      String[] parts = word.split(":", -1);
      try {
        if (parts.length == 3) {
          return new Cell(Kontoklasse.parse(parts[0]), function(parts[1]), art(parts[2]));
        }
        if (parts.length == 2 && kontoklasse != null) {
          return new Cell(kontoklasse, function(parts[0]), art(parts[1]));
        }
      } catch (InvalidNotationException e) {
        throw syntax(text, file, line, "\"" + word + "\"");
      }
      throw syntax(text, file, line, "\"" + word + "\"");
    }

    private String function(String code) {
      return CodeNotation.FUNKSJON.ofRules(code, LeadingZeros.REFUSE, file, line);
    }

    private String art(String code) {
      return CodeNotation.ART.ofRules(code, LeadingZeros.REFUSE, file, line);
    }
  }
}
