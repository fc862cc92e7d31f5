package no.maaltall.core.norm;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import no.maaltall.core.indicator.Period;

/** Subjects as they occur and as they do not: unknown, none, contradicting, private. */
final class NormArbitraries {
  private NormArbitraries() {}

  private static Arbitrary<OptionalDouble> maybe(double most) {
    return amounts(most)
        .map(OptionalDouble::of)
        .injectNull(0.05)
        .map(v -> v == null ? OptionalDouble.empty() : v);
  }

  /** Amounts with a scale, whole ones, and none. */
  static Arbitrary<Double> amounts(double most) {
    return Arbitraries.oneOf(
        Arbitraries.doubles().between(0, most).ofScale(2),
        Arbitraries.integers().between(0, (int) most).map(i -> (double) i),
        Arbitraries.just(0.0));
  }

  static Arbitrary<SchoolStage> stages() {
    Arbitrary<Integer> pupils = Arbitraries.integers().between(0, 400);
    Arbitrary<Double> hoursEach = amounts(900);
    return Combinators.combine(
            Arbitraries.of(MainStage.class),
            Arbitraries.frequency(Tuple.of(9, Ownership.PUBLIC), Tuple.of(1, Ownership.PRIVATE)),
            Arbitraries.integers().between(2016, 2025).map(Period::schoolYear),
            pupils,
            hoursEach,
            maybe(20_000),
            maybe(1_000),
            maybe(1_000))
        .as(
            (stage, owner, year, heads, hours, teacher, special, language) ->
                SchoolStage.builder()
                    .school("S")
                    .stage(stage)
                    .owner(owner)
                    .schoolYear(year)
                    .pupils(heads)
                    .pupilHours(heads * hours)
                    .teacherHours(teacher)
                    .specialEducationHours(special)
                    .languageHours(language)
                    .build());
  }

  static Arbitrary<Kindergarten> kindergartens() {
    Arbitrary<Integer> children = Arbitraries.integers().between(0, 120);
    Arbitrary<Double> fullness = Arbitraries.doubles().between(0, 1.02).ofScale(2);
    return Combinators.combine(
            Arbitraries.of(
                LocalDate.of(2005, 12, 15),
                LocalDate.of(2016, 12, 15),
                LocalDate.of(2018, 12, 15),
                LocalDate.of(2023, 12, 15)),
            children,
            children,
            fullness,
            maybe(40),
            maybe(15),
            amounts(3),
            Arbitraries.of(List.<Dispensation>of(), ImmutableList.copyOf(Dispensation.values())))
        .as(
            (date, under, over, full, staff, leaders, dispensed, dispensations) ->
                Kindergarten.builder()
                    .id("K")
                    .date(date)
                    .childrenUnderThree(under)
                    .childrenOverThree(over)
                    .placesUnderThree(under * full)
                    .placesOverThree(over * full)
                    .staff(staff)
                    .leaders(leaders)
                    .leadersWithDispensation(dispensed)
                    .dispensations(dispensations)
                    .build());
  }
}
