package no.maaltall.kostra.statbank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import no.maaltall.core.indicator.ObservationStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The test database of PxWebApi, beside what PxWebApi says of it. */
class PcAxisRealFilesTest {
  private static Path px(String name) {
    return JsonStatFiles.directory("../px").resolve(name);
  }

  /** PxWebApi's description of the table has what its file has. */
  @ParameterizedTest
  @ValueSource(strings = {"1", "3", "4"})
  void agreesWithPxWebApi(String number) throws IOException {
    Cube cube = PcAxis.read(px("TAB00" + number + ".px"));
    JsonNode expected =
        new ObjectMapper().readTree(px("MetadataById_tab00" + number + "_js2.json").toFile());
    Cube described = JsonStat.read(px("MetadataById_tab00" + number + "_js2.json"));

    assertThat(cube.label()).isEqualTo(described.label());
    assertThat(cube.source()).isEqualTo(described.source());
    assertThat(cube.notes()).isEqualTo(described.notes());
    assertThat(cube.dimensions()).hasSameSizeAs(described.dimensions());
    for (int d = 0; d < cube.dimensions().size(); d++) {
      Dimension got = cube.dimensions().get(d);
      Dimension want = described.dimensions().get(d);
      assertThat(got.id()).isEqualTo(want.id());
      assertThat(got.label()).isEqualTo(want.label());
      assertThat(got.role()).isEqualTo(want.role());
      assertThat(got.categories()).isEqualTo(want.categories());
      assertThat(got.notes()).isEqualTo(want.notes());
    }
    JsonNode px = new ObjectMapper().readTree(cube.extension().orElseThrow()).path("px");
    for (String member : List.of("matrix", "tableid", "contents", "subject-area", "decimals")) {
      assertThat(px.path(member)).isEqualTo(expected.path("extension").path("px").path(member));
    }
  }

  /** The cells are those that come after DATA= when it is split at white space. */
  @ParameterizedTest
  @ValueSource(strings = {"TAB001.px", "TAB002.px", "TAB003.px", "TAB004.px"})
  void hasTheCellsOfTheFile(String name) throws IOException {
    Cube cube = PcAxis.read(px(name));
    String text = Files.readString(px(name), StandardCharsets.ISO_8859_1);
    String data = text.substring(text.indexOf("DATA=") + 5, text.lastIndexOf(';'));
    String[] cells = data.strip().split("\\s+", -1);

    assertThat(cube.size()).isEqualTo(cells.length);
    for (int i = 0; i < cells.length; i++) {
      boolean sign = cells[i].startsWith("\"");
      assertThat(cube.signAt(i)).isEqualTo(sign ? cells[i].replace("\"", "") : "");
      if (!sign) {
        assertThat(cube.valueAt(i)).isEqualTo(Double.parseDouble(cells[i]));
      }
    }
    assertThat(JsonStat.parse(JsonStat.toJson(cube)).values()).isEqualTo(cube.values());
  }

  @Test
  void readsTheSwedishTexts() {
    Cube cube = PcAxis.read(px("TAB001.px"), "sv");

    assertThat(cube.dimension("REGION").category("SE").label()).isEqualTo("Sverige");
    assertThat(cube.dimension("REGION").category("NL").label()).isEqualTo("Nederländerna");
    assertThat(cube.cell("UK", "T", "UNK", "HNMGA", "2001").status())
        .isEqualTo(ObservationStatus.MISSING);
  }

  /** A file cut anywhere before its last semicolon is refused. */
  @Test
  void refusesAFileThatIsCut() throws IOException {
    byte[] whole = Files.readAllBytes(px("TAB003.px"));
    int last = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf(';');
    for (int length = 0; length <= last; length += 13) {
      assertThat(isRead(whole, length)).as("cut to %d bytes", length).isFalse();
    }
    assertThat(isRead(whole, last + 1)).isTrue();
  }

  private static boolean isRead(byte[] bytes, int length) {
    try {
      PcAxis.read(new ByteArrayInputStream(bytes, 0, length));
      return true;
    } catch (StatbankFileException e) {
      return false;
    }
  }

  /** Changed files are read or refused with the typed exception, never anything else. */
  @Test
  void readsOrRefusesWhateverAFileBecomes() throws IOException {
    byte[] whole = Files.readAllBytes(px("TAB003.px"));
    Random random = new Random(20251126);
    List<Throwable> others = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      byte[] changed = PxMutations.of(whole, random);
      try {
        PcAxis.read(new ByteArrayInputStream(changed)).summary();
      } catch (StatbankFileException e) {
        assertThat(e.getMessage()).hasSizeLessThan(2_000);
      } catch (RuntimeException | StackOverflowError e) {
        others.add(e);
      }
    }
    assertThat(others).isEmpty();
  }
}
