package no.maaltall.core.norm;

import static no.maaltall.core.norm.NormSubjects.plain;
import static no.maaltall.core.norm.NormSubjects.skole7;
import static no.maaltall.core.norm.NormSubjects.solvik;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.core.io.TableSource;
import no.maaltall.core.io.TidyTableException;
import org.junit.jupiter.api.Test;

class NormTableTest {
  private static final LocalDate AUGUST_2019 = LocalDate.of(2019, 8, 1);
  private static final LocalDate AUGUST_2024 = LocalDate.of(2024, 8, 1);

  private static NormValue limit(LocalDate from, double value) {
    return NormValue.of(
        "laerernorm", "limit", "1-4", from, value, NormValue.Sense.AT_MOST, "sak 12/24");
  }

  @Test
  void everyStandardNumberHasASourceAndIsSure() {
    assertThat(NormTable.standard().values())
        .hasSizeGreaterThan(60)
        .allSatisfy(
            v -> {
              assertThat(v.source()).isNotBlank();
              assertThat(v.table()).isEqualTo("norms");
            });
    assertThat(NormTable.standard().norms())
        .containsExactly(
            "bemanningsnorm",
            "care_plan_deadline",
            "foster_visits",
            "investigation_deadline",
            "laerernorm",
            "measure_plan_evaluation",
            "over_three",
            "pedagognorm",
            "place_right",
            "places_per_leader",
            "report_deadline",
            "school_nurse",
            "supervision_visits");
  }

  @Test
  void findsTheNumberOfADay() {
    NormTable table = NormTable.standard();

    assertThat(table.find("laerernorm", "limit", "1-4", AUGUST_2019.minusDays(1)))
        .hasValueSatisfying(v -> assertThat(v.value()).isEqualTo(16));
    assertThat(table.find("laerernorm", "limit", "1-4", AUGUST_2019))
        .hasValueSatisfying(
            v -> assertThat(v).hasToString("laerernorm limit 1-4 = 15 [norms@2019-08-01]"));
    assertThat(table.find("laerernorm", "limit", "1-4", LocalDate.of(2018, 7, 31))).isEmpty();
    assertThatExceptionOfType(UnknownCodeException.class)
        .isThrownBy(() -> table.find("laerernorm", "limit", "1-5", AUGUST_2019))
        .withMessageContaining(
            "unknown number in norm table norms \"laerernorm limit 1-5\"; nearest of")
        .withMessageContaining("laerernorm limit 1-4");
  }

  @Test
  void localStricterNormIsUsedAndNamed() {
    NormTable local = NormTable.standard().withLocal("Bærum", limit(AUGUST_2019, 14));
    NormAssessment a = Laerernorm.standard().withTable(local).assess(skole7("2019/2020").build());

    assertThat(a.version()).isEqualTo("Bærum@2019-08-01");
    assertThat(a.limit()).hasValue(14);
    assertThat(a.legalBasis()).isEqualTo("sak 12/24");
    assertThat(local).hasToString("Bærum over norms");
    // The other stages and the time before are those of the law.
    assertThat(Laerernorm.standard().withTable(local).assess(skole7("2018/2019").build()).version())
        .isEqualTo("norms@2018-08-01");
    assertThat(
            Laerernorm.standard()
                .withTable(local)
                .assess(skole7("2019/2020").stage(MainStage.YEARS_5_TO_7).build())
                .version())
        .isEqualTo("norms@2019-08-01");
  }

  @Test
  void localNormBeforeTheLawIsANormOfItsOwn() {
    NormTable local = NormTable.standard().withLocal("Bærum", limit(LocalDate.of(2015, 8, 1), 15));
    NormAssessment a = Laerernorm.standard().withTable(local).assess(skole7("2016/2017").build());

    assertThat(a.version()).isEqualTo("Bærum@2015-08-01");
    assertThat(a.status()).isEqualTo(NormStatus.BREACHES);
    assertThat(Laerernorm.standard().withTable(local).assess(skole7("2014/2015").build()).version())
        .isEqualTo("Bærum@before-2015-08-01");
  }

  @Test
  void ofALocalAndALaterLawTheStricterHolds() {
    NormTable base = NormTable.of("law", List.of(limit(AUGUST_2019, 15), limit(AUGUST_2024, 12)));
    NormTable local = base.withLocal("Bærum", limit(AUGUST_2019, 14));

    assertThat(local.find("laerernorm", "limit", "1-4", AUGUST_2019).orElseThrow().table())
        .isEqualTo("Bærum");
    assertThat(local.find("laerernorm", "limit", "1-4", AUGUST_2024).orElseThrow().table())
        .isEqualTo("law");
  }

