package no.maaltall.projections.population;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Rounding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Sweden from 1993 to 1998 by groups of five years, as a textbook prints it: Preston, Heuveline,
 * Guillot: Demography (2001), box 6.2. The males are the females with other births, as in the box's
 * machine-readable form.
 */
class SwedenOracleTest {
  private static final Ages AGES = Ages.of(5, 85);

  private double[] start = {};
  private double[] personYears = {};
  private double[] migration = {};
  private double[] fertility = {};
  private double[] printedBirths = {};
  private double[] printedWomen = {};
  private double printedBoys;
  private double sexRatio;

  @BeforeEach
  void read() throws IOException {
    List<String[]> rows =
        SharedData.rows(
            SharedData.directory().resolve("projections").resolve("sweden_1993_Preston_5x5.csv"),
            ",",
            UTF_8);
    start = column(rows, "pop_count_age_f_begin");
    personYears = column(rows, "pers_years_age_f");
    migration = column(rows, "mig_net_count_age_f");
    fertility = column(rows, "fert_rate_age_f");
    printedBirths = column(rows, "birth_count_age_b");
    printedWomen = column(rows, "pop_count_age_f_end");
    printedBoys = column(rows, "pop_count_age_m_end")[0];
    sexRatio = column(rows, "srb")[0];
  }

  private static double[] column(List<String[]> rows, String name) {
    int index = List.of(rows.get(0)).indexOf(name);
    return rows.stream().skip(1).mapToDouble(row -> Double.parseDouble(row[index])).toArray();
  }

  private double[] survival() {
    double[] s = new double[AGES.count()];
    s[0] = personYears[0] / 500_000;
    for (int a = 1; a < s.length - 1; a++) {
      s[a] = personYears[a] / personYears[a - 1];
    }
    int open = AGES.open();
    s[open] = personYears[open] / (personYears[open - 1] + personYears[open]);
    return s;
  }

  private Projection projection(CohortComponent model) {
    Population population =
        Population.ofRegion(
            LocalDate.of(1993, 1, 1), AGES, Region.of("SE", "Sverige"), start, start);
    return model.project(
        population,
        new Assumptions(
            Fertility.constant(AGES, fertility),
            Mortality.constant(AGES, survival(), survival()),
            SexRatioAtBirth.constant(sexRatio),
            Migration.constant(AGES, migration, migration)),
        1998);
  }

  @Test
  void printsTheBookToItsLastDigit() {
    Projection p = projection(CohortComponent.textbook());
    for (int a = 0; a < AGES.count(); a++) {
      assertThat(Rounding.halfUp(p.last().at(0, Sex.FEMALE, a), 0))
          .as("women at %s", AGES.label(a))
          .isEqualTo(printedWomen[a]);
      assertThat(Rounding.halfUp(p.birthsByAge(1993, 0, a), 0))
          .as("births of women at %s", AGES.label(a))
          .isEqualTo(printedBirths[a]);
    }
    assertThat(Rounding.halfUp(p.last().at(0, Sex.MALE, 0), 0)).isEqualTo(printedBoys);
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
        .isNotCloseTo(printedWomen[0], within(100.0));
  }
}
