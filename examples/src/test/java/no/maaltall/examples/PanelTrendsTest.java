package no.maaltall.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example runs, on a smaller set than its million. */
class PanelTrendsTest {
  @TempDir private Path directory;

  private String run(int code, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, UTF_8);
    assertThat(PanelTrends.run(stream, stream, args)).isEqualTo(code);
    return out.toString(UTF_8);
  }

  @Test
  void computesAllTrendsOfMadeUpObservations() throws IOException {
    String printed = run(0, "--observations", "20000", "--out", directory.toString());

    assertThat(printed)
        .contains("lest 20000 observasjoner")
        .contains("Panel of 250 indicators")
        .contains("theil_sen_slope, 20000 resultater");
    String tables = Files.readString(directory.resolve("trends.txt"));
    assertThat(tables)
        .contains("i0:mean_annual_change_3", "i0:mean_annual_growth", ":rank")
        .contains("1994 serier til");
    run(0, "--observations", "20000", "--threads", "2", "--out", directory.toString());
    assertThat(Files.readString(directory.resolve("trends.txt"))).isEqualTo(tables);
  }

  @Test
  void saysWhatIsWrongWithTheTables() {
    assertThat(run(2, "--data", directory.toString(), "--out", directory.toString()))
        .contains("indicators.csv");
  }
}
