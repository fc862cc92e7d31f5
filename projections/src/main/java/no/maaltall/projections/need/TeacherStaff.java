package no.maaltall.projections.need;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Derivation;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.Operand;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.norm.Laerernorm;
import no.maaltall.core.norm.MainStage;
import no.maaltall.core.norm.NormAssessment;
import no.maaltall.core.norm.NormValue;
import no.maaltall.core.norm.SchoolStage;
import no.maaltall.projections.population.AgeGroup;
import no.maaltall.projections.population.LargestRemainder;
import no.maaltall.projections.population.Projection;
import no.maaltall.projections.population.ProjectionInputException;
import no.maaltall.projections.population.ProjectionInputException.Kind;
import no.maaltall.projections.result.Inputs;
import no.maaltall.projections.result.Results;

/**
 * The teachers that the norm will require, and the group size that today's teaching gives, when
 * pupils come and go: those of each main stage are spread over the schools of today in proportion.
 *
 * <p>Teaching hours per pupil stay as they are in each school and stage. Teachers are full-time
 * positions beside special education and language teaching, not rounded: {@code pupil hours / limit
 * / hours per position}, school by school. Gruppestørrelse 2 with today's hours is the sum of pupil
 * hours over the sum of ordinary teacher hours.
 *
 * <pre>{@code
 * TeacherStaff.of(schools, projection, 0).teachers(Laerernorm.standard());  // per year, status F
 * }</pre>
 */
public final class TeacherStaff {
  private final ImmutableList<SchoolStage> today;
  private final ImmutableMap<MainStage, Series> pupils;
  private final IntFunction<ImmutableList<Caveat>> caveats;

  private TeacherStaff(
      ImmutableList<SchoolStage> today,
      ImmutableMap<MainStage, Series> pupils,
      IntFunction<ImmutableList<Caveat>> caveats) {
    this.today = today;
    this.pupils = pupils;
    this.caveats = caveats;
  }

  /**
   * {@return the teachers for pupils to come}
   *
   * @param today the main stages of the schools of today, with pupils
   * @param pupils pupils of each main stage, per school year or calendar year (the year that the
   *     school year starts in); all stages that the schools have
   * @throws ProjectionInputException if a stage has no pupils to come, or none today, or the series
   *     are of different regions
   */
  public static TeacherStaff of(Iterable<SchoolStage> today, Map<MainStage, Series> pupils) {
    return of(today, pupils, year -> ImmutableList.of());
  }

  private static TeacherStaff of(
      Iterable<SchoolStage> today,
      Map<MainStage, Series> pupils,
      IntFunction<ImmutableList<Caveat>> caveats) {
    ImmutableList<SchoolStage> units = ImmutableList.copyOf(today);
    for (MainStage stage : pupils.keySet()) {
      if (units.stream().noneMatch(u -> u.stage() == stage && u.pupils() > 0)) {
        throw Inputs.problem(
            Kind.MISSING_PART,
            "schools of today",
            "none has pupils in " + stage.code(),
            "a school with pupils in each stage that pupils are to come in");
      }
    }
    for (SchoolStage unit : units) {
      if (!pupils.containsKey(unit.stage())) {
        throw Inputs.problem(
            Kind.MISSING_PART,
            "pupils to come",
            "none in " + unit.stage().code() + ", which " + unit.id() + " has",
            "pupils to come in each stage that the schools have");
      }
    }
    if (pupils.isEmpty()) {
      throw Inputs.problem(Kind.MISSING_PART, "pupils to come", "no stages", "at least one");
    }
    Inputs.requireSameRegion("teachers", ImmutableList.copyOf(pupils.values()));
    return new TeacherStaff(units, ImmutableMap.copyOf(pupils), caveats);
  }

  /**
   * {@return the teachers for the pupils that a projection gives, when all residents go to school
   * where they live}
   *
   * @param today the main stages of the schools of today, with pupils
   * @param projection by single years of age
   * @param region the index of the region
   * @throws ProjectionInputException if there are no schools, or none has pupils in a stage
   */
  public static TeacherStaff of(Iterable<SchoolStage> today, Projection projection, int region) {
    Map<MainStage, Series> pupils = new EnumMap<>(MainStage.class);
    for (SchoolStage unit : today) {
      pupils.computeIfAbsent(unit.stage(), stage -> pupils(projection, region, stage));
    }
    return of(today, pupils, year -> Residents.caveats(projection, region, year));
  }

