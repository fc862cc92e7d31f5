package no.maaltall.core.panel;

/**
 * Columns to compute results into, again and again, so that nothing is allocated for each panel.
 *
 * <p>Mutable, and not thread-safe while something computes into it.
 */
public final class PanelBuffer {
  private final double[][] columns;
  private final int columnSize;

  private PanelBuffer(double[][] columns, int columnSize) {
    this.columns = columns;
    this.columnSize = columnSize;
  }

  /**
   * {@return a buffer as large as a panel: 8 bytes per value}
   *
   * @param panel the panel
   */
  public static PanelBuffer like(Panel panel) {
    return of(panel.axis().size(), panel.columnSize());
  }

  /**
   * {@return a buffer}
   *
   * @param periods how many columns
   * @param columnSize how long each is
   * @throws InvalidPanelException if there are no columns, or they are to be shorter than nothing
   */
  public static PanelBuffer of(int periods, int columnSize) {
    if (periods < 1) {
      throw new InvalidPanelException(
          InvalidPanelException.Problem.NO_PERIODS,
          "a buffer has at least one column, got " + periods);
    }
    if (columnSize < 0) {
      throw new InvalidPanelException(
          InvalidPanelException.Problem.COLUMN_SIZE,
          "a column has 0 values or more, got " + columnSize);
    }
    return new PanelBuffer(new double[periods][columnSize], columnSize);
  }

  /** {@return how many columns it has} */
  public int periods() {
    return columns.length;
  }

  /** {@return how long each column is} */
  public int columnSize() {
    return columnSize;
  }

  /**
   * {@return a column itself, to read or change}
   *
   * @param period the number of the period
   * @throws IndexOutOfBoundsException if it is outside
   */
  public double[] column(int period) {
    if (period < 0 || period >= columns.length) {
      throw new IndexOutOfBoundsException(
          "period number " + period + " is outside 0 to " + (columns.length - 1));
    }
    return columns[period];
  }

  /** {@return the columns themselves, to read or change} */
  public double[][] columns() {
    return columns.clone();
  }

  /**
   * {@return the same without a copy of the outer array, for kernels: no column may be replaced}
   */
  public double[][] columnsUnsafe() {
    return columns;
  }

  /**
   * Requires a size.
   *
   * @param periods how many columns are needed
   * @param columnSize how long each must be
   * @throws InvalidPanelException if it has another size; it says both
   */
  public void requireSize(int periods, int columnSize) {
    if (periods != columns.length || columnSize != this.columnSize) {
      throw new InvalidPanelException(
          InvalidPanelException.Problem.COLUMN_SIZE,
          "the results take "
              + periods
              + " columns of "
              + columnSize
              + ", the buffer has "
              + columns.length
              + " of "
              + this.columnSize);
    }
  }
}