  @Test
  void refusesALaxerLocalNorm() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NormTable.standard().withLocal("Bærum", limit(AUGUST_2019, 15.5)))
        .withMessage(
            "local laerernorm limit 1-4 = 15.5 [@2019-08-01] is laxer than laerernorm limit 1-4 ="
                + " 15 [norms@2019-08-01]; a local norm may be stricter than the law, not laxer");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                NormTable.standard()
                    .withLocal(
                        "Bærum",
                        NormValue.of(
                            "foster_visits",
                            "visits_per_year",
                            "ordinary",
                            AUGUST_2024,
                            3,
                            NormValue.Sense.AT_LEAST,
                            "")))
        .withMessageContaining("is laxer than foster_visits visits_per_year ordinary = 4");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                NormTable.standard()
                    .withLocal(
                        "Bærum",
                        NormValue.of(
                            "laerernorm",
                            "hours_per_position",
                            "1-4",
                            AUGUST_2024,
                            700,
                            NormValue.Sense.PARAMETER,
                            "")))
        .withMessageContaining("a local number is a limit of the same sense");
  }

  @Test
  void replacedTableForgetsWhatItReplaces() {
    NormTable backwards =
        NormTable.standard().replacing("Udir bakover", limit(LocalDate.of(2010, 8, 1), 15));
    Laerernorm norm = Laerernorm.standard().withTable(backwards);

    assertThat(norm.assess(skole7("2017/2018").build()).version())
        .isEqualTo("Udir bakover@2010-08-01");
    assertThat(norm.assess(skole7("2018/2019").build()).limit()).hasValue(15);
    assertThat(plain(norm.assess(skole7("2017/2018").build()).text()))
        .contains("mangler 595 lærertimer");
  }

  @Test
  void aTableOfOnesOwnSaysWhatItLacks() {
    NormTable own = NormTable.of("own", List.of(limit(AUGUST_2019, 15)));

    assertThatExceptionOfType(UnknownCodeException.class)
        .isThrownBy(() -> Laerernorm.standard().withTable(own).assess(skole7("2019/2020").build()))
        .withMessageContaining("laerernorm hours_per_position 1-4");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> NormTable.of("own", List.of(limit(AUGUST_2019, 15), limit(AUGUST_2019, 14))))
        .withMessage("norm table own gives laerernorm limit 1-4 from 2019-08-01 twice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NormTable.of(" ", List.of()))
        .withMessage("a norm table needs a name, got \" \"");
  }

  @Test
  void readsATableOfOnesOwn() {
    String header = "CONFIDENCE,NORM,PARAMETER,GROUP,VALID_FROM,VALUE,SENSE,LEGAL_BASIS,SOURCE\n";
    TableSource source =
        TableSource.ofTexts(
            Map.of(
                "mine.csv",
                header + "high,laerernorm,limit,1-4,2019-08-01,13.5,at_most,vedtak,sak 1\n"));

    assertThat(NormTable.read("mine", source, "mine.csv").values())
        .containsExactly(
            new NormValue(
                "mine",
                "laerernorm",
                "limit",
                "1-4",
                AUGUST_2019,
                13.5,
                NormValue.Sense.AT_MOST,
                "vedtak",
                "sak 1",
                Confidence.HIGH));
    assertThatExceptionOfType(TidyTableException.class)
        .isThrownBy(
            () ->
                NormTable.read(
                    "mine",
                    TableSource.ofTexts(
                        Map.of(
                            "mine.csv", header + "high,l,limit,,2019-08-01,15,max,vedtak,sak\n")),
                    "mine.csv"))
        .withMessage(
            "mine.csv line 2, column SENSE: \"max\" is not a code; allowed: at_most, at_least,"
                + " parameter");
  }

  @Test
  void localChildrenPerPositionChangesTheAgeWeightWithIt() {
    NormTable local =
        NormTable.standard()
            .withLocal(
                "Bærum",
                NormValue.of(
                    "bemanningsnorm",
                    "children_per_position",
                    "under_3",
                    LocalDate.of(2023, 1, 1),
                    2.5,
                    NormValue.Sense.AT_MOST,
                    "sak 3"));
    NormAssessment a =
        Bemanningsnorm.standard()
            .withTable(local)
            .assess(
                solvik("2023-12-15")
                    .childrenUnderThree(10)
                    .placesUnderThree(10)
                    .childrenOverThree(12)
                    .placesOverThree(12)
                    .staff(6)
                    .build());

    assertThat(a.required()).hasValue(6);
    assertThat(a.status()).isEqualTo(NormStatus.COMPLIES);
    assertThat(a.version()).isEqualTo("Bærum@2023-01-01");
  }

  @Test
  void leadersPerChildrenAreWholeNumbers() {
    NormTable half =
        NormTable.standard()
            .withLocal(
                "x",
                NormValue.of(
                    "pedagognorm",
                    "children_per_leader",
                    "under_3",
                    LocalDate.of(2023, 1, 1),
                    6.5,
                    NormValue.Sense.AT_MOST,
                    ""));

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Pedagognorm.standard().withTable(half).assess(solvik("2023-12-15").build()))
        .withMessage(
            "pedagognorm children_per_leader under_3 = 6.5 [x@2023-01-01] must be a whole number of"
                + " children from 1 to 1000");
  }
}
