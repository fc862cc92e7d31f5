package no.maaltall.kostra.statbank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CubeSummaryTest {
  @Test
  void aPersonSeesWhatItIsAndHowItBegins() {
    Cube cube =
        Cube.builder()
            .label("Barnehager")
            .source("SSB")
            .updated("2026-03-16")
            .note("Foreløpige tall")
            .dimension(
                Dimension.builder("Region")
                    .label("region")
                    .role(DimensionRole.GEO)
                    .category(Category.of("3201", "Bærum"))
                    .category(Category.of("3203", "Asker"))
                    .build())
            .dimension(
                Dimension.builder("ContentsCode")
                    .role(DimensionRole.METRIC)
                    .category(
                        Category.of("Andel", "Andel barn").withUnit(CategoryUnit.of("prosent", 1)))
                    .build())
            .values(93.1, Double.NaN)
            .sign(1, ":")
            .build();

    assertThat(cube.summary())
        .isEqualTo(
            """
            Barnehager
            Kilde: SSB
            Oppdatert: 2026-03-16
            Noter: 1

            Dimensjon     Navn          Rolle    Antall  Første            Siste
            -------------------------------------------------------------------------------
            Region        region        region        2  3201 Bærum        3203 Asker
            ContentsCode  ContentsCode  måltall       1  Andel Andel barn  Andel Andel barn

            Måltall           Enhet    Lest som  Desimaler
            ----------------------------------------------
            Andel Andel barn  prosent  percent           1

            Celler: 2
            Status: normal (A) 1, skjermet (Q) 1
            Tegn i filen: «:» 1

            De første cellene
            Region  ContentsCode  Verdi  Tegn  Status
            -------------------------------------------
            3201    Andel          93,1
            3203    Andel                :     skjermet
            """);
    assertThat(cube).hasToString("Barnehager: Region[2 GEO] × ContentsCode[1 METRIC], 2 cells");
  }

  @Test
  void itIsOfLimitedLengthWhateverTheCube() {
    CubeBuilder cube = Cube.builder().label("x\n".repeat(10_000));
    for (int d = 0; d < 60; d++) {
      cube.dimension(Dimension.of("d".repeat(5_000) + d, "c".repeat(5_000)));
    }
    Cube built = cube.values(1).sign(0, "s".repeat(5_000)).build();

    assertThat(built.toString()).hasSizeLessThan(3_000);
    assertThat(built.summary()).hasSizeLessThan(20_000);
  }
}
