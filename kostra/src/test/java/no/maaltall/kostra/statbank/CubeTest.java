package no.maaltall.kostra.statbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.core.panel.Panel;
import org.junit.jupiter.api.Test;

final class CubeTest {
  private static final Dimension REGION =
      Dimension.builder("Region")
          .label("region")
          .category(Category.of("3201", "Bærum"))
          .category(Category.of("3203", "Asker"))
          .build();
  private static final Dimension CONTENTS =
      Dimension.builder("ContentsCode")
          .role(DimensionRole.METRIC)
          .category(
              Category.of("Barn", "Barn i barnehage").withUnit(CategoryUnit.of("personer", 0)))
          .category(
              Category.of("Andel", "Andel barn i barnehage")
                  .withUnit(CategoryUnit.of("prosent", 1)))
          .build();
  // Newest first, as some tables are.
  private static final Dimension YEAR =
      Dimension.builder("Tid")
          .role(DimensionRole.TIME)
          .category(Category.of("2024"))
          .category(Category.of("2023"))
          .category(Category.of("2022"))
          .build();

  private static Cube kindergartens() {
    return Cube.builder()
        .label("Barnehager")
        .source("SSB")
        .updated("2026-03-16T07:00:00Z")
        .dimensions(List.of(REGION, CONTENTS, YEAR))
        .values(6100, 6200, 6300, 93.1, 92.5, 91, 5100, 99, Double.NaN, Double.NaN, 90, 89.5)
        .sign(3, "*")
        .sign(7, ":")
        .sign(8, "-")
        .sign(9, "..")
        .build();
  }

  @Test
  void cellsAreInRowMajorOrder() {
    Cube cube = kindergartens();

    assertThat(cube.size()).isEqualTo(12);
    assertThat(cube.cell("3201", "Andel", "2022").value()).isEqualTo(91);
    assertThat(cube.position("3203", "Barn", "2023")).isEqualTo(7);
    assertThat(cube.codesAt(7)).containsExactly("3203", "Barn", "2023");
    assertThat(cube.cells().map(c -> cube.position(c.codes().toArray(new String[0]))).toList())
        .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
  }

  @Test
  void signsGiveTheStatusAndAreKept() {
    Cube cube = kindergartens();

    Cell provisional = cube.cellAt(3);
    assertThat(provisional.value()).isEqualTo(93.1);
    assertThat(provisional.status()).isEqualTo(ObservationStatus.PROVISIONAL);
    assertThat(provisional.sign()).isEqualTo("*");
    // A suppressed number that slipped through is not shown.
    assertThat(cube.cellAt(7).value()).isNaN();
    assertThat(cube.statusAt(7)).isEqualTo(ObservationStatus.SUPPRESSED);
    // "-" is a true zero.
    assertThat(cube.cellAt(8).value()).isZero();
    assertThat(cube.statusAt(8)).isEqualTo(ObservationStatus.NORMAL);
    assertThat(cube.signAt(8)).isEqualTo("-");
    assertThat(cube.statusAt(9)).isEqualTo(ObservationStatus.MISSING);
    assertThat(cube.statusCounts())
        .isEqualTo(
            ImmutableMap.of(
                ObservationStatus.NORMAL, 9L,
                ObservationStatus.PROVISIONAL, 1L,
                ObservationStatus.MISSING, 1L,
                ObservationStatus.SUPPRESSED, 1L));
  }

  @Test
  void aCellWithoutValueAndSignIsMissingForNoKnownReason() {
    Cube cube = Cube.builder().dimension(YEAR).values(1, Double.NaN, 3).build();

    assertThat(cube.statusAt(1)).isEqualTo(ObservationStatus.MISSING_UNKNOWN);
  }

  @Test
  void aCellIsFoundByTheCodesOfItsDimensions() {
    Cube cube = kindergartens().select("Region", "3201");

    assertThat(cube.cell(Map.of("ContentsCode", "Barn", "Tid", "2023")).value()).isEqualTo(6200);
    assertThatThrownBy(() -> cube.cell(Map.of("Tid", "2023")))
        .isInstanceOf(CubeException.class)
        .hasMessageContaining("ContentsCode")
        .hasMessageContaining("Barn");
    assertThatThrownBy(() -> cube.cell("3201", "Barn", "2021"))
        .isInstanceOf(UnknownCodeException.class)
        .hasMessageContaining("2022");
    assertThatThrownBy(() -> cube.cell("3201", "Barn"))
        .isInstanceOfSatisfying(
            CubeException.class,
            e -> assertThat(e.problem()).isEqualTo(CubeException.Problem.CODE_COUNT));
  }