  /**
   * {@return the pupils of a main stage per year that the school year begins in, when all residents
   * go to school where they live: those of 5 to 8 on 1 January in years 1 to 4, of 9 to 11 in years
   * 5 to 7, of 12 to 14 in years 8 to 10}
   *
   * @param projection by single years of age
   * @param region the index of the region
   * @param stage the stage
   */
  public static Series pupils(Projection projection, int region, MainStage stage) {
    AgeGroup ages =
        switch (stage) {
          case YEARS_1_TO_4 -> Residents.inGrades(1, 4);
          case YEARS_5_TO_7 -> Residents.inGrades(5, 7);
          case YEARS_8_TO_10 -> Residents.inGrades(8, 10);
        };
    return Residents.pupils(
        projection,
        region,
        "skole.elever." + stage.code(),
        "Elever, " + stage.code() + ". trinn",
        ages);
  }

  /**
   * {@return the schools of a year in one stage, with whole pupils; empty when their number is
   * missing}
   *
   * @param stage the stage
   * @param period the year
   * @throws ProjectionInputException if pupils are below 0, or more than a milliard
   */
  public ImmutableList<SchoolStage> units(MainStage stage, Period period) {
    Series series = pupils.get(stage);
    if (series == null || series.at(period).isMissing()) {
      return ImmutableList.of();
    }
    List<SchoolStage> now = today.stream().filter(u -> u.stage() == stage).toList();
    double[] heads =
        LargestRemainder.rounded(
            Math.round(Inputs.heads(series, period)),
            now.stream().mapToDouble(SchoolStage::pupils).toArray());
    ImmutableList.Builder<SchoolStage> units = ImmutableList.builder();
    for (int i = 0; i < heads.length; i++) {
      SchoolStage unit = now.get(i);
      int count = (int) heads[i];
      double hours = unit.pupils() == 0 ? 0 : unit.pupilHours() / unit.pupils();
      units.add(
          SchoolStage.builder(unit)
              .schoolYear(Period.schoolYear(period.startYear()))
              .pupils(count)
              .pupilHours(count * hours)
              .build());
    }
    return units.build();
  }

  /**
   * {@return the full-time teachers that the norm requires in one stage, per year; missing before
   * the norm}
   *
   * @param norm the norm
   * @param stage the stage
   */
  public Series teachers(Laerernorm norm, MainStage stage) {
    Series series = of(stage);
    return Results.series(
        indicator(stage), series.region(), series.periods(), p -> required(norm, stage, p));
  }

  /**
   * {@return the full-time teachers that the norm requires in all stages together, per year that
   * all stages have}
   *
   * @param norm the norm
   */
  public Series teachers(Laerernorm norm) {
    List<Series> stages = byStage(norm);
    return Results.series(
        allStages(), stages.get(0).region(), Results.common(stages), p -> sum(stages, p));
  }

