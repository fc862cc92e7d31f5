package no.maaltall.kostra.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.maaltall.core.indicator.InvalidNotationException;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.kostra.klass.CodeChange;
import no.maaltall.kostra.klass.CodeChanges;
import no.maaltall.kostra.klass.KlassCode;
import no.maaltall.kostra.klass.KlassJson;
import no.maaltall.kostra.klass.SharedKlass;
import no.maaltall.kostra.region.RegionHistoryException.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionHistoryTest {
  private static final RegionHistory HISTORY = RegionHistory.standard();
  private static final LocalDate NOW = LocalDate.of(2024, 1, 1);

  private static LocalDate newYear(int year) {
    return LocalDate.of(year, 1, 1);
  }

  private static Map<String, String> names(int year) {
    return HISTORY.on(newYear(year)).stream()
        .collect(Collectors.toMap(Municipality::code, m -> m.nameOn(newYear(year))));
  }

  /** SSB puts the county in brackets in some versions and not in others. */
  private static String withoutCounty(String name) {
    return name.replaceFirst(" \\(.*\\)$", "");
  }

  @ParameterizedTest
  @ValueSource(ints = {2011, 2012, 2013, 2015, 2017, 2018, 2019, 2020, 2022, 2023})
  void codesAndNamesAreThoseOfKlass(int year) throws IOException {
    Map<String, String> expected = new TreeMap<>();
    KlassJson.version(SharedKlass.open("Kommuneinndeling_" + year + ".json"))
        .codes()
        .forEach(c -> expected.put(c.code(), withoutCounty(c.name())));
    expected.remove("9999");

    Map<String, String> actual = new TreeMap<>();
    names(year).forEach((code, name) -> actual.put(code, withoutCounty(name)));
    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void codesAndNamesOf2026AreThoseOfKlass() throws IOException {
    Map<String, String> expected =
        KlassJson.codes(SharedKlass.open("klass131_codesAt_2026-01-01.json")).stream()
            .filter(c -> !c.code().equals("9999"))
            .collect(Collectors.toMap(KlassCode::code, KlassCode::name));

    assertThat(names(2026)).isEqualTo(expected);
  }

  /** SSB's own counts of municipalities. */
  @ParameterizedTest
  @CsvSource({
    "1994, 435", "2001, 435", "2002, 434", "2005, 433", "2006, 431", "2008, 430", "2012, 429",
    "2013, 428", "2017, 426", "2018, 422", "2019, 422", "2020, 356", "2023, 356", "2024, 357"
  })
  void thereWereAsManyAsSsbCounts(int year, int count) {
    assertThat(HISTORY.on(newYear(year))).hasSize(count);
    assertThat(HISTORY.country(newYear(year)).members()).hasSize(count).doesNotContain("2111");
    assertThat(HISTORY.countryWithoutOslo(newYear(year)).members()).hasSize(count - 1);
  }

  @Test
  void theTableIsWhatKlassSaysWhenItIsAsked() throws IOException {
    RegionHistory klass =
        RegionHistory.ofKlass(
            KlassJson.codes(SharedKlass.open("klass131_codesAt_2026-01-01.json")),
            KlassJson.changes(SharedKlass.open("changetables.json")),
            HISTORY.firstDay());

    assertThat(klass.municipalities())
        .extracting(m -> m.code() + m.validity())
        .containsExactlyElementsOf(
            HISTORY.municipalities().stream().map(m -> m.code() + m.validity()).toList());
    Municipality storfjord = klass.municipality("1939", newYear(2019));
    assertThat(storfjord.names()).hasSize(2);
    assertThat(storfjord).isEqualTo(HISTORY.municipality("1939", newYear(2019)));
  }

  /** The histories that the task names. */
  @ParameterizedTest
  @CsvSource({
    "0219, 2019, 2020, 3024",
    "0219, 2013, 2024, 3201",
    "3201, 2024, 2013, 0219",
    "0220, 2019, 2024, 3203",
    "0627, 2019, 2024, 3203",
    "0628, 2019, 2020, 3025",
    "0226, 2019, 2024, 3205",
    "0227, 2013, 2020, 3030",
    "0231, 2013, 2024, 3205",
    "1504, 2019, 2020, 1507",
    "1534, 2019, 2020, 1507",
    "1507, 2023, 2024, '1508 1580'",
    "1534, 2019, 2024, '1508 1580'",
    "1103, 2019, 2020, 1103",
    "1141, 2019, 2024, 1103",
    "1103, 2024, 2019, '1103 1141 1142'",
    "1102, 2013, 2024, 1108",
    "0301, 1985, 2024, 0301",
    "1601, 2017, 2018, 5001",
    "5030, 2019, 2024, 5001",
    "5012, 2019, 2024, '5055 5056 5059'",
    "1613, 2017, 2024, '5055 5056 5059'",
    "1850, 2019, 2024, '1806 1875'",
    "1567, 2018, 2019, 5061",
    "0720, 2016, 2024, '3905 3907'",
    "1902, 2013, 2024, 5501"
  })
  void everyoneBecomesWhatTheyBecame(String code, int on, int at, String expected) {
    assertThat(
            HISTORY.becomes(code, newYear(on), newYear(at)).stream()
                .map(Municipality::code)
                .collect(Collectors.joining(" ")))
        .isEqualTo(expected);
  }

  @Test
  void theSameCodeWithANewExtentIsAnother() {
    assertThat(HISTORY.municipality("1103", newYear(2019)))
        .isNotEqualTo(HISTORY.municipality("1103", newYear(2020)));
    assertThat(HISTORY.ofCode("5001")).hasSize(2);
    assertThat(HISTORY.ofCode("0301")).hasSize(1);
  }

  @Test
  void aNewNameIsNotANewMunicipality() {
    Municipality roeyrvik = HISTORY.municipality("1739", newYear(2014));

    assertThat(roeyrvik).isEqualTo(HISTORY.municipality("1739", newYear(2016)));
    assertThat(roeyrvik.nameOn(newYear(2014))).isEqualTo("Røyrvik");
    assertThat(roeyrvik.nameOn(newYear(2015))).isEqualTo("Raarvihke - Røyrvik");
    assertThat(roeyrvik.names().get(1).spellings()).containsExactly("Raarvihke", "Røyrvik");
  }

  @Test
  void changesAreToldInNorwegian() {
    assertThat(HISTORY.changes())
        .extracting(RegionChange::text)
        .contains(
            "1.1.2024: 1507 Ålesund er delt i 1508 Ålesund og 1580 Haram",
            "1.1.2020: 0220 Asker, 0627 Røyken og 0628 Hurum er slått sammen til 3025 Asker",
            "1.1.2024: 3024 Bærum har fått nytt nummer: 3201 Bærum",
            "1.1.2015: 1920 Lavangen heter nå 1920 Loabák - Lavangen");
  }

  @Test
  void aCodeThatIsNotValidSaysWhenItWasAndWhatToUse() {
    assertThatThrownBy(() -> HISTORY.municipality("3024", NOW))
        .isInstanceOf(RegionNotValidException.class)
        .hasMessageContaining("Bærum (2020-2023)")
        .hasMessageContaining("on 2024-01-01 use 3201");
    assertThatThrownBy(() -> HISTORY.municipality("3202", NOW))
        .isInstanceOf(UnknownCodeException.class)
        .hasMessageContaining("3201");
    assertThatThrownBy(() -> HISTORY.municipality("0219", newYear(1950)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1972-01-01");
  }

  @ParameterizedTest
  @CsvSource({"2017, 19", "2018, 18", "2020, 11", "2024, 15"})
  void everyMunicipalityIsInACountyOfItsTime(int year, int counties) {
    assertThat(HISTORY.counties(newYear(year))).hasSize(counties);
    int members =
        HISTORY.counties(newYear(year)).stream()
            .mapToInt(c -> HISTORY.county(c.code(), newYear(year)).members().size())
            .sum();
    assertThat(members).isEqualTo(HISTORY.on(newYear(year)).size());
  }

  @Test
  void aCountyHasItsCodeInKostra() {
    assertThat(HISTORY.county("32", NOW).code()).isEqualTo("EKA32");
    assertThat(HISTORY.county("32", NOW).name()).isEqualTo("Akershus");
    assertThatThrownBy(() -> HISTORY.county("30", NOW))
        .isInstanceOf(RegionNotValidException.class)
        .hasMessageContaining("(2020-2023)");
    assertThatThrownBy(() -> HISTORY.county("77", NOW)).isInstanceOf(UnknownCodeException.class);
  }

  @Test
  void readsAHistoryOfOnesOwn(@TempDir Path directory) {
    write(
        directory,
        """
        0001,Gammel,2000-01-01,2009-12-31,x
        0002,Ny,2010-01-01,,x
        """,
        "2010-01-01,0001,0002,x");
    assertThat(RegionHistory.read(directory).becomes("0001", newYear(2005), NOW))
        .extracting(Municipality::toString)
        .containsExactly("0002 Ny (2010-)");
  }

  /** Two municipalities that change numbers with each other on a day are no circle. */
  @Test
  void swappedNumbersAreNotACircle(@TempDir Path directory) {
    write(
        directory,
        """
        0001,A,2000-01-01,2009-12-31,x
        0001,B,2010-01-01,,x
        0002,B,2000-01-01,2009-12-31,x
        0002,A,2010-01-01,,x
        """,
        """
        2010-01-01,0001,0002,x
        2010-01-01,0002,0001,x
        """);
    assertThat(RegionHistory.read(directory).becomes("0001", newYear(2005), NOW))
        .extracting(Municipality::code)
        .containsExactly("0002");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0001,A,2000-01-01,2010-12-31,x;0001,B,2010-01-01,,x | | OVERLAP",
        "0001,A,2000-01-01,,x;0001,B,2010-01-01,,x | | OVERLAP",
        "0001,A,2000-01-01,1999-12-31,x | | ENDS_BEFORE_START",
        "0001,A,2000-01-01,2009-12-31,x | | GAP",
        "0001,A,2000-01-01,,x;0002,B,2010-01-01,,x | | GAP",
        "0001,A,2000-01-01,2004-12-31,x;0001,A,2010-01-01,,x | | GAP",
        "0001,A,2000-01-01,,x | 2010-01-01,0003,0001,x | GAP",
        "0001,A,2000-01-01,2009-12-31,x | 2010-01-01,0001,0002,x | UNKNOWN_CODE",
        "0001,A,2000-01-01,2009-12-31,x;0002,B,2011-01-01,,x | 2010-01-01,0001,0002,x;2011-01-01,0002,0001,x | GAP",
        "'' | | EMPTY",
      })
  void tablesThatContradictThemselvesAreTypedErrors(
      String names, String changes, Problem problem, @TempDir Path directory) {
    write(directory, names.replace(';', '\n'), changes == null ? "" : changes.replace(';', '\n'));
    assertThatThrownBy(() -> RegionHistory.read(directory))
        .isInstanceOfSatisfying(
            RegionHistoryException.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0001,A,i fjor,,x | ",
        ",A,2000-01-01,,x | ",
        "0001,A | ",
        "0001,A,2000-01-01,,x | 2010-01-01,,,x",
        "0001,\"A,2000-01-01,,x | ",
      })
  void rowsThatCannotBeReadSayWhere(String names, String changes, @TempDir Path directory) {
    write(directory, names, changes == null ? "" : changes);
    assertThatThrownBy(() -> RegionHistory.read(directory))
        .isInstanceOf(InvalidNotationException.class)
        .hasMessageContaining("line");
  }

  private static void write(Path directory, String names, String changes) {
    try {
      Files.writeString(
          directory.resolve("kommuner.csv"), "kode,navn,gyldig_fra,gyldig_til,kilde\n" + names);
      Files.writeString(
          directory.resolve("kommuneendringer.csv"), "dato,fra,til,kilde\n" + changes);
      Files.writeString(directory.resolve("fylker.csv"), "kode,navn,gyldig_fra,gyldig_til,kilde\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void changesOfKlassThatDoNotFitItsCodesAreTypedErrors() {
    List<KlassCode> codes = List.of(KlassCode.of("0001", "A", Optional.empty(), Optional.empty()));
    CodeChanges changes =
        CodeChanges.of(List.of(CodeChange.of("0009", "X", "0002", "Y", newYear(2010))));
    assertThatThrownBy(() -> RegionHistory.ofKlass(codes, changes, newYear(2000)))
        .isInstanceOfSatisfying(
            RegionHistoryException.class,
            e -> assertThat(e.problem()).isEqualTo(Problem.UNKNOWN_CODE));
    CodeChanges goesOn =
        CodeChanges.of(
            List.of(
                CodeChange.of("0001", "A", "0002", "Y", newYear(2010)),
                CodeChange.of("0001", "A", "0003", "Z", newYear(2010))));
    List<KlassCode> three =
        List.of(
            KlassCode.of("0001", "A", Optional.empty(), Optional.empty()),
            KlassCode.of("0002", "Y", Optional.empty(), Optional.empty()),
            KlassCode.of("0003", "Z", Optional.empty(), Optional.empty()));
    assertThatThrownBy(() -> RegionHistory.ofKlass(three, goesOn, newYear(2000)))
        .isInstanceOfSatisfying(
            RegionHistoryException.class, e -> assertThat(e.problem()).isEqualTo(Problem.OVERLAP));
  }
}