  @Test
  void aSliceHasTheCellsOfOneCategory() {
    Cube slice = kindergartens().slice("ContentsCode", "Barn");

    assertThat(slice.dimensions()).containsExactly(REGION, YEAR);
    assertThat(slice.cell("3203", "2024").value()).isEqualTo(5100);
    assertThat(slice.cell("3203", "2023").sign()).isEqualTo(":");
    assertThat(kindergartens().slice(Map.of("Tid", "2022", "Region", "3203")).valueAt(1))
        .isEqualTo(89.5);
  }

  @Test
  void selectedCategoriesComeInTheOrderAskedFor() {
    Cube selected = kindergartens().select("Tid", "2022", "2024");

    assertThat(selected.dimension("Tid").codes()).containsExactly("2022", "2024");
    assertThat(selected.cell("3201", "Barn", "2022").value()).isEqualTo(6300);
    assertThat(selected.cell("3203", "Andel", "2024").sign()).isEqualTo("..");
  }

  @Test
  void aSeriesIsInTheOrderOfTime() {
    Series series = kindergartens().toSeries(Map.of("Region", "3203", "ContentsCode", "Andel"));

    assertThat(series.periods().stream().map(Period::toString))
        .containsExactly("2022", "2023", "2024");
    assertThat(series.at(Period.year(2022)).value()).isEqualTo(89.5);
    assertThat(series.at(Period.year(2024)).status()).isEqualTo(ObservationStatus.MISSING);
    assertThat(series.indicator().unit()).isEqualTo(Unit.PERCENT);
    assertThat(series.indicator().decimals()).isEqualTo(1);
    assertThat(series.indicator().name()).isEqualTo("Andel barn i barnehage");
    assertThat(series.region()).isEqualTo(Region.of("3203", "Asker"));
  }

  @Test
  void aPanelHasEverySeries() {
    Panel panel = kindergartens().toPanel();

    assertThat(panel.indicators()).hasSize(2);
    assertThat(panel.regions()).extracting(Region::name).containsExactly("Bærum", "Asker");
    assertThat(panel.series("Barn", "3201").at(Period.year(2023)).value()).isEqualTo(6200);
    assertThat(panel.series("Barn", "3203").at(Period.year(2023)).status())
        .isEqualTo(ObservationStatus.SUPPRESSED);
  }

