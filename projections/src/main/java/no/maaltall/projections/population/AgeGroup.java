package no.maaltall.projections.population;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.maaltall.core.indicator.InvalidNotationException;
import no.maaltall.projections.population.ProjectionInputException.Kind;

/**
 * A span of ages that figures are about: {@code 6-15}, {@code 80+}.
 *
 * @param from the lowest age, 0 or more
 * @param to the highest age, inclusive; {@link #OPEN} for no upper limit
 */
public record AgeGroup(int from, int to) {
  /** What {@link #to} is when there is no upper limit. */
  public static final int OPEN = Integer.MAX_VALUE;

  /** Everybody. */
  public static final AgeGroup ALL = new AgeGroup(0, OPEN);

  private static final Pattern NOTATION = Pattern.compile("([0-9]{1,3})(?:-([0-9]{1,3})|(\\+))?");

  /**
   * Checks the parts.
   *
   * @param from as above
   * @param to as above
   * @throws IllegalArgumentException if the lowest age is negative or above the highest
   */
  public AgeGroup {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException(
          "an age group goes from 0 or more to the same age or more, got " + from + " to " + to);
    }
  }

  /**
   * {@return the ages from one to another, both inclusive}
   *
   * @param from the lowest age
   * @param to the highest age
   */
  public static AgeGroup of(int from, int to) {
    return new AgeGroup(from, to);
  }

  /**
   * {@return an age and all above it}
   *
   * @param from the lowest age
   */
  public static AgeGroup from(int from) {
    return new AgeGroup(from, OPEN);
  }

  /**
   * {@return the group that a text denotes: {@code 0}, {@code 6-15} or {@code 80+}}
   *
   * @param text the text
   * @throws InvalidNotationException if it denotes none
   */
  public static AgeGroup parse(String text) {
    Matcher m = NOTATION.matcher(text.length() > 10 ? "" : text);
    if (!m.matches()) {
      throw new InvalidNotationException("age group", text, "an age (0), ages (6-15) or 80+");
    }
    int from = Integer.parseInt(m.group(1));
    if (m.group(3) != null) {
      return from(from);
    }
    int to = m.group(2) == null ? from : Integer.parseInt(m.group(2));
    if (to < from) {
      throw new InvalidNotationException("age group", text, "the lower age first");
    }
    return of(from, to);
  }

  /** {@return whether it has no upper limit} */
  public boolean isOpen() {
    return to == OPEN;
  }

  /**
   * {@return the index of its first group in a scale}
   *
   * @throws ProjectionInputException if the scale has no group that starts there
   */
  int firstIndex(Ages ages) {
    int index = ages.indexOf(from);
    if (ages.lowest(index) != from) {
      throw mismatch(ages);
    }
    return index;
  }

  /** The index after its last group in a scale. */
  int endIndex(Ages ages) {
    if (isOpen()) {
      return ages.count();
    }
    // A closed group that reaches into the open one cannot be told from it.
    if (to >= ages.openAge() || (to + 1) % ages.width() != 0) {
      throw mismatch(ages);
    }
    return (to + 1) / ages.width();
  }

  private ProjectionInputException mismatch(Ages ages) {
    return ProjectionInputException.of(
        Kind.OUT_OF_RANGE,
        "age group " + this,
        "cannot be made of the ages " + ages,
        "whole groups");
  }

  /** {@return the notation that {@link #parse} reads} */
  @Override
  public String toString() {
    return isOpen() ? from + "+" : from == to ? Integer.toString(from) : from + "-" + to;
  }
}
