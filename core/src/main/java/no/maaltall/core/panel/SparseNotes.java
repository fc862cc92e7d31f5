package no.maaltall.core.panel;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.PeriodAxis;
import no.maaltall.core.indicator.SeriesBreak;
import org.jspecify.annotations.Nullable;

/**
 * The statuses that are neither normal nor plainly missing, 5 bytes each, and which breaks each
 * series has.
 */
final class SparseNotes extends Notes {
  /** The breaks of some series; the places are null for those of the declared and of status B. */
  private record Breaks(
      ImmutableList<SeriesBreak> declared, @Nullable ImmutableIntArray ordinals) {}

  private static final Breaks NO_BREAKS = new Breaks(ImmutableList.of(), null);

  private final int regions;
  private final PeriodAxis axis;
  private final int[][] cells;
  private final byte[][] statuses;
  private final BitSet noted;
  private final int @Nullable [] breaksOf;
  private final ImmutableList<Breaks> breaks;

  private SparseNotes(Builder builder) {
    this.regions = builder.regions;
    this.axis = builder.axis;
    this.cells = new int[builder.packed.length][];
    this.statuses = new byte[builder.packed.length][];
    this.noted = (BitSet) builder.noted.clone();
    this.breaksOf = builder.breaksOf == null ? null : builder.breaksOf.clone();
    this.breaks = ImmutableList.copyOf(builder.breaks.keySet());
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

  /** The notes of others, of which each series is asked for once. */
  static SparseNotes of(Notes others, int indicators, int regions, PeriodAxis axis, Cells values) {
    Builder kept = new Builder(indicators, regions, axis);
    for (int cell = 0; cell < indicators * regions && !others.isPlain(); cell++) {
      int i = cell / regions;
      int r = cell % regions;
      if (others.isPlain(i, r)) {
        continue;
      }
      Noted noted = others.of(i, r);
      for (int p = 0; p < axis.size(); p++) {
        kept.status(cell, p, noted.status(p, values.value(i, r, p)));
      }
      kept.breaks(cell, noted.breaks(), noted.breakOrdinals());
    }
    return kept.build();
  }

  @Override
  boolean isPlain() {
    return noted.isEmpty() && breaksOf == null;
  }

  @Override
  boolean isPlain(int indicator, int region) {
    int cell = indicator * regions + region;
    return !noted.get(cell) && breaks(cell).equals(NO_BREAKS);
  }

  private Breaks breaks(int cell) {
    return breaksOf == null || breaksOf[cell] == 0 ? NO_BREAKS : breaks.get(breaksOf[cell] - 1);
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
    Breaks own = breaks(cell);
    byte[] all = null;
    if (noted.get(cell)) {
      all = new byte[cells.length];
      for (int p = 0; p < all.length; p++) {
        all[p] = kept(cell, p);
      }
    }
    ImmutableIntArray ordinals = own.ordinals();
    return new Noted(all, own.declared(), ordinals == null ? found(own, all) : ordinals.toArray());
  }

  private int[] found(Breaks own, byte @Nullable [] statuses) {
    IntStream declared = own.declared().stream().mapToInt(b -> b.ordinalIn(axis.frequency()));
    IntStream marked =
        statuses == null
            ? IntStream.empty()
            : IntStream.range(0, statuses.length)
                .filter(p -> statuses[p] == ObservationStatus.BREAK.ordinal())
                .map(axis::ordinal);
    return IntStream.concat(declared, marked).sorted().distinct().toArray();
  }

  /** Collects statuses and breaks. */
  static final class Builder {
    private final int series;
    private final int regions;
    private final PeriodAxis axis;
    private final long[][] packed;
    private final int[] counts;
    private final BitSet noted = new BitSet();
    private final Map<Breaks, Integer> breaks = new LinkedHashMap<>();
    private int @Nullable [] breaksOf;

    Builder(int indicators, int regions, PeriodAxis axis) {
      this.series = indicators * regions;
      this.regions = regions;
      this.axis = axis;
      this.packed = new long[axis.size()][0];
      this.counts = new int[axis.size()];
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

    /**
     * The breaks of a series.
     *
     * @param ordinals where they are; null for those of the declared ones and of status B
     */
    void breaks(int cell, ImmutableList<SeriesBreak> declared, int @Nullable [] ordinals) {
      if (ordinals == null ? declared.isEmpty() : ordinals.length == 0) {
        return;
      }
      if (breaksOf == null) {
        breaksOf = new int[series];
      }
      Breaks own =
          new Breaks(declared, ordinals == null ? null : ImmutableIntArray.copyOf(ordinals));
      breaksOf[cell] = breaks.computeIfAbsent(own, b -> breaks.size() + 1);
    }

    SparseNotes build() {
      return new SparseNotes(this);
    }
  }
}
