package no.maaltall.kostra.accounts;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of one region before formulas: per scope and class, functions × account types kept.
 *
 * <p>The place of work of a run: filled and emptied region by region, so that a run of many regions
 * allocates nothing but their results.
 */
final class RegionSums {
  /** What an amount is that would be a division by zero. */
  static final long UNDEFINED = Long.MIN_VALUE;

  private static final Plan.Operand[] NONE = {};
  private static final int CLASSES = Kontoklasse.values().length;

  private final Plan plan;
  private final boolean consolidated;
  private final long[][] a = new long[CLASSES][];
  private final long[][] b = new long[CLASSES][];
  private final boolean[][] used = new boolean[CLASSES][];
  private final long[] own;
  private final long[] others;
  private final long[] nettings;
  private final long[] results;
  private long size;

  RegionSums(Plan plan, boolean consolidated) {
    this.plan = plan;
    this.consolidated = consolidated;
    int functions = plan.functions.size();
    for (int k = 0; k < CLASSES; k++) {
      a[k] = new long[consolidated ? functions * plan.kept[k].length : 0];
      b[k] = new long[functions * plan.kept[k].length];
      used[k] = new boolean[functions];
    }
    this.own = new long[plan.arts.size()];
    this.others = new long[plan.arts.size()];
    this.nettings =
        new long[Math.max(plan.enterpriseNetting.size(), plan.municipalityNetting.size())];
    this.results = new long[plan.formulas.size()];
  }

  /** Sets everything to zero. */
  void clear() {
    for (int k = 0; k < CLASSES; k++) {
      int width = plan.kept[k].length;
      for (int f = 0; f < used[k].length; f++) {
        if (used[k][f]) {
          Arrays.fill(b[k], f * width, (f + 1) * width, 0);
          if (consolidated) {
            Arrays.fill(a[k], f * width, (f + 1) * width, 0);
          }
          used[k][f] = false;
        }
      }
    }
    size = 0;
  }

  /**
   * Computes every amount of a region from its lines.
   *
   * @param region index of the region in the ledger, negative when it has no lines
   * @param other index in the ledger of the enterprises
   */
  void compute(Ledger ledger, int region, Ledger enterprises, int other) {
    clear();
    int i = region < 0 ? 0 : ledger.start(region);
    int end = region < 0 ? 0 : ledger.end(region);
    int j = other < 0 ? 0 : enterprises.start(other);
    int otherEnd = other < 0 ? 0 : enterprises.end(other);
    size = Saturated.sum(sizeOf(ledger, i, end), sizeOf(enterprises, j, otherEnd));
    boolean exact = Saturated.product(size, plan.largestFactor) == Long.MAX_VALUE;
    while (i < end || j < otherEnd) {
      int row =
          Math.min(
              i < end ? ledger.row(i) : Integer.MAX_VALUE,
              j < otherEnd ? enterprises.row(j) : Integer.MAX_VALUE);
      int first = i < end && ledger.row(i) == row ? ledger.kontoklasse(i) : -1;
      int k = first >= 0 ? first : enterprises.kontoklasse(j);
      int number = first >= 0 ? ledger.funksjon(i) : enterprises.funksjon(j);
      int afterOwn = fill(own, ledger, i, end, row, exact);
      int afterOthers = fill(others, enterprises, j, otherEnd, row, exact);
      addRow(k, plan.functionOfNumber[number], afterOwn > i, afterOthers > j, exact);
      i = afterOwn;
      j = afterOthers;
    }
    for (int k = 0; k < CLASSES; k++) {
      addUpFunctions(k, exact);
    }
  }

  private static long sizeOf(Ledger ledger, int from, int to) {
    long size = 0;
    for (int i = from; i < to; i++) {
      size = Saturated.sum(size, Math.abs(ledger.amount(i)));
    }
    return size;
  }

  private int fill(long[] row, Ledger ledger, int from, int end, int number, boolean exact) {
    if (from == end || ledger.row(from) != number) {
      return from;
    }
    Arrays.fill(row, 0);
    int i = from;
    for (; i < end && ledger.row(i) == number; i++) {
      int art = plan.artOfNumber[ledger.art(i)];
      row[art] = exact ? Math.addExact(row[art], ledger.amount(i)) : row[art] + ledger.amount(i);
    }
    if (exact) {
      plan.artSums.addUpExact(row);
    } else {
      plan.artSums.addUp(row);
    }
    return i;
  }

  /** The rows in {@link #own} and {@link #others} become a row of each scope. */
  private void addRow(int k, int function, boolean hasOwn, boolean hasOthers, boolean exact) {
    int[] kept = plan.kept[k];
    int at = function * kept.length;
    used[k][function] = true;
    if (hasOwn) {
      for (int c = 0; c < kept.length; c++) {
        b[k][at + c] = own[kept[c]];
      }
    }
    if (!consolidated) {
      return;
    }
    long[] sum = own;
    if (hasOthers) {
      net(plan.enterpriseNetting, others, others, exact);
      sum = others;
    }
    if (hasOwn) {
      net(plan.municipalityNetting, own, sum, exact);
      if (hasOthers) {
        for (int i = 0; i < sum.length; i++) {
          sum[i] = exact ? Math.addExact(sum[i], own[i]) : sum[i] + own[i];
        }
      }
    }
    for (int c = 0; c < kept.length; c++) {
      a[k][at + c] = sum[kept[c]];
    }
  }

