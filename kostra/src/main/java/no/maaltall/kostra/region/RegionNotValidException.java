package no.maaltall.kostra.region;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;

/** A code that exists, but not on the day asked for. */
public final class RegionNotValidException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The code. */
  private final String code;

  /** The day. */
  private final LocalDate date;

  /** The codes to use instead. */
  private final ImmutableList<String> instead;

  /**
   * Says which code, which day, when it was valid, and what to use instead.
   *
   * @param what the kind of region
   * @param code the code
   * @param date the day asked for
   * @param validities when it was valid, with its names: {@code Bærum (2020-2023)}
   * @param instead the codes that day of what it was or became; may be empty
   */
  public RegionNotValidException(
      String what,
      String code,
      LocalDate date,
      ImmutableList<String> validities,
      ImmutableList<String> instead) {
    super(
        what
            + " "
            + code
            + " was not valid on "
            + date
            + "; allowed: "
            + String.join(", ", validities)
            + (instead.isEmpty() ? "" : "; on " + date + " use " + String.join(" and ", instead)));
    this.code = code;
    this.date = date;
    this.instead = instead;
  }

  /** {@return the code asked for} */
  public String code() {
    return code;
  }

  /** {@return the day asked for} */
  public LocalDate date() {
    return date;
  }

  /** {@return the codes on that day of what it was or became} */
  public ImmutableList<String> instead() {
    return instead;
  }
}
