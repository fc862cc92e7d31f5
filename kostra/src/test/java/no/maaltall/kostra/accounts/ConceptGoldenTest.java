package no.maaltall.kostra.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.kostra.catalog.CodeNotValidException;
import no.maaltall.kostra.catalog.Concept;
import no.maaltall.kostra.catalog.ServiceArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The concepts of KOSTRA on a ledger small enough to add up by hand.
 *
 * <p>On function 252: pay 010 = 1000, 099 = 141; own production 100 = 60; bought 370 = 500, of an
 * own enterprise 380 = 90; transfers 429 = 25, 470 = 40; depreciation 590 = 12. Income: fees 600 =
 * 30, internal 690 = 7, refunds 700 = 100, 710 = 50, 729 = 25, 810 = 11. On 800 and 840: tax 870 =
 * 1500, grant 800 = 900. On 860: 990 = 12. On 870: interest 500 = 33, 900 = 8.
 */
class ConceptGoldenTest {
  private static final String REGION = "3201";

  private static final Ledger OWN =
      Ledger.builder("kasse")
          .add(REGION, Kontoklasse.D, "252", "010", 1000)
          .add(REGION, Kontoklasse.D, "252", "099", 141)
          .add(REGION, Kontoklasse.D, "252", "100", 60)
          .add(REGION, Kontoklasse.D, "252", "370", 500)
          .add(REGION, Kontoklasse.D, "252", "380", 90)
          .add(REGION, Kontoklasse.D, "252", "429", 25)
          .add(REGION, Kontoklasse.D, "252", "470", 40)
          .add(REGION, Kontoklasse.D, "252", "590", 12)
          .add(REGION, Kontoklasse.D, "252", "600", 30)
          .add(REGION, Kontoklasse.D, "252", "690", 7)
          .add(REGION, Kontoklasse.D, "252", "700", 100)
          .add(REGION, Kontoklasse.D, "252", "710", 50)
          .add(REGION, Kontoklasse.D, "252", "729", 25)
          .add(REGION, Kontoklasse.D, "252", "810", 11)
          .add(REGION, Kontoklasse.D, "800", "870", 1500)
          .add(REGION, Kontoklasse.D, "840", "800", 900)
          .add(REGION, Kontoklasse.D, "860", "990", 12)
          .add(REGION, Kontoklasse.D, "870", "500", 33)
          .add(REGION, Kontoklasse.D, "870", "900", 8)
          .build();

  /** The enterprise sells to the municipality for 90 (780), and pays wages for 70. */
  private static final Ledger ENTERPRISES =
      Ledger.builder("foretak")
          .add(REGION, Kontoklasse.D, "252", "010", 70)
          .add(REGION, Kontoklasse.D, "252", "780", 90)
          .build();

  private static final AccountTable TABLE = AccountingRules.of(2024).apply(OWN, ENTERPRISES);

  // E = 1201, R = 590, O = 65, depreciation 12, so 1868; I = 30 + 7 + 100 + 50 + 25 + 11 = 223.
  @ParameterizedTest
  @CsvSource({
    "NETTO_DRIFTSUTGIFTER, 252, 1645",
    "NETTO_DRIFTSUTGIFTER, FGK13, 1645",
    // All functions: less tax and grant.
    "NETTO_DRIFTSUTGIFTER, FG2, -755",
    // 1868 - 7 - 50 - 25; on the total level 1868 - 7.
    "BRUTTO_DRIFTSUTGIFTER, FGK13, 1786",
    "BRUTTO_DRIFTSUTGIFTER, FG2, 1861",
    // 1201 + 25 + 12 - 7 - 50 - 25; on the total level 710 is not deducted.
    "KORRIGERTE_BRUTTO_DRIFTSUTGIFTER, FGK13, 1156",
    "KORRIGERTE_BRUTTO_DRIFTSUTGIFTER, FG2, 1206",
    // 1141 - 50, on both levels.
    "LONNSUTGIFTER, FGK13, 1091",
    "LONNSUTGIFTER, FG2, 1091",
    // 223 - 7; on the total level with 1500 + 900.
    "BRUTTO_DRIFTSINNTEKTER, FGK13, 216",
    "BRUTTO_DRIFTSINNTEKTER, FG2, 2616",
    // 2616 - 1861.
    "BRUTTO_DRIFTSRESULTAT, FG2, 755",
    // 755 + 8 - 33 + 12.
    "NETTO_DRIFTSRESULTAT, FG2, 742"
  })
  void ofTheMunicipalityAlone(String concept, String function, long expected) {
    assertThat(TABLE.amount(Scope.B, new Concept(concept), REGION, function).value())
        .isEqualTo((double) expected);
  }

  // With the enterprise: 70 more expenses and 90 more income, but the sale of 90 is internal.
  @ParameterizedTest
  @CsvSource({
    // 1868 + 70 - 223 - 90: the netting of expenses and income cancels out.
    "NETTO_DRIFTSUTGIFTER, FGK13, 1625",
    // 1786 + 70 - 90.
    "BRUTTO_DRIFTSUTGIFTER, FGK13, 1766",
    "BRUTTO_DRIFTSUTGIFTER, FG2, 1841",
    // What is bought is no part of it, so nothing is netted: 1156 + 70.
    "KORRIGERTE_BRUTTO_DRIFTSUTGIFTER, FGK13, 1226",
    "LONNSUTGIFTER, FGK13, 1161",
    // 216 + 90 - 90.
    "BRUTTO_DRIFTSINNTEKTER, FGK13, 216",
    "BRUTTO_DRIFTSRESULTAT, FG2, 775"
  })
  void withItsEnterprises(String concept, String function, long expected) {
    assertThat(TABLE.amount(Scope.A, new Concept(concept), REGION, function).value())
        .isEqualTo((double) expected);
  }

