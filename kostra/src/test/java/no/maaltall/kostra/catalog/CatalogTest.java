package no.maaltall.kostra.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import no.maaltall.core.indicator.InvalidNotationException;
import no.maaltall.core.indicator.UnknownCodeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogTest {
  private static final Catalog CATALOG = Catalog.standard();

  @Test
  void function254EndedWith2023AndBecameTwo() {
    assertThat(CATALOG.functions().require("254", 2023).validTo()).isEqualTo(OptionalInt.of(2023));
    assertThatThrownBy(() -> CATALOG.functions().require("254", 2024))
        .isInstanceOfSatisfying(
            CodeNotValidException.class, e -> assertThat(e.instead()).containsExactly("257", "258"))
        .hasMessage(
            "funksjon 254 was not valid in 2024; allowed: 2015 to 2023; in 2024 use 257 and 258");
    assertThatThrownBy(() -> CATALOG.functions().require("257", 2023))
        .hasMessage("funksjon 257 was not valid in 2023; allowed: from 2024; in 2023 use 254");
    assertThat(CATALOG.functions(ServiceArea.PLEIE_OG_OMSORG, 2023))
        .containsExactlyInAnyOrder("234", "253", "254", "256", "261");
    assertThat(CATALOG.functions(ServiceArea.PLEIE_OG_OMSORG, 2024))
        .containsExactlyInAnyOrder("234", "253", "256", "257", "258", "261");
  }

  @Test
  void art270EndedWith2025AndBecameTwo() {
    assertThat(CATALOG.arts().instead("270", 2026)).containsExactly("271", "272");
    assertThat(CATALOG.arts().instead("272", 2025)).containsExactly("270");
    assertThat(CATALOG.arts().instead("270", 2025)).containsExactly("270");
    assertThatThrownBy(() -> CATALOG.arts().require("271", 2025))
        .isInstanceOf(CodeNotValidException.class);
  }

  @Test
  void anUnknownCodeListsTheNearest() {
    assertThatThrownBy(() -> CATALOG.functions().require("999", 2024))
        .isInstanceOf(UnknownCodeException.class);
    assertThatThrownBy(() -> CATALOG.art(new Concept("NETTO_DRIFTSUTGIFT"), Level.FUNCTION, 2024))
        .isInstanceOfSatisfying(
            UnknownCodeException.class,
            e -> assertThat(e.nearest()).contains("NETTO_DRIFTSUTGIFTER"));
    assertThatThrownBy(() -> CATALOG.art(Concept.NETTO_DRIFTSRESULTAT, Level.FUNCTION, 2024))
        .hasMessageContaining("on the function level");
  }

  @Test
  void conceptsDifferByLevel() {
    assertThat(CATALOG.art(Concept.NETTO_DRIFTSUTGIFTER, Level.FUNCTION, 2024)).isEqualTo("AGD2");
    assertThat(CATALOG.art(Concept.NETTO_DRIFTSUTGIFTER, Level.TOTAL, 2024)).isEqualTo("AGD1");
    assertThat(CATALOG.level("FG2", 2024)).isEqualTo(Level.TOTAL);
    assertThat(CATALOG.level("FGK13", 2024)).isEqualTo(Level.FUNCTION);
    assertThat(CATALOG.level("202", 2024)).isEqualTo(Level.FUNCTION);
    assertThatThrownBy(() -> CATALOG.art(Concept.LONNSUTGIFTER, Level.TOTAL, 2014))
        .isInstanceOf(CodeNotValidException.class)
        .hasMessageContaining("from 2015");
  }

  @Test
  void everyEntryHasAYearAndASourceAndSuccessorsThatExist() {
    for (CodeList list : List.of(CATALOG.functions(), CATALOG.arts())) {
      for (CatalogEntry entry : list.entries()) {
        assertThat(entry.source()).as(entry.code()).isNotBlank();
        assertThat(entry.name()).as(entry.code()).isNotBlank();
        assertThat(entry.code()).matches("[0-9]{3}");
        assertThat(entry.classes()).isIn("D", "I", "DI");
        int next = entry.validTo().orElse(0) + 1;
        entry
            .successors()
            .forEach(s -> assertThat(list.find(s, next)).as(entry.code() + " " + s).isPresent());
      }
    }
  }

  @Test
  void everyFunctionOfAnAreaIsValidInItsYears() {
    for (int year = 2015; year <= 2026; year++) {
      for (ServiceArea area : CATALOG.serviceAreas(year)) {
        for (String function : CATALOG.functions(area, year)) {
          assertThat(CATALOG.functions().find(function, year))
              .as(area + " " + function + " " + year)
              .isPresent();
        }
      }
    }
    assertThat(CATALOG.functions(ServiceArea.ALLE, 2024))
        .contains("202", "800")
        .hasSizeGreaterThan(90);
    assertThat(CATALOG.sum(ServiceArea.GRUNNSKOLE, 2015)).isEqualTo("FGK8");
    assertThat(CATALOG.sum(ServiceArea.GRUNNSKOLE, 2024)).isEqualTo("FGK8b");
    assertThat(CATALOG.name(ServiceArea.BARNEVERN, 2024)).isEqualTo("Barnevern");
    assertThatThrownBy(() -> CATALOG.sum(ServiceArea.BARNEVERN, 2010))
        .isInstanceOf(CodeNotValidException.class);
    assertThatThrownBy(() -> CATALOG.sum(new ServiceArea("BARNEVERNET"), 2024))
        .isInstanceOf(UnknownCodeException.class);
  }

  @Test
  void aCodeHasOneEntryForAYear() {
    CatalogEntry first =
        new CatalogEntry("202", "A", "D", 2015, OptionalInt.of(2019), ImmutableList.of(), "k");
    CatalogEntry overlapping =
        new CatalogEntry("202", "B", "D", 2019, OptionalInt.empty(), ImmutableList.of(), "k");
    assertThatThrownBy(() -> CodeList.of("funksjon", List.of(first, overlapping)))
        .hasMessageContaining("funksjon 202 is there twice");
    CatalogEntry after =
        new CatalogEntry("202", "B", "D", 2020, OptionalInt.empty(), ImmutableList.of(), "k");
    assertThat(CodeList.of("funksjon", List.of(first, after)).require("202", 2021).name())
        .isEqualTo("B");
  }

  @Test
  void anApplicationReadsItsOwn(@TempDir Path dir) throws IOException {
    String codes = "kode,navn,kontoklasser,gyldig_fra,gyldig_til,erstattet_av,kilde\n";
    Files.writeString(dir.resolve("funksjoner.csv"), codes + "202,Skole,DI,2020,,,egen\n");
    Files.writeString(dir.resolve("arter.csv"), codes + "010,Lønn,DI,2020,,,egen\n");
    Files.writeString(
        dir.resolve("konsepter.csv"),
        """
        konsept,nivaa,art,navn,formel,gyldig_fra,gyldig_til,kilde
        LONNSUTGIFTER,funksjon,LONN,Lønn,010,2020,,egen
        """);
    Path areas = dir.resolve("tjenesteomraader.csv");
    String header = "omraade,navn,nivaa,kode,funksjon,gyldig_fra,gyldig_til,kilde\n";
    Files.writeString(areas, header + "SKOLE,Skole,funksjon,S1,202,2020,,egen\n");
    Catalog own = Catalog.read(dir);
    assertThat(own.functions(new ServiceArea("SKOLE"), 2024)).containsExactly("202");
    assertThat(own.art(Concept.LONNSUTGIFTER, Level.FUNCTION, 2024)).isEqualTo("LONN");
    Files.writeString(areas, header + "SKOLE,Skole,område,S1,202,2020,,egen\n");
    assertThatThrownBy(() -> Catalog.read(dir))
        .isInstanceOf(InvalidNotationException.class)
        .hasMessage(
            "invalid nivaa on line 2 of tjenesteomraader.csv \"område\"; allowed: funksjon or"
                + " total");
    Files.writeString(areas, header + "SKOLE,Skole,funksjon,S1,202,i fjor,,egen\n");
    assertThatThrownBy(() -> Catalog.read(dir)).hasMessageContaining("gyldig_fra on line 2");
    Files.writeString(
        areas,
        header
            + "SKOLE,Skole,funksjon,S1,202,2020,,\"egen\nSKOLE,Skole,funksjon,S1,203,2020,,egen\n");
    assertThatThrownBy(() -> Catalog.read(dir))
        .isInstanceOf(InvalidNotationException.class)
        .hasMessageContaining("Unclosed quoted field");
  }
}
