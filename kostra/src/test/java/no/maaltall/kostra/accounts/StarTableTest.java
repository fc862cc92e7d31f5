package no.maaltall.kostra.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import no.maaltall.core.indicator.InvalidNotationException;
import no.maaltall.kostra.accounts.StarTable.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StarTableTest {
  @ParameterizedTest
  @CsvSource({
    "FG2, FG2, true",
    "FG2, FG22, false",
    "FG*, FG2, true",
    "FG*, FG, true",
    "FG?, FG, false",
    "FG?, FG2, true",
    "??00, 0300, true",
    "??00, 0301, false",
    "????, 030101, false",
    "!FG2, FG2, false",
    "!FG2, FG4, true",
    "!FG*, 202, true",
    "*GD*1, AGD21, true",
    "*GD*1, AGD12, false",
    "*, anything, true",
    "010..285, 010, true",
    "010..285, 285, true",
    "010..285, 290, false",
    "010..285, 15, false",
    "!010..285, 290, true",
    "A.C, ABC, false"
  })
  void patterns(String pattern, String code, boolean matches) {
    assertThat(CodePattern.parse(pattern).matches(code)).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "!", "!!FG2", "285..010", "10..285", "01*..020", "010..", "1..2..3"})
  void noPatterns(String text) {
    assertThatThrownBy(() -> CodePattern.parse(text)).isInstanceOf(InvalidNotationException.class);
  }

  @Test
  void aHostilePatternEnds() {
    assertThat(CodePattern.parse("*a".repeat(49) + "b").matches("a".repeat(100))).isFalse();
  }

  @Test
  void groupsOfFilledFieldsMustAllLetThrough() {
    StarTable table =
        StarTable.of(
            List.of(
                new Row("????", "", "FG*", "", 1),
                new Row("??00", "", "FG4", "", -1),
                new Row("", "D", "", "AGD*", 1),
                new Row("", "", "FG2", "AGD2", -1)));
    StarTable.Selection selection =
        table.among(List.of("202", "FG2", "FG4"), List.of("010", "AGD1", "AGD2"));
    int d = Kontoklasse.D.ordinal();
    assertThat(selection.arts(selection.rowsFor("0301"), d, 0).toString()).isEqualTo("{}");
    assertThat(selection.arts(selection.rowsFor("0301"), d, 1).toString()).isEqualTo("{1}");
    assertThat(selection.arts(selection.rowsFor("0301"), d, 2).toString()).isEqualTo("{1, 2}");
    assertThat(selection.arts(selection.rowsFor("0300"), d, 2).toString()).isEqualTo("{}");
    assertThat(selection.arts(selection.rowsFor("030101"), d, 2).toString()).isEqualTo("{}");
    assertThat(selection.arts(selection.rowsFor("0301"), Kontoklasse.I.ordinal(), 2).toString())
        .isEqualTo("{}");
  }

  @Test
  void aRowWithoutFieldsOrWithAnotherSignIsRefused() {
    assertThatThrownBy(() -> new Row("", "", "", "", 1))
        .isInstanceOf(InvalidNotationException.class);
    assertThatThrownBy(() -> new Row("*", "", "", "", 2))
        .isInstanceOf(InvalidNotationException.class);
  }
}
