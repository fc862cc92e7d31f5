package no.maaltall.kostra.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LedgerControlTest {
  private static Ledger.Builder balanced() {
    return Ledger.builder("data.csv")
        .add("3201", Kontoklasse.D, "202", "010", 1000)
        .add("3201", Kontoklasse.D, "840", "800", 990);
  }

  private static String text(int year, Ledger ledger) {
    return LedgerControl.of(year).check(ledger).text().replace('\u00a0', ' ');
  }

  @Test
  void aLedgerWithinTheToleranceIsClean() {
    LedgerReport report = LedgerControl.of(2024).check(balanced().build());
    assertThat(report.isClean()).isTrue();
    assertThat(report.text()).isEqualTo("Ingen funn\n");
  }

  @Test
  void aFunctionThatHadEndedSaysWhatToUse() {
    Ledger ledger = balanced().add("3201", Kontoklasse.D, "254", "010", 1).build();
    assertThat(text(2024, ledger))
        .isEqualTo(
            "FEIL 010, data.csv linje 3, region 3201: funksjon 254 er ikke gyldig i 2024; den"
                + " gjelder 2015–2023. Bruk 257 eller 258.\n");
    assertThat(LedgerControl.of(2023).check(ledger).isClean()).isTrue();
  }

  @Test
  void anArtThatIsNotThereAndOneThatHasNotBegun() {
    assertThat(text(2024, balanced().add("3201", Kontoklasse.D, "202", "999", 0).build()))
        .isEqualTo(
            "FEIL 012, data.csv linje 3, region 3201: art 999 er ikke gyldig i 2024."
                + " Bruk en gyldig art.\n");
    assertThat(text(2025, balanced().add("3201", Kontoklasse.D, "202", "271", 1).build()))
        .contains("art 271 er ikke gyldig i 2025; den gjelder fra 2026. Bruk 270.");
  }

  @Test
  void codesOfTheOtherAccount() {
    Ledger ledger =
        Ledger.builder("data.csv")
            .add("3201", Kontoklasse.D, "841", "280", 5)
            .add("3201", Kontoklasse.I, "800", "590", 5)
            .build();
    assertThat(LedgerControl.of(2024).check(ledger).findings())
        .extracting(LedgerFinding::rule)
        .contains("020", "025", "040", "050");
    assertThat(text(2024, ledger))
        .contains("funksjon 841 kan ikke brukes i driftsregnskapet. Flytt beløpet til investering.")
        .contains("art 590 kan ikke brukes i investeringsregnskapet. Flytt beløpet til drift.");
  }

  @Test
  void sumsThatDoNotBalance() {
    Ledger ledger = balanced().add("3201", Kontoklasse.D, "202", "020", 21).build();
    assertThat(text(2024, ledger))
        .isEqualTo(
            "FEIL 110, data.csv, region 3201: utgifter (1 021) og inntekter (990) i"
                + " driftsregnskapet avviker med 31; tillatt er 30. Finn linjene som mangler eller er"
                + " feil, og rett dem.\n");
    assertThat(LedgerControl.of(2024).withTolerance(31).check(ledger).isClean()).isTrue();
    assertThat(
            LedgerControl.of(2024)
                .check(balanced().add("3201", Kontoklasse.I, "202", "230", 100).build())
                .errors())
        .extracting(LedgerFinding::rule)
        .containsExactly("095");
    assertThatThrownBy(() -> LedgerControl.of(2024).withTolerance(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAccountWithoutExpensesOrIncomes() {
    Ledger ledger = Ledger.builder("data.csv").add("3201", Kontoklasse.D, "202", "010", 10).build();
    assertThat(text(2024, ledger))
        .contains("FEIL 105")
        .contains("inntektene i driftsregnskapet er 0.");
  }

  @Test
  void negativeLinesAndDuplicatesAreWarnings() {
    Ledger ledger =
        balanced()
            .duplicates(DuplicateLines.SUM)
            .add("3201", Kontoklasse.D, "202", "010", -5)
            .build();
    LedgerReport report = LedgerControl.of(2024).check(ledger);
    assertThat(report.errors()).isEmpty();
    assertThat(report.warnings()).extracting(LedgerFinding::rule).containsExactly("015", "M01");
    assertThat(report.text())
        .contains(
            "ADVARSEL 015, data.csv linje 3, region 3201: det er flere beløp på D 202 010; det"
                + " forrige står på linje 1. Er det riktig, summeres de; ellers må den ene rettes.")
        .contains("beløpet −5 på utgiftsart 010 er negativt. Kontroller at det er en korreksjon.");
  }

  @Test
  void districtsNeedNotBalance() {
    Ledger ledger =
        Ledger.builder("data.csv").add("030101", Kontoklasse.D, "202", "010", 10).build();
    assertThat(LedgerControl.of(2024).check(ledger).isClean()).isTrue();
  }

  @Test
  void the2015DataOfStatisticsNorwayHaveNoInvalidCodes() {
    LedgerReport report = LedgerControl.of(2015).check(SharedData.ledger("data.csv"));
    assertThat(report.findings())
        .extracting(LedgerFinding::rule)
        .doesNotContain("010", "012", "015");
  }
}
