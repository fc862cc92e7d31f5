package no.maaltall.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.guava.GuavaModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import no.maaltall.kostra.statbank.Cube;
import no.maaltall.kostra.statbank.JsonStat;
import no.ssb.jsonstat.JsonStatModule;
import no.ssb.jsonstat.v2.Dataset;
import no.ssb.jsonstat.v2.DatasetBuildable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reading the largest answer that SSB's Statbank gives: 800,000 values of JSON-stat 2.0, 4 % of
 * them missing, with a status object of as many entries, from bytes in memory.
 *
 * <p>Beside it the limit: Jackson passing over the tokens of the same bytes, with its two features
 * off that are slow on the thousands of different names of a status object, and as it comes. And
 * the peer: json-stat-java, with Jackson as it comes and with the same features off. It keeps no
 * statuses, and its result is not turned into an array here.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 3,
    jvmArgs = {"-Xms3g", "-Xmx3g", "-XX:+AlwaysPreTouch"})
public class JsonStatBenchmark {
  private static final JsonFactory TUNED =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  /** How many municipalities: 357 with 8 variables, 14 years and 20 ages are 799,680 cells. */
  @Param("357")
  int regions;

  private byte[] json = new byte[0];
  private final ObjectMapper peer = mapper(new JsonFactory());
  private final ObjectMapper tunedPeer = mapper(TUNED.copy());

  static ObjectMapper mapper(JsonFactory factory) {
    return new ObjectMapper(factory)
        .registerModules(
            new GuavaModule(), new Jdk8Module(), new JavaTimeModule(), new JsonStatModule());
  }

  /** Generates the bytes, always the same. */
  @Setup(Level.Trial)
  public void generate() {
    json = JsonStatText.of(regions);
  }

  /** Ours: a cube with the status of every cell. */
  @Benchmark
  public Cube cube() {
    return JsonStat.read(new ByteArrayInputStream(json));
  }

  /** The limit: the tokens are passed over. */
  @Benchmark
  public int limitSkipTuned() throws IOException {
    return skip(TUNED);
  }

  /** The same with Jackson as it comes. */
  @Benchmark
  public int skipDefault() throws IOException {
    return skip(peer.getFactory());
  }

  private int skip(JsonFactory factory) throws IOException {
    int tokens = 0;
    try (JsonParser parser = factory.createParser(json)) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    }
    return tokens;
  }

  /** json-stat-java with Jackson as it comes. */
  @Benchmark
  public Dataset jsonStatJava() throws IOException {
    return peer.readValue(json, DatasetBuildable.class).build();
  }

  /** json-stat-java with the same features off. */
  @Benchmark
  public Dataset jsonStatJavaTuned() throws IOException {
    return tunedPeer.readValue(json, DatasetBuildable.class).build();
  }
}
