package no.maaltall.kostra.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.SeriesBreak;
import no.maaltall.core.indicator.Unit;
import org.junit.jupiter.api.Test;

/** Pictures are well-formed SVG, whatever the words, and never draw a value that there is not. */
class PictureTest {
  private static final Indicator COST = Indicator.builder().id("x").unit(Unit.NOK).build();

  /** The values of an attribute of all elements of a kind, in order. */
  private static List<Double> numbers(String svg, String element, String attribute) {
    return Pattern.compile("<" + element + " [^>]*\\b" + attribute + "=\"([^\"]*)\"")
        .matcher(svg)
        .results()
        .map(m -> Double.parseDouble(m.group(1)))
        .toList();
  }

  private static int count(String text, String element) {
    return (int) Pattern.compile("<" + element + " ").matcher(text).results().count();
  }

  @Test
  void barsGoToBothSidesOfTheReference() {
    String svg =
        BarPicture.builder("Profil", 100)
            .bar("lav", 80, "80,0", BarPicture.Tone.BAD)
            .bar("høy", 120, "120,0", BarPicture.Tone.GOOD)
            .bar("mangler", Double.NaN, "mangler tall", BarPicture.Tone.NEUTRAL)
            .build()
            .toSvg();

    // The first is the ground. Middle 545: both bars end 155 from it; the third has no length.
    assertThat(numbers(svg, "rect", "x")).containsExactly(0.0, 390.0, 545.0, 545.0);
    assertThat(numbers(svg, "rect", "width")).containsExactly(760.0, 155.0, 155.0, 0.0);
    assertThat(svg).contains(">mangler tall</text>");
  }

  @Test
  void hostileWordsStayWords() {
    String label = "</text><script>alert(1)</script>&\"\u0000\ud800" + "å".repeat(500);
    String svg =
        BarPicture.builder(label, 100).bar(label, 100, label, BarPicture.Tone.GOOD).build().toSvg();

    assertThat(svg).doesNotContain("<script").contains("&lt;script&gt;").doesNotContain("\u0000");
    assertThat(svg.chars().filter(c -> c == '<').count())
        .isEqualTo(svg.chars().filter(c -> c == '>').count());
    assertThat(svg.codePoints().anyMatch(c -> c == 0xd800)).isFalse();
  }

  @Test
  void aMissingValueAndABreakAreGaps() {
    Series gap = Series.ofYears(COST, Region.of("a", "Aby"), 2018, 1, 2, Double.NaN, 3, 4);
    Series broken =
        Series.builder(COST, Region.of("b", "Beby"))
            .add("2018", 1)
            .add("2019", 2)
            .add("2020", 3)
            .add("2021", 4)
            .addBreak(new SeriesBreak(Optional.empty(), Optional.empty(), Period.year(2020), "ny"))
            .build();

    String svg = LinePicture.of("Kostnad", List.of(gap, broken)).toSvg();

    assertThat(count(svg, "polyline")).isEqualTo(4);
    assertThat(count(svg, "circle")).isEqualTo(8);
    assertThat(svg).contains(">Aby</text>").contains(">2022</text>");
  }

  @Test
  void nothingToDrawIsNoReasonToFail() {
    Series none = Series.ofYears(COST, Region.of("a"), 2018, Double.NaN);
    Series huge = Series.ofYears(COST, Region.of("a"), 2018, -1.7e308, 1.7e308);

    assertThat(count(LinePicture.of("Ingen", List.of(none)).toSvg(), "circle")).isZero();
    String svg = LinePicture.of("Stor", List.of(huge)).toSvg();
    assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
  }

  @Test
  void oneUnitToAPicture() {
    Series amounts = Series.ofYears(COST, Region.of("a"), 2018, 1);
    Series count = Series.ofYears(Indicator.builder().id("n").build(), Region.of("a"), 2018, 1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> LinePicture.of("x", List.of(amounts, count)))
        .withMessageContaining("n has another unit");
    assertThatIllegalArgumentException().isThrownBy(() -> LinePicture.of("x", List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> BarPicture.builder("x", Double.NaN));
  }
}
