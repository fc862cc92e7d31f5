package no.maaltall.kostra.statbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import no.maaltall.kostra.statbank.StatbankFileException.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What kind of file it is, told by its content. */
class StatbankFileTest {
  @TempDir Path temp;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(temp.resolve("file"), bytes);
  }

  private Path file(String text) throws IOException {
    return file(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"class\":\"dataset\"} | JSON_STAT",
        "\ufeff {} | JSON_STAT",
        "CHARSET=\"ANSI\"; | PC_AXIS",
        "\ufeffTITLE[no]=\"x\"; | PC_AXIS",
        "NOTE(\"x\")=\"y\"; | PC_AXIS",
        "sep=; | UDIR_EXPORT",
        "EnhetNavn;2023-24.Antall | UDIR_EXPORT",
        "EnhetNavn,\"2023-24.Alle trinn.Antall\" | UDIR_EXPORT"
      })
  void tellsTheKind(String start, StatbankFile.Format format) throws IOException {
    assertThat(StatbankFile.format(file(start + "\n"))).isEqualTo(format);
    assertThat(StatbankFile.format(file((start + "\n").getBytes(StandardCharsets.UTF_16LE))))
        .isEqualTo(format);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PK\u0003\u0004xl | UNSUPPORTED | xlsx",
        "%PDF-1.7 | UNSUPPORTED | PDF",
        "<!DOCTYPE html> | UNSUPPORTED | web page",
        "Kommunenummer,År | UNKNOWN_FORMAT | Kommunenummer,År",
        "'' | EMPTY | nothing"
      })
  void saysWhatItIsWhenItIsNotRead(String start, Problem problem, String word) throws IOException {
    Path file = file(start);

    assertThatThrownBy(() -> StatbankFile.read(file))
        .isInstanceOfSatisfying(
            StatbankFileException.class, e -> assertThat(e.problem()).isEqualTo(problem))
        .hasMessageContaining(word)
        .hasMessageContaining("JSON-stat");
  }

  @Test
  void readsAStreamAndAFileAlike() throws IOException {
    String px = "STUB=\"a\";\nVALUES(\"a\")=\"x\";\nNOTE=\"" + "n".repeat(200_000) + "\";DATA=1;";
    Path file = file(px);

    assertThat(StatbankFile.read(file)).isEqualTo(PcAxis.parse(px));
    assertThat(StatbankFile.read(Files.newInputStream(file))).isEqualTo(PcAxis.parse(px));
    assertThat(StatbankFile.readAll(file)).containsExactly(PcAxis.parse(px));
  }

  @Test
  void readsAllTablesOfABundle() {
    Path bundle = JsonStatFiles.file("samples", "oecd-canada_v1bundle.json");

    assertThat(StatbankFile.readAll(bundle)).hasSize(2);
    assertThatThrownBy(() -> StatbankFile.read(bundle)).isInstanceOf(JsonStatException.class);
  }
}
