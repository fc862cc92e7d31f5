package no.maaltall.kostra.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.RatioDefinition;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.SeriesBreak;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.core.measure.MissingRegions;
import no.maaltall.core.panel.Panel;
import no.maaltall.kostra.region.CarryFinding.Kind;
import org.junit.jupiter.api.Test;

class CarryTest {
  private static final RegionHistory HISTORY = RegionHistory.standard();
  private static final LocalDate NOW = LocalDate.of(2024, 1, 1);
  private static final Indicator COUNT = Indicator.builder().id("n").build();
  private static final Indicator SHARE =
      Indicator.builder().id("p").unit(Unit.PERCENT).decimals(1).build();

  private static DataSet.Builder data(Indicator... indicators) {
    DataSet.Builder builder = DataSet.builder();
    List.of(indicators).forEach(builder::addIndicator);
    return builder;
  }

  private static Carried<DataSet> carry(DataSet.Builder data, CarryRule rule) {
    return HISTORY.carry(data.build(), NOW, rule);
  }

  private static Observation at(Carried<DataSet> carried, String code, int year) {
    return carried.data().series("n", code).at(Period.year(year));
  }

  private static DataSet.Builder asker() {
    return data(COUNT)
        .addObservation("n", "0220", "2019", 100)
        .addObservation("n", "0627", "2019", 20)
        .addObservation("n", "0628", "2019", 3)
        .addObservation("n", "3025", "2020", 130)
        .addObservation("n", "3203", "2024", 140);
  }

  @Test
  void countsAddUpOverAMerger() {
    Carried<DataSet> carried = carry(asker(), CarryRule.strict());

    assertThat(at(carried, "3203", 2019)).isEqualTo(Observation.of(123));
    assertThat(at(carried, "3203", 2020)).isEqualTo(Observation.of(130));
    assertThat(carried.data().regions()).extracting(Region::code).containsExactly("3203");
    assertThat(carried.report().of(Kind.ADDED_UP))
        .extracting(CarryFinding::text)
        .containsExactly("Lagt sammen: 0220 Asker + 0627 Røyken + 0628 Hurum → 3203 Asker, 2019");
    assertThat(carried.report().of(Kind.RENUMBERED))
        .extracting(CarryFinding::text)
        .containsExactly("Nytt nummer: 3025 Asker → 3203 Asker, 2020");
    assertThat(carried.report().refusals()).isEmpty();
  }

  @Test
  void theMergerIsMarkedAsABreakAndTheNewNumberIsNot() {
    Series series = carry(asker(), CarryRule.strict()).data().series("n", "3203");

    assertThat(series.declaredBreaks()).hasSize(1);
    SeriesBreak only = series.declaredBreaks().get(0);
    assertThat(only.from()).isEqualTo(Period.year(2020));
    assertThat(only.reason())
        .isEqualTo(
            "Kommunereform, 0220 Asker, 0627 Røyken og 0628 Hurum til 3203 Asker: tidligere tall er"
                + " lagt sammen");
  }

  @Test
  void aSumWithoutAPartIsMissingUnlessToldOtherwise() {
    DataSet.Builder two =
        data(COUNT)
            .addObservation("n", "0220", "2019", 100)
            .addObservation(
                "n", "0627", Period.year(2019), Observation.missing(ObservationStatus.SUPPRESSED));

    Carried<DataSet> strict = carry(two, CarryRule.strict());
    assertThat(at(strict, "3203", 2019))
        .isEqualTo(Observation.missing(ObservationStatus.SUPPRESSED));
    assertThat(strict.report().of(Kind.PART_MISSING).get(0).detail())
        .isEqualTo("mangler 0627 Røyken, 0628 Hurum");

    Carried<DataSet> lenient =
        carry(two, CarryRule.strict().withMissingParts(MissingRegions.LEAVE_OUT));
    assertThat(at(lenient, "3203", 2019)).isEqualTo(Observation.of(100));
    assertThat(lenient.report().of(Kind.PART_LEFT_OUT).get(0).sources())
        .containsExactly("0627 Røyken", "0628 Hurum");
  }

