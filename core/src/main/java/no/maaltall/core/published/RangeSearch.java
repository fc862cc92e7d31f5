package no.maaltall.core.published;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an expression can be over a box, and where in the box it is what was printed.
 *
 * <p>A name that is used once cannot mislead interval arithmetic. For one that is used more often
 * the derivative decides: where its sign is known, the extremes lie at the ends of the name's
 * interval, and are computed there; otherwise the interval is halved, and so on. The result always
 * holds every value; it is as tight as the effort allows.
 */
final class RangeSearch {
  private static final int MOST_BOXES = 64;
  private static final int STEPS_OF_OPERATIONS = 200_000;
  private static final int HALVINGS = 60;
  private static final int SAMPLES = 24;
  private static final int MOST_TRIES = 3;
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final MathContext DIGITS = new MathContext(34, RoundingMode.HALF_EVEN);

  private final Expression expression;
  private final boolean[] repeated;
  private final boolean continuous;
  private int effort;

  /** What the expression can be over a box, and which name must be halved to know better. */
  private record Part(ImmutableList<Interval> box, Interval range, int toHalve) {
    Interval[] sides() {
      return box.toArray(Interval[]::new);
    }
  }

  RangeSearch(Expression expression) {
    this.expression = expression;
    int[] uses = Evaluation.uses(expression);
    this.repeated = new boolean[uses.length];
    for (int i = 0; i < uses.length; i++) {
      repeated[i] = uses[i] > 1;
    }
    this.continuous = Evaluation.isContinuous(expression);
    this.effort =
        Math.max(1, Math.min(MOST_BOXES, STEPS_OF_OPERATIONS / expression.steps().size()));
  }

  /** An interval that holds every value over the box; empty when there is none. */
  Interval range(Interval[] box) {
    List<Part> parts = new ArrayList<>();
    parts.add(part(box));
    while (effort-- > 0) {
      int widest = worst(parts);
      if (widest < 0) {
        break;
      }
      Part part = parts.remove(widest);
      for (Interval half : halves(part.box().get(part.toHalve()))) {
        Interval[] smaller = part.sides();
        smaller[part.toHalve()] = half;
        Part piece = part(smaller);
        if (!piece.range().isEmpty()) {
          parts.add(piece);
        }
      }
    }
    Interval all = Interval.EMPTY;
    for (Part part : parts) {
      all = all.hull(part.range());
    }
    return all;
  }

  /** One look without halving: cheap, and all that is needed where every name has its direction. */
  Interval quickRange(Interval[] box) {
    return part(box).range();
  }

  private Part part(Interval[] box) {
    Interval natural = Evaluation.of(expression, box);
    if (natural.isEmpty() || !anyRepeated()) {
      return new Part(ImmutableList.copyOf(box), natural, -1);
    }
    Interval[] slopes = Evaluation.slopes(expression, box);
    Interval low = Evaluation.of(expression, corner(box, slopes, true));
    Interval high = Evaluation.of(expression, corner(box, slopes, false));
    Interval range =
        low.isEmpty() || high.isEmpty()
            ? natural
            : natural.intersection(
                new Interval(
                    low.lo,
                    low.loIn && !isMissed(box, slopes, true),
                    high.hi,
                    high.hiIn && !isMissed(box, slopes, false)));
    return new Part(
        ImmutableList.copyOf(box),
        range.isEmpty() ? natural : range,
        widestUndirected(box, slopes));
  }

  /** Whether some name is used more than once. */
  boolean anyRepeated() {
    for (boolean one : repeated) {
      if (one) {
        return true;
      }
    }
    return false;
  }

  private static boolean rises(Interval slope) {
    return slope.lo != null && slope.lo.signum() >= 0;
  }

  private static boolean falls(Interval slope) {
    return slope.hi != null && slope.hi.signum() <= 0;
  }

  /** The box where the result is lowest or highest, as far as the slopes tell. */
  private static Interval[] corner(Interval[] box, Interval[] slopes, boolean lowest) {
    Interval[] corner = box.clone();
    for (int i = 0; i < corner.length; i++) {
      BigDecimal end = end(box[i], slopes[i], lowest);
      if (end != null) {
        corner[i] = Interval.point(end);
      }
    }
    return corner;
  }

