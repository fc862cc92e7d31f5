package no.maaltall.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Every benchmark of panels runs: one short iteration on a small panel, in this process. */
class PanelSmokeTest {
  @Test
  void everyBenchmarkRunsAndTheTableIsPrinted(@TempDir Path directory)
      throws RunnerException, IOException {
    Path file = directory.resolve("result.json");
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include("no\\.maaltall\\.benchmarks\\.Panel.*")
                    .param("regions", "17")
                    .param("indicators", "5")
                    .param("periods", "6")
                    .param("missing", "0", "0.3")
                    .forks(0)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .measurementTime(TimeValue.milliseconds(1))
                    .shouldFailOnError(true)
                    .resultFormat(ResultFormatType.JSON)
                    .result(file.toString())
                    .build())
            .run();
    long benchmarks =
        Stream.of(PanelBenchmark.class, PanelPeersBenchmark.class)
            .flatMap(c -> Arrays.stream(c.getMethods()))
            .filter(m -> m.isAnnotationPresent(Benchmark.class))
            .count();
    assertThat(results).hasSize((int) (2 * benchmarks));
    assertThat(RatioTable.of(file))
        .contains("17 regions x 5 indicators x 6 periods, 30 % missing")
        .contains("least-squares slope", "DuckDb", "Dflib", "two threads");
  }
}
