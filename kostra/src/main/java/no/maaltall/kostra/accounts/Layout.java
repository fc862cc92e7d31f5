package no.maaltall.kostra.accounts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Which amounts a region has, and where: by function, class and account type, in order of code. A
 * row is a function and a class: 2 × function + class.
 */
final class Layout {
  private static final int CLASSES = Kontoklasse.values().length;

  // Where the amounts of each row start; one more than there are rows.
  private final int[] starts;
  // Per amount, the place of its account type among those kept for the class.
  private final int[] places;
  // Amounts that a formula gives, and which formula.
  private final int[] formulaCells;
  private final int[] formulas;

  private Layout(int[] starts, int[] places, int[] formulaCells, int[] formulas) {
    this.starts = starts;
    this.places = places;
    this.formulaCells = formulaCells;
    this.formulas = formulas;
  }

  /** The layout of the account types selected per row. */
  static Layout of(Plan plan, List<BitSet> selected) {
    int[] starts = new int[selected.size() + 1];
    for (int row = 0; row < selected.size(); row++) {
      starts[row + 1] = starts[row] + selected.get(row).cardinality();
    }
    int[] places = new int[starts[selected.size()]];
    for (int row = 0; row < selected.size(); row++) {
      int[] place = plan.place[row % CLASSES];
      int at = starts[row];
      for (int art = selected.get(row).nextSetBit(0);
          art >= 0;
          art = selected.get(row).nextSetBit(art + 1)) {
        places[at++] = place[art];
      }
    }
    List<int[]> formulas = new ArrayList<>();
    Layout without = new Layout(starts, places, new int[0], new int[0]);
    plan.formulaIndex()
        .forEach(
            (cell, formula) -> {
              int index = without.index(plan, cell);
              if (index >= 0) {
                formulas.add(new int[] {index, formula});
              }
            });
    return new Layout(
        starts,
        places,
        formulas.stream().mapToInt(f -> f[0]).toArray(),
        formulas.stream().mapToInt(f -> f[1]).toArray());
  }

  /** The layout of every amount that one of two has. */
  Layout or(Layout other, Plan plan) {
    List<BitSet> selected = new ArrayList<>();
    for (int row = 0; row < starts.length - 1; row++) {
      BitSet both = arts(plan, row);
      both.or(other.arts(plan, row));
      selected.add(both);
    }
    return of(plan, selected);
  }

  private BitSet arts(Plan plan, int row) {
    BitSet arts = new BitSet();
    for (int i = starts[row]; i < starts[row + 1]; i++) {
      arts.set(plan.kept[row % CLASSES][places[i]]);
    }
    return arts;
  }

  int size() {
    return places.length;
  }

  /** Where the amount of a cell is; negative when the star table leaves it out. */
  int index(Plan plan, Cell cell) {
    int k = cell.kontoklasse().ordinal();
    int function = plan.functionIndex.getOrDefault(cell.funksjon(), -1);
    int art = plan.artIndex.getOrDefault(cell.art(), -1);
    if (function < 0 || art < 0 || plan.place[k][art] < 0) {
      return -1;
    }
    int row = CLASSES * function + k;
    return Arrays.binarySearch(places, starts[row], starts[row + 1], plan.place[k][art]);
  }

  /** The cell of the amount at an index of a row. */
  Cell cell(Plan plan, int row, int index) {
    int k = row % CLASSES;
    return new Cell(
        Kontoklasse.values()[k],
        plan.functions.get(row / CLASSES),
        plan.arts.get(plan.kept[k][places[index]]));
  }

  int rows() {
    return starts.length - 1;
  }

  /** Where the amounts of each row start; one more than there are rows. Not to be changed. */
  int[] starts() {
    return starts;
  }

  /** Per amount, the place of its account type among those kept. Not to be changed. */
  int[] places() {
    return places;
  }

  /** The amounts that a formula gives. Not to be changed. */
  int[] formulaCells() {
    return formulaCells;
  }

  /** Which formula gives each of {@link #formulaCells}. Not to be changed. */
  int[] formulas() {
    return formulas;
  }
}
