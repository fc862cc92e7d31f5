package no.maaltall.kostra.accounts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Accounting rules as arrays: compiled once, run per region.
 *
 * <p>Functions and account types are numbered in order of code. Of the account types, only those
 * that some amount is asked for, by the star table or a formula, are kept once a function's own
 * amounts have been added up; sums over functions are over those alone.
 */
final class Plan {
  private static final int NUMBERS = 1000;
  private static final int CLASSES = Kontoklasse.values().length;

  final ImmutableList<String> functions;
  final ImmutableList<String> arts;
  final ImmutableMap<String, Integer> functionIndex;
  final ImmutableMap<String, Integer> artIndex;
  // Index of the function or type with a three-digit number that amounts are booked on, or -1.
  final int[] functionOfNumber;
  final int[] artOfNumber;
  final SignedSums artSums;
  final SignedSums functionSums;
  final NettingSums enterpriseNetting;
  final NettingSums municipalityNetting;
  // Per class: the account types kept, and for each type its place among them or -1.
  final int[][] kept;
  final int[][] place;
  final ImmutableList<CompiledFormula> formulas;

  /** Whether some formula is no sum of terms with whole factors. */
  final boolean hasFractions;

  /** No amount is more than this times the sum of the sizes of the lines. */
  final long largestFactor;

  private final StarTable.Selection selection;
  private final Map<BitSet, Layout> layouts = new ConcurrentHashMap<>();
  private final ImmutableMap<Cell, Integer> formulaIndex;

  /**
   * A formula: its target, and where the terms are found.
   *
   * @param formula the formula
   * @param factors whole factor of each term; null when it is no sum of terms with whole factors
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared, never handed out.
  record CompiledFormula(Formula formula, Operand @Nullable [] factors) {}

  /** A term with a factor: an earlier formula's result, or an amount before formulas. */
  record Operand(long factor, int formula, int kontoklasse, int function, int place) {}

  Plan(
      Hierarchy functionHierarchy,
      Hierarchy artHierarchy,
      Netting enterprise,
      Netting municipality,
      StarTable table,
      ImmutableList<Formula> ordered) {
    this.functions = functionHierarchy.codes().asList();
    this.arts = artHierarchy.codes().asList();
    this.functionIndex = index(functions);
    this.artIndex = index(arts);
    this.functionOfNumber = booked(functionHierarchy, functionIndex);
    this.artOfNumber = booked(artHierarchy, artIndex);
    this.artSums = SignedSums.of(artHierarchy, artIndex);
    this.functionSums = SignedSums.of(functionHierarchy, functionIndex);
    this.enterpriseNetting = new NettingSums(enterprise, artIndex);
    this.municipalityNetting = new NettingSums(municipality, artIndex);
    this.selection = table.among(functions, arts);
    this.kept = new int[CLASSES][];
    this.place = new int[CLASSES][];
    keep(table, ordered);
    Map<Cell, Integer> byTarget = new HashMap<>();
    for (int i = 0; i < ordered.size(); i++) {
      byTarget.put(ordered.get(i).target(), i);
    }
    this.formulaIndex = ImmutableMap.copyOf(byTarget);
    this.formulas = ordered.stream().map(this::compiled).collect(ImmutableList.toImmutableList());
    this.hasFractions = formulas.stream().anyMatch(f -> f.factors() == null);
    this.largestFactor = largestFactor();
  }

  private static ImmutableMap<String, Integer> index(List<String> codes) {
    ImmutableMap.Builder<String, Integer> index = ImmutableMap.builder();
    for (int i = 0; i < codes.size(); i++) {
      index.put(codes.get(i), i);
    }
    return index.buildOrThrow();
  }

  private static int[] booked(Hierarchy hierarchy, Map<String, Integer> index) {
    int[] booked = new int[NUMBERS];
    Arrays.fill(booked, -1);
    index.forEach(
        (code, i) -> {
          if (isBooked(code) && !hierarchy.isSum(code)) {
            booked[Integer.parseInt(code)] = i;
          }
        });
    return booked;
  }