  @Test
  void otherDimensionsAreFixedOrMadePartOfTheIndicator() {
    Cube cube =
        Cube.builder()
            .dimensions(List.of(REGION, Dimension.of("Kjonn", "1", "2"), YEAR))
            .dimension(CONTENTS.select(List.of("Barn")))
            .values(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
            .build();

    assertThatThrownBy(cube::toPanel).hasMessageContaining("Kjonn").hasMessageContaining("fix");
    assertThat(
            cube.toPanel(PanelLayout.byRole().fix("Kjonn", "2"))
                .series("Barn", "3201")
                .at(Period.year(2023))
                .value())
        .isEqualTo(5);
    Panel bySex = cube.toPanel(PanelLayout.byRole().indicator("ContentsCode", "Kjonn"));
    assertThat(bySex.series("Barn.2", "3203").at(Period.year(2022)).value()).isEqualTo(12);
  }

  @Test
  void partsAreJoinedWhateverDimensionsTheyWereSplitAlong() {
    Cube whole = kindergartens();
    List<Cube> parts = new ArrayList<>();
    for (String region : REGION.codes()) {
      for (List<String> years : List.of(List.of("2024"), List.of("2023", "2022"))) {
        parts.add(whole.select("Region", region).select("Tid", years));
      }
    }

    assertThat(Cube.join(parts)).isEqualTo(whole);
  }

  @Test
  void partsThatOverlapOrLeaveAHoleAreRefused() {
    Cube whole = kindergartens();
    Cube baerum = whole.select("Region", "3201");
    Cube asker2024 = whole.select("Region", "3203").select("Tid", "2024");

    assertThatThrownBy(() -> Cube.join(List.of(baerum, asker2024)))
        .isInstanceOf(CubeException.class)
        .hasMessageContaining("is not covered")
        .hasMessageContaining("8 cells")
        .hasMessageContaining("12 cells");
    assertThatThrownBy(() -> Cube.join(List.of(whole, asker2024)))
        .isInstanceOf(CubeException.class)
        .hasMessageContaining("3203")
        .hasMessageContaining("part 1 and in part 2");
  }

  @Test
  void partsOfATableThatWasUpdatedBetweenThemAreRefused() {
    Cube baerum = kindergartens().select("Region", "3201");
    Cube asker = kindergartens().select("Region", "3203");
    Cube later = asker.describedBuilder().updated("2026-03-17").values(asker.values()).build();

    assertThatThrownBy(() -> Cube.join(List.of(baerum, later)))
        .hasMessageContaining("2026-03-17")
        .hasMessageContaining("2026-03-16T07:00:00Z");
  }

  @Test
  void theTableHasOneRowPerCell() throws IOException {
    StringWriter out = new StringWriter();

    kindergartens().select("Tid", "2024", "2023").select("Region", "3203").writeCsv(out);

    assertThat(out)
        .hasToString(
            """
            Region,ContentsCode,Tid,OBS_VALUE,OBS_STATUS
            3203,Barn,2024,5100,
            3203,Barn,2023,,:
            3203,Andel,2024,,..
            3203,Andel,2023,90,
            """);
  }

  @Test
  void textInThePlaceOfANumberIsKept() throws IOException {
    Cube cube = Cube.builder().dimension(Dimension.of("A", "1", "2")).text(1, "ukjent").build();
    StringWriter out = new StringWriter();
    cube.writeCsv(out);

    assertThat(cube.cell("2").text()).contains("ukjent");
    assertThat(cube.cell("2").status()).isEqualTo(ObservationStatus.MISSING_UNKNOWN);
    assertThat(out).hasToString("A,OBS_VALUE,OBS_STATUS\n1,,\n2,ukjent,\n");
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> Cube.builder().dimension(YEAR).values(1, 2).build())
        .hasMessage("value does not have a value per cell: got 2 values; allowed: 3 of them");
    assertThatThrownBy(() -> Cube.builder().dimensions(List.of(YEAR, YEAR)).build())
        .hasMessageContaining("\"Tid\" is given twice");
    assertThatThrownBy(() -> Dimension.of("Tid", "2024", "2024"))
        .hasMessageContaining("\"2024\" twice");
    assertThatThrownBy(() -> Cube.builder().dimension(YEAR).values(1, Double.NEGATIVE_INFINITY, 3))
        .hasMessageContaining("cell 1 is not finite");
    assertThatThrownBy(() -> Cube.builder().dimension(YEAR).value(3, 1).build())
        .hasMessageContaining("cell 3")
        .hasMessageContaining("0 to 2");
    assertThatThrownBy(() -> Cube.builder().dimension(YEAR).value(2, 1).value(2, 2).build())
        .hasMessageContaining("cell 2 more than once");
    assertThatThrownBy(() -> kindergartens().cellAt(12))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void sizesThatMultiplyPastALongAreRefused() {
    CubeBuilder builder = Cube.builder();
    for (int d = 0; d < 64; d++) {
      builder.dimension(Dimension.of("d" + d, "a", "b"));
    }

    assertThatThrownBy(builder::build)
        .isInstanceOfSatisfying(
            CubeException.class,
            e -> assertThat(e.problem()).isEqualTo(CubeException.Problem.TOO_MANY_CELLS));
  }

  @Test
  void aDescriptionOfABillionCellsIsSmall() {
    CubeBuilder builder = Cube.builder();
    for (int d = 0; d < 62; d++) {
      builder.dimension(Dimension.of("d" + d, "a", "b"));
    }
    Cube cube = builder.value(5, 2.5).sign(1L << 61, ":").build();

    assertThat(cube.size()).isEqualTo(1L << 62);
    assertThat(cube.hasData()).isTrue();
    assertThat(cube.valueAt(5)).isEqualTo(2.5);
    assertThat(cube.statusAt(1L << 61)).isEqualTo(ObservationStatus.SUPPRESSED);
    assertThat(cube.statusAt(6)).isEqualTo(ObservationStatus.MISSING_UNKNOWN);
    assertThat(cube.slice("d0", "b").signAt(0)).isEqualTo(":");
    assertThatThrownBy(() -> cube.writeCsv(new StringWriter()))
        .isInstanceOf(CubeException.class)
        .hasMessageContaining("cells without anything");
  }

  @Test
  void theHierarchyEndsEvenInACircle() {
    Dimension dimension =
        Dimension.builder("A")
            .category(Category.of("1").withChildren(ImmutableList.of("2", "9")))
            .category(Category.of("2").withChildren(ImmutableList.of("3", "1")))
            .category(Category.of("3"))
            .build();

    assertThat(dimension.descendants("1")).containsExactly("2", "3");
  }

  @Test
  void aCellTakesNineBytesWithSignsAndEightWithout() {
    String[] codes = IntStream.range(0, 1_000).mapToObj(i -> "c" + i).toArray(String[]::new);
    Dimension a = Dimension.of("A", codes);
    Dimension b = Dimension.of("B", codes);
    double[] values = new double[1_000_000];
    StringBuilder json = new StringBuilder("{\"value\":[");
    json.append("1,".repeat(values.length - 1)).append("null],\"status\":{\"5\":\":\"},");
    json.append(JsonStat.toJson(Cube.builder().dimension(a).dimension(b).build()).substring(1));
    json.setLength(json.lastIndexOf(",\"value\":[]"));

    assertThat(Cube.builder().dimension(a).dimension(b).values(values).build().store().arrayBytes())
        .isEqualTo(8L * values.length);
    assertThat(JsonStat.parse(json.append('}').toString()).store().arrayBytes())
        .isEqualTo(9L * values.length);
  }
}