  private void net(NettingSums netting, long[] of, long[] to, boolean exact) {
    if (exact) {
      netting.netExact(of, nettings);
    } else {
      netting.net(of, nettings);
    }
    netting.addTo(to, nettings, exact);
  }

  private void addUpFunctions(int k, boolean exact) {
    SignedSums sums = plan.functionSums;
    int width = plan.kept[k].length;
    for (int e = 0; e < sums.size(); e++) {
      int from = sums.from(e);
      if (used[k][from]) {
        int to = sums.to(e);
        used[k][to] = true;
        add(b[k], to * width, b[k], from * width, width, sums.sign(e), exact);
        if (consolidated) {
          add(a[k], to * width, a[k], from * width, width, sums.sign(e), exact);
        }
      }
    }
  }

  /** {@code to += factor × from}, row by row; the one place where most of the time is spent. */
  private static void add(
      long[] to, int toStart, long[] from, int fromStart, int width, long factor, boolean exact) {
    if (exact) {
      for (int c = 0; c < width; c++) {
        to[toStart + c] =
            Math.addExact(to[toStart + c], Math.multiplyExact(factor, from[fromStart + c]));
      }
    } else if (factor == 1) {
      for (int c = 0; c < width; c++) {
        to[toStart + c] += from[fromStart + c];
      }
    } else {
      for (int c = 0; c < width; c++) {
        to[toStart + c] += factor * from[fromStart + c];
      }
    }
  }

  /** Adds the amounts of a member to those of a group. */
  void addMember(RegionSums member, long factor) {
    size =
        Saturated.sum(
            size,
            Saturated.product(
                Math.abs(factor), Saturated.product(member.size, plan.largestFactor)));
    boolean exact = size == Long.MAX_VALUE;
    for (int k = 0; k < CLASSES; k++) {
      int width = plan.kept[k].length;
      for (int f = 0; f < used[k].length; f++) {
        if (member.used[k][f]) {
          used[k][f] = true;
          add(b[k], f * width, member.b[k], f * width, width, factor, exact);
          if (consolidated) {
            add(a[k], f * width, member.a[k], f * width, width, factor, exact);
          }
        }
      }
    }
  }

  /** The amounts of a scope, as a layout has them, with formulas. */
  long[] amounts(Scope scope, Layout layout) {
    long[][] values = scope == Scope.A ? a : b;
    long[] amounts = new long[layout.size()];
    int[] starts = layout.starts();
    int[] places = layout.places();
    for (int row = 0; row < layout.rows(); row++) {
      int k = row % CLASSES;
      int function = row / CLASSES;
      if (used[k][function]) {
        int at = function * plan.kept[k].length;
        for (int i = starts[row]; i < starts[row + 1]; i++) {
          amounts[i] = values[k][at + places[i]];
        }
      }
    }
    if (layout.formulaCells().length > 0) {
      evaluate(values);
      for (int i = 0; i < layout.formulaCells().length; i++) {
        amounts[layout.formulaCells()[i]] = results[layout.formulas()[i]];
      }
    }
    return amounts;
  }

  private void evaluate(long[][] values) {
    @Nullable FractionResults fractions = plan.hasFractions ? new FractionResults(plan) : null;
    for (int i = 0; i < results.length; i++) {
      Plan.CompiledFormula compiled = plan.formulas.get(i);
      Plan.Operand[] operands = compiled.factors();
      results[i] =
          fractions != null && (operands == null || fractions.isNeededBy(operands))
              ? fractions.evaluate(i, cell -> value(compiled.formula(), cell, values))
              : whole(operands == null ? NONE : operands, values);
    }
  }

  private long whole(Plan.Operand[] operands, long[][] values) {
    long sum = 0;
    for (Plan.Operand operand : operands) {
      long value = operand.formula() >= 0 ? results[operand.formula()] : value(operand, values);
      sum = Math.addExact(sum, Math.multiplyExact(operand.factor(), value));
    }
    if (sum == UNDEFINED) {
      throw new ArithmeticException("-2^63 has no opposite");
    }
    return sum;
  }

  private long value(Plan.Operand operand, long[][] values) {
    int k = operand.kontoklasse();
    return values[k][operand.function() * plan.kept[k].length + operand.place()];
  }

  /** The value of a term: a whole number, or another formula's unrounded result. */
  private Optional<FractionResults.Source> value(Formula formula, Cell cell, long[][] values) {
    Plan.Operand operand = plan.operand(formula, cell, 1);
    return Optional.of(
        operand.formula() >= 0
            ? new FractionResults.Source(operand.formula(), results[operand.formula()])
            : new FractionResults.Source(-1, value(operand, values)));
  }
}
