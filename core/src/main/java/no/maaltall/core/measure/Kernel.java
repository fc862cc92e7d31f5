package no.maaltall.core.measure;

/**
 * Computes the columns of a panel of results, a block of cells at a time.
 *
 * <p>A block gives the same bits wherever it begins and ends.
 */
interface Kernel {
  /**
   * Computes the cells {@code from} to {@code to - 1} of the results in the periods {@code first}
   * to {@code last - 1}.
   *
   * @param out the columns of those periods: that of {@code first} is number 0
   * @param from a multiple of {@link #grain}
   * @param to a multiple of {@link #grain}
   * @param scratch of one thread
   */
  void run(int first, int last, double[][] out, int from, int to, Scratch scratch);

  /** How many cells belong together: 1, or those of an indicator. */
  default int grain() {
    return 1;
  }

  /** About how many cells of the results make a block that stays in a cache with its inputs. */
  default int blockSize() {
    return 4_096;
  }
}
