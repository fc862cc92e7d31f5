package no.maaltall.core.measure;

/** What every formula does to its result at the end. */
final class Results {
  private Results() {}

  /**
   * The result, NaN when it is infinite, and 0 when it is −0.
   *
   * <p>Without a branch, so that loops over columns vectorise: what is added is NaN when the result
   * is infinite, and 0 when it is not, which takes the sign off a zero.
   */
  static double finite(double result) {
    return result + 0 * Math.abs(result);
  }
}
