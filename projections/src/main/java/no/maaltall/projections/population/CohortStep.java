package no.maaltall.projections.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import no.maaltall.core.indicator.Region;
import no.maaltall.projections.population.ProjectionInputException.Kind;
import org.jspecify.annotations.Nullable;

/** Takes a range of a population's regions one step on. Holds scratch arrays: one for a thread. */
final class CohortStep {
  static final int MOST_ADJUSTMENTS = 1_000;

  private final CohortInput input;
  private final Ages ages;
  private final int count;
  private final int open;
  private final int regions;
  private final int first;
  private final int end;
  private final boolean fused;
  private final double[] lacking;
  private final double[] births;
  private final double[] ofAge;
  private final double[] kept;
  private final double[] staying;
  private double[][] begin = {};
  private double[][] startMoves = {};
  private double[][] endMoves = {};
  final List<Adjustment> adjustments = new ArrayList<>();
  long adjustmentCount;

  /** One of {@link CohortInput#tiles}. */
  CohortStep(CohortInput input, CohortInput.Tile tile) {
    this.input = input;
    first = tile.first();
    end = tile.end();
    ages = input.ages;
    count = ages.count();
    open = ages.open();
    regions = input.start.regions().size();
    fused = input.isFused();
    lacking = new double[regions];
    births = new double[regions];
    ofAge = new double[regions];
    kept = new double[regions];
    staying = new double[regions];
  }

  /**
   * From the columns before to those after, which are overwritten; when fused, the column after of
   * an age may be the one before of the age below, as {@link CohortInput#workColumns} has it.
   */
  void run(
      int step,
      double[][] before,
      double[][] after,
      @Nullable Shock shock,
      @Nullable StepRecord record) {
    Arrays.fill(lacking, first, end, 0);
    if (fused) {
      births(step, before, null, shock, record);
      ageFused(step, before, after, shock);
      fixNegatives(step, after, record == null ? null : record.moves);
    } else {
      runInStages(step, before, after, shock, record);
    }
    if (input.totals != null) {
      control(step, after, record);
    }
  }

  private int survivalCell(int sex, int age) {
    return sex * (count + 1) + age;
  }

  private void births(
      int step,
      double[][] women,
      double @Nullable [][] moves,
      @Nullable Shock shock,
      @Nullable StepRecord record) {
    double half = 0.5 * ages.width() * (shock == null ? 1 : shock.fertility);
    BirthWomen convention = input.conventions.births();
    boolean keeping = record != null && !fused;
    Arrays.fill(births, first, end, 0);
    for (int age = 1; age < open; age++) {
      if (!input.fertile[step][age]) {
        continue;
      }
      double[] rates = input.fertility[step][age];
      int w = convention.atStart(age);
      int p = convention.beforeEnd(age);
      int s = p + 1;
      int cell = survivalCell(1, s);
      double deaths = shock == null ? 1 : shock.mortality[cell];
      double[] sum = births;
      // Summed age by age where more than one pass is needed, so that every form has the same bits.
      if (moves != null || keeping) {
        Arrays.fill(ofAge, first, end, 0);
        sum = ofAge;
      }
      CohortKernels.addBirths(
          rates,
          women[count + w],
          women[count + p],
          input.survival[step][cell],
          1 - deaths,
          deaths,
          sum,
          first,
          end);
      if (moves != null) {
        CohortKernels.addBirthsOfMovers(rates, moves[count + s], sum, first, end);
      }
      if (record != null && keeping) {
        double[] byAge = record.birthsByAge(age, regions);
        CohortKernels.add(byAge, half, sum, first, end);
      }
      if (sum != births) {
        CohortKernels.add(births, sum, first, end);
      }
    }
    for (int i = first; i < end; i++) {
      births[i] *= half;
    }
    if (record != null) {
      for (int sex = 0; sex < 2; sex++) {
        newborns(step, sex, record.births[sex]);
      }
    }
  }

  private void newborns(int step, int sex, double[] out) {
    double[] girls = input.girls[step];
    if (sex == Sex.FEMALE.ordinal()) {
      CohortKernels.survive(births, girls, out, first, end);
    } else {
      CohortKernels.remain(births, girls, out, first, end);
    }
  }

