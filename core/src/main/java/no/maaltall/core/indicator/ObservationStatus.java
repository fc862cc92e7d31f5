package no.maaltall.core.indicator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.Optional;

/**
 * Why a value is what it is, or why there is none: the letters of SDMX's code list CL_OBS_STATUS.
 *
 * <p>Two letters are used more narrowly than in SDMX, so that each of SSB's standard signs for a
 * missing value keeps a status of its own: {@code M} is SSB's {@code ..} (SDMX's general
 * "missing"), {@code L} is SSB's {@code ...} (it exists but is not there yet), and {@code Z}, after
 * SDMX's {@code _Z}, is SSB's {@code .} (not applicable, cannot occur).
 *
 * <p>The constants are in order of weight. What is computed from several observations has the
 * heaviest of their statuses ({@link #combine}): a missing input outweighs any value, and a
 * suppressed one outweighs any other reason to be missing.
 */
public enum ObservationStatus {
  /** A: an ordinary value. */
  NORMAL('A', false, "normal", "normal"),
  /** V: not validated. */
  UNVALIDATED('V', false, "ikke validert", "unvalidated"),
  /** G: experimental. */
  EXPERIMENTAL('G', false, "eksperimentell", "experimental"),
  /** N: not significant. */
  NOT_SIGNIFICANT('N', false, "ikke signifikant", "not significant"),
  /** J: derogation. */
  DEROGATION('J', false, "unntak", "derogation"),
  /** P: provisional; SSB's {@code *}. */
  PROVISIONAL('P', false, "foreløpig", "provisional"),
  /** I: imputed. */
  IMPUTED('I', false, "imputert", "imputed"),
  /** E: estimated. */
  ESTIMATED('E', false, "anslått", "estimated"),
  /** U: low reliability. */
  LOW_RELIABILITY('U', false, "usikker", "low reliability"),
  /** S: strike or another special event. */
  SPECIAL_EVENT('S', false, "særskilt hendelse", "special event"),
  /** W: includes data from another category. */
  INCLUDES_OTHER('W', false, "omfatter annen kategori", "includes another category"),
  /** D: the definition differs. */
  DEFINITION_DIFFERS('D', false, "avvikende definisjon", "definition differs"),
  /** B: the first value after a break in the series. */
  BREAK('B', false, "brudd i serien", "break in series"),
  /** F: forecast. */
  FORECAST('F', false, "framskrevet", "forecast"),
  /** M: missing; SSB's {@code ..}. */
  MISSING('M', true, "mangler", "missing"),
  /** O: missing, for no reason given. */
  MISSING_UNKNOWN('O', true, "mangler", "missing, reason not given"),
  /** H: missing because of a holiday. */
  HOLIDAY('H', true, "mangler (fridag)", "missing, holiday"),
  /** K: missing because it is included in another category. */
  INCLUDED_ELSEWHERE('K', true, "inngår i annen kategori", "included elsewhere"),
  /** L: exists, but is not available yet; SSB's {@code ...}. */
  NOT_YET_AVAILABLE('L', true, "mangler foreløpig", "not yet available"),
  /** Z: not applicable, cannot occur; SSB's {@code .}. */
  NOT_APPLICABLE('Z', true, "ikke aktuelt", "not applicable"),
  /** Q: suppressed for confidentiality; SSB's {@code :}. */
  SUPPRESSED('Q', true, "skjermet", "suppressed");

  private static final ImmutableMap<Character, ObservationStatus> BY_LETTER =
      Maps.uniqueIndex(Arrays.asList(values()), ObservationStatus::letter);
  private static final ObservationStatus[] VALUES = values();

  private final char letter;
  private final boolean missing;
  private final String norwegian;
  private final String english;

  ObservationStatus(char letter, boolean missing, String norwegian, String english) {
    this.letter = letter;
    this.missing = missing;
    this.norwegian = norwegian;
    this.english = english;
  }

  /** {@return the SDMX letter} */
  public char letter() {
    return letter;
  }

  /** {@return the SDMX letter, as text} */
  @JsonValue
  public String code() {
    return String.valueOf(letter);
  }

  /** {@return whether an observation with this status has no value} */
  public boolean isMissing() {
    return missing;
  }

  /** {@return how it is said in Norwegian} */
  public String norwegian() {
    return norwegian;
  }

  /** {@return how it is said in English} */
  public String english() {
    return english;
  }

  /**
   * {@return the status with an SDMX letter}
   *
   * @param letter one letter, upper case
   * @throws InvalidNotationException if no status has that letter
   */
  @JsonCreator
  public static ObservationStatus parse(String letter) {
    ObservationStatus status = letter.length() == 1 ? BY_LETTER.get(letter.charAt(0)) : null;
    if (status == null) {
      throw new InvalidNotationException(
          "observation status", letter, "one of the letters " + BY_LETTER.keySet());
    }
    return status;
  }

  /**
   * {@return the status that one of SSB's standard signs stands for: {@code .} not applicable,
   * {@code ..} missing, {@code ...} not yet available, {@code :} suppressed, {@code *} provisional,
   * {@code -} a true zero and so normal; empty when the text is none of them}
   *
   * @param sign the sign, without surrounding space
   */
  public static Optional<ObservationStatus> ofStandardSign(String sign) {
    return switch (sign) {
      case "." -> Optional.of(NOT_APPLICABLE);
      case ".." -> Optional.of(MISSING);
      case "..." -> Optional.of(NOT_YET_AVAILABLE);
      case ":" -> Optional.of(SUPPRESSED);
      case "*" -> Optional.of(PROVISIONAL);
      case "-" -> Optional.of(NORMAL);
      default -> Optional.empty();
    };
  }

  /**
   * {@return the heavier of this status and another: that of what is computed from both}
   *
   * @param other the other status
   */
  public ObservationStatus combine(ObservationStatus other) {
    return compareTo(other) >= 0 ? this : other;
  }

  static ObservationStatus ofOrdinal(int ordinal) {
    return VALUES[ordinal];
  }
}
