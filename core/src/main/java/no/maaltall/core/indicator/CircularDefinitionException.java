package no.maaltall.core.indicator;

import com.google.common.collect.ImmutableList;

/** Indicators that are defined by themselves, or are parts of themselves, in a circle. */
public final class CircularDefinitionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The ids in the circle. */
  private final ImmutableList<String> path;

  /**
   * Says which circle.
   *
   * @param what what is circular: {@code ratio} or {@code parent}
   * @param path the ids in the circle, ending with the one that it began with
   */
  public CircularDefinitionException(String what, ImmutableList<String> path) {
    super("circular " + what + ": " + String.join(" -> ", path));
    this.path = path;
  }

  /** {@return the ids in the circle, ending with the one that it began with} */
  public ImmutableList<String> path() {
    return path;
  }
}
