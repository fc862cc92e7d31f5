package no.maaltall.core.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import no.maaltall.core.io.TableProblem;
import no.maaltall.core.io.TableProblem.Kind;
import no.maaltall.core.io.TableSource;
import no.maaltall.core.io.TidyTableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedFilesTest {
  private static TableSource checks(String text) {
    return TableSource.ofTexts(Map.of("checks.csv", text));
  }

  @Test
  void readsTheShortForm() {
    CheckReport report =
        PublishedTable.read(
                checks(
                    """
                    ID,MEASURE,INPUTS,PRINTED
                    G,relative_change,"a=317,1;b=357,4","12,7 %"
                    S,share,a=170 ± 0;b=825 ± 0,"20,6 %"
                    T,mean_annual_change_3,81.0;76.0,"−1,7 prosentpoeng"
                    X,sum,"1,0;2,0;3,0","6,2"
                    """))
            .check();

    assertThat(report.figures())
        .extracting(CheckedFigure::status)
        .containsExactly(
            CheckStatus.EXACT, CheckStatus.EXACT, CheckStatus.EXACT, CheckStatus.CONTRADICTION);
  }

  @Test
  void referencesShareNumbersAndMakeChecksJoint() {
    TableSource source =
        TableSource.ofTexts(
            Map.of(
                "printed.csv",
                """
                ID,PRINTED,DECIMALS,TOLERANCE,NAME
                y1,10,,,2016
                y2,11,,,2017
                y3,12,,,2018
                """,
                "checks.csv",
                """
                ID,EXPRESSION,MEASURE,INPUTS,PRINTED,DECIMALS,ROUNDING,NOTE
                g1,,growth,@y1;@y2,"12,0 %",,,
                g2,"growth(a, b)",,a=@y2;b=@y3,"12,00 %",1,,
                g3,"growth(a, b)",,a=@y1;b=@y3,"20,0 %",,,
                again,a,,a=@g1,"12,0",,truncated,a row's own figure can be an input
                """,
                "claims.csv",
                """
                ID,CONDITION,INPUTS,NAME
                C1,a<b<c,a=@y1;b=@y2;c=@y3,økende
                """));

    CheckReport report = PublishedTable.read(source).check();

    assertThat(report.figure("g2").jointly()).containsExactly("g1", "g2", "g3");
    assertThat(report.figure("again").status()).isEqualTo(CheckStatus.EXACT);
    assertThat(report.figure("C1").status()).isEqualTo(CheckStatus.EXACT);
    assertThat(report.figure("C1").name()).isEqualTo("økende");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "K|a+|a=1|2|INVALID_CODE|EXPRESSION",
        "K|a+b|a=1|2|UNKNOWN_REFERENCE|INPUTS",
        "K|a|a=x|2|INVALID_NUMBER|INPUTS",
        "K|a|a=1|to komma tre|INVALID_NUMBER|PRINTED",
        "K|a|a=@none|2|UNKNOWN_REFERENCE|INPUTS",
        "K|a|a=1|@none|UNKNOWN_REFERENCE|PRINTED",
        "K|a|a=1;a=2|2|DUPLICATE_ROW|INPUTS",
        "K|a|1a=1|2|INVALID_CODE|INPUTS",
        "G|a|a=1|2|DUPLICATE_ROW|ID",
        "K||a=1|2|MISSING_VALUE|EXPRESSION",
        "' '|a|a=1|2|MISSING_VALUE|ID",
        "K|a|a=235.000|2|INVALID_NUMBER|INPUTS"
      })
  void badRowsAreErrorsAndTheGoodOnesCanBeKept(
      String id, String expression, String inputs, String printed, Kind kind, String column) {
    TableSource source =
        checks(
            "ID,EXPRESSION,INPUTS,PRINTED\nG,a,a=1,1\n"
                + String.join(",", id, expression == null ? "" : expression, inputs, printed)
                + "\nH,a,a=1,2\n");

    assertThatThrownBy(() -> PublishedTable.read(source))
        .isInstanceOfSatisfying(
            TidyTableException.class,
            e -> {
              assertThat(e.problem().kind()).isEqualTo(kind);
              assertThat(e.problem().column()).isEqualTo(column);
              assertThat(e.problem().line()).isEqualTo(3);
            });
    PublishedReading reading = PublishedTable.readLeniently(source);
    assertThat(reading.problems()).extracting(TableProblem::kind).containsExactly(kind);
    assertThat(reading.table().figures()).extracting(PublishedFigure::id).containsExactly("G", "H");
    assertThat(reading.isClean()).isFalse();
  }

  @Test
  void badColumnsAndFiles() {
    assertThatThrownBy(() -> PublishedTable.read(checks("ID,INPUTS\n")))
        .hasMessageContaining("column PRINTED: the column is missing");
    assertThatThrownBy(() -> PublishedTable.read(checks("ID,EXPRESION,INPUTS,PRINTED\n")))
        .hasMessageContaining("column EXPRESION: the column is unknown");
    assertThatThrownBy(() -> PublishedTable.read(TableSource.ofTexts(Map.of())))
        .hasMessageContaining("checks.csv: there is no such file");
    PublishedReading reading =
        PublishedTable.readLeniently(checks("ID,X,EXPRESSION,INPUTS,PRINTED\nA,x,a,a=1,1\nB,b\n"));
    assertThat(reading.problems())
        .extracting(TableProblem::kind)
        .containsExactly(Kind.UNKNOWN_COLUMN, Kind.FIELD_COUNT);
    assertThat(reading.table().figures()).hasSize(1);
  }

  @Test
  void aQuoteThatDoesNotEndSwallowsNoRows() {
    String text = "ID,EXPRESSION,INPUTS,PRINTED\nA,a,a=1,\"1\nB,a,a=1,2\nC,a,a=1,3\n";

    assertThatThrownBy(() -> PublishedTable.read(checks(text)))
        .isInstanceOf(TidyTableException.class)
        .hasMessageContaining("checks.csv")
        .hasMessageContaining("Unclosed quoted field at end of input (record starting at line 2)");
    assertThatThrownBy(() -> PublishedTable.readLeniently(checks(text)))
        .isInstanceOf(TidyTableException.class);
  }

  @Test
  void columnsOfPrecisionAreChecked() {
    for (String bad : new String[] {"x,", "99,", ",-1", ",x"}) {
      assertThatThrownBy(
              () ->
                  PublishedTable.read(
                      checks("ID,EXPRESSION,INPUTS,PRINTED,DECIMALS,TOLERANCE\nA,a,a=1,1," + bad)))
          .isInstanceOf(TidyTableException.class);
    }
    PublishedTable table =
        PublishedTable.read(
            checks(
                "ID,EXPRESSION,INPUTS,PRINTED,DECIMALS,TOLERANCE\nA,a,\"a=37,1\",50,−1,\nB,a,a=49,50,,2\n"));
    assertThat(table.check().figures())
        .extracting(CheckedFigure::status)
        .containsExactly(CheckStatus.CONTRADICTION, CheckStatus.CONSISTENT);
  }

  @Test
  void whatAPointMeansIsAColumn() {
    TableSource source =
        TableSource.ofTexts(
            Map.of(
                "printed.csv",
                "ID,PRINTED,POINT\nthousands,57.998,thousands\ndecimal,4.200,decimal\n",
                "checks.csv",
                """
                ID,EXPRESSION,INPUTS,PRINTED,POINT
                A,a+b,a=@thousands;b=2.002,60.000,thousands
                B,a+b,a=@decimal;b=1.800,6.000,decimal
                C,a,a=1,57.998,
                """));

    PublishedReading reading = PublishedTable.readLeniently(source);

    assertThat(reading.table().check().figures())
        .extracting(CheckedFigure::id, CheckedFigure::status)
        .containsExactly(tuple("A", CheckStatus.EXACT), tuple("B", CheckStatus.EXACT));
    assertThat(reading.table().check().figures())
        .extracting(f -> f.printed().orElseThrow().value().intValueExact())
        .containsExactly(60_000, 6);
    assertThat(reading.problems())
        .extracting(TableProblem::kind)
        .containsExactly(Kind.INVALID_NUMBER);
    assertThatThrownBy(
            () ->
                PublishedTable.read(checks("ID,EXPRESSION,INPUTS,PRINTED,POINT\nA,a,a=1,1,tusen")))
        .hasMessageContaining("column POINT: \"tusen\" is not a code; allowed: thousands, decimal");
  }

  @Test
  void tablesAreChecked() {
    PublishedTable empty = PublishedTable.builder().build();
    assertThat(empty.check().figures()).isEmpty();
    assertThatThrownBy(() -> PublishedTable.builder().number("a", "1").figure("a", "b").build())
        .hasMessageContaining("unknown printed number \"b\"");
    assertThatThrownBy(
            () ->
                PublishedTable.builder().number("a", "1").figure("a", "1").figure("a", "1").build())
        .hasMessageContaining("given twice");
    assertThatThrownBy(
            () -> new PublishedClaim("c", "", Condition.parse("a<b"), ImmutableMap.of("a", "x")))
        .hasMessageContaining("input b is not given");
    for (String bad : new String[] {"", "a", "a<", "a<b and", "a <> b", "(a<b)", "a=b"}) {
      assertThatThrownBy(() -> Condition.parse(bad)).isInstanceOf(ExpressionException.class);
    }
  }
}
