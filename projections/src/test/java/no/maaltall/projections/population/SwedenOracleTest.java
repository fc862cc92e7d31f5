package no.maaltall.projections.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Rounding;
import org.junit.jupiter.api.Test;

/**
 * Sweden from 1993 to 1998 by groups of five years, as a textbook prints it: Preston, Heuveline,
 * Guillot: Demography (2001), box 6.2. The males are the females with other births, as in the box's
 * machine-readable form.
 */
class SwedenOracleTest {
  private static final Ages AGES = Ages.of(5, 85);
  private static final double[] START = {
    293395, 248369, 240012, 261346, 285209, 314388, 281290, 286923, 304108, 324946, 247613, 211351,
    215140, 221764, 223506, 183654, 141990, 112424
  };
  private static final double[] PERSON_YEARS = {
    497487, 497138, 496901, 496531, 495902, 495168, 494213, 492760, 490447, 486613, 480665, 471786,
    457852, 436153, 402775, 350358, 271512, 291707
  };
  private static final double[] MIGRATION = {
    6840, 4150, 3365, 5270, 9240, 8230, 5470, 3155, 1770, 1115, 1075, 845, 645, 530, 465, 300, 250,
    175
  };
  private static final double[] FERTILITY = {
    0, 0, 0, .012, .0908, .1499, .1125, .0441, .0074, .0003, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final double[] PRINTED_BIRTHS = {
    0, 0, 0, 15244, 126688, 229354, 170057, 63203, 10971, 472, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final double[] PRINTED_WOMEN = {
    302392, 298682, 252007, 244150, 268267, 293515, 320624, 284767, 288031, 303166, 322062, 243989,
    205841, 205516, 205270, 194771, 142565, 131966
  };

  private static double[] survival() {
    double[] s = new double[AGES.count()];
    s[0] = PERSON_YEARS[0] / 500_000;
    for (int a = 1; a < s.length - 1; a++) {
      s[a] = PERSON_YEARS[a] / PERSON_YEARS[a - 1];
    }
    s[17] = PERSON_YEARS[17] / (PERSON_YEARS[16] + PERSON_YEARS[17]);
    return s;
  }

  private static Projection projection(CohortComponent model) {
    Population start =
        Population.ofRegion(
            LocalDate.of(1993, 1, 1), AGES, Region.of("SE", "Sverige"), START, START);
    return model.project(
        start,
        new Assumptions(
            Fertility.constant(AGES, FERTILITY),
            Mortality.constant(AGES, survival(), survival()),
            SexRatioAtBirth.constant(1.05),
            Migration.constant(AGES, MIGRATION, MIGRATION)),
        1998);
  }

  @Test
  void printsTheBookToItsLastDigit() {
    Projection p = projection(CohortComponent.textbook());
    for (int a = 0; a < AGES.count(); a++) {
      assertThat(Rounding.halfUp(p.last().at(0, Sex.FEMALE, a), 0))
          .as("women at %s", AGES.label(a))
          .isEqualTo(PRINTED_WOMEN[a]);
      assertThat(Rounding.halfUp(p.birthsByAge(1993, 0, a), 0))
          .as("births of women at %s", AGES.label(a))
          .isEqualTo(PRINTED_BIRTHS[a]);
    }
    assertThat(Rounding.halfUp(p.last().at(0, Sex.MALE, 0), 0)).isEqualTo(317340);
  }

  @Test
  void keepsItsComponents() {
    Projection p = projection(CohortComponent.textbook());
    assertThat(p.component(Component.MIGRATION, 1993, 0, Sex.FEMALE))
        .isCloseTo(52890, within(1e-6));
    double change = p.last().total() - p.first().total();
    assertThat(p.change(1993, 0).value()).isCloseTo(change, within(1e-6));
    assertThat(p.totalFertility(1993, 0)).isCloseTo(2.085, within(1e-12));
    assertThat(p.lifeExpectancy(1993, 0, Sex.FEMALE)).isCloseTo(81.05968, within(1e-9));
  }

  @Test
  void conventionsMatter() {
    assertThat(projection(CohortComponent.wpp()).last().at(0, Sex.FEMALE, 0))
        .isNotCloseTo(PRINTED_WOMEN[0], within(100.0));
  }
}
