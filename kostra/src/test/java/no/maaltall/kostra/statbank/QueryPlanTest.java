package no.maaltall.kostra.statbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parts of a plan are disjoint, cover the query, keep to the limit, and are few. */
class QueryPlanTest {
  private static ImmutableList<SelectedDimension> dimensions(List<Integer> sizes) {
    ImmutableList.Builder<SelectedDimension> dimensions = ImmutableList.builder();
    for (int i = 0; i < sizes.size(); i++) {
      dimensions.add(dimension("D" + i, sizes.get(i), true));
    }
    return dimensions.build();
  }

  private static SelectedDimension dimension(String id, int size, boolean divisible) {
    ImmutableList<String> codes =
        IntStream.range(0, size)
            .mapToObj(Integer::toString)
            .collect(ImmutableList.toImmutableList());
    return new SelectedDimension(id, new Selection.All(), codes, divisible);
  }

  private static ImmutableList<QueryPlan.Part> plan(List<Integer> sizes, long limit) {
    return QueryPlan.of("1", dimensions(sizes), limit, Integer.MAX_VALUE);
  }

  @Property(tries = 500)
  void everyCellIsInExactlyOnePartAndPartsKeepToTheLimit(
      @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 9) Integer> sizes,
      @ForAll @IntRange(min = 1, max = 200) int limit) {
    int[] seen = new int[sizes.stream().reduce(1, (a, b) -> a * b)];
    for (QueryPlan.Part part : plan(sizes, limit)) {
      assertThat(part.cells()).isBetween(1L, (long) limit);
      mark(seen, sizes, part, 0, 0);
    }
    assertThat(seen).containsOnly(1);
  }

  private static void mark(int[] seen, List<Integer> sizes, QueryPlan.Part part, int d, int at) {
    if (d == sizes.size()) {
      seen[at]++;
      return;
    }
    for (int i = part.from().get(d); i < part.to().get(d); i++) {
      mark(seen, sizes, part, d + 1, at * sizes.get(d) + i);
    }
  }

  @Property(tries = 500)
  void noDivisionIntoRunsHasFewerParts(
      @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 7) Integer> sizes,
      @ForAll @IntRange(min = 1, max = 100) int limit) {
    assertThat(plan(sizes, limit)).hasSize(fewest(sizes, 0, 1, 1, limit));
  }

  /** All lengths of runs of all dimensions, without any cleverness. */
  private static int fewest(List<Integer> sizes, int d, int parts, int cells, int limit) {
    if (d == sizes.size()) {
      return cells <= limit ? parts : Integer.MAX_VALUE;
    }
    int fewest = Integer.MAX_VALUE;
    for (int length = 1; length <= sizes.get(d); length++) {
      int runs = (sizes.get(d) + length - 1) / length;
      fewest = Math.min(fewest, fewest(sizes, d + 1, parts * runs, cells * length, limit));
    }
    return fewest;
  }

  // The fewest that the cells need is ceil(cells / limit); the rest is what the sizes do not allow.
  @ParameterizedTest
  @CsvSource({
    // SCB's population by region, age, sex and month: 2,006,784 cells in 150,000 each.
    "'312,134,3,1,16', 150000, 14",
    // A KOSTRA table of all municipalities, functions, arts and years.
    "'467,60,35,1,9', 800000, 12",
    // Within the limit.
    "'312,134,3,1,16', 2006784, 1",
    // One cell over it.
    "'312,134,3,1,16', 2006783, 2",
    // Sizes that divide badly.
    "'800001', 800000, 2",
    "'7,7,7', 48, 12",
    // One cell in a call.
    "'3,5', 1, 15",
  })
  void theNumberOfParts(String sizes, long limit, int parts) {
    List<Integer> all = Arrays.stream(sizes.split(",", -1)).map(Integer::valueOf).toList();
    assertThat(plan(all, limit)).hasSize(parts);
  }

  @Test
  void manyLargeDimensionsArePlannedInBoundedTime() {
    List<Integer> sizes = List.of(997, 991, 983, 977, 971);
    assertThat(plan(sizes, 1_000_000_000_000_000L - 1)).hasSizeBetween(1, 4);
    assertThat(plan(sizes, 5_000_000_000_000L)).allMatch(p -> p.cells() <= 5_000_000_000_000L);
  }

  @Test
  void whatCannotBeDividedStaysWhole() {
    List<SelectedDimension> dimensions =
        new ArrayList<>(List.of(dimension("A", 10, false), dimension("B", 10, true)));
    ImmutableList<QueryPlan.Part> plan = QueryPlan.of("1", dimensions, 25, 100);
    assertThat(plan).hasSize(5);
    assertThat(plan).allMatch(p -> p.from().get(0) == 0 && p.to().get(0) == 10);
    assertThatThrownBy(() -> QueryPlan.of("12362", dimensions, 9, 100))
        .isInstanceOf(QueryException.class)
        .hasMessage(
            "the query of table 12362 has dimensions that cannot be divided and are over the limit"
                + " together; allowed: 9 cells in a call");
  }

  @Test
  void tooManyCallsAreRefused() {
    assertThatThrownBy(() -> QueryPlan.of("12362", dimensions(List.of(100, 100)), 1, 1000))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("needs 10000 calls with 1 cells each; allowed: at most 1000");
  }
}
