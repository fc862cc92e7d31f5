package no.maaltall.kostra.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import java.util.List;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.InvalidNotationException;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.core.json.MaaltallModule;
import no.maaltall.core.measure.MissingRegions;
import no.maaltall.core.measure.Trend;
import no.maaltall.core.panel.Panel;
import no.maaltall.kostra.catalog.Concept;
import no.maaltall.kostra.catalog.ServiceArea;
import org.junit.jupiter.api.Test;

class AccountTableTest {
  private static final Hierarchy GROUPS =
      Hierarchy.builder("grupper")
          .add("EKA32", "3201", 1)
          .add("EKA32", "3203", 1)
          .add("EKG12", "3201", 1)
          .add("EKG12", "9999", 1)
          .add("EKG13", "0301", 1)
          .build();

  private static Ledger ledger(long first, long second) {
    return Ledger.builder("regnskap")
        .add("3201", Kontoklasse.D, "252", "010", first)
        .add("3203", Kontoklasse.D, "252", "010", second)
        .build();
  }

  private static AccountTable table(int year, long first, long second) {
    return AccountingRules.of(year).apply(ledger(first, second), Ledger.empty("foretak"));
  }

  @Test
  void groupsAreSumsAndSayWhoIsLeftOut() {
    AccountTable table =
        AccountingRules.of(2024)
            .apply(ledger(10, 32), Ledger.empty("foretak"), GROUPS, MissingRegions.LEAVE_OUT);
    assertThat(table.regions()).containsExactly("3201", "3203", "EKA32", "EKG12");
    assertThat(table.amount(Concept.LONNSUTGIFTER, "EKA32", ServiceArea.BARNEVERN).value())
        .isEqualTo(42.0);
    assertThat(table.leftOut("EKA32")).isEmpty();
    assertThat(table.leftOut("EKG12")).containsExactly("9999");
    assertThat(table.contributions(AccountKey.parse("A:EKA32:FGK13:D:AG16")))
        .extracting(c -> c.line().region())
        .containsExactly("3201", "3203");
    assertThatThrownBy(() -> table.leftOut("EKA50")).isInstanceOf(UnknownCodeException.class);
    assertThatThrownBy(() -> table.amount(AccountKey.parse("A:EKG13:FGK13:D:AG16")))
        .isInstanceOf(UnknownCodeException.class);
    assertThatThrownBy(
            () ->
                AccountingRules.of(2024)
                    .apply(ledger(1, 2), Ledger.empty("f"), GROUPS, MissingRegions.REFUSE))
        .isInstanceOfSatisfying(
            MissingMemberException.class, e -> assertThat(e.members()).isNotEmpty());
    assertThatThrownBy(
            () ->
                AccountingRules.of(2024)
                    .apply(
                        ledger(1, 2),
                        Ledger.empty("f"),
                        Hierarchy.builder("g").add("3201", "3203", 1).build(),
                        MissingRegions.LEAVE_OUT))
        .hasMessageContaining("group 3201 has accounts of its own");
  }

  @Test
  void yearsBecomeSeriesAndDataSets() {
    AccountHistory history =
        AccountHistory.of(List.of(table(2024, 18, 3), table(2022, 10, 1), table(2023, 14, 2)));
    Series series = history.series(Concept.LONNSUTGIFTER, "3201", ServiceArea.BARNEVERN);
    assertThat(series.toArray()).containsExactly(10, 14, 18);
    assertThat(series.asOf()).isEqualTo(Period.year(2024));
    assertThat(Trend.meanAnnualChange(2).of(series).value()).isEqualTo(4.0);
    assertThat(history.series(AccountKey.parse("A:3203:FGK13:D:AG16")).toArray())
        .containsExactly(1, 2, 3);
    DataSet data =
        history.dataSet(
            List.of(Concept.LONNSUTGIFTER, Concept.NETTO_DRIFTSUTGIFTER),
            List.of(ServiceArea.BARNEVERN, ServiceArea.PLEIE_OG_OMSORG, ServiceArea.ALLE));
    assertThat(data.indicators()).hasSize(6);
    assertThat(data.series("regnskap.BARNEVERN.LONNSUTGIFTER", "3201").toArray())
        .containsExactly(10, 14, 18);
    Panel trends =
        Trend.meanAnnualChange(2)
            .of(history.panel(List.of(Concept.LONNSUTGIFTER), List.of(ServiceArea.BARNEVERN)));
    assertThat(trends.allSeries())
        .extracting(of -> of.region().code() + " " + of.at(Period.year(2024)).value())
        .containsExactly("3201 4.0", "3203 1.0");
    assertThat(data.indicator("regnskap.ALLE.NETTO_DRIFTSUTGIFTER").name())
        .isEqualTo("Netto driftsutgifter, Alle funksjoner");
    assertThatThrownBy(() -> history.series(Concept.LONNSUTGIFTER, "0301", ServiceArea.BARNEVERN))
        .isInstanceOf(UnknownCodeException.class);
    assertThatThrownBy(() -> AccountHistory.of(List.of(table(2024, 1, 1), table(2024, 1, 1))))
        .hasMessageContaining("two tables of 2024");
    assertThatThrownBy(() -> AccountHistory.of(List.of())).hasMessageContaining("at least one");
  }

