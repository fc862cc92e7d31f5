package no.maaltall.kostra.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.core.norm.Confidence;
import no.maaltall.kostra.klass.Correspondence;
import no.maaltall.kostra.klass.SharedKlass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KostraGroupsTest {

  /** SSB, Om KOSTRA-gruppene, tells how many municipalities are in each. */
  @ParameterizedTest
  @CsvSource({
    "EKG01, 39, 40", "EKG02, 18, 18", "EKG03, 9, 9", "EKG04, 39, 39", "EKG05, 33, 33",
    "EKG06, 28, 28", "EKG07, 38, 38", "EKG08, 13, 13", "EKG09, 27, 27", "EKG10, 13, 13",
    "EKG11, 10, 10", "EKG12, 11, 11", "EKG13, 1, 1", "EKG14, 25, 25", "EKG15, 36, 36",
    "EKG16, 8, 8", "EKG17, 8, 8"
  })
  void theSizesAreThoseThatAreTold(String group, int in2020, int in2024) {
    assertThat(KostraGroups.of(2020).group(group).members()).hasSize(in2020);
    assertThat(KostraGroups.of(2024).group(group).members()).hasSize(in2024);
  }

  @Test
  void theMembersOf2024AreThoseOfTheSource() throws IOException {
    Map<String, String> expected = new HashMap<>();
    for (String line :
        Files.readAllLines(
            SharedKlass.directory("kostra").resolve("kostragruppe_per_kommune__derived.csv"))) {
      List<String> fields = Splitter.on(',').splitToList(line);
      if (fields.get(0).equals("2024")) {
        expected.put(fields.get(2), fields.get(4));
      }
    }
    Map<String, String> actual = new HashMap<>();
    for (RegionGroup group : KostraGroups.of(2024).groups()) {
      group.members().forEach(m -> actual.put(m, group.code()));
    }
    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void aNumberMeansNothingWithoutItsYear() {
    assertThat(KostraGroups.of(2024).group("EKG13").members()).containsExactly("0301");
    assertThat(KostraGroups.names(2019)).containsKey("EKG13").doesNotContainValue("Oslo");
    assertThatThrownBy(() -> KostraGroups.of(2019))
        .isInstanceOf(GroupsNotKnownException.class)
        .hasMessageContaining("2019")
        .hasMessageContaining("utenom de fire største byene");
  }

  @Test
  void aalesundStaysAndHaramMovesWhenTheyPart() {
    assertThat(KostraGroups.of(2023).groupOf("1507").code()).isEqualTo("EKG11");
    assertThat(KostraGroups.of(2024).groupOf("1508").code()).isEqualTo("EKG11");
    assertThat(KostraGroups.of(2024).groupOf("1580").code()).isEqualTo("EKG01");
    assertThat(KostraGroups.of(2024).group("EKG12").members()).contains("3201", "5501");
  }

  @Test
  void unknownGroupsAndMunicipalitiesListTheNearest() {
    KostraGroups groups = KostraGroups.of(2024);
    assertThatThrownBy(() -> groups.group("EKG18"))
        .isInstanceOf(UnknownCodeException.class)
        .hasMessageContaining("EKG08");
    assertThatThrownBy(() -> groups.groupOf("3024")).isInstanceOf(UnknownCodeException.class);
    assertThat(groups.findGroupOf("2111")).as("Longyearbyen is in no group").isEmpty();
  }

  @Test
  void takesTheGroupsOfKlassInstead() {
    Correspondence row =
        new Correspondence(
            Optional.of("EKG12"),
            "Gruppe 12",
            Optional.of("3201"),
            "Bærum",
            Optional.empty(),
            Optional.empty());
    assertThat(KostraGroups.ofKlass(2026, List.of(row)).groupOf("3201").name())
        .isEqualTo("Gruppe 12");
    Correspondence other =
        new Correspondence(
            Optional.of("EKG13"),
            "Gruppe 13",
            Optional.of("3201"),
            "Bærum",
            Optional.empty(),
            Optional.empty());
    assertThatThrownBy(() -> KostraGroups.ofKlass(2026, List.of(row, other)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3201");
  }

  @ParameterizedTest
  @ValueSource(ints = {2013, 2018, 2020, 2023})
  void theNetworkHadTenMembersWithOslo(int year) {
    assertThat(AsssNetwork.of(year).members()).hasSize(10).contains("0301");
  }

  @Test
  void theNetworkOf2024HasAskerAndLillestrom() {
    assertThat(AsssNetwork.of(2024).members()).hasSize(12).contains("3203", "3205", "3201");
    assertThat(AsssNetwork.of(2024).rows())
        .filteredOn(m -> m.code().equals("3203"))
        .extracting(GroupMember::confidence)
        .containsExactly(Confidence.MEDIUM);
    assertThat(AsssNetwork.of(2024).without("3201").members()).hasSize(11).doesNotContain("3201");
    assertThatThrownBy(() -> AsssNetwork.of(2012)).isInstanceOf(GroupsNotKnownException.class);
  }
}
