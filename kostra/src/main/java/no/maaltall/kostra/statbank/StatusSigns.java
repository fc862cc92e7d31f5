package no.maaltall.kostra.statbank;

import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import no.maaltall.core.indicator.ObservationStatus;
import org.jspecify.annotations.Nullable;

/**
 * What the signs beside values mean: the sign of a file and whether there is a value give the
 * {@link ObservationStatus}.
 *
 * <p>{@link #standard} knows:
 *
 * <ul>
 *   <li>SSB's standard signs ({@link ObservationStatus#ofStandardSign}). {@code -} is a true zero:
 *       where it stands in the place of a value, the value is 0. A sign that says that there is no
 *       value wins over a value beside it: a suppressed number is not shown.
 *   <li>the letters of SDMX's CL_OBS_STATUS, in upper or lower case, and {@code c} (confidential)
 *       in the place of a value. A letter only counts where it agrees with there being a value or
 *       not.
 *   <li>any other sign, and none, says nothing: a value is normal, and no value is missing without
 *       a known reason ({@code O}).
 * </ul>
 *
 * <p>Whatever they mean, a {@link Cube} keeps the signs themselves.
 */
public final class StatusSigns {
  private static final StatusSigns STANDARD = new StatusSigns(ImmutableMap.of());

  private final ImmutableMap<String, ObservationStatus> own;

  private StatusSigns(ImmutableMap<String, ObservationStatus> own) {
    this.own = own;
  }

  /** {@return the meanings above} */
  public static StatusSigns standard() {
    return STANDARD;
  }

  /**
   * {@return these meanings, but for one sign}
   *
   * <pre>{@code
   * StatusSigns eurostat = StatusSigns.standard().with(":", ObservationStatus.MISSING);
   * }</pre>
   *
   * @param sign the sign, as in the file
   * @param status what it means; one of the missing statuses wins over a value beside it
   */
  public StatusSigns with(String sign, ObservationStatus status) {
    return new StatusSigns(
        ImmutableMap.<String, ObservationStatus>builder()
            .putAll(own)
            .put(sign, status)
            .buildKeepingLast());
  }

  /** Whether a sign stands for zero where there is no value. */
  boolean isZero(String sign) {
    return sign.equals("-") && !own.containsKey(sign);
  }

  /** Whether a sign has a meaning of its own; a letter of SDMX has not, for it may be a word. */
  boolean isKnown(String sign) {
    return named(sign) != null;
  }

  /** Whether a sign says that there is no value, whatever stands beside it. */
  boolean isMissing(String sign) {
    ObservationStatus status = named(sign);
    return status != null && status.isMissing();
  }

  /**
   * {@return the status of a cell with a value}
   *
   * @param sign the sign beside it; empty for none
   */
  public ObservationStatus ofValue(String sign) {
    ObservationStatus status = named(sign);
    if (status == null) {
      status = letter(sign);
    }
    return status == null || status.isMissing() ? ObservationStatus.NORMAL : status;
  }

  /**
   * {@return the status of a cell without a value}
   *
   * @param sign the sign in its place; empty for none
   */
  public ObservationStatus ofNoValue(String sign) {
    ObservationStatus status = named(sign);
    if (status == null) {
      status = sign.equalsIgnoreCase("c") ? ObservationStatus.SUPPRESSED : letter(sign);
    }
    return status == null || !status.isMissing() ? ObservationStatus.MISSING_UNKNOWN : status;
  }

  /** The sign that has a standard meaning: SSB's where there is one, else SDMX's letter. */
  static String standardSign(ObservationStatus status) {
    return switch (status) {
      case NOT_APPLICABLE -> ".";
      case MISSING -> "..";
      case NOT_YET_AVAILABLE -> "...";
      case SUPPRESSED -> ":";
      case PROVISIONAL -> "*";
      default -> status.code();
    };
  }

  private @Nullable ObservationStatus named(String sign) {
    ObservationStatus status = own.get(sign);
    return status == null ? ObservationStatus.ofStandardSign(sign).orElse(null) : status;
  }

  private static @Nullable ObservationStatus letter(String sign) {
    if (sign.length() != 1) {
      return null;
    }
    String letter = sign.toUpperCase(Locale.ROOT);
    for (ObservationStatus status : ObservationStatus.values()) {
      if (status.code().equals(letter)) {
        return status;
      }
    }
    return null;
  }
}
