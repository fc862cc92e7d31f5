package no.maaltall.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import no.maaltall.kostra.statbank.Cube;
import no.maaltall.kostra.statbank.JsonStat;
import no.ssb.jsonstat.v2.DatasetBuildable;
import org.junit.jupiter.api.Test;

/** Who is compared reads the same values, so that nobody wins by reading less. */
class JsonStatPeerTest {
  @Test
  void theSameValuesAreRead() throws IOException {
    byte[] json = JsonStatText.of(3);
    Cube cube = JsonStat.read(new ByteArrayInputStream(json));
    Map<Integer, Number> theirs =
        JsonStatBenchmark.mapper(new JsonFactory())
            .readValue(json, DatasetBuildable.class)
            .build()
            .getValue();

    assertThat(cube.size()).isEqualTo(3 * 8 * 14 * 20);
    int missing = 0;
    for (int at = 0; at < cube.size(); at++) {
      Number value = theirs.get(at);
      if (value == null) {
        assertThat(cube.statusAt(at).isMissing()).isTrue();
        assertThat(cube.signAt(at)).isNotEmpty();
        missing++;
      } else {
        assertThat(cube.valueAt(at)).isEqualTo(value.doubleValue());
      }
    }
    assertThat(missing).isBetween(200, 350);
  }
}
