package no.maaltall.core.panel;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.SeriesBreak;
import org.jspecify.annotations.Nullable;

/**
 * The statuses that are neither normal nor plainly missing, 5 bytes each, and which breaks each
 * series has.
 */
final class SparseNotes extends Notes {
  private final int regions;
  private final int[][] cells;
  private final byte[][] statuses;
  private final BitSet noted;
  private final int @Nullable [] breaksOf;
  private final ImmutableList<ImmutableList<SeriesBreak>> breakLists;

  private SparseNotes(Builder builder) {
    this.regions = builder.regions;
    this.cells = new int[builder.packed.length][];
    this.statuses = new byte[builder.packed.length][];
    this.noted = (BitSet) builder.noted.clone();
    this.breaksOf = builder.breaksOf == null ? null : builder.breaksOf.clone();
    this.breakLists = ImmutableList.copyOf(builder.breakLists.keySet());
    for (int p = 0; p < cells.length; p++) {
      int count = builder.counts[p];
      long[] sorted = Arrays.copyOf(builder.packed[p], count);
      Arrays.sort(sorted);
      cells[p] = new int[count];
      statuses[p] = new byte[count];
      for (int i = 0; i < count; i++) {
        cells[p][i] = (int) (sorted[i] >>> Byte.SIZE);
        statuses[p][i] = (byte) sorted[i];
      }
    }
  }

  @Override
  boolean isPlain() {
    return noted.isEmpty() && breaksOf == null;
  }

  @Override
  boolean isPlain(int indicator, int region) {
    int cell = indicator * regions + region;
    return !noted.get(cell) && breaks(cell).isEmpty();
  }

  private ImmutableList<SeriesBreak> breaks(int cell) {
    return breaksOf == null || breaksOf[cell] == 0
        ? ImmutableList.of()
        : breakLists.get(breaksOf[cell] - 1);
  }

  private byte kept(int cell, int period) {
    int at = Arrays.binarySearch(cells[period], cell);
    return at < 0 ? Noted.PLAIN : statuses[period][at];
  }

  @Override
  ObservationStatus status(int indicator, int region, int period, double value) {
    return Noted.status(kept(indicator * regions + region, period), value);
  }

  @Override
  Noted of(int indicator, int region) {
    int cell = indicator * regions + region;
    ImmutableList<SeriesBreak> breaks = breaks(cell);
    if (!noted.get(cell)) {
      return breaks.isEmpty() ? Noted.NOTHING : new Noted(null, breaks);
    }
    byte[] all = new byte[cells.length];
    for (int p = 0; p < all.length; p++) {
      all[p] = kept(cell, p);
    }
    return new Noted(all, breaks);
  }

  /** Collects statuses and breaks. */
  static final class Builder {
    private final int series;
    private final int regions;
    private final long[][] packed;
    private final int[] counts;
    private final BitSet noted = new BitSet();
    private final Map<ImmutableList<SeriesBreak>, Integer> breakLists = new LinkedHashMap<>();
    private int @Nullable [] breaksOf;

    Builder(int indicators, int regions, int periods) {
      this.series = indicators * regions;
      this.regions = regions;
      this.packed = new long[periods][0];
      this.counts = new int[periods];
    }

    /** Keeps a status, unless it is plain; each cell at most once. */
    void status(int cell, int period, ObservationStatus status) {
      if (Noted.isPlain(status)) {
        return;
      }
      int count = counts[period];
      if (count == packed[period].length) {
        packed[period] = Arrays.copyOf(packed[period], Math.max(8, count + (count >> 1)));
      }
      packed[period][count] = (long) cell << Byte.SIZE | status.ordinal();
      counts[period]++;
      noted.set(cell);
    }

    /** The breaks of a series, as its scalar form has them. */
    void breaks(int cell, ImmutableList<SeriesBreak> breaks) {
      if (breaks.isEmpty()) {
        return;
      }
      if (breaksOf == null) {
        breaksOf = new int[series];
      }
      breaksOf[cell] = breakLists.computeIfAbsent(breaks, b -> breakLists.size() + 1);
    }

    SparseNotes build() {
      return new SparseNotes(this);
    }
  }
}
