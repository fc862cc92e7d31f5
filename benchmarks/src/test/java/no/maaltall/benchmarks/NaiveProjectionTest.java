package no.maaltall.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import no.maaltall.projections.population.CohortComponent;
import no.maaltall.projections.population.Population;
import no.maaltall.projections.population.Sex;
import org.junit.jupiter.api.Test;

/** The peer does the same work. */
class NaiveProjectionTest {
  @Test
  void givesTheSamePopulation() {
    ProjectionCase made = new ProjectionCase(5);
    NaiveProjection naive = new NaiveProjection(made);
    var expected = naive.project(naive.start(made), 30);
    Population got =
        CohortComponent.ssb()
            .projectLast(made.population(), made.assumptions(), ProjectionCase.START + 30);
    for (int r = 0; r < 5; r++) {
      for (Sex sex : Sex.values()) {
        for (int a = 0; a <= ProjectionCase.OPEN_AGE; a++) {
          double persons = expected.getOrDefault(new NaiveProjection.Key(r, sex, a), Double.NaN);
          assertThat(got.at(r, sex, a)).isCloseTo(persons, within(1e-9 * (1 + persons)));
        }
      }
    }
  }
}
