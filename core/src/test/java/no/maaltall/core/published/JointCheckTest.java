package no.maaltall.core.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.util.stream.IntStream;
import no.maaltall.core.published.CheckedFigure.Reason;
import org.junit.jupiter.api.Test;

/** Figures that can each be right, but not all of them. */
class JointCheckTest {
  @Test
  void aChainOfGrowthRatesThatDoesNotMeetItsTotal() {
    CheckReport report =
        PublishedTable.builder()
            .number("y1", "10")
            .number("y2", "11")
            .number("y3", "12")
            .number("g12", "12,0 %")
            .number("g23", "12,0 %")
            .number("g13", "20,0 %")
            .number("other", "23")
            .figure("g12", "growth(y1, y2)")
            .figure("g23", "growth(y2, y3)")
            .figure("g13", "growth(y1, y3)")
            .figure("other", "y2+y3")
            .build()
            .check();

    // Each is possible with levels in whole millions; 1.12 twice is 25.4 per cent.
    assertThat(report.isComplete()).isTrue();
    for (String id : new String[] {"g12", "g23", "g13"}) {
      assertThat(report.figure(id).status()).isEqualTo(CheckStatus.CONTRADICTION);
      assertThat(report.figure(id).reason()).isEqualTo(Reason.NOT_TOGETHER);
      assertThat(report.figure(id).jointly()).containsExactly("g12", "g23", "g13");
    }
    assertThat(report.figure("other").status()).isEqualTo(CheckStatus.EXACT);
  }

  @Test
  void aTotalAndItsPartsWithTheirShares() {
    PublishedTable.Builder table =
        PublishedTable.builder()
            .number("a", "1")
            .number("b", "1")
            .number("total", "2")
            .number("share_a", "60,0 %")
            .number("share_b", "45,0 %")
            .figure("total", "a+b")
            .figure("share_a", "share(a, total)")
            .figure("share_b", "share(b, total)");

    CheckReport report = table.build().check();

    assertThat(report.with(CheckStatus.CONTRADICTION))
        .extracting(CheckedFigure::id)
        .containsExactly("total", "share_a", "share_b");
    assertThat(report.text())
        .contains("kan ikke stemme samtidig med de andre (total, share_a, share_b)");
  }

  /** Rows and columns of a table: the corner can be reached from two sides. */
  @Test
  void rowsAndColumnsOfATable() {
    CheckReport report =
        PublishedTable.builder()
            .number("a", "1")
            .number("b", "1")
            .number("c", "1")
            .number("d", "1")
            .number("r1", "2,3")
            .number("r2", "2,3")
            .number("k1", "2,1")
            .number("k2", "2,1")
            .figure("r1", "a+b")
            .figure("r2", "c+d")
            .figure("k1", "a+c")
            .figure("k2", "b+d")
            .build()
            .check();

    assertThat(report.with(CheckStatus.CONTRADICTION)).hasSize(4);
  }

  @Test
  void whatCanAllBeRightIsLeftAlone() {
    CheckReport report =
        PublishedTable.builder()
            .number("a", "1")
            .number("b", "1")
            .number("total", "3")
            .number("share_a", "48 %")
            .number("share_b", "52 %")
            .figure("total", "a+b")
            .figure("share_a", "share(a, total)")
            .figure("share_b", "share(b, total)")
            .build()
            .check();

    assertThat(report.with(CheckStatus.CONTRADICTION)).isEmpty();
    assertThat(report.figure("total").status()).isEqualTo(CheckStatus.CONSISTENT);
  }

  /**
   * 0.01 + 2.34 is 2.35 by hand and 2.3499999999999996 in binary, which prints as 2,3. What a
   * spreadsheet did is no contradiction, in a joint search either.
   */
  @Test
  void tiesThatBinaryArithmeticMovedAreLeftAlone() {
    CheckReport report =
        PublishedTable.builder()
            .number("a", "0,01 ± 0")
            .number("b", "2,34 ± 0")
            .number("sum", "2,3")
            .number("twice", "4,7")
            .figure("sum", "a+b")
            .figure("twice", "2*sum")
            .build()
            .check();

    assertThat(0.01 + 2.34).isLessThan(2.35);
    assertThat(report.with(CheckStatus.CONTRADICTION)).isEmpty();
  }

  /** One wrong figure is no reason to doubt those that share its inputs. */
  @Test
  void aFigureThatIsWrongByItselfBlamesNoOther() {
    CheckReport report =
        PublishedTable.builder()
            .number("a", "1,0")
            .number("b", "2,0")
            .number("sum", "9,0")
            .number("half", "4,5")
            .figure("sum", "a+b")
            .figure("half", "sum/2")
            .build()
            .check();

    assertThat(report.figure("sum").reason()).isEqualTo(Reason.OUT_OF_REACH);
    assertThat(report.figure("half").status()).isEqualTo(CheckStatus.EXACT);
  }

  /** A long chain is searched to the end of the effort and no longer. */
  @Test
  void aLargeTableEnds() {
    PublishedTable.Builder table = PublishedTable.builder().number("x0", "10");
    IntStream.range(1, 300)
        .forEach(
            i -> {
              table.number("x" + i, "10").number("g" + i, "0,1 %");
              table.figure("g" + i, "growth(x" + (i - 1) + ", x" + i + ")");
            });

    CheckReport report = table.build().check();

    // Three hundred times one per mille takes any of them well past 10.5.
    assertThat(report.figures()).hasSize(299);
    assertThat(report.with(CheckStatus.CONTRADICTION)).isNotEmpty();
  }

  @Test
  void claimsAreConditionsOnWhatCanHaveBeen() {
    PublishedTable.Builder table =
        PublishedTable.builder().number("a", "15,4").number("b", "15,4").number("c", "15,6");
    ImmutableMap<String, String> inputs = ImmutableMap.of("a", "a", "b", "b", "c", "c");
    String[] conditions = {
      "a<c and b<c", "a<b<c", "b<a<c", "c<a", "a == 15.4", "a < min(b, c)", "a==b"
    };
    for (String condition : conditions) {
      table.claim(new PublishedClaim(condition, "", Condition.parse(condition), inputs));
    }
    CheckReport report = table.build().check();

    assertThat(report.figures())
        .extracting(CheckedFigure::status)
        .containsExactly(
            CheckStatus.EXACT,
            CheckStatus.CONSISTENT,
            CheckStatus.CONSISTENT,
            CheckStatus.CONTRADICTION,
            CheckStatus.EXACT,
            CheckStatus.CONSISTENT,
            CheckStatus.EXACT);
  }
}