  @Test
  void aRegionWithoutAccountsInAYearIsMissingThatYear() {
    Ledger one = Ledger.builder("regnskap").add("3201", Kontoklasse.D, "252", "010", 5).build();
    AccountHistory history =
        AccountHistory.of(
            List.of(AccountingRules.of(2023).apply(one, Ledger.empty("f")), table(2024, 18, 3)));
    Series series = history.series(Concept.LONNSUTGIFTER, "3203", ServiceArea.BARNEVERN);
    assertThat(series.at(Period.year(2023)).isMissing()).isTrue();
    assertThat(series.at(Period.year(2024)).value()).isEqualTo(3.0);
  }

  @Test
  void ledgersMustBeInOneUnit() {
    Ledger kroner =
        Ledger.builder("kr").unit(Unit.NOK).add("3201", Kontoklasse.D, "252", "010", 1).build();
    assertThatThrownBy(() -> AccountingRules.of(2024).apply(ledger(1, 2), kroner))
        .hasMessageContaining("allowed: the same unit");
    assertThat(AccountingRules.of(2024).apply(kroner).unit()).isEqualTo(Unit.NOK);
  }

  @Test
  void anAmountThatDoesNotFitIsAnErrorNeverAWrongNumber() {
    Ledger large =
        Ledger.builder("stor")
            .add("3201", Kontoklasse.D, "252", "010", Long.MAX_VALUE)
            .add("3201", Kontoklasse.D, "252", "020", 1)
            .build();
    assertThatThrownBy(() -> AccountingRules.of(2024).apply(large))
        .isInstanceOfSatisfying(
            AmountOverflowException.class, e -> assertThat(e.region()).isEqualTo("3201"));
    Ledger two =
        Ledger.builder("stor")
            .add("3201", Kontoklasse.D, "252", "010", Long.MAX_VALUE / 2 + 1)
            .add("3203", Kontoklasse.D, "252", "010", Long.MAX_VALUE / 2 + 1)
            .build();
    assertThat(AccountingRules.of(2024).apply(two).amount(AccountKey.parse("B:3201:FGK13:D:AG16")))
        .isEqualTo(Long.MAX_VALUE / 2 + 1);
    assertThatThrownBy(
            () ->
                AccountingRules.of(2024)
                    .apply(
                        two,
                        Ledger.empty("f"),
                        Hierarchy.builder("g")
                            .add("EKA32", "3201", 1)
                            .add("EKA32", "3203", 1)
                            .build(),
                        MissingRegions.REFUSE))
        .isInstanceOfSatisfying(
            AmountOverflowException.class, e -> assertThat(e.region()).isEqualTo("EKA32"));
  }

  @Test
  void keysReadWhatTheyWrite() {
    AccountKey key = new AccountKey(Scope.A, "0300", "FG2", Kontoklasse.D, "AGD10");
    assertThat(key).hasToString("A:0300:FG2:D:AGD10");
    assertThat(AccountKey.parse("A:0300:FG2:D:AGD10")).isEqualTo(key);
    for (String bad :
        List.of("", "A:0300:FG2:D", "C:0300:FG2:D:AGD10", "A:0300:FG2:X:AGD10", "A::F:D:A")) {
      assertThatThrownBy(() -> AccountKey.parse(bad)).isInstanceOf(InvalidNotationException.class);
    }
  }

  @Test
  void tuplesSurviveJson() throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper().registerModule(new MaaltallModule());
    AccountTable table = table(2024, 10, 32);
    AccountAmount amount = table.nonZero().findFirst().orElseThrow();
    assertThat(json.readValue(json.writeValueAsString(amount), AccountAmount.class))
        .isEqualTo(amount);
    Contribution contribution = table.contributions(AccountKey.parse("A:3201:FGK13:D:AG16")).get(0);
    assertThat(json.readValue(json.writeValueAsString(contribution), Contribution.class))
        .isEqualTo(contribution);
    LedgerReport report = LedgerControl.of(2024).check(ledger(-1, 2));
    assertThat(json.readValue(json.writeValueAsString(report), LedgerReport.class))
        .isEqualTo(report);
    assertThat(report.findings()).isInstanceOf(ImmutableList.class);
  }
}
