package no.maaltall.core.measure;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import no.maaltall.core.indicator.FrequencyMismatchException;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.core.panel.InvalidPanelException;
import no.maaltall.core.panel.Panel;
import no.maaltall.core.panel.PanelBuffer;
import no.maaltall.core.panel.Parallelism;
import no.maaltall.core.panel.ScalarForm;
import org.jspecify.annotations.Nullable;

/**
 * A measure of a panel, about to be computed: on how many threads, for which periods, and into
 * what.
 *
 * <pre>{@code
 * PanelBuffer buffer = PanelBuffer.like(panel);
 * Trend.leastSquaresSlope().on(panel).with(Parallelism.threads(2)).into(buffer);
 * Panel latest = Trend.leastSquaresSlope().on(panel).at(panel.asOf()).toPanel();
 * }</pre>
 *
 * <p>The same bits whatever the number of threads and the periods chosen. Cost: O(cells) for a
 * measure of two periods, O(cells × periods) for one of a window.
 */
public final class PanelComputation {
  private final Panel like;
  private final Supplier<ImmutableList<Indicator>> indicators;
  private final List<Region> regions;
  private final int columnSize;
  private final Kernel kernel;
  private final ScalarForm form;
  private final Parallelism parallelism;
  private final int first;
  private final int last;
  // Kept, so that computing into a buffer again allocates nothing.
  private final @Nullable Scratch[] spare;

  private PanelComputation(
      Panel like,
      Supplier<ImmutableList<Indicator>> indicators,
      List<Region> regions,
      int columnSize,
      Kernel kernel,
      ScalarForm form,
      Parallelism parallelism,
      int first,
      int last) {
    this.like = like;
    this.indicators = indicators;
    this.regions = regions;
    this.columnSize = columnSize;
    this.kernel = kernel;
    this.form = form;
    this.parallelism = parallelism;
    this.first = first;
    this.last = last;
    this.spare = new Scratch[parallelism.threads()];
  }

  /**
   * Of results for the periods of a panel.
   *
   * @param size how many indicators the results have
   */
  static PanelComputation of(
      Panel like,
      long size,
      Supplier<ImmutableList<Indicator>> indicators,
      List<Region> regions,
      Kernel kernel,
      ScalarForm form) {
    int most = Integer.MAX_VALUE - 8;
    if (size > most / regions.size()) {
      throw new InvalidPanelException(
          InvalidPanelException.Problem.TOO_LARGE,
          size + " indicators times " + regions.size() + " regions; a column holds " + most);
    }
    return new PanelComputation(
        like,
        indicators,
        regions,
        (int) size * regions.size(),
        kernel,
        form,
        Parallelism.none(),
        0,
        like.axis().size());
  }

  /**
   * {@return the same computation on other threads}
   *
   * @param threads on how many; the caller's alone unless it is given
   */
  public PanelComputation with(Parallelism threads) {
    return new PanelComputation(
        like, indicators, regions, columnSize, kernel, form, threads, first, last);
  }

  /**
   * {@return the same computation for one period: its results have that period alone}
   *
   * @param period the period
   * @throws UnknownCodeException if the panel does not have it
   * @throws FrequencyMismatchException if it is of another frequency
   */
  public PanelComputation at(Period period) {
    int index = like.selectPeriods(period).axis().ordinal(0);
    int p = like.axis().indexOf(index);
    return new PanelComputation(
        like, indicators, regions, columnSize, kernel, form, parallelism, p, p + 1);
  }

  /** {@return how many columns the results have} */
  public int periods() {
    return last - first;
  }

  /** {@return how long the columns of the results are: indicators × regions} */
  public int columnSize() {
    return columnSize;
  }

  /**
   * {@return the results, in new columns}
   *
   * <p>They keep the panel that they were computed of, for their statuses; see {@link
   * Panel#detached}.
   */
  public Panel toPanel() {
    double[][] columns = new double[last - first][columnSize];
    compute(columns);
    return wrapped(columns);
  }

  private Panel wrapped(double[][] columns) {
    if (first == 0 && last == like.axis().size()) {
      return like.withResultsUnsafe(indicators.get(), regions, columns, form);
    }
    // The columns of the other periods are never seen through the view: any array will do.
    double[][] all = new double[like.axis().size()][];
    Arrays.fill(all, columns[0]);
    System.arraycopy(columns, 0, all, first, columns.length);
    return like.withResultsUnsafe(indicators.get(), regions, all, form)
        .selectPeriods(like.axis().period(first));
  }

  /**
   * Computes the values into a buffer. Statuses are not computed.
   *
   * <p>The first time it allocates a block of scratch for each thread, and then nothing at all on
   * the caller's thread; for each other thread a few objects to start it.
   *
   * @param target {@link #periods} columns of {@link #columnSize}; what is in it is overwritten
   * @throws InvalidPanelException if it has another size; it says both
   */
  public void into(PanelBuffer target) {
    target.requireSize(last - first, columnSize);
    compute(target.columnsUnsafe());
  }

  /**
   * Computes a measure of a panel that is too large for the memory, part by part.
   *
   * <pre>{@code
   * PanelComputation.each(
   *     panel.blocks(64 << 20).iterator(), Trend.meanAnnualChange(3)::on, results -> write(results));
   * }</pre>
   *
   * <p>One buffer of the size of a part's results is used again and again, so what is held at a
   * time is one part and its results.
   *
   * @param parts gives the parts, each some of the indicators
   * @param measure what to compute of each
   * @param sink takes the results of each, in order. The next part overwrites their values: what is
   *     to be kept is their {@link Panel#detached}, which has values and statuses of its own
   */
  public static void each(
      Iterator<Panel> parts, Function<Panel, PanelComputation> measure, Consumer<Panel> sink) {
    PanelBuffer buffer = null;
    while (parts.hasNext()) {
      PanelComputation computation = measure.apply(parts.next());
      if (buffer == null
          || buffer.periods() != computation.periods()
          || buffer.columnSize() != computation.columnSize()) {
        buffer = PanelBuffer.of(computation.periods(), computation.columnSize());
      }
      computation.into(buffer);
      sink.accept(computation.wrapped(buffer.columns()).lentUnsafe());
    }
  }

  private void compute(double[][] out) {
    int grain = kernel.grain();
    int unit = grain * Math.max(1, kernel.blockSize() / grain);
    int blocks = Math.toIntExact(((long) columnSize + unit - 1) / unit);
    if (parallelism.threads() == 1) {
      Scratch scratch = borrow();
      for (int b = 0; b < blocks; b++) {
        block(out, b, unit, scratch);
      }
      giveBack(scratch);
      return;
    }
    parallelism.forEach(
        blocks,
        left -> {
          Scratch scratch = borrow();
          for (int b = left.next(); b >= 0; b = left.next()) {
            block(out, b, unit, scratch);
          }
          giveBack(scratch);
        });
  }

  private void block(double[][] out, int block, int unit, Scratch scratch) {
    int from = block * unit;
    int to = (int) Math.min((long) from + unit, columnSize);
    kernel.run(first, last, out, from, to, scratch);
  }

  private synchronized Scratch borrow() {
    for (int i = 0; i < spare.length; i++) {
      Scratch found = spare[i];
      if (found != null) {
        spare[i] = null;
        return found;
      }
    }
    return new Scratch();
  }

  private synchronized void giveBack(Scratch scratch) {
    for (int i = 0; i < spare.length; i++) {
      if (spare[i] == null) {
        spare[i] = scratch;
        return;
      }
    }
  }
}
