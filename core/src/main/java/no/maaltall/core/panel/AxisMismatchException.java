package no.maaltall.core.panel;

/** Two panels that must have the same indicators, regions or periods and have not. */
public final class AxisMismatchException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Which axis. */
  private final String axis;

  /** The axis of the first panel. */
  private final String first;

  /** The axis of the second panel. */
  private final String second;

  /**
   * Says which axes do not match.
   *
   * @param axis which axis: {@code regions}, say
   * @param first the axis of the first panel
   * @param second the axis of the second panel
   * @param difference where they part
   */
  public AxisMismatchException(String axis, String first, String second, String difference) {
    super("the " + axis + " do not match: " + first + " and " + second + "; " + difference);
    this.axis = axis;
    this.first = first;
    this.second = second;
  }

  /** {@return which axis} */
  public String axis() {
    return axis;
  }

  /** {@return the axis of the first panel, as the message has it} */
  public String first() {
    return first;
  }

  /** {@return the axis of the second panel, as the message has it} */
  public String second() {
    return second;
  }
}
