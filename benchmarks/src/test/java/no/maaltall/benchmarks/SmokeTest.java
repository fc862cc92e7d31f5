package no.maaltall.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Every benchmark but those of panels runs: one short iteration on a small table, in this process.
 */
class SmokeTest {
  @Test
  void everyBenchmarkRuns() throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(
                        "no\\.maaltall\\.benchmarks\\.(TidyTables|Accounts|Norm|Projection|Comparison|JsonStat).*")
                    .param("observations", "2500")
                    .param("regions", "3")
                    .param("units", "500")
                    .param("years", "2")
                    .param("draws", "2")
                    .param("indicators", "6")
                    .param("periods", "2")
                    .param("groups", "3")
                    .forks(0)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .measurementTime(TimeValue.milliseconds(1))
                    .shouldFailOnError(true)
                    .build())
            .run();
    assertThat(results).hasSize(38);
  }
}
