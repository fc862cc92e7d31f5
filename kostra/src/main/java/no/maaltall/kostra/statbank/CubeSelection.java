package no.maaltall.kostra.statbank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Some categories of some dimensions of a cube, and which of those dimensions are to go. */
final class CubeSelection {
  private final Cube cube;
  private final Dimension[] dimensions;
  private final int[][] picks;
  private final boolean[] dropped;

  private CubeSelection(Cube cube) {
    this.cube = cube;
    this.dimensions = cube.dimensions().toArray(new Dimension[0]);
    this.picks = new int[dimensions.length][];
    this.dropped = new boolean[dimensions.length];
    for (int d = 0; d < dimensions.length; d++) {
      picks[d] = IntStream.range(0, dimensions[d].size()).toArray();
    }
  }

  static CubeSelection of(Cube cube) {
    return new CubeSelection(cube);
  }

  static CubeSelection of(Cube cube, String dimension, List<String> codes) {
    return of(cube).select(dimension, codes);
  }

  static CubeException notChosen(Dimension dimension, String allowed) {
    return new CubeException(
        CubeException.Problem.NOT_CHOSEN,
        "dimension " + dimension.id(),
        dimension.size() + " categories and no choice",
        allowed + ", as one of " + dimension.codes().stream().limit(5).toList());
  }

  CubeSelection select(String dimension, List<String> codes) {
    int d = cube.dimensionIndex(dimension);
    Dimension whole = dimensions[d];
    picks[d] = codes.stream().mapToInt(whole::indexOf).toArray();
    dimensions[d] = whole.select(codes);
    return this;
  }

  /** Leaves out a dimension of which one category is selected. */
  CubeSelection drop(String dimension) {
    dropped[cube.dimensionIndex(dimension)] = true;
    return this;
  }

  Cube cube() {
    List<Dimension> kept = new ArrayList<>();
    for (int d = 0; d < dimensions.length; d++) {
      if (!dropped[d]) {
        kept.add(dimensions[d]);
      }
    }
    CellStore store = cube.store();
    CellBuffer cells = new CellBuffer(store.copyOfSigns());
    cells.signEverywhere(store.backgroundCode());
    if (store.isDense()) {
      copyDense(store, cells);
    } else {
      copySparse(store, cells);
    }
    return cube.describedBuilder(kept).cells(cells).build();
  }

  private void copyDense(CellStore store, CellBuffer cells) {
    int size = (int) Cube.size(Arrays.asList(dimensions));
    int[] at = new int[picks.length];
    cells.expectValues(size);
    long[] strides = strides(cube.dimensions());
    for (int i = 0; i < size; i++) {
      long position = 0;
      for (int d = 0; d < at.length; d++) {
        position += strides[d] * picks[d][at[d]];
      }
      cells.addValue(store.storedValue((int) position));
      cells.addSign(store.storedCode((int) position));
      for (int d = at.length - 1; d >= 0 && ++at[d] == picks[d].length; d--) {
        at[d] = 0;
      }
    }
  }

  private void copySparse(CellStore store, CellBuffer cells) {
    long[] from = strides(cube.dimensions());
    long[] to = strides(Arrays.asList(dimensions));
    int[][] newIndex = new int[picks.length][];
    for (int d = 0; d < picks.length; d++) {
      newIndex[d] = new int[cube.dimensions().get(d).size()];
      Arrays.fill(newIndex[d], -1);
      for (int i = 0; i < picks[d].length; i++) {
        newIndex[d][picks[d][i]] = i;
      }
    }
    for (int i = 0; i < store.stored(); i++) {
      long rest = store.positionOf(i);
      long position = 0;
      for (int d = 0; d < picks.length && position >= 0; d++) {
        int index = newIndex[d][(int) (rest / from[d])];
        rest %= from[d];
        position = index < 0 ? -1 : position + to[d] * index;
      }
      if (position >= 0) {
        cells.putValue(position, store.storedValue(i));
        cells.putSign(position, store.storedCode(i));
      }
    }
  }

  /** How far apart two cells are that differ by one in a dimension. */
  static long[] strides(List<Dimension> dimensions) {
    long[] strides = new long[dimensions.size()];
    long stride = 1;
    for (int d = strides.length - 1; d >= 0; d--) {
      strides[d] = stride;
      stride *= dimensions.get(d).size();
    }
    return strides;
  }
}
