package no.maaltall.kostra.klass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import no.maaltall.kostra.klass.CodeChanges.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KlassJsonTest {
  private static final LocalDate NEW_YEAR_2024 = LocalDate.of(2024, 1, 1);

  private static InputStream json(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsCodesAtADate() throws IOException {
    ImmutableList<KlassCode> codes =
        KlassJson.codes(SharedKlass.open("klass131_codesAt_2026-01-01.json"));

    assertThat(codes).hasSize(358);
    assertThat(codes.get(0).code()).isEqualTo("0301");
    assertThat(codes.get(0).name()).isEqualTo("Oslo - Oslove");
    assertThat(codes.get(0).parentCode()).isEmpty();
    assertThat(codes).extracting(KlassCode::name).contains("Lyngen - Ivgu - Yykeä");
  }

  @Test
  void takesTheValidityInTheRangeAskedFor() throws IOException {
    ImmutableList<KlassCode> codes = KlassJson.codes(SharedKlass.open("codes131_from2013.json"));

    assertThat(codes.get(1).code()).isEqualTo("0104");
    assertThat(codes.get(1).validTo()).contains(LocalDate.of(2014, 1, 1));
    assertThat(codes.get(1).isValidOn(LocalDate.of(2013, 12, 31))).isTrue();
    assertThat(codes.get(1).isValidOn(LocalDate.of(2014, 1, 1))).isFalse();
    assertThat(codes.get(2).validFrom()).contains(LocalDate.of(2014, 1, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "2011, 431",
    "2012, 430",
    "2013, 429",
    "2015, 429",
    "2017, 427",
    "2018, 423",
    "2019, 423",
    "2020, 357",
    "2022, 357",
    "2023, 357"
  })
  void readsVersionsWithTheirCodes(int year, int codes) throws IOException {
    KlassVersion version =
        KlassJson.version(SharedKlass.open("Kommuneinndeling_" + year + ".json"));

    assertThat(version.name()).isEqualTo("Kommuneinndeling " + year);
    assertThat(version.validFrom()).contains(LocalDate.of(year, 1, 1));
    assertThat(version.codes()).hasSize(codes);
  }

  @Test
  void readsAClassificationWithItsVersions() throws IOException {
    Classification classification = KlassJson.classification(SharedKlass.open("131.json"));

    assertThat(classification.id()).isEqualTo(131);
    assertThat(classification.versions())
        .extracting(KlassVersion::name)
        .contains("Kommuneinndeling 2013", "Kommuneinndeling 2024");
  }

  @Test
  void tellsMergersSplitsAndRenamesFromTheRowsTogether() throws IOException {
    CodeChanges changes = KlassJson.changes(SharedKlass.open("changetables.json"));

    assertThat(changes.changes()).hasSize(594);
    assertThat(describe(changes, "1507", NEW_YEAR_2024)).isEqualTo("SPLIT [1507] -> [1508, 1580]");
    assertThat(describe(changes, "3024", NEW_YEAR_2024)).isEqualTo("RECODE [3024] -> [3201]");
    LocalDate reform = LocalDate.of(2020, 1, 1);
    assertThat(describe(changes, "0220", reform)).isEqualTo("MERGE [0220, 0627, 0628] -> [3025]");
    assertThat(describe(changes, "1103", reform)).isEqualTo("MERGE [1103, 1141, 1142] -> [1103]");
    assertThat(describe(changes, "1826", reform)).isEqualTo("RENAME [1826] -> [1826]");
    assertThat(describe(changes, "1850", reform)).startsWith("REORGANISATION");
    assertThat(describe(changes, "0720", LocalDate.of(2017, 1, 1)))
        .isEqualTo("REORGANISATION [0704, 0706, 0719, 0720] -> [0704, 0710]");
  }

  private static String describe(CodeChanges changes, String oldCode, LocalDate date) {
    return changes.groups().stream()
        .filter(g -> g.date().equals(date) && g.oldCodes().contains(oldCode))
        .map(g -> g.kind() + " " + g.oldCodes() + " -> " + g.newCodes())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRowWithoutOldCodeIsNewAndWithoutNewCodeCeased() throws IOException {
    CodeChanges changes =
        KlassJson.changes(
            json(
                """
                {"codeChanges":[
                  {"oldCode":null,"newCode":"9001","newName":"Ny","changeOccurred":"2024-01-01"},
                  {"oldCode":"9002","oldName":"Gammel","newCode":"","changeOccurred":"2024-01-01"},
                  {"oldCode":"9003","oldName":"Lik","newCode":"9003","newName":"Lik","changeOccurred":"2024-01-01"}]}
                """));

    assertThat(changes.groups())
        .extracting(CodeChanges.Group::kind)
        .containsExactly(Kind.NEW, Kind.CEASED, Kind.UNCHANGED);
  }

  @Test
  void readsCorrespondencesOfBothForms() throws IOException {
    ImmutableList<Correspondence> items =
        KlassJson.correspondences(
            json(
                """
                {"correspondenceItems":[{"sourceCode":"EKG12","sourceName":"Gruppe 12",
                 "sourceShortName":"","targetCode":"3201","targetName":"Bærum","targetShortName":"",
                 "validFrom":"2024-01-01","validTo":null}]}
                """));
    CorrespondenceTable table =
        KlassJson.correspondenceTable(
            json(
                """
                {"name":"Kommuneinndeling 2024 - 2023","id":1,"source":"K 2024","target":"K 2023",
                 "contactPerson":{},"correspondenceMaps":[{"sourceCode":"3201","sourceName":"Bærum",
                 "targetCode":"3024","targetName":"Bærum"}]}
                """));

    assertThat(items.get(0).targetName()).isEqualTo("Bærum");
    assertThat(items.get(0).isValidOn(NEW_YEAR_2024)).isTrue();
    assertThat(table.correspondences().get(0).targetCode()).isEqualTo(Optional.of("3024"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"codes\":[{\"code\":\"1\"},{\"code\":\"\"}]} | /codes/1/code",
        "{\"codes\":[{\"code\":\"1\",\"validFrom\":\"i fjor\"}]} | /codes/0/validFrom",
        "{\"codes\":[{\"code\":{}}]} | /codes/0/code",
        "{\"codes\":[7]} | /codes/0",
        "{\"codes\":{}} | /codes",
        "{\"error\":\"not found\"} | /codes",
        "[] | /",
        "{\"codes\":[]} {} | /",
        "<html><body>Feil</body></html> | line 1",
        "{\"codes\":[{\"code\":\"1\",\"code\":\"2\"}]} | line 1",
        "{\"codes\":[{\"code\":\"1\" | line 1",
        "{\"codes\":[{\"code\":\"1\",\"validFrom\":\"2024-01-01\",\"validTo\":\"2020-01-01\"}]} | /codes/0",
      })
  void saysWhereAResponseIsWrong(String response, String path) {
    assertThatThrownBy(() -> KlassJson.codes(json(response)))
        .isInstanceOfSatisfying(
            KlassFormatException.class, e -> assertThat(e.path()).isEqualTo(path));
  }

  @Test
  void deepNestingAndEmptyResponsesAreTypedErrors() {
    assertThatThrownBy(() -> KlassJson.codes(json("{\"x\":" + "[".repeat(100_000))))
        .isInstanceOf(KlassFormatException.class);
    assertThatThrownBy(() -> KlassJson.codes(json(""))).isInstanceOf(KlassFormatException.class);
    assertThatThrownBy(() -> KlassJson.codes(json("{\"name\":\"" + "x".repeat(2_000_000) + "\"}")))
        .isInstanceOf(KlassFormatException.class);
  }

  @Test
  void aMutatedResponseGivesAnAnswerOrATypedError() throws IOException {
    byte[] whole = SharedKlass.open("codes131_from2013.json").readAllBytes();
    Random random = new Random(20_261_126);
    for (int i = 0; i < 2_000; i++) {
      byte[] broken = whole.clone();
      for (int k = 0; k <= random.nextInt(3); k++) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      }
      int length = random.nextInt(4) == 0 ? random.nextInt(broken.length) : broken.length;
      Throwable thrown =
          catchThrowable(() -> KlassJson.codes(new ByteArrayInputStream(broken, 0, length)));
      if (thrown != null) {
        assertThat(thrown).isInstanceOf(KlassFormatException.class);
      }
    }
  }
}
