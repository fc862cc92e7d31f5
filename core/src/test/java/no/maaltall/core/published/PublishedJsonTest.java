package no.maaltall.core.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.stream.Stream;
import no.maaltall.core.json.MaaltallModule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything public is equal to itself after a round trip. */
class PublishedJsonTest {
  private static final ObjectMapper JSON = MaaltallModule.mapper();

  static Stream<Object> values() {
    PublishedTable table =
        PublishedTable.builder()
            .number("a", "ca. 38 mill kr")
            .number("b", "−1,70 prosentpoeng")
            .number("c", "7 ± 0")
            .figure("a", "b + c/3")
            .claim(
                new PublishedClaim(
                    "k",
                    "størst",
                    Condition.parse("a>b and a>c"),
                    ImmutableMap.of("a", "a", "b", "b", "c", "c")))
            .build();
    return Stream.of(
        Rounded.parse("1 577,20"),
        Rounded.parse("ca. 38 mill kr"),
        Rounded.parse("0,0 %"),
        Interval.closedOpen(new BigDecimal("1E+3"), new BigDecimal("12345678901234567890.12345")),
        Interval.ALL,
        Expression.parse("100*(b/a-1)"),
        Condition.parse("a<b and b<=c"),
        CheckStatus.UNDECIDED,
        table.figures().get(0),
        table.claims().get(0),
        table,
        table.check(),
        table.check().figure("a"),
        PublishedCheck.of("1/0").implied(),
        PublishedCheck.of("a/b").given("a", "1").given("b", "0").implied(),
        new PublishedReading(table, ImmutableList.of(), 0));
  }

  @ParameterizedTest
  @MethodSource("values")
  void roundTrips(Object value) throws JsonProcessingException {
    String text = JSON.writeValueAsString(value);

    assertThat(JSON.readValue(text, value.getClass())).isEqualTo(value);
  }
}