  private void ageFused(int step, double[][] before, double[][] after, @Nullable Shock shock) {
    double[][] moves = input.flows.get(0).first[step];
    for (int sex = 0; sex < 2; sex++) {
      for (int age = 1; age < open; age++) {
        fused(
            step,
            survivalCell(sex, age),
            sex * count + age,
            before[sex * count + age - 1],
            moves,
            after,
            shock);
      }
      int last = sex * count + open;
      survivors(step, sex, open, before, after[last], shock);
      move(moves[last], after[last], shock);
      // Last, as the newborns may be given the array that the open group had before.
      newborns(step, sex, kept);
      fused(step, survivalCell(sex, 0), sex * count, kept, moves, after, shock);
    }
  }

  private void fused(
      int step,
      int survivalCell,
      int cell,
      double[] from,
      double[][] moves,
      double[][] after,
      @Nullable Shock shock) {
    double[] s = input.survival[step][survivalCell];
    if (shock != null) {
      double f = shock.mortality[survivalCell];
      CohortKernels.ageShocked(
          from, s, 1 - f, f, moves[cell], shock.migration, after[cell], lacking, first, end);
    } else {
      CohortKernels.age(from, s, moves[cell], after[cell], lacking, first, end);
    }
  }

  private void move(double[] moves, double[] persons, @Nullable Shock shock) {
    if (shock == null) {
      CohortKernels.move(persons, moves, lacking, first, end);
    } else {
      CohortKernels.moveShocked(persons, moves, shock.migration, lacking, first, end);
    }
  }

  /** Survivors of one cell, by age at the end of the step. */
  private void survivors(
      int step, int sex, int age, double[][] from, double[] out, @Nullable Shock shock) {
    int cell = survivalCell(sex, age);
    if (age == 0) {
      newborns(step, sex, kept);
    }
    survive(step, cell, age == 0 ? kept : from[sex * count + age - 1], out, shock);
    if (age == open) {
      survive(step, cell + 1, from[sex * count + open], staying, shock);
      CohortKernels.add(out, staying, first, end);
    }
  }

  private void survive(int step, int cell, double[] p, double[] out, @Nullable Shock shock) {
    double[] s = input.survival[step][cell];
    if (shock == null) {
      CohortKernels.survive(p, s, out, first, end);
    } else {
      double f = shock.mortality[cell];
      CohortKernels.survive(p, s, 1 - f, f, out, first, end);
    }
  }

  /** Moves at the start, survival, births, moves at the end: each a pass of its own. */
  private void runInStages(
      int step,
      double[][] before,
      double[][] after,
      @Nullable Shock shock,
      @Nullable StepRecord record) {
    MigrationTiming timing = input.conventions.timing();
    double startShare =
        timing == MigrationTiming.START ? 1 : timing == MigrationTiming.END ? 0 : 0.5;
    double z = shock == null ? 0 : shock.migration;
    double[][] from = before;
    if (startShare > 0) {
      from = moveAtStart(step, before, startShare, z);
    }
    double endShare = 1 - startShare;
    endMoves = new double[2 * count][];
    for (int sex = 0; sex < 2; sex++) {
      for (int age = 1; age < count; age++) {
        int cell = sex * count + age;
        survivors(step, sex, age, from, after[cell], shock);
        endMoves[cell] = moves(step, cell, after[cell], endShare, z);
        CohortKernels.move(after[cell], endMoves[cell], lacking, first, end);
      }
    }
    // Before the births, so that no woman who is not there bears a child.
    fixNegatives(step, after, endMoves);
    boolean movers = input.conventions.womenAtEnd() == WomenAtEnd.AFTER_MIGRATION && endShare > 0;
    births(step, from, movers ? endMoves : null, shock, record);
    Arrays.fill(lacking, first, end, 0);
    for (int sex = 0; sex < 2; sex++) {
      int cell = sex * count;
      survivors(step, sex, 0, from, after[cell], shock);
      endMoves[cell] = moves(step, cell, after[cell], endShare, z);
      CohortKernels.move(after[cell], endMoves[cell], lacking, first, end);
    }
    fixNegatives(step, after, endMoves);
    if (record != null) {
      recordMoves(record, startShare > 0);
      if (startShare > 0) {
        record.from = Arrays.stream(begin).map(double[]::clone).toArray(double[][]::new);
      }
    }
  }

