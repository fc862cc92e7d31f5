package no.maaltall.kostra.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import no.maaltall.kostra.report.Table.Align;
import org.junit.jupiter.api.Test;

class TableTest {
  private static Table.Builder twoColumns(String title) {
    return Table.builder(title).column("Indikator", Align.LEFT).column("2018", Align.RIGHT);
  }

  @Test
  void alignsWordsLeftAndNumbersRight() {
    Table table =
        twoColumns("Nøkkeltall")
            .row("Antall meldinger", "807")
            .row("Andel", "76,0\u00a0%")
            .note("* foreløpige tall")
            .build();
    assertThat(table.toText())
        .isEqualTo(
            """
            Nøkkeltall
            Indikator           2018
            ------------------------
            Antall meldinger     807
            Andel             76,0\u00a0%
            * foreløpige tall
            """);
    assertThat(table.toMarkdown())
        .isEqualTo(
            """
            ### Nøkkeltall

            | Indikator | 2018 |
            | :--- | ---: |
            | Antall meldinger | 807 |
            | Andel | 76,0\u00a0% |

            \\* foreløpige tall
            """);
    assertThat(table.toCsv())
        .isEqualTo("Indikator,2018\nAntall meldinger,807\nAndel,\"76,0\u00a0%\"\n");
  }

  @Test
  void aNameCannotBreakTheTable() {
    Table table = twoColumns("").row("a|b\n<script>", "1").build();
    assertThat(table.toText().lines()).hasSize(3);
    assertThat(table.toMarkdown()).contains("| a\\|b &lt;script> | 1 |");
  }

  @Property
  void csvReadsBackToTheSameCells(@ForAll @Size(2) List<String> cells) throws IOException {
    Table table = twoColumns("").row(cells).build();
    try (var csv = CsvReader.builder().skipEmptyLines(false).ofCsvRecord(table.toCsv())) {
      List<CsvRecord> rows = csv.stream().toList();
      assertThat(rows.get(1).getFields()).isEqualTo(cells);
    }
  }

  @Property
  void noCellStartsALineOfItsOwn(@ForAll @Size(2) List<String> cells) {
    Table table = twoColumns("").row(cells).build();
    assertThat(table.toText().chars().filter(c -> c == '\n').count())
        .as("heading, rule and row")
        .isEqualTo(3);
  }

  @Test
  void refusesARowOfAnotherWidth() {
    assertThatThrownBy(() -> twoColumns("T").row("x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("table \"T\" has 2 columns, got a row of 1");
    assertThatThrownBy(() -> twoColumns("T").row("x", "1").column("2019", Align.RIGHT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("column \"2019\" comes after the first row");
  }
}
