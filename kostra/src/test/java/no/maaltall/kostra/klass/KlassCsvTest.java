package no.maaltall.kostra.klass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KlassCsvTest {

  private static ImmutableList<KlassCode> codes(String file) throws IOException {
    return KlassCsv.codes(KlassCsv.decode(SharedKlass.open(file).readAllBytes()));
  }

  @ParameterizedTest
  @ValueSource(ints = {2013, 2017, 2018, 2019, 2020})
  void theCsvOfAYearHasTheCodesOfTheJson(int year) throws IOException {
    Set<String> json =
        KlassJson.version(SharedKlass.open("Kommuneinndeling_" + year + ".json")).codes().stream()
            .map(KlassCode::code)
            .collect(Collectors.toSet());

    assertThat(codes("ssb_kommunekoder_" + year + ".csv"))
        .extracting(KlassCode::code)
        .containsExactlyInAnyOrderElementsOf(json);
  }

  @Test
  void lettersOfLatin1ArriveWhole() throws IOException {
    assertThat(codes("ssb_kommunekoder_2019.csv"))
        .filteredOn(c -> c.code().equals("0219"))
        .extracting(KlassCode::name)
        .containsExactly("Bærum");
  }

  @Test
  void utf8IsTakenWhenItIsSent() throws IOException {
    assertThat(codes("ssb_klass_fylkesinndeling_2026.csv"))
        .extracting(KlassCode::name)
        .contains("Møre og Romsdal");
    String csv = "\ufeffcode;name\n\"1\";\"Hábmer\"\n";
    assertThat(KlassCsv.codes(KlassCsv.decode(csv.getBytes(StandardCharsets.UTF_8))))
        .extracting(KlassCode::name)
        .containsExactly("Hábmer");
  }

  @Test
  void readsChangesAndCorrespondences() {
    CodeChanges changes =
        KlassCsv.changes(
            "oldCode;oldName;newCode;newName;changeOccurred\n3024;Bærum;3201;Bærum;2024-01-01\n");
    assertThat(changes.groups().get(0).kind()).isEqualTo(CodeChanges.Kind.RECODE);
    assertThat(KlassCsv.correspondences("sourceCode;targetCode\nEKG12;3201\n")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | line 1",
        "<html> | line 1",
        "code;code;name | line 1",
        "code;name\\n;x | line 2/code",
        "code;name\\n1;x;y | line 2",
        "code;name\\n\"1;x | CSV",
        "code;name;validTo\\n1;x;2020-13-01 | line 2/validTo",
      })
  void saysWhereTheTextIsWrong(String csv, String path) {
    assertThatThrownBy(() -> KlassCsv.codes(csv.replace("\\n", "\n")))
        .isInstanceOfSatisfying(
            KlassFormatException.class, e -> assertThat(e.path()).isEqualTo(path));
  }

  @Test
  void bytesThatAreNotInTheDeclaredCharsetAreAnError() {
    assertThatThrownBy(() -> KlassCsv.decode(new byte[] {(byte) 0xe6}, StandardCharsets.UTF_8))
        .isInstanceOf(KlassFormatException.class);
  }
}
