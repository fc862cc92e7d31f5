package no.maaltall.core.published;

import com.google.common.primitives.ImmutableIntArray;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Numbers that are printed, and how some follow from others: can they all be right? Narrows and
 * halves until nothing is left, which proves that they cannot, or until the effort is spent.
 */
final class JointSystem {
  private static final MathContext ROUGH = new MathContext(6, RoundingMode.HALF_EVEN);
  private static final BigDecimal WORTH_PASSING_ON = new BigDecimal("0.995");
  private static final BigDecimal TOO_SMALL = new BigDecimal("0.02");
  private static final int MOST_BOXES = 400;
  private static final long MOST_STEPS = 100_000;
  private static final long PASSES = 10;

  /**
   * A figure that follows from others.
   *
   * @param expression how
   * @param cells which number each name of the expression is
   * @param result which number it gives
   */
  record Row(Expression expression, ImmutableIntArray cells, int result) {}

  private final Interval[] printed;
  private final List<Row> rows;
  private final RangeSearch[] searches;
  private final int[][] rowsOfCell;
  private long effort;
  private long spent;
  private long most;

  JointSystem(Interval[] printed, List<Row> rows, long effort) {
    this.printed = printed;
    this.rows = rows;
    this.effort = effort;
    this.searches =
        rows.stream().map(r -> new RangeSearch(r.expression())).toArray(RangeSearch[]::new);
    this.rowsOfCell = rowsOfCell(printed.length, rows);
  }

  private static int[][] rowsOfCell(int cells, List<Row> rows) {
    List<List<Integer>> of = new ArrayList<>();
    for (int i = 0; i < cells; i++) {
      of.add(new ArrayList<>());
    }
    for (int r = 0; r < rows.size(); r++) {
      Row row = rows.get(r);
      int at = r;
      row.cells().stream().distinct().forEach(c -> of.get(c).add(at));
      if (!row.cells().contains(row.result())) {
        of.get(row.result()).add(at);
      }
    }
    return of.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  /** What is left of the effort; none when there was not enough for every question. */
  long effortLeft() {
    return effort;
  }

  /** Whether it is proven that no numbers in the intervals make all these rows right. */
  boolean isImpossible(List<Integer> chosen) {
    boolean[] active = new boolean[rows.size()];
    chosen.forEach(r -> active[r] = true);
    spent = 0;
    most = Math.max(MOST_STEPS, PASSES * size(chosen));
    Deque<Interval[]> boxes = new ArrayDeque<>();
    boxes.push(printed.clone());
    for (int count = 0; !boxes.isEmpty(); count++) {
      Interval[] box = boxes.pop();
      if (narrow(box, active, chosen)) {
        int widest = widest(box, active);
        if (widest < 0 || count >= MOST_BOXES || spent >= most || effort <= 0) {
          return false;
        }
        for (Interval half : RangeSearch.halves(box[widest])) {
          Interval[] smaller = box.clone();
          smaller[widest] = half;
          boxes.push(smaller);
        }
      }
    }
    return true;
  }

  private long size(List<Integer> chosen) {
    return chosen.stream().mapToLong(r -> rows.get(r).expression().steps().size()).sum();
  }

  /** Narrows the box until it stands still; false when nothing is left of it. */
  private boolean narrow(Interval[] box, boolean[] active, List<Integer> from) {
    Deque<Integer> queue = new ArrayDeque<>(from);
    boolean[] queued = new boolean[active.length];
    from.forEach(r -> queued[r] = true);
    while (!queue.isEmpty()) {
      int r = queue.poll();
      queued[r] = false;
      int cost = 2 * rows.get(r).expression().steps().size();
      spent += cost;
      effort -= cost;
      if (spent >= most || effort <= 0) {
        return true;
      }
      if (!narrow(box, r, active, queue, queued)) {
        return false;
      }
    }
    return true;
  }

  private boolean narrow(
      Interval[] box, int r, boolean[] active, Deque<Integer> queue, boolean[] queued) {
    Row row = rows.get(r);
    Interval[] own = new Interval[row.cells().length()];
    for (int i = 0; i < own.length; i++) {
      own[i] = box[row.cells().get(i)];
    }
    Interval target = box[row.result()];
    if (searches[r].anyRepeated()) {
      target = target.intersection(searches[r].quickRange(own));
    }
    if (target.isEmpty()) {
      return false;
    }
    Interval result = Contraction.narrow(row.expression(), own, target);
    if (result.isEmpty() || !set(box, row.result(), result, active, queue, queued)) {
      return false;
    }
    for (int i = 0; i < own.length; i++) {
      if (!set(box, row.cells().get(i), own[i], active, queue, queued)) {
        return false;
      }
    }
    return true;
  }

  private boolean set(
      Interval[] box,
      int cell,
      Interval narrowed,
      boolean[] active,
      Deque<Integer> queue,
      boolean[] queued) {
    Interval before = box[cell];
    Interval after = before.intersection(narrowed);
    if (after.isEmpty()) {
      return false;
    }
    box[cell] = after;
    if (isWorthPassingOn(before, after)) {
      for (int r : rowsOfCell[cell]) {
        if (active[r] && !queued[r]) {
          queued[r] = true;
          queue.add(r);
        }
      }
    }
    return true;
  }

  private static boolean isWorthPassingOn(Interval before, Interval after) {
    if (!before.isBounded()) {
      return !after.equals(before);
    }
    BigDecimal width = width(before);
    return width.signum() > 0
        && width(after).compareTo(width.multiply(WORTH_PASSING_ON, ROUGH)) < 0;
  }

  private static BigDecimal width(Interval side) {
    return side.lo == null || side.hi == null ? BigDecimal.ZERO : side.hi.subtract(side.lo);
  }

  /** The number that is least known, of those that rows share; -1 when all are known well. */
  private int widest(Interval[] box, boolean[] active) {
    int widest = -1;
    BigDecimal most = TOO_SMALL;
    for (int c = 0; c < box.length; c++) {
      BigDecimal before = width(printed[c]);
      if (before.signum() > 0 && isShared(c, active)) {
        BigDecimal share = width(box[c]).divide(before, ROUGH);
        if (share.compareTo(most) > 0) {
          widest = c;
          most = share;
        }
      }
    }
    return widest;
  }

  private boolean isShared(int cell, boolean[] active) {
    int count = 0;
    for (int r : rowsOfCell[cell]) {
      count += active[r] ? 1 : 0;
    }
    return count > 1;
  }

  /**
   * As few of the rows as can be found that cannot all be right, given that all of them cannot:
   * leaves out one after the other, and keeps it out when the rest are still impossible.
   */
  List<Integer> core(List<Integer> impossible) {
    List<Integer> core = new ArrayList<>(impossible);
    int block = Math.max(1, core.size() / 2);
    while (true) {
      for (int at = 0; at < core.size() && effort > 0; ) {
        List<Integer> rest = new ArrayList<>(core);
        rest.subList(at, Math.min(core.size(), at + block)).clear();
        if (rest.size() > 1 && isImpossible(rest)) {
          core = rest;
        } else {
          at += block;
        }
      }
      // Without effort nothing more is proven, and to ask of every row would take long.
      if (block == 1 || effort <= 0) {
        return core;
      }
      block = Math.max(1, block / 2);
    }
  }
}
