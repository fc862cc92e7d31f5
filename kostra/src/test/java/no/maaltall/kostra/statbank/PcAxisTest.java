package no.maaltall.kostra.statbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.kostra.statbank.StatbankFileException.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a PC-Axis file says, and what becomes of it. */
class PcAxisTest {
  private static final String SMALL =
      """
      STUB="sex","age";
      HEADING="year";
      VALUES("sex")="Menn","Kvinner";
      CODES("sex")="1","2";
      VALUES("age")="0-5","6-15";
      VALUES("year")="2023","2024";
      TIMEVAL("year")=TLIST(A1,"2023"-"2024");
      """;

  private static Cube read(String text) {
    return PcAxis.parse(text);
  }

  private static Cube read(String text, Charset charset) {
    return PcAxis.read(new ByteArrayInputStream(text.getBytes(charset)));
  }

  private static void assertRefused(String text, Problem problem) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            StatbankFileException.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }

  @Test
  void putsTheStubBeforeTheHeadingAndTheLastVariableFastest() {
    Cube cube = read(SMALL + "DATA=\n1 2 \n3 4 \n5 6 \n7 8 \n;\n");

    assertThat(cube.dimensions()).extracting(Dimension::id).containsExactly("sex", "age", "year");
    assertThat(cube.cell("1", "6-15", "2024").value()).isEqualTo(4);
    assertThat(cube.cell("2", "0-5", "2023").value()).isEqualTo(5);
    assertThat(cube.dimension("sex").category("2").label()).isEqualTo("Kvinner");
    assertThat(cube.dimension("year").role()).isEqualTo(DimensionRole.TIME);
  }

  @Test
  void givesDotsAndDashesTheirMeaning() {
    Cube cube = read(SMALL + "DATA=\".\" \"..\" \"...\" \"....\" \"-\" - .. 0;");

    assertThat(cube.cells().map(Cell::status))
        .containsExactly(
            ObservationStatus.NOT_APPLICABLE,
            ObservationStatus.MISSING,
            ObservationStatus.NOT_YET_AVAILABLE,
            ObservationStatus.MISSING_UNKNOWN,
            ObservationStatus.NORMAL,
            ObservationStatus.NORMAL,
            ObservationStatus.MISSING,
            ObservationStatus.NORMAL);
    assertThat(cube.valueAt(4)).isZero();
    assertThat(cube.cells().map(Cell::sign))
        .containsExactly(".", "..", "...", "....", "-", "-", "..", "");
  }

  @Test
  void letsDataSymbolsSayWhatDotsStandFor() {
    Cube cube =
        read(
            SMALL
                + "DATASYMBOL1=\":\";DATASYMBOL2=\"x\";DATASYMBOL4=\"...\";\n"
                + "DATA=\".\" \"..\" \"...\" \"....\" 1 1 1 1;");

    assertThat(cube.cells().limit(4).map(Cell::status))
        .containsExactly(
            ObservationStatus.SUPPRESSED,
            ObservationStatus.MISSING_UNKNOWN,
            ObservationStatus.NOT_YET_AVAILABLE,
            ObservationStatus.NOT_YET_AVAILABLE);
    assertThat(cube.signAt(0)).isEqualTo(".");
  }

  @Test
  void fillsRowsThatAreLeftOutOfAFileWithKeysWithZero() {
    Cube cube =
        read(
            SMALL
                + "KEYS(\"sex\")=CODES;KEYS(\"age\")=VALUES;\n"
                + "DATA=\n\"2\",\"6-15\",7 \"..\" \n\"1\",\"0-5\",1.5 2 \n;");

    assertThat(cube.values()).containsExactly(1.5, 2, 0, 0, 0, 0, 7, Double.NaN);
    assertThat(cube.statusAt(7)).isEqualTo(ObservationStatus.MISSING);
    assertThat(cube.statusAt(3)).isEqualTo(ObservationStatus.NORMAL);
    assertThat(cube.signAt(3)).isEmpty();
  }

  @Test
  void keepsNothingForTheCellsThatAHugeTableWithKeysLeavesOut() {
    StringBuilder codes = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      codes.append(i == 0 ? "" : ",").append('"').append(i).append('"');
    }
    String text =
        "STUB=\"x\",\"y\",\"z\";VALUES(\"x\")="
            + codes
            + ";VALUES(\"y\")="
            + codes
            + ";VALUES(\"z\")="
            + codes
            + ";KEYS(\"x\")=VALUES;DATA=\"2\",\"3\",\"4\",5;";

    Cube cube = read(text);

    assertThat(cube.size()).isEqualTo(27_000_000_000L);
    assertThat(cube.cell("2", "3", "4").value()).isEqualTo(5);
    assertThat(cube.cell("2999", "3", "4").value()).isZero();
  }

  @Test
  void joinsTextsOverSeveralLines() {
    Cube cube =
        read(
            SMALL
                + "TITLE=\"Barn; etter \"\n\"kjønn\";\nNOTE=\"En.##To#linjer.\";\nNOTE(\"sex\")=\"k\";"
                + "VALUENOTE(\"sex\",\"Kvinner\")=\"v\";\nDATA=1 2 3 4 5 6 7 8;");

    assertThat(cube.label()).contains("Barn; etter kjønn");
    assertThat(cube.notes()).containsExactly("En.", "To\nlinjer.");
    assertThat(cube.dimension("sex").notes()).containsExactly("k");
    assertThat(cube.dimension("sex").category("2").notes()).containsExactly("v");
  }

  @Test
  void readsOneOfItsLanguages() {
    String text =
        """
        LANGUAGE="no";
        LANGUAGES="no","en";
        TITLE="Folk";TITLE[en]="People";
        CONTVARIABLE="innhold";CONTVARIABLE[en]="contents";
        STUB="kjønn";STUB[en]="sex";
        HEADING="innhold";HEADING[en]="contents";
        VALUES("kjønn")="Menn","Kvinner";VALUES[en]("sex")="Males","Females";
        CODES("kjønn")="1","2";
        VALUES("innhold")="Folketall","Andel";VALUES[en]("contents")="Population","Share";
        CODES("innhold")="F","A";
        UNITS("Folketall")="personer";UNITS("Andel")="prosent";
        UNITS[en]("Population")="persons";
        DECIMALS=0;PRECISION("innhold","Andel")=1;
        DATA=1 2 3 4;
        """;
    Cube norwegian = read(text);
    Cube english =
        PcAxis.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "en");

    assertThat(norwegian.label()).contains("Folk");
    assertThat(english.label()).contains("People");
    assertThat(english.dimensions())
        .extracting(Dimension::label)
        .containsExactly("sex", "contents");
    assertThat(english.dimension("kjønn").category("2").label()).isEqualTo("Females");
    assertThat(unit(english, "F")).isEqualTo(CategoryUnit.of("persons", 0));
    assertThat(unit(english, "A")).isEqualTo(CategoryUnit.of("prosent", 1));
    assertThat(english.dimension("innhold").role()).isEqualTo(DimensionRole.METRIC);
    assertThatThrownBy(
            () ->
                PcAxis.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "sv"))
        .isInstanceOf(StatbankFileException.class)
        .hasMessageContaining("[no, en]");
  }

  private static CategoryUnit unit(Cube cube, String code) {
    return cube.dimension("innhold").category(code).unit().orElseThrow();
  }

  @Test
  void keepsWhatIsMeasuredWhenItIsNoVariable() {
    Cube cube =
        read(SMALL + "CONTENTS=\"Barn\";UNITS=\"personer\";DECIMALS=0;DATA=1 2 3 4 5 6 7 8;");

    Category measured = cube.constants().get(0).categories().get(0);
    assertThat(measured.label()).isEqualTo("Barn");
    assertThat(measured.unit()).contains(CategoryUnit.of("personer", 0));
  }

  /** What is declared, and what the bytes really are. */
  @ParameterizedTest
  @CsvSource({
    "'CHARSET=\"ANSI\";CODEPAGE=\"iso-8859-1\";', ISO-8859-1",
    "'CHARSET=\"ANSI\";CODEPAGE=\"iso-8859-1\";', UTF-8",
    "'CHARSET=\"ANSI\";CODEPAGE=\"utf-8\";', UTF-8",
    "'CHARSET=\"ANSI\";CODEPAGE=\"utf-8\";', windows-1252",
    "'CHARSET=\"ANSI\";', windows-1252",
    "'CHARSET=\"ANSI\";', IBM850",
    "'', IBM850",
    "'', windows-1252",
    "'', UTF-8",
    "'CHARSET=\"ANSI\";CODEPAGE=\"no-such\";', windows-1252",
    "'CHARSET=\"Unicode\";', UTF-16LE",
    "'CODEPAGE=\"iso-8859-1\";', UTF-16BE"
  })
  void readsTextInTheEncodingThatItIsIn(String declared, String real) {
    Cube cube =
        read(
            declared
                + "TITLE=\"Fødte i Bærum og på Sørøya, Ålesund, År\";"
                + SMALL
                + "DATA=1 2 3 4 5 6 7 8;",
            Charset.forName(real));

    assertThat(cube.label()).contains("Fødte i Bærum og på Sørøya, Ålesund, År");
  }

  @Test
  void readsAByteOrderMarkAndAnotherDeclaredEncoding() {
    assertThat(read("\ufeffTITLE=\"å\";" + SMALL + "DATA=1 2 3 4 5 6 7 8;").label()).contains("å");
    assertThat(
            read(
                    "CODEPAGE=\"iso-8859-2\";TITLE=\"łódź\";" + SMALL + "DATA=1 2 3 4 5 6 7 8;",
                    Charset.forName("ISO-8859-2"))
                .label())
        .contains("łódź");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "-1.5, -1.5",
    "+2, 2",
    ".5, 0.5",
    "5., 5",
    "0.1, 0.1",
    "-0, 0",
    "1e3, 1000",
    "123456789012345.25, 123456789012345.25",
    "0.000000000000000001, 1e-18",
    "999999999999999, 999999999999999",
    "-0.30000000000000004, -0.30000000000000004",
    "1.7976931348623157E308, 1.7976931348623157E308"
  })
  void readsNumbersAsTheNearestDouble(String text, double value) {
    Cube cube = read("STUB=\"a\";VALUES(\"a\")=\"x\";DATA=" + text + ";");

    assertThat(Double.doubleToLongBits(cube.valueAt(0))).isEqualTo(Double.doubleToLongBits(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2.3",
        "1e999",
        "1e-999",
        "x",
        "NaN",
        "Infinity",
        "--1",
        "1-2",
        "\"1\"",
        "\"x\"",
        "e5",
        "0x1p3",
        "1d",
        "+",
        "1.e"
      })
  void refusesCellsThatAreNoNumbers(String text) {
    assertRefused("STUB=\"a\";VALUES(\"a\")=\"x\";DATA=" + text + ";", Problem.NUMBER);
  }

  @Test
  void takesCommasAsSeparatorsButNotWhenTheyMayBeDecimalCommas() {
    assertThat(read(SMALL + "DATA=1,2,3,4,5,6,7,8;").valueAt(7)).isEqualTo(8);
    assertThat(read(SMALL + "DATA=1, 2, 3, 4,\n5, 6, 7, 8;").valueAt(7)).isEqualTo(8);
    assertRefused(SMALL + "DATA=1,2 3,4 5,6 7,8;", Problem.SYNTAX);
    assertRefused(SMALL + "DATA=1,2, 3,4, 5,6, 7,8;", Problem.SYNTAX);
    assertRefused(SMALL + "DATA=1,5\n2,5\n3,5\n4,5\n5,5\n6,5\n7,5\n8,5;", Problem.SIZE);
  }

  @Test
  void refusesSizesThatLie() {
    assertRefused(SMALL + "DATA=1 2 3 4 5 6 7;", Problem.SIZE);
    assertRefused(SMALL + "DATA=1 2 3 4 5 6 7 8 9;", Problem.SIZE);
    assertRefused(SMALL + "DATA=1 2 3 4 5 6 7 8", Problem.CUT_OFF);
    assertRefused(
        SMALL.replace("CODES(\"sex\")=\"1\"", "CODES(\"sex\")=\"0\",\"1\"") + "DATA=1;",
        Problem.SIZE);
    StringBuilder huge = new StringBuilder("STUB=\"v0\"");
    for (int i = 1; i < 70; i++) {
      huge.append(",\"v").append(i).append('"');
    }
    for (int i = 0; i < 70; i++) {
      huge.append(";VALUES(\"v").append(i).append("\")=\"x\",\"y\"");
    }
    assertRefused(huge + ";DATA=1;", Problem.LIMIT);
  }

  @Test
  void refusesWhatIsThereTwiceOrNotAtAll() {
    assertRefused("", Problem.EMPTY);
    assertRefused("TITLE=\"x\";", Problem.CUT_OFF);
    assertRefused("TITLE=\"x\";DATA=1;", Problem.MISSING_PART);
    assertRefused("STUB=\"a\";DATA=1;", Problem.MISSING_PART);
    assertRefused("STUB=\"a\";STUB=\"b\";DATA=1;", Problem.DUPLICATE);
    assertRefused("STUB=\"a\",\"a\";VALUES(\"a\")=\"x\";DATA=1;", Problem.DUPLICATE);
    assertRefused("STUB=\"a\";VALUES(\"a\")=\"x\",\"x\";DATA=1 2;", Problem.DUPLICATE);
    String keys = SMALL + "KEYS(\"sex\")=CODES;KEYS(\"age\")=VALUES;DATA=";
    assertRefused(keys + "\"1\",\"0-5\",1 2 \"1\",\"0-5\",1 2;", Problem.DUPLICATE);
    assertRefused(keys + "\"3\",\"0-5\",1 2;", Problem.UNKNOWN_REFERENCE);
    assertRefused(keys + "\"1\",\"0-5\",1;", Problem.SIZE);
    assertRefused(keys + "1 2 3 4 5 6 7 8;", Problem.SYNTAX);
  }

  @Test
  void tellsWhereAQuotationMarkOrSemicolonIsMissing() {
    assertRefused("TITLE=\"x\nSTUB=\"a\";DATA=1;", Problem.SYNTAX);
    assertRefused("TITLE=\"x;\nSTUB=\"\";\nDATA=1;", Problem.SYNTAX);
    assertRefused("TITLE=\"x\"\nSTUB=\"a\";DATA=1;", Problem.SYNTAX);
    assertRefused("TITLE=\"x", Problem.CUT_OFF);
    assertThatThrownBy(() -> read("TITLE=\"a\";\nNOTE=\"b\" c;"))
        .hasMessageContaining("line 2")
        .hasMessageContaining("NOTE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DATA=\n1 2 \n3 4.25 \n\"..\" 6 \n7 812 \n;",
        "KEYS(\"sex\")=CODES;KEYS(\"age\")=VALUES;DATA=\"2\",\"6-15\",7 12 \"1\",\"0-5\",1.5 2 ;"
      })
  void refusesAFileCutAtAnyByte(String data) {
    byte[] whole = ("TITLE=\"Bærum\";" + SMALL + data).getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length; length++) {
      ByteArrayInputStream cut = new ByteArrayInputStream(whole, 0, length);
      assertThatThrownBy(() -> PcAxis.read(cut)).isInstanceOf(StatbankFileException.class);
    }
    assertThat(PcAxis.read(new ByteArrayInputStream(whole)).size()).isEqualTo(8);
  }

  @Test
  void refusesAHeaderPastTheLimits() {
    String many = "\"\",".repeat(1_000_001);
    assertRefused("STUB=\"a\";VALUES(\"a\")=" + many + "\"\";DATA=1;", Problem.LIMIT);
    assertRefused("TITLE=\"" + "x".repeat((32 << 20) + 1) + "\";DATA=1;", Problem.LIMIT);
    assertRefused("A".repeat(1_000) + "=1;", Problem.SYNTAX);
  }
}