  private static @Nullable BigDecimal end(Interval side, Interval slope, boolean lowest) {
    if (rises(slope)) {
      return lowest ? side.lo : side.hi;
    }
    return falls(slope) ? (lowest ? side.hi : side.lo) : null;
  }

  /** Whether the extreme lies at an end that is excluded, and only there. */
  private static boolean isMissed(Interval[] box, Interval[] slopes, boolean lowest) {
    for (int i = 0; i < box.length; i++) {
      boolean strictlyRises = slopes[i].lo != null && slopes[i].lo.signum() > 0;
      boolean strictlyFalls = slopes[i].hi != null && slopes[i].hi.signum() < 0;
      if ((strictlyRises && !(lowest ? box[i].loIn : box[i].hiIn))
          || (strictlyFalls && !(lowest ? box[i].hiIn : box[i].loIn))) {
        return true;
      }
    }
    return false;
  }

  private int widestUndirected(Interval[] box, Interval[] slopes) {
    int widest = -1;
    BigDecimal most = BigDecimal.ZERO;
    for (int i = 0; i < box.length; i++) {
      BigDecimal width = width(box[i]);
      if (repeated[i] && !rises(slopes[i]) && !falls(slopes[i]) && width.compareTo(most) > 0) {
        widest = i;
        most = width;
      }
    }
    return widest;
  }

  /** Whether it is proven that the expression is nowhere in the target, though its range may be. */
  boolean isOutOfReach(Interval[] box, Interval target) {
    return Contraction.narrow(expression, box.clone(), target).isEmpty();
  }

  /**
   * The number of a range that is nearest to a printed one, not where that is out of reach; empty
   * when it is not known how near to the printed one that is.
   */
  Optional<BigDecimal> nearest(Interval[] box, Interval range, Rounded printed) {
    Interval target = printed.interval();
    BigDecimal inRange = range.nearest(printed.value());
    if (!target.contains(inRange) || !isOutOfReach(box, target)) {
      return Optional.of(inRange);
    }
    Interval below = new Interval(null, false, target.lo, !target.loIn);
    Interval above = new Interval(target.hi, !target.hiIn, null, false);
    return Stream.of(below, above)
        .map(side -> Contraction.reachable(expression, box, side))
        .filter(side -> !side.isEmpty())
        .map(side -> side.nearest(printed.value()))
        .min(Comparator.comparing(n -> n.subtract(printed.value()).abs()))
        // Nothing was learnt of a side that still begins where the target ends.
        .filter(n -> n.compareTo(target.lo) != 0 && n.compareTo(target.hi) != 0);
  }

  private static BigDecimal width(Interval side) {
    return side.lo == null || side.hi == null ? BigDecimal.ZERO : side.hi.subtract(side.lo);
  }

  /** The part that holds the lowest or highest end of all, and can be halved; -1 when none can. */
  private static int worst(List<Part> parts) {
    int lowest = -1;
    int highest = -1;
    for (int i = 0; i < parts.size(); i++) {
      Interval range = parts.get(i).range();
      if (lowest < 0 || isLower(range.lo, parts.get(lowest).range().lo)) {
        lowest = i;
      }
      if (highest < 0 || isHigher(range.hi, parts.get(highest).range().hi)) {
        highest = i;
      }
    }
    if (lowest >= 0 && parts.get(lowest).toHalve() >= 0) {
      return lowest;
    }
    return highest >= 0 && parts.get(highest).toHalve() >= 0 ? highest : -1;
  }

  private static boolean isLower(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    return b != null && (a == null || a.compareTo(b) < 0);
  }

  private static boolean isHigher(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    return b != null && (a == null || a.compareTo(b) > 0);
  }

  static List<Interval> halves(Interval side) {
    if (side.lo == null || side.hi == null) {
      return List.of(side);
    }
    BigDecimal middle = side.lo.add(side.hi).multiply(HALF, DIGITS);
    return List.of(
        new Interval(side.lo, side.loIn, middle, true),
        new Interval(middle, true, side.hi, side.hiIn));
  }

