package no.maaltall.projections.population;

/**
 * The components of one step, each an array over regions. Deaths, and births by the age of the
 * mother where nobody moves before them, are worked out when they are asked for: they follow from
 * who was there and the rates, which are kept anyway.
 */
final class StepRecord {
  private final CohortInput input;
  private final int step;
  private final Ages ages;
  private final double[][] survival;

  /** Per cell those whom survival applied to: movers at the start are among them. */
  double[][] from;

  /** Per cell, by age at the end of the step; may share arrays with the input. */
  final double[][] moves;

  /** Per sex. */
  final double[][] births;

  /** Per age of the mother, as her fertility is given; empty where it was not filled. */
  private final double[][] birthsByAge;

  /** For one step of a run, from the columns that it starts with. */
  StepRecord(CohortInput input, int step, double[][] before) {
    this.input = input;
    this.step = step;
    ages = input.ages;
    survival = input.survival[step];
    from = before;
    moves =
        input.isFused()
            ? input.flows.get(0).first[step].clone()
            : new double[2 * ages.count()][input.start.regions().size()];
    births = new double[2][input.start.regions().size()];
    birthsByAge = new double[ages.count()][0];
  }

  /** Births of an age of the mother in every region, to be filled. */
  double[] birthsByAge(int age, int regions) {
    if (birthsByAge[age].length == 0) {
      birthsByAge[age] = new double[regions];
    }
    return birthsByAge[age];
  }

  /** Births of an age of the mother in one region. */
  double birthsOf(int age, int region) {
    if (birthsByAge[age].length > 0) {
      return birthsByAge[age][region];
    }
    if (!input.fertile[step][age]) {
      return 0;
    }
    int women = Sex.FEMALE.ordinal() * ages.count();
    int before = input.conventions.births().beforeEnd(age);
    double atStart = from[women + input.conventions.births().atStart(age)][region];
    double ratio = survival[Mortality.cell(ages, Sex.FEMALE, before + 1)][region];
    double atEnd = from[women + before][region] * ratio;
    return 0.5 * ages.width() * (input.fertility[step][age][region] * (atStart + atEnd));
  }

  /** Deaths by age at the end of the step. */
  double deaths(Sex sex, int age, int region) {
    int cell = sex.ordinal() * ages.count() + age;
    double[] ratios = survival[Mortality.cell(ages, sex, age)];
    if (age == 0) {
      double born = births[sex.ordinal()][region];
      return born - born * ratios[region];
    }
    double below = from[cell - 1][region];
    double survivors = below * ratios[region];
    if (age < ages.open()) {
      return below - survivors;
    }
    double inside = from[cell][region];
    double staying = inside * survival[Mortality.cell(ages, sex, ages.count())][region];
    return below + inside - (survivors + staying);
  }
}
