package no.maaltall.kostra.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.kostra.accounts.Hierarchy.Edge;
import no.maaltall.kostra.accounts.HierarchyException.Problem;
import org.junit.jupiter.api.Test;

class HierarchyTest {
  private static Hierarchy read(String csv) throws IOException {
    return Hierarchy.read(
        "artshierarki.csv",
        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
        2015,
        CodeNotation.ART,
        LeadingZeros.REFUSE);
  }

  @Test
  void aLeafUnderSeveralParentsCountsAsTheHierarchySays() {
    Hierarchy h =
        Hierarchy.of(
            "h",
            List.of(
                new Edge("SUM", "A", 1),
                new Edge("SUM", "B", 1),
                new Edge("SUM", "C", -1),
                new Edge("A", "010", 1),
                new Edge("B", "010", 1),
                new Edge("B", "020", -1),
                new Edge("C", "020", 1),
                new Edge("C", "030", 1)));
    assertThat(h.leafFactors("SUM")).isEqualTo(Map.of("010", 2L, "020", -2L, "030", -1L));
    assertThat(h.leafFactors("020")).isEqualTo(Map.of("020", 1L));
    assertThat(h.path("SUM", "030")).containsExactly("SUM", "C", "030");
    assertThat(h.path("A", "030")).isEmpty();
  }

  @Test
  void whatCancelsOutIsLeftOut() {
    Hierarchy h =
        Hierarchy.builder("h").add("S", "A", 1).add("S", "010", -1).add("A", "010", 1).build();
    assertThat(h.leafFactors("S")).isEmpty();
  }

  @Test
  void aCircleIsRefusedWithItsPath() {
    assertThatThrownBy(() -> read("to,from,sign\nTOP,A,+\nA,B,+\nB,C,+\nC,A,-\nB,010,+\n"))
        .isInstanceOfSatisfying(
            HierarchyException.class,
            e -> {
              assertThat(e.problem()).isEqualTo(Problem.CYCLE);
              assertThat(e.path()).containsExactly("A", "B", "C", "A");
              assertThat(e.line()).isEqualTo(3);
            })
        .hasMessage(
            "artshierarki.csv line 3 goes in a circle: A <- B <- C <- A;"
                + " allowed: sums of parts that are not sums of them in turn");
    assertThatThrownBy(() -> Hierarchy.builder("h").add("A", "A", 1).build())
        .hasMessageContaining("A <- A");
  }

  @Test
  void anEdgeTwiceIsRefusedWithWhateverSign() {
    assertThatThrownBy(() -> read("to,from,sign\nA,010,+\nB,010,+\nA,010,-\n"))
        .isInstanceOfSatisfying(
            HierarchyException.class,
            e -> assertThat(e.problem()).isEqualTo(Problem.DUPLICATE_EDGE))
        .hasMessageStartingWith("artshierarki.csv line 4 has an edge twice: A <- 010");
  }

  @Test
  void aReferenceToNothingIsRefused() throws IOException {
    Hierarchy arts = read("to,from,sign\nAGD1,LONN,+\nLONN,010,+\nAGD1,PENSJON,+\n");
    assertThatThrownBy(
            () ->
                AccountingRules.builder(2015)
                    .arts(arts)
                    .functions(Hierarchy.builder("f").add("FG2", "202", 1).build())
                    .build())
        .isInstanceOfSatisfying(
            HierarchyException.class,
            e -> {
              assertThat(e.problem()).isEqualTo(Problem.UNKNOWN_CODE);
              assertThat(e.line()).isEqualTo(4);
              assertThat(e.path()).containsExactly("AGD1", "PENSJON");
            });
  }

  @Test
  void aNettingMustBeOfSumsThatExist() {
    Hierarchy arts = Hierarchy.builder("arts").add("AGD9", "380", 1).build();
    Hierarchy functions = Hierarchy.builder("f").add("FG2", "202", 1).build();
    AccountingRules.Builder rules = AccountingRules.builder(2015).arts(arts).functions(functions);
    assertThatThrownBy(
            () ->
                rules
                    .enterpriseNetting(Hierarchy.builder("n").add("380", "AGD9", -1).build())
                    .build())
        .hasMessageContaining("nets a code that is no sum: 380 <- AGD9");
    assertThatThrownBy(
            () ->
                rules
                    .enterpriseNetting(Hierarchy.builder("n").add("AGD9", "780", -1).build())
                    .build())
        .hasMessageContaining("refers to a code of nothing: AGD9 <- 780");
  }

  @Test
  void aLongChainNeitherOverflowsTheStackNorTheFactors() {
    Hierarchy.Builder chain = Hierarchy.builder("chain");
    for (int i = 0; i < 50_000; i++) {
      chain.add("S" + i, "S" + (i + 1), 1);
    }
    Hierarchy h = chain.build();
    assertThat(h.leafFactors("S0")).isEqualTo(Map.of("S50000", 1L));
    assertThat(h.path("S0", "S50000")).hasSize(50_001);

    Hierarchy.Builder doubling = Hierarchy.builder("doubling");
    for (int i = 0; i < 64; i++) {
      doubling.add("S" + i, "L" + i, 1).add("S" + i, "R" + i, 1);
      doubling.add("L" + i, "S" + (i + 1), 1).add("R" + i, "S" + (i + 1), 1);
    }
    assertThatThrownBy(() -> doubling.build().leafFactors("S0"))
        .isInstanceOfSatisfying(
            HierarchyException.class,
            e -> assertThat(e.problem()).isEqualTo(Problem.TOO_MANY_PATHS));
  }

  @Test
  void anUnknownCodeListsTheNearest() {
    Hierarchy h = Hierarchy.builder("h").add("AGD10", "010", 1).build();
    assertThatThrownBy(() -> h.leafFactors("AGD1"))
        .isInstanceOfSatisfying(
            UnknownCodeException.class, e -> assertThat(e.nearest()).contains("AGD10"));
  }

  @Test
  void periodsAreYearsOrRanges() throws IOException {
    Hierarchy h =
        read(
            """
            periode,to,from,sign
            2015,S,010,+
            2016,S,020,+
            2010..2015,S,030,+
            2016..2020,S,040,+
            """);
    assertThat(h.edges())
        .isEqualTo(ImmutableList.of(new Edge("S", "010", 1), new Edge("S", "030", 1)));
    assertThatThrownBy(() -> read("periode,to,from,sign\n2020..2010,S,010,+\n"))
        .isInstanceOfSatisfying(
            AccountsFileException.class,
            e -> assertThat(e.problem()).isEqualTo(AccountsFileException.Problem.INVALID_PERIOD));
  }

  @Test
  void aSignIsPlusOrMinus() {
    assertThatThrownBy(() -> read("to,from,sign\nS,010,1\n"))
        .hasMessage("artshierarki.csv line 2, sign: \"1\" is not a sign; allowed: + or -");
  }
}
