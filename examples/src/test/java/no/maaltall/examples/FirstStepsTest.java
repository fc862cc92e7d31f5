package no.maaltall.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The first lines of code do what their comments say, and the README shows those very lines. */
class FirstStepsTest {
  private static final Pattern README_CODE =
      Pattern.compile("<!-- include: (\\S+) -->\n```java\n(.*?)```\n<!-- end -->", Pattern.DOTALL);

  @Test
  void printsWhatTheCommentsPromise() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FirstSteps.run(new PrintStream(out, true, UTF_8));
    List<String> lines =
        out.toString(UTF_8)
            .replace('\u00a0', ' ')
            .lines()
            .filter(l -> !l.startsWith("  "))
            .toList();
    assertThat(lines)
        .containsExactly(
            "−1,7 prosentpoeng",
            "(76,0 % [2018] − 81,0 % [2015]) / 3 år = −1,67 prosentpoeng",
            "5 382 kr per barn",
            "1,9 %");
  }

  @Test
  void readmeIncludesTheCompiledCode() throws IOException {
    Path top = Path.of("..");
    Matcher included = README_CODE.matcher(Files.readString(top.resolve("README.md")));
    assertThat(included.results().toList()).hasSize(4);
    included.reset();
    while (included.find()) {
      String source = Files.readString(top.resolve(included.group(1)));
      assertThat(included.group(2)).isEqualTo(marked(source));
    }
  }

  private static String marked(String source) {
    StringBuilder text = new StringBuilder();
    boolean inside = false;
    for (String line : source.lines().toList()) {
      if (line.contains("tag::readme[]") || line.contains("end::readme[]")) {
        inside = line.contains("tag::");
      } else if (inside) {
        text.append(line).append('\n');
      }
    }
    // Without its last line break, which would count as a line that is not indented.
    return text.toString().stripTrailing().stripIndent() + "\n";
  }
}