  /**
   * Numbers in the box for which the expression is in the target, if any are found: the printed
   * ones, the ends, and points between two on either side of the target.
   */
  Optional<BigDecimal[]> witness(Interval[] box, BigDecimal[] printed, Interval target) {
    BigDecimal[] below = null;
    BigDecimal[] above = null;
    int tries = 0;
    for (BigDecimal[] point : candidates(box, printed)) {
      Interval value = at(point);
      if (isIn(value, target) && isIn(point, box)) {
        return Optional.of(point);
      }
      if (below == null && target.lo != null && value.isBelow(target.lo)) {
        below = point;
      }
      if (above == null && target.hi != null && value.isAbove(target.hi)) {
        above = point;
      }
      if (below != null && above != null && (continuous || tries++ < MOST_TRIES)) {
        Optional<BigDecimal[]> between = between(box, below, above, target);
        if (between.isPresent()) {
          return between;
        }
        below = null;
        above = null;
      }
    }
    return Optional.empty();
  }

  /**
   * Whether a value is in the target. It is an interval, since arithmetic loses something: of a
   * continuous expression that is nothing, but at a step it may be whichever side it likes.
   */
  private boolean isIn(Interval value, Interval target) {
    return continuous ? value.intersects(target) : target.contains(value);
  }

  private Interval at(BigDecimal[] point) {
    Interval[] points = new Interval[point.length];
    for (int i = 0; i < point.length; i++) {
      points[i] = Interval.point(point[i]);
    }
    return Evaluation.of(expression, points);
  }

  private List<BigDecimal[]> candidates(Interval[] box, BigDecimal[] printed) {
    List<BigDecimal[]> points = new ArrayList<>();
    points.add(printed);
    Interval[] slopes = Evaluation.slopes(expression, box);
    points.add(ends(box, slopes, printed, true));
    points.add(ends(box, slopes, printed, false));
    for (int i = 0; i < SAMPLES; i++) {
      BigDecimal[] sample = new BigDecimal[box.length];
      for (int k = 0; k < box.length; k++) {
        // Fractional parts of multiples of irrational numbers fill the box evenly.
        double fraction = ((i + 1) * Math.sqrt(2 + 3 * k + k * k)) % 1;
        sample[k] = inside(box[k], printed[k], BigDecimal.valueOf(fraction));
      }
      points.add(sample);
    }
    return points;
  }

  private static BigDecimal[] ends(
      Interval[] box, Interval[] slopes, BigDecimal[] printed, boolean lowest) {
    BigDecimal[] point = printed.clone();
    for (int i = 0; i < point.length; i++) {
      BigDecimal end = end(box[i], slopes[i], lowest);
      point[i] = end == null ? printed[i] : end;
    }
    return point;
  }

  private static BigDecimal inside(Interval side, BigDecimal printed, BigDecimal fraction) {
    return side.lo == null || side.hi == null
        ? printed
        : side.lo.add(side.hi.subtract(side.lo).multiply(fraction, DIGITS));
  }

  private static boolean isIn(BigDecimal[] point, Interval[] box) {
    for (int i = 0; i < point.length; i++) {
      if (!box[i].contains(point[i])) {
        return false;
      }
    }
    return true;
  }

  /**
   * Halves the way from a point below the target to one above, as long as it can be crossed. Over
   * steps it may be that none of them is in the target, or that a point is on the edge of one.
   */
  private Optional<BigDecimal[]> between(
      Interval[] box, BigDecimal[] below, BigDecimal[] above, Interval target) {
    BigDecimal[] low = below;
    BigDecimal[] high = above;
    for (int i = 0; i < HALVINGS; i++) {
      BigDecimal[] middle = new BigDecimal[low.length];
      for (int k = 0; k < middle.length; k++) {
        middle[k] = low[k].add(high[k]).multiply(HALF, DIGITS);
      }
      Interval value = at(middle);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      if (isIn(value, target)) {
        return isIn(middle, box) ? Optional.of(middle) : Optional.empty();
      }
      if (target.lo != null && value.isBelow(target.lo)) {
        low = middle;
      } else if (target.hi != null && value.isAbove(target.hi)) {
        high = middle;
      } else {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
