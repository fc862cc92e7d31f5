package no.maaltall.kostra.catalog;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;

/** A code that exists, but was not valid in the year asked for. */
public final class CodeNotValidException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The kind of code. */
  private final String what;

  /** The code. */
  private final String code;

  /** The year. */
  private final int year;

  /** The codes to use instead. */
  private final ImmutableList<String> instead;

  /**
   * Says which code, which year, when it was valid, and what to use instead.
   *
   * @param what the kind of code
   * @param code the code
   * @param year the year asked for
   * @param entries its entries
   * @param instead the codes valid in that year that it became, or that became it; may be empty
   */
  public CodeNotValidException(
      String what,
      String code,
      int year,
      ImmutableList<CatalogEntry> entries,
      ImmutableList<String> instead) {
    super(
        what
            + " "
            + code
            + " was not valid in "
            + year
            + "; allowed: "
            + entries.stream().map(CatalogEntry::validity).collect(Collectors.joining(", "))
            + (instead.isEmpty() ? "" : "; in " + year + " use " + String.join(" and ", instead)));
    this.what = what;
    this.code = code;
    this.year = year;
    this.instead = instead;
  }

  /** {@return the kind of code: {@code funksjon}} */
  public String what() {
    return what;
  }

  /** {@return the code asked for} */
  public String code() {
    return code;
  }

  /** {@return the year asked for} */
  public int year() {
    return year;
  }

  /** {@return the codes valid in that year that it became, or that became it} */
  public ImmutableList<String> instead() {
    return instead;
  }
}