  @Test
  void purchasesOfOwnEnterprisesAreNettedInTheMunicipalitysOwnLedger() {
    assertThat(TABLE.amount(AccountKey.parse("B:3201:252:D:AGD51"))).isEqualTo(590);
    assertThat(TABLE.amount(AccountKey.parse("A:3201:252:D:AGD51"))).isEqualTo(500);
    assertThat(TABLE.contributions(AccountKey.parse("A:3201:252:D:AGD51")))
        .extracting(c -> c.kind() + " " + c.line().art() + " " + c.amount())
        .containsExactly(
            "MUNICIPALITY 370 500", "MUNICIPALITY 380 90", "MUNICIPALITY_NETTING 380 -90");
  }

  @Test
  void aServiceAreaIsTheSumOfItsFunctions() {
    assertThat(TABLE.amount(Concept.NETTO_DRIFTSUTGIFTER, REGION, ServiceArea.BARNEVERN).text())
        .isEqualTo(TABLE.amount(Concept.NETTO_DRIFTSUTGIFTER, REGION, "252").text())
        .isEqualTo("1\u00a0625\u00a0tusen kr");
    assertThat(TABLE.amount(Concept.NETTO_DRIFTSUTGIFTER, REGION, ServiceArea.ALLE).value())
        .isEqualTo(-775.0);
    assertThat(TABLE.amount(Concept.LONNSUTGIFTER, REGION, ServiceArea.BARNEHAGE).value())
        .as("nothing booked is 0: a ledger is complete")
        .isZero();
  }

  @Test
  void aFigureExplainsItselfByItsParts() {
    String text =
        TABLE
            .amount(Concept.BRUTTO_DRIFTSUTGIFTER, REGION, ServiceArea.BARNEVERN)
            .explain()
            .replace('\u00a0', ' ');
    assertThat(text)
        .startsWith(
            "1 841 tusen kr [2024] − 50 tusen kr [2024] − 25 tusen kr [2024] = 1 766,0 tusen kr")
        .contains("1 841 tusen kr [2024]: D:FGK13:AGD9 (kilde: kasse, foretak)");
    assertThat(
            TABLE
                .amount(Concept.NETTO_DRIFTSRESULTAT, REGION, ServiceArea.ALLE)
                .explain()
                .replace('\u00a0', ' '))
        .contains("D:860:990");
  }

  @Test
  void theSameLedgerInTheYearBeforeTheFunctionsChanged() {
    Ledger home = Ledger.builder("hjem").add(REGION, Kontoklasse.D, "254", "010", 9).build();
    assertThat(
            AccountingRules.of(2023)
                .apply(home)
                .amount(Concept.NETTO_DRIFTSUTGIFTER, REGION, ServiceArea.PLEIE_OG_OMSORG)
                .value())
        .isEqualTo(9.0);
    Ledger split =
        Ledger.builder("hjem")
            .add(REGION, Kontoklasse.D, "257", "010", 4)
            .add(REGION, Kontoklasse.D, "258", "010", 5)
            .build();
    assertThat(
            AccountingRules.of(2024)
                .apply(split)
                .amount(Concept.NETTO_DRIFTSUTGIFTER, REGION, ServiceArea.PLEIE_OG_OMSORG)
                .value())
        .isEqualTo(9.0);
  }

  @Test
  void aYearWithoutRulesSaysWhichThereAre() {
    assertThatThrownBy(() -> AccountingRules.of(1999))
        .isInstanceOfSatisfying(
            NoRulesException.class,
            e -> assertThat(e.available()).contains(2020, 2024, 2026).doesNotContain(2027))
        .hasMessageContaining(
            "no accounting rules for 1999 in funksjonshierarki.csv of the library");
    for (int year : AccountingRules.years()) {
      assertThat(AccountingRules.of(year).year()).isEqualTo(year);
    }
  }

  @Test
  void aScopeRegionOrCodeThatIsNotThere() {
    AccountTable alone = AccountingRules.of(2024).apply(OWN);
    assertThat(alone.scopes()).containsExactly(Scope.B);
    assertThatThrownBy(() -> alone.amount(AccountKey.parse("A:3201:252:D:AGD1")))
        .isInstanceOf(UnknownCodeException.class)
        .hasMessageContaining("without a ledger of enterprises");
    assertThatThrownBy(() -> alone.amount(AccountKey.parse("B:3203:252:D:AGD1")))
        .isInstanceOf(UnknownCodeException.class);
    assertThatThrownBy(() -> alone.amount(AccountKey.parse("B:3201:254:D:AGD1")))
        .isInstanceOf(CodeNotValidException.class)
        .hasMessage(
            "funksjon 254 was not valid in 2024; allowed: 2015 to 2023; in 2024 use 257 and 258");
    assertThatThrownBy(() -> alone.amount(AccountKey.parse("B:3201:2540:D:AGD1")))
        .isInstanceOf(UnknownCodeException.class);
    assertThatThrownBy(() -> alone.amount(AccountKey.parse("B:3201:FG2:D:AGD10")))
        .isInstanceOfSatisfying(
            NotSelectedException.class,
            e -> assertThat(e.key().toString()).isEqualTo("B:3201:FG2:D:AGD10"));
  }
}