  /** Whether amounts can be booked on a code: three digits. */
  static boolean isBooked(String code) {
    return code.length() == 3 && code.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private void keep(StarTable table, List<Formula> ordered) {
    StarTable unlessTakenAlways =
        StarTable.of(
            table.rows().stream().filter(r -> r.sign() > 0 || r.region().isEmpty()).toList());
    StarTable.Selection most = unlessTakenAlways.among(functions, arts);
    BitSet all = new BitSet();
    all.set(0, unlessTakenAlways.rows().size());
    for (int k = 0; k < CLASSES; k++) {
      BitSet needed = new BitSet(arts.size());
      for (int f = 0; f < functions.size(); f++) {
        needed.or(most.arts(all, k, f));
      }
      for (Formula formula : ordered) {
        for (Cell cell : formula.expression().cells()) {
          if (cell.kontoklasse().ordinal() == k) {
            needed.set(artIndex.getOrDefault(cell.art(), 0));
          }
        }
      }
      kept[k] = needed.stream().toArray();
      place[k] = new int[arts.size()];
      Arrays.fill(place[k], -1);
      for (int c = 0; c < kept[k].length; c++) {
        place[k][kept[k][c]] = c;
      }
    }
  }

  private CompiledFormula compiled(Formula formula) {
    return new CompiledFormula(
        formula,
        formula
            .expression()
            .wholeFactors()
            .map(
                factors ->
                    factors.entrySet().stream()
                        .map(e -> operand(formula, e.getKey(), e.getValue()))
                        .toArray(Operand[]::new))
            .orElse(null));
  }

  /** Where a formula finds a term. */
  Operand operand(Formula formula, Cell cell, long factor) {
    int k = cell.kontoklasse().ordinal();
    int other = cell.equals(formula.target()) ? -1 : formulaIndex.getOrDefault(cell, -1);
    return new Operand(
        factor,
        other,
        k,
        functionIndex.getOrDefault(cell.funksjon(), 0),
        place[k][artIndex.getOrDefault(cell.art(), 0)]);
  }

  /** The formula of a cell; null when it has none. */
  @Nullable Formula formula(Cell cell) {
    Integer i = formulaIndex.get(cell);
    return i == null ? null : formulas.get(i).formula();
  }

  private long largestFactor() {
    long[] plain = new long[arts.size()];
    for (int i : artOfNumber) {
      if (i >= 0) {
        plain[i] = 1;
      }
    }
    artSums.bound(plain);
    long art = 1;
    long[] enterprise = enterpriseNetting.bound(plain);
    long[] municipality = municipalityNetting.bound(plain);
    for (int i = 0; i < plain.length; i++) {
      long both = Saturated.sum(plain[i], plain[i]);
      art = Math.max(art, Saturated.sum(both, Saturated.sum(enterprise[i], municipality[i])));
    }
    long[] rows = new long[functions.size()];
    for (int i : functionOfNumber) {
      if (i >= 0) {
        rows[i] = 1;
      }
    }
    functionSums.bound(rows);
    return Saturated.product(art, Arrays.stream(rows).max().orElse(1));
  }

  /** Which amounts a region has; regions with the same share one. */
  Layout layout(String region) {
    return layouts.computeIfAbsent(selection.rowsFor(region), this::layout);
  }

  private Layout layout(BitSet rows) {
    List<BitSet> selected = new ArrayList<>();
    for (int f = 0; f < functions.size(); f++) {
      for (int k = 0; k < CLASSES; k++) {
        selected.add(selection.arts(rows, k, f));
      }
    }
    return Layout.of(this, selected);
  }

  /** Where a formula's result goes in a layout. */
  ImmutableMap<Cell, Integer> formulaIndex() {
    return formulaIndex;
  }
}