  private double[] moves(int step, int cell, double[] persons, double share, double z) {
    double[] out = new double[regions];
    if (share > 0) {
      for (CohortInput.BoundFlow flow : input.flows) {
        double[] moves = flow.first[step][cell];
        if (flow.kind == Migration.NetNumbers.class) {
          CohortKernels.addNumbers(moves, share, z, out, first, end);
        } else if (flow.kind == Migration.NetRates.class) {
          CohortKernels.addRates(moves, persons, share, z, out, first, end);
        } else {
          // More or fewer move, but never fewer than nobody, and what leaves still arrives.
          double gross = share * Math.max(0, 1 + z);
          CohortKernels.addPool(moves, flow.second[step][cell], persons, gross, out, first, end);
        }
      }
    }
    return out;
  }

  private double[][] moveAtStart(int step, double[][] before, double share, double z) {
    if (begin.length == 0) {
      begin = new double[2 * count][regions];
    }
    startMoves = new double[2 * count][];
    for (int cell = 0; cell < 2 * count; cell++) {
      startMoves[cell] = moves(step, cell, before[cell], share, z);
      System.arraycopy(before[cell], 0, begin[cell], 0, regions);
      CohortKernels.move(begin[cell], startMoves[cell], lacking, first, end);
    }
    fixNegatives(step, begin, startMoves);
    Arrays.fill(lacking, first, end, 0);
    return begin;
  }

  private void recordMoves(StepRecord record, boolean atStart) {
    for (int sex = 0; sex < 2; sex++) {
      for (int age = 0; age < count; age++) {
        int cell = sex * count + age;
        double[] all = endMoves[cell];
        if (atStart && age > 0) {
          CohortKernels.add(all, startMoves[cell - 1], first, end);
          if (age == open) {
            CohortKernels.add(all, startMoves[cell], first, end);
          }
        }
        record.moves[cell] = all;
      }
    }
  }

  /** Deals with cohorts below zero as the policy says; {@code moves} grow by what is put in. */
  private void fixNegatives(int step, double[][] persons, double @Nullable [][] moves) {
    if (!CohortKernels.isLacking(lacking, first, end)) {
      return;
    }
    for (int cell = 0; cell < persons.length; cell++) {
      for (int region = first; region < end; region++) {
        double got = persons[cell][region];
        if (got < 0) {
          double floor = floor(step, cell, region, got);
          persons[cell][region] = floor;
          if (moves != null) {
            // May be an array of the input, which stays as it is.
            moves[cell] = moves[cell].clone();
            moves[cell][region] += floor - got;
          }
        }
      }
    }
  }

  private double floor(int step, int cell, int region, double got) {
    NegativePolicy policy = input.conventions.negative();
    if (policy.floor().isEmpty()) {
      throw emptied(step, cell, region, got);
    }
    double floor = policy.floor().getAsDouble();
    adjustmentCount++;
    if (adjustments.size() < MOST_ADJUSTMENTS) {
      adjustments.add(
          new Adjustment(
              input.years[step],
              input.start.regions().get(region),
              Sex.values()[cell / count],
              cell % count,
              got,
              floor));
    }
    return floor;
  }

  /** With file and line where the moves were read from one. */
  private ProjectionInputException emptied(int step, int cell, int region, double got) {
    Region where = input.start.regions().get(region);
    RateTable.Place place =
        input
            .migration
            .placeOfMovesOut(input.years[step], where, cell)
            .orElse(new RateTable.Place("migration", 0));
    return new ProjectionInputException(
        Kind.NEGATIVE_COHORT,
        place.file(),
        place.line(),
        "moves of "
            + input.years[step]
            + " would leave region "
            + where.code()
            + " with "
            + got
            + " "
            + Sex.values()[cell / count].code()
            + " at "
            + ages.label(cell % count),
        "moves out of at most those who are there, or a policy that sets such a cohort to a"
            + " number");
  }

  /** Rakes to the totals of the step; the difference is recorded as moves. */
  private void control(int step, double[][] after, @Nullable StepRecord record) {
    double[][] totals = Objects.requireNonNull(input.totals);
    double[][] unscaled = {};
    if (record != null) {
      unscaled = Arrays.stream(after).map(double[]::clone).toArray(double[][]::new);
    }
    Raking.scaleCells(ages, after, totals[step]);
    if (record != null) {
      for (int cell = 0; cell < after.length; cell++) {
        double[] moves = record.moves[cell].clone();
        CohortKernels.add(moves, after[cell], first, end);
        CohortKernels.add(moves, -1, unscaled[cell], first, end);
        record.moves[cell] = moves;
      }
    }
  }
}
