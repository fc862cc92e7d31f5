package no.maaltall.kostra.statbank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.panel.Panel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnitTextsTest {
  @ParameterizedTest
  @CsvSource({
    "prosent, Andel barn, percent",
    "kr, Netto driftsutgifter, NOK",
    "1000 kr, Beløp (1000 kr), kNOK",
    "'1\u00a0000 kr', Beløp, kNOK",
    "Mill. kr, Beløp, MNOK",
    "årsverk, Avtalte årsverk, FTE",
    "personer, Folkemengde, count",
    // What a number is per may stand in the name only; such numbers do not add up over a merger.
    "kr, Frie inntekter per innbygger (kr), NOK/inhabitant",
    "kr, Utgifter pr. barn 1-5 år, NOK/child",
    "årsverk, 'Leger per 10 000 innbyggere', FTE/10000 inhabitant",
    "kr per innbygger, Netto utgifter, NOK/inhabitant",
    "kr, Utgifter per tilsatt, NOK/tilsatt",
    "timer, Timer per uke, hours/week",
    // A date is not what a number is per.
    "personer, Folkemengde per 1. januar, count",
    "personer, Folkemengde per januar, count",
    "antal, Folkmängden per månad, count",
    // What is not known is not taken for a count, which would be added up.
    "Euro Million, GDP, ratio",
    "'', GDP, ratio"
  })
  void wordsDenoteUnits(String words, String label, String expected) {
    Category category = Category.of("x", label).withUnit(CategoryUnit.of(words, 1));

    assertThat(UnitTexts.unit(category)).isEqualTo(Unit.parse(expected));
  }

  @Test
  void withoutWordsThereIsNoCount() {
    assertThat(UnitTexts.unit(Category.of("x", "antall"))).isEqualTo(Unit.RATIO);
  }

  @Test
  void aMultipleIsNotTheUnitItself() {
    CategoryUnit thousands =
        new CategoryUnit(
            Optional.of("people"),
            Optional.of("thousands of persons"),
            Optional.empty(),
            Optional.empty(),
            Optional.of("count"),
            OptionalInt.of(1),
            OptionalInt.of(3));
    Category category = Category.of("POP", "population").withUnit(thousands);

    assertThat(UnitTexts.unit(category)).isEqualTo(Unit.RATIO);
    assertThat(UnitTexts.nameWithUnit("population", category))
        .isEqualTo("population (thousands of persons)");
  }

  @Test
  void unitAndDecimalsReachTheIndicator() {
    Panel panel =
        JsonStat.parse(
                """
                {"version":"2.0","class":"dataset","source":"SSB","id":["R","C","T"],"size":[1,1,2],
                 "role":{"time":["T"],"geo":["R"],"metric":["C"]},
                 "dimension":{"R":{"category":{"label":{"3201":"Bærum"}}},
                 "C":{"category":{"label":{"KOSAG110000":"Frie inntekter per innbygger (kr)"},
                 "unit":{"KOSAG110000":{"base":"kr","decimals":2}}}},
                 "T":{"category":{"index":["2023","2024"]}}},
                 "value":[81240.25,null],"status":{"1":"..."}}
                """)
            .toPanel();

    Indicator indicator = panel.indicators().get(0);
    assertThat(indicator.id()).isEqualTo("KOSAG110000");
    assertThat(indicator.name()).isEqualTo("Frie inntekter per innbygger (kr)");
    assertThat(indicator.unit()).isEqualTo(Unit.NOK.per("inhabitant"));
    assertThat(indicator.decimals()).isEqualTo(2);
    assertThat(indicator.source()).contains("SSB");
  }
}