  @Test
  void aSumOfNothingIsMissingAlsoWhenPartsMayBeLeftOut() {
    DataSet.Builder none =
        data(COUNT).addObservation("n", "0220", Period.year(2019), Observation.missing());
    assertThat(
            at(
                carry(none, CarryRule.strict().withMissingParts(MissingRegions.LEAVE_OUT)),
                "3203",
                2019))
        .isEqualTo(Observation.missing());
  }

  @Test
  void stavangerBeforeTheReformIsNotStavangerAfter() {
    DataSet.Builder alone =
        data(COUNT)
            .addObservation("n", "1103", "2019", 100)
            .addObservation("n", "1103", "2020", 150);
    Carried<DataSet> carried = carry(alone, CarryRule.strict());

    assertThat(at(carried, "1103", 2019).isMissing()).isTrue();
    assertThat(at(carried, "1103", 2020)).isEqualTo(Observation.of(150));
    assertThat(carried.data().region("1103").validFrom()).contains(LocalDate.of(2020, 1, 1));

    alone.addObservation("n", "1141", "2019", 4).addObservation("n", "1142", "2019", 6);
    assertThat(at(carry(alone, CarryRule.strict()), "1103", 2019)).isEqualTo(Observation.of(110));
  }

  @Test
  void osloStaysOsloAndGetsItsName() {
    Carried<DataSet> carried =
        HISTORY.carry(
            data(COUNT, SHARE)
                .addObservation("n", "0301", "2013", 1)
                .addObservation("p", "0301", "2013", 55.5)
                .build(),
            LocalDate.of(2026, 1, 1),
            CarryRule.strict());

    assertThat(carried.data().series("p", "0301").at(Period.year(2013)))
        .isEqualTo(Observation.of(55.5));
    assertThat(carried.report().of(Kind.RENAMED).get(0).target()).contains("0301 Oslo - Oslove");
  }

  @Test
  void aDividedMunicipalityNeedsWeights() {
    DataSet.Builder aalesund =
        data(COUNT)
            .addObservation("n", "1507", "2023", 1000)
            .addObservation("n", "1508", "2024", 840)
            .addObservation("n", "1580", "2024", 170);

    Carried<DataSet> strict = carry(aalesund, CarryRule.strict());
    assertThat(at(strict, "1508", 2023).isMissing()).isTrue();
    assertThat(at(strict, "1580", 2023).isMissing()).isTrue();
    assertThat(strict.report().of(Kind.DIVIDED)).hasSize(2);
    assertThat(strict.data().series("n", "1580").declaredBreaks().get(0).reason())
        .contains("kan ikke fordeles uten vekter");

    SplitWeights weights =
        SplitWeights.builder().add("1507", "1508", 0.83).add("1507", "1580", 0.17).build();
    Carried<DataSet> weighted = carry(aalesund, CarryRule.strict().withWeights(weights));
    assertThat(at(weighted, "1508", 2023).value()).isCloseTo(830, within(1e-9));
    assertThat(at(weighted, "1580", 2023).value()).isCloseTo(170, within(1e-9));
    assertThat(at(weighted, "1580", 2023).status()).isEqualTo(ObservationStatus.ESTIMATED);
  }

  @Test
  void aPartThatMovedMakesAllThatGotItMissing() {
    DataSet.Builder parts =
        data(COUNT)
            .addObservation("n", "1850", "2019", 10)
            .addObservation("n", "1805", "2019", 100)
            .addObservation("n", "1854", "2019", 20)
            .addObservation("n", "1849", "2019", 30)
            .addObservation("n", "5012", "2019", 9)
            .addObservation("n", "5013", "2019", 40);

    Carried<DataSet> strict = carry(parts, CarryRule.strict());
    assertThat(at(strict, "1806", 2019).isMissing()).isTrue();
    assertThat(at(strict, "1875", 2019).isMissing()).isTrue();
    assertThat(at(strict, "5056", 2019).isMissing()).isTrue();

    SplitWeights weights =
        SplitWeights.builder()
            .add("1850", "1806", 0.4)
            .add("1850", "1875", 0.6)
            .add("5012", "5056", 1)
            .build();
    Carried<DataSet> weighted = carry(parts, CarryRule.strict().withWeights(weights));
    assertThat(at(weighted, "1806", 2019).value()).isCloseTo(124, within(1e-9));
    assertThat(at(weighted, "1875", 2019).value()).isCloseTo(36, within(1e-9));
    assertThat(at(weighted, "5056", 2019)).isEqualTo(Observation.of(49));
  }

