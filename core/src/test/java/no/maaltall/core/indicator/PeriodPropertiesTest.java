package no.maaltall.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PeriodPropertiesTest {
  @Provide
  Arbitrary<Period> periods() {
    return Arbitraries.of(Frequency.class)
        .flatMap(
            frequency ->
                Arbitraries.integers()
                    .between(
                        Period.MIN_YEAR * frequency.periodsPerYear(),
                        (Period.MAX_YEAR + 1) * frequency.periodsPerYear() - 1)
                    .map(ordinal -> Period.ofOrdinal(frequency, ordinal)));
  }

  /** Close to each other, so that starts on the same day occur. */
  @Provide
  Arbitrary<Period> recentPeriods() {
    return Arbitraries.of(Frequency.class)
        .flatMap(
            frequency ->
                Arbitraries.integers()
                    .between(
                        2017 * frequency.periodsPerYear(), 2019 * frequency.periodsPerYear() - 1)
                    .map(ordinal -> Period.ofOrdinal(frequency, ordinal)));
  }

  @Property
  void whatIsWrittenReadsBack(@ForAll("periods") Period period) {
    assertThat(Period.parse(period.toString())).isEqualTo(period);
  }

  @Property
  void theOrdinalDenotesThePeriod(@ForAll("periods") Period period) {
    assertThat(Period.ofOrdinal(period.frequency(), period.ordinal()))
        .isEqualTo(period)
        .hasSameHashCodeAs(period);
  }

  @Property(tries = 1000)
  void theOrderIsConsistentWithEqualsAndAntisymmetric(
      @ForAll("recentPeriods") Period a, @ForAll("recentPeriods") Period b) {
    assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
    if (a.startDate().isBefore(b.startDate())) {
      assertThat(a).isLessThan(b);
    }
  }

  @Property(tries = 1000)
  void theOrderIsTransitive(
      @ForAll("recentPeriods") Period a,
      @ForAll("recentPeriods") Period b,
      @ForAll("recentPeriods") Period c) {
    Assume.that(a.compareTo(b) <= 0 && b.compareTo(c) <= 0);

    assertThat(a).isLessThanOrEqualTo(c);
  }

  @Property
  void minusUndoesPlus(
      @ForAll("recentPeriods") Period period, @ForAll @IntRange(min = -9000, max = 9000) int n) {
    Assume.that(n > -2000 && n < 7000);
    Period later = period.plus(n);

    assertThat(later.minus(n)).isEqualTo(period);
    assertThat(period.periodsUntil(later)).isEqualTo(n);
    assertThat(later).isEqualByComparingTo(period.minus(-n));
  }

  @Property
  void consecutivePeriodsTileTimeWithoutGapsOrOverlap(@ForAll("periods") Period period) {
    Assume.that(period.ordinal() + 1 < (Period.MAX_YEAR + 1) * period.frequency().periodsPerYear());
    Period next = period.plus(1);

    assertThat(period.endDate().plusDays(1)).isEqualTo(next.startDate());
    assertThat(period.startDate()).isBefore(period.endDate());
    assertThat(period).isLessThan(next);
  }

  @Property
  void aYearLaterIsTheSameDayAYearLater(@ForAll("recentPeriods") Period period) {
    assertThat(period.minusYears(-1).startDate()).isEqualTo(period.startDate().plusYears(1));
  }
}