  /**
   * {@return the teachers that the norm requires in all stages together in a year, with those of
   * each stage}
   *
   * @param norm the norm
   * @param period the year
   */
  public Figure teachersAt(Laerernorm norm, Period period) {
    List<Series> stages = byStage(norm);
    List<String> terms = new ArrayList<>();
    List<Operand> operands = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      terms.add("{t" + i + "}");
      operands.add(Operand.observed("t" + i, stages.get(i), period));
    }
    return Results.figure(
        allStages(),
        stages.get(0).region(),
        "required_by_" + norm.id(),
        period,
        sum(stages, period),
        Derivation.of(String.join(" + ", terms), operands.toArray(new Operand[0])),
        caveats.apply(period.startYear()).toArray(new Caveat[0]));
  }

  private List<Series> byStage(Laerernorm norm) {
    return pupils.keySet().stream().sorted().map(stage -> teachers(norm, stage)).toList();
  }

  private static Observation sum(List<Series> stages, Period period) {
    List<Observation> parts = stages.stream().map(s -> s.at(period)).toList();
    return Results.of(
        parts.stream().mapToDouble(Observation::value).sum(), parts.toArray(new Observation[0]));
  }

  private static Indicator allStages() {
    return Indicator.builder()
        .id("skole.larere-krav")
        .name("Lærerårsverk etter lærernormen")
        .unit(Unit.FTE)
        .decimals(1)
        .build();
  }

  private Series of(MainStage stage) {
    Series series = pupils.get(stage);
    if (series == null) {
      throw Inputs.problem(
          Kind.MISSING_PART,
          "pupils to come",
          "none in " + stage.code(),
          "one of " + pupils.keySet().stream().map(MainStage::code).toList());
    }
    return series;
  }

  private static Indicator indicator(MainStage stage) {
    return Indicator.builder()
        .id("skole.larere-krav." + stage.code())
        .name("Lærerårsverk etter lærernormen, " + stage.code() + ". trinn")
        .unit(Unit.FTE)
        .decimals(1)
        .build();
  }

  private Observation required(Laerernorm norm, MainStage stage, Period period) {
    double sum = 0;
    for (SchoolStage unit : units(stage, period)) {
      if (unit.pupils() > 0) {
        sum += assess(norm, unit).required().orElse(Double.NaN);
      }
    }
    return Results.of(sum, of(stage).at(period));
  }

  private static NormAssessment assess(Laerernorm norm, SchoolStage unit) {
    // An hour to assess: what is required does not depend on how many there are.
    return norm.assess(
        SchoolStage.builder()
            .school(unit.school())
            .owner(unit.owner())
            .schoolYear(unit.schoolYear())
            .stage(unit.stage())
            .pupils(unit.pupils())
            .pupilHours(unit.pupilHours())
            .teacherHours(1)
            .specialEducationHours(0)
            .languageHours(0)
            .build());
  }

  /**
   * {@return the teachers that the norm requires in one stage in a year, with the pupils and the
   * number of schools that they follow from, their pupil hours, the limit and the hours of a
   * position; missing before the norm, with a caveat that says so}
   *
   * @param norm the norm
   * @param stage the stage
   * @param period the year
   */
  public Figure teachersAt(Laerernorm norm, MainStage stage, Period period) {
    Series series = of(stage);
    List<SchoolStage> units = units(stage, period);
    List<Caveat> more = new ArrayList<>(caveats.apply(period.startYear()));
    more.addAll(
        Unjudged.caveats(units.stream().filter(u -> u.pupils() > 0).map(u -> assess(norm, u))));
    return Results.figure(
        indicator(stage),
        series.region(),
        "required_by_" + norm.id(),
        period,
        required(norm, stage, period),
        derivation(norm, stage, period, units),
        more.toArray(new Caveat[0]));
  }

  /** All schools have the same limit, so the sum of their requirements is that of their hours. */
  private Derivation derivation(
      Laerernorm norm, MainStage stage, Period period, List<SchoolStage> units) {
    List<Operand> operands = new ArrayList<>();
    operands.add(Operand.observed("e", Residents.whole(of(stage)), period));
    operands.add(Operand.constant("n", units.size(), Unit.COUNT, 0));
    String formula = "{e} elever på {n} " + (units.size() == 1 ? "skole" : "skoler");
    Optional<NormValue> limit = number(norm, "limit", stage, period);
    Optional<NormValue> position = number(norm, "hours_per_position", stage, period);
    if (limit.isPresent() && position.isPresent() && !units.isEmpty()) {
      formula += ": {h} elevtimer / {l} / {p} timer";
      double hours = units.stream().mapToDouble(SchoolStage::pupilHours).sum();
      operands.add(constant("h", hours));
      operands.add(constant("l", limit.get().value()));
      operands.add(constant("p", position.get().value()));
    }
    return Derivation.of(formula, operands.toArray(new Operand[0]));
  }

  private static Optional<NormValue> number(
      Laerernorm norm, String parameter, MainStage stage, Period period) {
    Period schoolYear = Period.schoolYear(period.startYear());
    return norm.table().find(Laerernorm.ID, parameter, stage.code(), schoolYear.startDate());
  }

  private static Operand constant(String symbol, double value) {
    return Operand.constant(symbol, value, Unit.COUNT, value == Math.rint(value) ? 0 : 2);
  }

  /**
   * {@return gruppestørrelse 2 of all schools together in one stage, per year, when they teach as
   * many ordinary hours as today; missing where the hours of a school are not known}
   *
   * @param stage the stage
   */
  public Series groupSize(MainStage stage) {
    Series series = of(stage);
    double teacherHours =
        today.stream()
            .filter(u -> u.stage() == stage)
            .mapToDouble(TeacherStaff::ordinaryHours)
            .sum();
    Indicator indicator =
        Indicator.builder()
            .id("skole.gruppestorrelse-2." + stage.code())
            .name("Gruppestørrelse 2 med dagens lærertimer, " + stage.code() + ". trinn")
            .unit(Unit.RATIO)
            .decimals(1)
            .build();
    List<Period> periods = new ArrayList<>(series.periods());
    return Results.series(
        indicator,
        series.region(),
        periods,
        p -> {
          double pupilHours = units(stage, p).stream().mapToDouble(SchoolStage::pupilHours).sum();
          return Results.of(pupilHours / teacherHours, series.at(p));
        });
  }

  private static double ordinaryHours(SchoolStage unit) {
    return unit.teacherHours().orElse(Double.NaN)
        - unit.effectiveSpecialEducationHours().orElse(Double.NaN)
        - unit.languageHours().orElse(Double.NaN);
  }
}