  @Test
  void weightsAreOfDivisionsThatThereWere() {
    SplitWeights wrong = SplitWeights.builder().add("1507", "1509", 1).build();
    assertThatThrownBy(() -> carry(asker(), CarryRule.strict().withWeights(wrong)))
        .isInstanceOf(UnknownCodeException.class)
        .hasMessageContaining("1507>1508");
    assertThatThrownBy(() -> SplitWeights.builder().add("1507", "1508", 0.5).build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SplitWeights.builder().add("1507", "1508", Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ratiosAreComputedOfTheirPartsAndRefusedWithoutThem() {
    Indicator defined =
        Indicator.builder()
            .id("r")
            .unit(Unit.PERCENT)
            .ratio(new RatioDefinition("n", "d", 100))
            .build();
    DataSet.Builder both = data(COUNT, Indicator.builder().id("d").build(), defined, SHARE);
    String[] codes = {"0226", "0227", "0231"};
    double[] above = {1, 2, 12};
    double[] below = {10, 10, 80};
    for (int i = 0; i < codes.length; i++) {
      both.addObservation("n", codes[i], "2019", above[i]);
      both.addObservation("d", codes[i], "2019", below[i]);
      both.addObservation("p", codes[i], "2019", 100 * above[i] / below[i]);
    }
    Carried<DataSet> carried = carry(both, CarryRule.strict());

    assertThat(carried.data().series("r", "3205").at(Period.year(2019)))
        .isEqualTo(Observation.of(15));
    assertThat(carried.data().series("p", "3205").at(Period.year(2019)).isMissing()).isTrue();
    assertThat(carried.report().of(Kind.NOT_ADDITIVE))
        .extracting(f -> f.indicator().orElse(""))
        .containsExactly("p");
    assertThat(carried.report().of(Kind.RECOMPUTED)).hasSize(1);
  }

  @Test
  void ratiosOfAPanelAreComputedOfItsOwnParts() {
    Indicator defined =
        Indicator.builder()
            .id("r")
            .unit(Unit.PERCENT)
            .ratio(new RatioDefinition("n", "d", 100))
            .build();
    DataSet dataSet =
        data(COUNT, Indicator.builder().id("d").build(), defined)
            .addObservation("n", "1103", "2019", 1)
            .addObservation("n", "1141", "2019", 2)
            .addObservation("n", "1142", "2019", 3)
            .addObservation("d", "1103", "2019", 10)
            .addObservation("d", "1141", "2019", 10)
            .addObservation("d", "1142", "2019", 20)
            .build();
    Panel all = Panel.of(dataSet);
    Panel carried = HISTORY.carry(all, NOW, CarryRule.strict()).data();
    assertThat(carried.at("r", "1103", Period.year(2019))).isEqualTo(Observation.of(15));

    Panel alone = all.selectIndicators("r");
    assertThat(
            HISTORY
                .carry(alone, NOW, CarryRule.strict())
                .data()
                .at("r", "1103", Period.year(2019))
                .isMissing())
        .isTrue();
  }

  @Test
  void aZeroWhenTheCodeDidNotExistIsMissing() {
    Carried<DataSet> carried =
        carry(
            data(COUNT)
                .addObservation("n", "3201", "2018", 0)
                .addObservation("n", "3201", "2024", 5),
            CarryRule.strict());

    assertThat(at(carried, "3201", 2018)).isEqualTo(Observation.missing());
    assertThat(carried.report().of(Kind.ZERO_OUTSIDE_VALIDITY))
        .extracting(CarryFinding::detail)
        .containsExactly("gyldig (2024-)");
  }

  @Test
  void oldAndNewCodeInTheSameYearCountOnce() {
    Carried<DataSet> carried =
        carry(
            data(COUNT)
                .addObservation("n", "0219", "2018", 7)
                .addObservation("n", "3201", "2018", 7)
                .addObservation("n", "3024", "2018", 0),
            CarryRule.strict());

    assertThat(at(carried, "3201", 2018)).isEqualTo(Observation.of(7));
    assertThat(carried.report().of(Kind.COUNTED_ALREADY))
        .extracting(f -> f.sources().get(0))
        .containsExactly("3201 3201");
    assertThat(carried.report().of(Kind.ZERO_OUTSIDE_VALIDITY)).hasSize(1);
  }

  @Test
  void aValueThatItsCodeCannotHaveHadIsRefusedUnlessTheTableWasMovedAlready() {
    DataSet.Builder moved =
        data(COUNT).addObservation("n", "3201", "2018", 7).addObservation("n", "1103", "2018", 100);

    Carried<DataSet> strict = carry(moved, CarryRule.strict());
    assertThat(at(strict, "3201", 2018)).isEqualTo(Observation.missing());
    assertThat(strict.report().of(Kind.OUTSIDE_VALIDITY)).hasSize(1);

    Carried<DataSet> already = carry(moved, CarryRule.strict().alreadyOn(NOW));
    assertThat(at(already, "3201", 2018)).isEqualTo(Observation.of(7));
    assertThat(at(already, "1103", 2018)).isEqualTo(Observation.of(100));
  }

  @Test
  void aRegionDeclaredValidFromTheReformIsNotTheOneBefore() {
    DataSet.Builder declared =
        data(COUNT)
            .addRegion(
                new Region(
                    "1103", "Stavanger", Optional.of(LocalDate.of(2020, 1, 1)), Optional.empty()))
            .addObservation("n", "1103", "2019", 110)
            .addObservation("n", "1141", "2019", 4)
            .addObservation("n", "1142", "2019", 6);
    Carried<DataSet> carried = carry(declared, CarryRule.strict());

    assertThat(at(carried, "1103", 2019).isMissing()).isTrue();
    assertThat(carried.report().of(Kind.OUTSIDE_VALIDITY)).hasSize(1);
  }

  @Test
  void aSchoolYearOverAReformIsReportedForThoseBeforeOrAfter() {
    Period year = Period.schoolYear(2019);
    DataSet.Builder before =
        data(COUNT)
            .addObservation("n", "0220", year, Observation.of(1))
            .addObservation("n", "0627", year, Observation.of(2))
            .addObservation("n", "0628", year, Observation.of(3));
    assertThat(carry(before, CarryRule.strict()).data().series("n", "3203").at(year))
        .isEqualTo(Observation.of(6));

    DataSet.Builder after = data(COUNT).addObservation("n", "3025", year, Observation.of(6));
    assertThat(carry(after, CarryRule.strict()).data().series("n", "3203").at(year))
        .isEqualTo(Observation.of(6));

    before.addObservation("n", "3025", year, Observation.of(6));
    Carried<DataSet> both = carry(before, CarryRule.strict());
    assertThat(both.data().series("n", "3203").at(year)).isEqualTo(Observation.of(6));
    assertThat(both.report().of(Kind.COUNTED_ALREADY)).hasSize(1);
  }

  @Test
  void aCodeWithTwoExtentsInASchoolYearIsRefused() {
    Period year = Period.schoolYear(2019);
    DataSet.Builder one = data(COUNT).addObservation("n", "1103", year, Observation.of(1));
    Carried<DataSet> carried = carry(one, CarryRule.strict());

    assertThat(carried.data().series("n", "1103").at(year).isMissing()).isTrue();
    assertThat(carried.report().of(Kind.AMBIGUOUS)).hasSize(1);
  }

  @Test
  void figuresAreCarriedBackInTimeToo() {
    DataSet.Builder later =
        data(COUNT)
            .addObservation("n", "3201", "2024", 5)
            .addObservation("n", "3203", "2024", 9)
            .addObservation("n", "1508", "2024", 80)
            .addObservation("n", "1580", "2024", 20);
    Carried<DataSet> in2020 =
        HISTORY.carry(later.build(), LocalDate.of(2020, 1, 1), CarryRule.strict());

    assertThat(at(in2020, "3024", 2024)).isEqualTo(Observation.of(5));
    assertThat(at(in2020, "1507", 2024)).isEqualTo(Observation.of(100));
    Carried<DataSet> in2019 =
        HISTORY.carry(later.build(), LocalDate.of(2019, 1, 1), CarryRule.strict());
    assertThat(at(in2019, "0219", 2024)).isEqualTo(Observation.of(5));
    assertThat(at(in2019, "0220", 2024).isMissing()).isTrue();
  }

  @Test
  void regionsThatAreNoMunicipalitiesAreNotGuessedAt() {
    DataSet.Builder others =
        data(COUNT)
            .addObservation("n", "EAK", "2019", 1000)
            .addObservation("n", "2111", "2019", 3)
            .addObservation("n", "0219", "2019", 5);

    assertThatThrownBy(() -> carry(others, CarryRule.strict()))
        .isInstanceOf(UnknownCodeException.class);
    Carried<DataSet> kept =
        carry(others, CarryRule.strict().withOtherRegions(CarryRule.OtherRegions.KEEP));
    assertThat(at(kept, "EAK", 2019)).isEqualTo(Observation.of(1000));
    assertThat(kept.report().of(Kind.KEPT)).hasSize(2);
    Carried<DataSet> out =
        carry(others, CarryRule.strict().withOtherRegions(CarryRule.OtherRegions.LEAVE_OUT));
    assertThat(out.data().regions()).extracting(Region::code).containsExactly("3201");
  }

  @Test
  void breaksMoveWithTheirRegions() {
    DataSet.Builder broken =
        data(COUNT)
            .addObservation("n", "0219", "2018", 1)
            .addObservation("n", "0219", "2019", 2)
            .addBreak(
                new SeriesBreak(
                    Optional.of("n"), Optional.of("0219"), Period.year(2019), "ny definisjon"));

    assertThat(carry(broken, CarryRule.strict()).data().series("n", "3201").declaredBreaks())
        .extracting(SeriesBreak::reason)
        .containsExactly("ny definisjon");
  }

  @Test
  void whatIsBeforeTheHistoryIsRefused() {
    Carried<DataSet> carried =
        carry(data(COUNT).addObservation("n", "0219", "1960", 5), CarryRule.strict());
    assertThat(carried.data().size()).isZero();
    assertThat(carried.report().of(Kind.OUTSIDE_VALIDITY)).hasSize(1);
    assertThatThrownBy(
            () -> HISTORY.carry(asker().build(), LocalDate.of(1950, 1, 1), CarryRule.strict()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theRuleMaySayWhatAddsUp() {
    DataSet.Builder shares =
        data(COUNT, SHARE)
            .addObservation("p", "0226", "2019", 1)
            .addObservation("p", "0227", "2019", 2)
            .addObservation("p", "0231", "2019", 3)
            .addObservation("n", "0226", "2019", 1)
            .addObservation("n", "0227", "2019", 2)
            .addObservation("n", "0231", "2019", 3);
    Carried<DataSet> carried =
        carry(shares, CarryRule.strict().withAdditive("p").withNotAdditive("n"));

    assertThat(carried.data().series("p", "3205").at(Period.year(2019)))
        .isEqualTo(Observation.of(6));
    assertThat(at(carried, "3205", 2019).isMissing()).isTrue();
  }

  @Test
  void aSumTooLargeForADoubleIsMissing() {
    DataSet.Builder huge =
        data(COUNT)
            .addObservation("n", "0226", "2019", Double.MAX_VALUE)
            .addObservation("n", "0227", "2019", Double.MAX_VALUE)
            .addObservation("n", "0231", "2019", 3);
    assertThat(at(carry(huge, CarryRule.strict()), "3205", 2019).isMissing()).isTrue();
  }

  @Test
  void seriesAreCarriedLikeTheirDataSet() {
    DataSet dataSet = asker().build();
    ImmutableList<Series> carried =
        HISTORY.carry(dataSet.allSeries(), NOW, CarryRule.strict()).data();

    assertThat(carried)
        .containsExactlyElementsOf(
            HISTORY.carry(dataSet, NOW, CarryRule.strict()).data().allSeries());
  }
}
