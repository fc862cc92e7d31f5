package no.maaltall.kostra.statbank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Masks as PxWebApi has them. */
class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "*, 3201, true",
    "32*, 3201, true",
    "32*, 0132, false",
    "*01, 3201, true",
    "*2*, 3201, true",
    "32??, 3201, true",
    "32?, 3201, false",
    "202?M12, 2024M12, true",
    "202?M12, 2024M11, false",
    "3201, 3201, true",
    "3201, 32011, false",
    "*, '', true",
    "?, '', false",
    "'', '', true",
  })
  void matches(String mask, String code, boolean expected) {
    assertThat(Glob.matches(mask, code)).isEqualTo(expected);
  }

  @Property
  void agreesWithARegularExpression(
      @ForAll @Chars({'a', 'b', '*', '?'}) @StringLength(max = 6) String mask,
      @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 8) String code) {
    Pattern pattern = Pattern.compile(mask.replace("*", ".*").replace("?", "."));
    assertThat(Glob.matches(mask, code)).isEqualTo(pattern.matcher(code).matches());
  }

  @Test
  void manyStarsTakeNoTime() {
    assertThat(Glob.matches("*a".repeat(1000) + "b", "a".repeat(20_000))).isFalse();
  }
}
