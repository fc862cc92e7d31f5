package no.maaltall.kostra.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.maaltall.core.panel.Panel;
import no.maaltall.kostra.catalog.Concept;
import no.maaltall.kostra.catalog.ServiceArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every amount that SSB's own package computes from its own rules and data of 2015. */
class StatisticsNorway2015Test {
  private AccountTable table;

  @BeforeEach
  void apply() {
    table =
        SharedData.rules().apply(SharedData.ledger("data.csv"), SharedData.ledger("data_saer.csv"));
  }

  private static Map<AccountKey, Long> expected() throws IOException {
    try (var lines = Files.lines(SharedData.accounts().resolve("expected_2015_nonzero.csv"))) {
      return lines
          .skip(1)
          .map(l -> l.split(",", -1))
          .collect(
              Collectors.toMap(
                  f -> new AccountKey(Scope.parse(f[0]), f[1], f[2], Kontoklasse.parse(f[3]), f[4]),
                  f -> Long.valueOf(f[5])));
    }
  }

  @Test
  void everyAmountIsEqualToTheUnitAndThereIsNoOther() throws IOException {
    Map<AccountKey, Long> expected = expected();
    assertThat(expected).hasSize(13_029);
    Map<AccountKey, Long> got = new TreeMap<>();
    table.nonZero().forEach(r -> got.put(r.key(), r.amount()));
    assertThat(got).isEqualTo(expected);
  }

  @Test
  void theStarTableSelectsAsManyCombinations() {
    assertThat(table.size()).isEqualTo(357_112);
    assertThat(table.rows().count()).isEqualTo(357_112);
  }

  @Test
  void rowsComeInOrderOfKey() {
    AccountKey previous = new AccountKey(Scope.A, "", "", Kontoklasse.D, "");
    for (AccountAmount row : (Iterable<AccountAmount>) table.rows()::iterator) {
      assertThat(row.key().compareTo(previous)).isPositive();
      previous = row.key();
    }
  }

  @Test
  void contributionsAddUpToEveryAmount() {
    for (Scope scope : table.scopes()) {
      for (String region : List.of("0101", "0301")) {
        table
            .rows(scope, region)
            .filter(r -> r.amount() != 0 || r.key().funksjon().equals("FG2"))
            .forEach(
                r ->
                    assertThat(
                            table.contributions(r.key()).stream()
                                .mapToLong(Contribution::amount)
                                .sum())
                        .as("%s", r.key())
                        .isEqualTo(r.amount()));
      }
    }
  }

  @Test
  void theFilesHaveLostLeadingZerosWhichTheStrictFormRefuses() {
    assertThatThrownBy(() -> Ledger.read(SharedData.accounts().resolve("data.csv")))
        .isInstanceOf(AccountsFileException.class)
        .hasMessageContaining("data.csv line 2, region: \"300\" has lost a leading zero")
        .hasMessageContaining("here 0300");
    assertThatThrownBy(() -> AccountingRules.read(SharedData.accounts(), 2014))
        .isInstanceOf(NoRulesException.class)
        .hasMessageContaining("allowed: [2015]");
  }

  @Test
  void aConceptHasAnotherCodeOnTheTotalLevel() {
    assertThat(table.amount(Concept.BRUTTO_DRIFTSUTGIFTER, "0301", "FGK13").value())
        .isEqualTo((double) table.amount(AccountKey.parse("A:0301:FGK13:D:AGD10")));
    assertThat(table.amount(Concept.BRUTTO_DRIFTSUTGIFTER, "0301", "FG2").value())
        .isEqualTo((double) table.amount(AccountKey.parse("A:0301:FG2:D:AGD9")));
  }

  @Test
  void explainsAnAmountThatTheStarTableLeavesOut() {
    AccountKey key = AccountKey.parse("A:0300:FG2:D:AGD10");
    assertThat(table.has(key)).isFalse();
    assertThat(table.explain(key))
        .startsWith("A:0300:FG2:D:AGD10 [2015], konsern = ")
        .contains("Stjernetabellen tar ikke med dette beløpet")
        .contains("data.csv linje ")
        .contains("art AGD10 ← ");
  }

  /** The county row 0100 has no service areas: it must not cost the municipalities their panel. */
  @Test
  void aPanelLeavesOutWhatTheStarTableLeavesOut() {
    Panel panel =
        AccountHistory.of(List.of(table))
            .panel(List.of(Concept.NETTO_DRIFTSUTGIFTER), List.of(ServiceArea.BARNEVERN));
    assertThat(panel.value(0, panel.indexOfRegion("0301"), 0))
        .isEqualTo((double) table.amount(AccountKey.parse("A:0301:FGK13:D:AGD2")));
  }
}
