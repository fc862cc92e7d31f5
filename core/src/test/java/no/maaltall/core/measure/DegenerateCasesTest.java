package no.maaltall.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.maaltall.core.SpecTable;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Period;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a measure says when it has no answer, or one to beware of. */
class DegenerateCasesTest {
  @TestFactory
  Stream<DynamicTest> saysWhatTheTableSays() {
    return SpecTable.tests(
        "degenerate.csv",
        row -> {
          Measure measure = Measure.parse(row.text("MEASURE"));
          Period period = Period.parse(row.text("PERIOD"));

          Figure figure = measure.at(SeriesText.parse(row.text("SERIES")), period);

          if (row.text("VALUE").equals("-")) {
            assertThat(figure.value()).isNaN();
            assertThat(figure.isMissing()).isTrue();
            assertThat(figure.text()).isEqualTo("-");
          } else {
            assertThat(figure.value()).isCloseTo(row.number("VALUE"), within(1e-12));
          }
          assertThat(figure.status().code()).isEqualTo(row.text("STATUS"));
          assertThat(figure.caveats().stream().map(Caveat::code).collect(Collectors.joining(" | ")))
              .isEqualTo(row.text("CAVEATS"));
        });
  }
}
