package no.maaltall.core.panel;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.UnknownCodeException;
import org.jspecify.annotations.Nullable;

/** The indicators or the regions of a panel, in order, each once. */
final class Axis<T> {
  private static final int MOST_PRINTED = 4;

  private final String what;
  private final ImmutableList<T> items;
  private final Function<T, String> code;
  // Made at first use: most derived panels are never asked by code.
  private volatile @Nullable Map<String, Integer> index;

  private Axis(String what, ImmutableList<T> items, Function<T, String> code) {
    this.what = what;
    this.items = items;
    this.code = code;
  }

  static Axis<Indicator> indicators(List<Indicator> indicators) {
    Axis<Indicator> axis = derived(indicators);
    axis.check(InvalidPanelException.Problem.NO_INDICATORS);
    return axis;
  }

  /** Of indicators that are known to be distinct. */
  static Axis<Indicator> derived(List<Indicator> indicators) {
    return new Axis<>("indicator", ImmutableList.copyOf(indicators), Indicator::id);
  }

  static Axis<Region> regions(List<Region> regions) {
    Axis<Region> axis = new Axis<>("region", ImmutableList.copyOf(regions), Region::code);
    axis.check(InvalidPanelException.Problem.NO_REGIONS);
    return axis;
  }

  private void check(InvalidPanelException.Problem ifEmpty) {
    if (items.isEmpty()) {
      throw new InvalidPanelException(ifEmpty, "a panel needs at least one " + what + ", got none");
    }
    if (index().size() < items.size()) {
      Map<String, Integer> seen = new HashMap<>();
      for (int i = 0; i < items.size(); i++) {
        Integer before = seen.putIfAbsent(codeAt(i), i);
        if (before != null) {
          throw new InvalidPanelException(
              ifEmpty == InvalidPanelException.Problem.NO_REGIONS
                  ? InvalidPanelException.Problem.REGION_TWICE
                  : InvalidPanelException.Problem.INDICATOR_TWICE,
              what + " " + codeAt(i) + " is given twice, as number " + before + " and " + i);
        }
      }
    }
  }

  ImmutableList<T> items() {
    return items;
  }

  int size() {
    return items.size();
  }

  T get(int i) {
    return items.get(i);
  }

  String codeAt(int i) {
    return code.apply(items.get(i));
  }

  int checkIndex(int i) {
    if (i < 0 || i >= items.size()) {
      throw new IndexOutOfBoundsException(
          what + " number " + i + " is outside 0 to " + (items.size() - 1));
    }
    return i;
  }

  private Map<String, Integer> index() {
    Map<String, Integer> known = index;
    if (known == null) {
      known = new HashMap<>(2 * items.size());
      for (int i = 0; i < items.size(); i++) {
        known.putIfAbsent(codeAt(i), i);
      }
      index = known;
    }
    return known;
  }

  /** The index of a code, or -1. */
  int find(String wanted) {
    return index().getOrDefault(wanted, -1);
  }

  int indexOf(String wanted) {
    Integer found = index().get(wanted);
    if (found == null) {
      throw new UnknownCodeException(what, wanted, index().keySet());
    }
    return found;
  }

  int[] indexesOf(String... wanted) {
    int[] indexes = new int[wanted.length];
    for (int i = 0; i < wanted.length; i++) {
      indexes[i] = indexOf(wanted[i]);
    }
    return indexes;
  }

  int[] indexesWhere(Predicate<? super T> wanted) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      if (wanted.test(items.get(i))) {
        found.add(i);
      }
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  Axis<T> select(int[] indexes, InvalidPanelException.Problem ifEmpty) {
    ImmutableList.Builder<T> selected = ImmutableList.builderWithExpectedSize(indexes.length);
    for (int i : indexes) {
      selected.add(items.get(i));
    }
    Axis<T> axis = new Axis<>(what, selected.build(), code);
    axis.check(ifEmpty);
    return axis;
  }

  /** Throws unless the other axis has the same codes in the same order; names may differ. */
  void requireSame(Axis<T> other) {
    if (other.items.equals(items)) {
      return;
    }
    int common = Math.min(size(), other.size());
    for (int i = 0; i < common; i++) {
      if (!codeAt(i).equals(other.codeAt(i))) {
        throw mismatch(
            other,
            "number " + i + " is " + codeAt(i) + " in one, " + other.codeAt(i) + " in the other");
      }
    }
    if (size() != other.size()) {
      throw mismatch(other, "one has " + size() + ", the other " + other.size());
    }
  }

  private AxisMismatchException mismatch(Axis<T> other, String difference) {
    return new AxisMismatchException(what + "s", toString(), other.toString(), difference);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Axis<?> a && a.items.equals(items);
  }

  @Override
  public int hashCode() {
    return Objects.hash(items);
  }

  /** How many, and the first few codes. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder().append(size()).append(' ').append(what);
    text.append(size() == 1 ? " [" : "s [");
    for (int i = 0; i < Math.min(size(), MOST_PRINTED); i++) {
      text.append(i > 0 ? ", " : "").append(codeAt(i));
    }
    return text.append(size() > MOST_PRINTED ? ", ...]" : "]").toString();
  }
}
