package no.maaltall.kostra.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.kostra.accounts.AccountsFileException.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTest {
  private static final String HEADER = "region,kontoklasse,funksjon,art,belop\n";

  @TempDir Path temp;

  private static Ledger read(LedgerReader reader, String csv) throws IOException {
    return reader.read("data.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
  }

  private static Ledger read(String csv) throws IOException {
    return read(Ledger.reader(), csv);
  }

  @Test
  void readsColumnsInAnyOrderAndTheRowsOfOneYear() throws IOException {
    Ledger ledger =
        read(
            Ledger.reader().period(2015),
            """
            \ufeffart,belop,periode,region,kontoklasse,funksjon
            380,847,2015,0301,D,120
            380,999,2016,0301,D,120
            010,-5,2015,030107,I,202
            """);
    assertThat(ledger.lines())
        .containsExactly(
            new LedgerLine(2, "0301", Kontoklasse.D, "120", "380", 847),
            new LedgerLine(4, "030107", Kontoklasse.I, "202", "010", -5));
    assertThat(ledger.regions()).containsExactly("0301", "030107");
    assertThat(ledger.unit()).isEqualTo(Unit.KNOK);
  }

  // What is wrong, and the whole message: file, line, column, what was got, what is allowed.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "0301,D,120,380,12.5 | DECIMALS | belop | \"12.5\" has decimals; allowed: whole units",
        "0301,D,120,380,\"12,5\" | DECIMALS | belop | \"12,5\" has decimals; allowed: whole units",
        "0301,D,120,380,12.0 | DECIMALS | belop | \"12.0\" has decimals; allowed: whole units",
        "0301,D,120,380,1e3 | NOT_A_NUMBER | belop | \"1e3\" is not a number",
        "0301,D,120,380, | NOT_A_NUMBER | belop | is not a number",
        "0301,D,120,380,9223372036854775808 | TOO_LARGE | belop | is too large",
        "0301,D,120,380,-9223372036854775808 | TOO_LARGE | belop | from -(2^63 - 1) to 2^63 - 1",
        "300,D,120,380,1 | LOST_ZERO | region | \"300\" has lost a leading zero; allowed: 4 digits",
        "30107,D,120,380,1 | LOST_ZERO | region | here 030107",
        "0301,D,120,10,1 | LOST_ZERO | art | \"10\" has lost a leading zero; allowed: 3 digits",
        "0301,D,12,380,1 | LOST_ZERO | funksjon | here 012",
        "0301,D,FG2,380,1 | INVALID_CODE | funksjon | allowed: 3 digits (202)",
        "0301,D,1200,380,1 | INVALID_CODE | funksjon | allowed: 3 digits (202)",
        "oslo,D,120,380,1 | INVALID_CODE | region | allowed: 4 digits (0301), 6 digits",
        "0301,1,120,380,1 | INVALID_CODE | kontoklasse | D (drift) or I (investering)",
        "0301,D,120,380 | FIELD_COUNT | '' | a field for each of the columns"
      })
  void refusesARowThatCannotBeUsed(String row, Problem problem, String column, String message) {
    String csv = HEADER + "0301,D,100,380,1\n" + row + "\n";
    assertThatThrownBy(() -> read(csv))
        .isInstanceOfSatisfying(
            AccountsFileException.class,
            e -> {
              assertThat(e.problem()).isEqualTo(problem);
              assertThat(e.file()).isEqualTo("data.csv");
              assertThat(e.line()).isEqualTo(3);
              assertThat(e.column()).isEqualTo(column);
            })
        .hasMessageContaining("data.csv line 3")
        .hasMessageContaining(message)
        .hasMessageContaining("allowed: ");
  }

  @Test
  void restoresLeadingZerosWhenToldTo() throws IOException {
    Ledger ledger =
        read(
            Ledger.reader().leadingZeros(LeadingZeros.RESTORE),
            HEADER + "300,D,120,10,1\n0300,D,120,20,2\n30107,D,120,380,3\n");
    assertThat(ledger.lines())
        .extracting(LedgerLine::region)
        .containsExactly("0300", "0300", "030107");
    assertThat(ledger.lines()).extracting(LedgerLine::art).containsExactly("010", "020", "380");
    // Whoever reads on must be able to see that 0300 was a guess.
    assertThat(ledger.restoredCodes())
        .containsExactlyInAnyOrder(
            new RestoredCode("region", "300", "0300"),
            new RestoredCode("region", "30107", "030107"),
            new RestoredCode("art", "10", "010"),
            new RestoredCode("art", "20", "020"));
  }

  @Test
  void twoRowsForOneKeyAreRefusedOrSummed() throws IOException {
    String csv = HEADER + "0301,D,120,380,1\n0301,D,121,380,5\n0301,D,120,380,2\n";
    assertThatThrownBy(() -> read(csv))
        .isInstanceOfSatisfying(
            AccountsFileException.class, e -> assertThat(e.problem()).isEqualTo(Problem.DUPLICATE))
        .hasMessage(
            "data.csv line 4: \"0301 D 120 380\" is there twice; allowed: one line for each, the"
                + " first is on line 2; or DuplicateLines.SUM to add them");
    Ledger summed = read(Ledger.reader().duplicates(DuplicateLines.SUM), csv);
    assertThat(summed.size()).isEqualTo(3);
    AccountTable table = AccountingRules.of(2024).apply(summed);
    assertThat(table.contributions(AccountKey.parse("B:0301:120:D:AGD51")))
        .extracting(Contribution::amount)
        .containsExactly(1L, 2L);
    assertThat(table.amount(AccountKey.parse("B:0301:120:D:AGD51"))).isEqualTo(3);
  }

  @Test
  void aHeaderMustHaveTheColumns() {
    assertThatThrownBy(() -> read("region,kontoklasse,funksjon,art\n"))
        .hasMessageContaining("data.csv line 1, belop: the column is missing");
    assertThatThrownBy(() -> read(HEADER.replace("belop", "beløp")))
        .hasMessageContaining("\"beløp\" the column is unknown");
    assertThatThrownBy(() -> read(""))
        .isInstanceOfSatisfying(
            AccountsFileException.class,
            e -> assertThat(e.problem()).isEqualTo(Problem.MISSING_COLUMN));
  }

  @Test
  void aFileThatIsNotThereOrNotTextSaysSo() throws IOException {
    assertThatThrownBy(() -> Ledger.read(temp.resolve("nei.csv")))
        .isInstanceOfSatisfying(
            AccountsFileException.class,
            e -> assertThat(e.problem()).isEqualTo(Problem.MISSING_FILE));
    Path latin1 = temp.resolve("latin1.csv");
    Files.writeString(latin1, HEADER + "0301,D,120,380,\u00e6\n", StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> Ledger.read(latin1))
        .isInstanceOfSatisfying(
            AccountsFileException.class,
            e -> assertThat(e.problem()).isEqualTo(Problem.UNREADABLE));
    Path open = temp.resolve("open.csv");
    Files.writeString(open, HEADER + "0301,D,\"120,380,1\n0301,D,120,380,1\n");
    assertThatThrownBy(() -> Ledger.read(open)).isInstanceOf(AccountsFileException.class);
  }

  @Test
  void aQuoteLeftOpenNeverSwallowsRowsUnnoticed() {
    String csv = "to,from,sign,kilde\nS,010,+,\"kilden\nS,020,+,a\nS,030,+,b\n";
    assertThatThrownBy(
            () ->
                Hierarchy.read(
                    "artshierarki.csv",
                    new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                    2015,
                    CodeNotation.ART,
                    LeadingZeros.REFUSE))
        .isInstanceOfSatisfying(
            AccountsFileException.class,
            e -> assertThat(e.problem()).isEqualTo(Problem.UNREADABLE));
  }

  @Test
  void aMillionLinesForOneKeyAreSortedInTime() {
    Ledger.Builder ledger = Ledger.builder("like").duplicates(DuplicateLines.SUM);
    for (int line = 1_000_000; line > 0; line--) {
      ledger.add(line, "3201", Kontoklasse.D, "202", "010", 1);
    }
    AccountTable table = AccountingRules.of(2024).apply(ledger.build());
    assertThat(table.amount(AccountKey.parse("B:3201:202:D:AG16"))).isEqualTo(1_000_000);
  }

  @Test
  void theLenientFormGivesTheGoodLinesAndTheFailures() throws IOException {
    Path file = temp.resolve("data.csv");
    Files.writeString(
        file, HEADER + "0301,D,120,380,1\n300,D,120,380,1\n0301,D,120,380,1.5\n0301,D,120,380,7\n");
    LedgerReading reading = Ledger.reader().readLenient(file);
    assertThat(reading.ledger().lines()).extracting(LedgerLine::amount).containsExactly(1L, 7L);
    assertThat(reading.failures())
        .extracting(AccountsFileException::problem)
        .containsExactly(Problem.LOST_ZERO, Problem.DECIMALS);
    assertThat(reading.failureCount()).isEqualTo(2);
    assertThat(reading.isClean()).isFalse();
  }

  @Test
  void incomesMayBeNegativeAsReported() throws IOException {
    Ledger ledger =
        read(
            Ledger.reader().incomesNegative(), HEADER + "3201,D,202,010,100\n3201,D,202,600,-40\n");
    assertThat(ledger.lines()).extracting(LedgerLine::amount).containsExactly(100L, 40L);
  }

  @Test
  void buildsFromColumns() {
    Ledger ledger =
        Ledger.ofColumns(
            "kolonner",
            List.of("3201", "3203"),
            List.of(Kontoklasse.D, Kontoklasse.I),
            List.of("202", "202"),
            List.of("010", "230"),
            new long[] {1, 2});
    assertThat(ledger.lines("3203"))
        .containsExactly(new LedgerLine(2, "3203", Kontoklasse.I, "202", "230", 2));
    assertThatThrownBy(
            () ->
                Ledger.ofColumns(
                    "k", List.of("3201"), List.of(), List.of(), List.of(), new long[1]))
        .hasMessageContaining("1 regions, 0 classes");
    assertThatThrownBy(() -> ledger.lines("3202")).isInstanceOf(UnknownCodeException.class);
    assertThatThrownBy(() -> Ledger.builder("l").unit(Unit.FTE))
        .hasMessageContaining("NOK, kNOK or MNOK");
  }

  @Test
  void aCodeUnknownToTheRulesNamesTheLineAndTheNearest() throws IOException {
    Ledger ledger = read(HEADER + "3201,D,202,010,1\n3201,D,254,010,1\n");
    assertThatThrownBy(() -> AccountingRules.of(2024).apply(ledger))
        .isInstanceOfSatisfying(
            AccountsFileException.class,
            e -> {
              assertThat(e.problem()).isEqualTo(Problem.UNKNOWN_CODE);
              assertThat(e.line()).isEqualTo(3);
            })
        .hasMessageContaining("data.csv line 3, funksjon: \"254\" is unknown to the rules")
        .hasMessageContaining("funksjon 254 was not valid in 2024")
        .hasMessageContaining("in 2024 use 257 and 258");
    Ledger mistyped = read(HEADER + "3201,D,206,010,1\n");
    assertThatThrownBy(() -> AccountingRules.of(2024).apply(mistyped))
        .hasMessageContaining("nearest of ")
        .hasMessageContaining("256");
    assertThat(AccountingRules.of(2023).apply(ledger).size()).isPositive();
  }
}
