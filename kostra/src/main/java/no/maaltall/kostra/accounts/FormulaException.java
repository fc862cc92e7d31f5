package no.maaltall.kostra.accounts;

import com.google.common.collect.ImmutableList;

/** A formula that cannot be computed: unreadable, of unknown codes, circular or given twice. */
public final class FormulaException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_QUOTE = 200;

  /** What is wrong. */
  public enum Problem {
    /** It does not follow the grammar; a term may be missing. */
    SYNTAX("cannot be read"),
    /** A term has a function or account type that the hierarchies do not have. */
    UNKNOWN_TERM("has an unknown term"),
    /** It depends on itself through other formulas. */
    CIRCULAR("is circular"),
    /** There is another formula for the same class, function and account type. */
    DUPLICATE("is there twice");

    private final String text;

    Problem(String text) {
      this.text = text;
    }
  }

  /** What is wrong. */
  private final Problem problem;

  /** The formula. */
  private final String formula;

  /** The file. */
  private final String file;

  /** The line. */
  private final long line;

  /** The terms. */
  private final ImmutableList<String> terms;

  /**
   * Says which formula, where, and what is allowed.
   *
   * @param problem what is wrong
   * @param formula the formula as written
   * @param file the name of the file or rule set
   * @param line the line, the header being 1; 0 when there is none
   * @param terms the terms that it is about: what was got, the unknown term, or the circle
   * @param allowed what would have been accepted, in words
   */
  public FormulaException(
      Problem problem,
      String formula,
      String file,
      long line,
      ImmutableList<String> terms,
      String allowed) {
    super(
        file
            + (line > 0 ? " line " + line : "")
            + ": formula \""
            + (formula.length() <= LONGEST_QUOTE
                ? formula
                : formula.substring(0, LONGEST_QUOTE) + "...")
            + "\" "
            + problem.text
            + ": "
            + String.join(" <- ", terms)
            + "; allowed: "
            + allowed);
    this.problem = problem;
    this.formula = formula;
    this.file = file;
    this.line = line;
    this.terms = terms;
  }

  /** {@return what is wrong} */
  public Problem problem() {
    return problem;
  }

  /** {@return the formula as written} */
  public String formula() {
    return formula;
  }

  /** {@return the name of the file or rule set} */
  public String file() {
    return file;
  }

  /** {@return the line, the header being 1; 0 when there is none} */
  public long line() {
    return line;
  }

  /** {@return the terms that it is about: what was got, the unknown term, or the circle} */
  public ImmutableList<String> terms() {
    return terms;
  }
}
