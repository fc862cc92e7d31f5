package no.maaltall.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.norm.Bemanningsnorm;
import no.maaltall.core.norm.BulkResult;
import no.maaltall.core.norm.Kindergarten;
import no.maaltall.core.norm.KindergartenColumns;
import no.maaltall.core.norm.Laerernorm;
import no.maaltall.core.norm.MainStage;
import no.maaltall.core.norm.NormReport;
import no.maaltall.core.norm.NormStatus;
import no.maaltall.core.norm.Ownership;
import no.maaltall.core.norm.Pedagognorm;
import no.maaltall.core.norm.StageColumns;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The norms over arrays, beside the same norms one by one, what one would write by hand, and the
 * copying of as many bytes as the bulk form of the staffing norm reads and writes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 3,
    jvmArgs = {"-Xms4g", "-Xmx4g", "-XX:+AlwaysPreTouch"})
public class NormBenchmark {
  private static final LocalDate DAY = LocalDate.of(2023, 12, 15);
  private static final Period SCHOOL_YEAR = Period.schoolYear(2023);
  private static final double SHARE_UNKNOWN = 0.02;

  /** How many units times scenarios. */
  @Param("500000")
  public int units;

  private StageColumns stages = StageColumns.of(List.of());
  private KindergartenColumns kindergartens = KindergartenColumns.of(List.of());
  private BulkResult result = BulkResult.ofSize(0);
  private List<Kindergarten> subjects = List.of();
  private List<HandWritten> handWritten = List.of();
  private double[] from = {};
  private double[] to = {};

  /** A kindergarten as a program of its own would have it. */
  private record HandWritten(double placesUnder, double placesOver, double staff) {}

  /** Makes units of every kind; staff is unknown in a fiftieth of them. */
  @Setup
  public void makeUnits() {
    SplittableRandom random = new SplittableRandom(1);
    makeStages(random);
    int[] under = new int[units];
    int[] over = new int[units];
    double[] placesUnder = new double[units];
    double[] placesOver = new double[units];
    double[] staff = new double[units];
    double[] leaders = new double[units];
    List<Kindergarten> made = new ArrayList<>(units);
    List<HandWritten> byHand = new ArrayList<>(units);
    for (int i = 0; i < units; i++) {
      under[i] = random.nextInt(60);
      over[i] = 1 + random.nextInt(80);
      placesUnder[i] = under[i] * (0.9 + 0.1 * random.nextDouble());
      placesOver[i] = over[i] * (0.9 + 0.1 * random.nextDouble());
      boolean unknown = random.nextDouble() < SHARE_UNKNOWN;
      double required = placesUnder[i] / 3 + placesOver[i] / 6;
      staff[i] = unknown ? Double.NaN : required * (0.9 + 0.3 * random.nextDouble());
      leaders[i] = random.nextInt(16);
      Kindergarten.Builder builder =
          Kindergarten.builder()
              .id("K" + i)
              .date(DAY)
              .childrenUnderThree(under[i])
              .childrenOverThree(over[i])
              .placesUnderThree(placesUnder[i])
              .placesOverThree(placesOver[i])
              .leaders(leaders[i]);
      made.add(unknown ? builder.build() : builder.staff(staff[i]).build());
      byHand.add(new HandWritten(placesUnder[i], placesOver[i], staff[i]));
    }
    kindergartens =
        KindergartenColumns.ofUnsafe(
            under,
            over,
            placesUnder,
            placesOver,
            staff,
            leaders,
            new double[units],
            new boolean[units],
            new boolean[units]);
    subjects = made;
    handWritten = byHand;
    result = BulkResult.ofSize(units);
    // Two ints and five doubles are read and a flag, four doubles and a reference written.
    from = new double[5 * units];
    to = new double[5 * units];
  }

  private void makeStages(SplittableRandom random) {
    MainStage[] stage = new MainStage[units];
    Ownership[] owner = new Ownership[units];
    int[] pupils = new int[units];
    double[] pupilHours = new double[units];
    double[] teacherHours = new double[units];
    double[] special = new double[units];
    double[] language = new double[units];
    for (int i = 0; i < units; i++) {
      stage[i] = MainStage.values()[random.nextInt(3)];
      owner[i] = random.nextInt(20) == 0 ? Ownership.PRIVATE : Ownership.PUBLIC;
      pupils[i] = 1 + random.nextInt(300);
      pupilHours[i] = pupils[i] * 750.0;
      special[i] = random.nextInt(1000);
      language[i] = random.nextInt(300);
      double ordinary = pupilHours[i] / (12 + 12 * random.nextDouble());
      boolean unknown = random.nextDouble() < SHARE_UNKNOWN;
      teacherHours[i] = unknown ? Double.NaN : ordinary + special[i] + language[i];
    }
    stages =
        StageColumns.ofUnsafe(stage, owner, pupils, pupilHours, teacherHours, special, language);
  }

  /** {@return the result, with a verdict and numbers for every stage} */
  @Benchmark
  public BulkResult bulkTeachers() {
    Laerernorm.standard().assess(stages, SCHOOL_YEAR, result);
    return result;
  }

  /** {@return the result, with a verdict and numbers for every kindergarten} */
  @Benchmark
  public BulkResult bulkStaff() {
    Bemanningsnorm.standard().assess(kindergartens, DAY, result);
    return result;
  }

  /** {@return the result, with a verdict and numbers for every kindergarten} */
  @Benchmark
  public BulkResult bulkLeaders() {
    Pedagognorm.standard().assess(kindergartens, DAY, result);
    return result;
  }

  /** {@return the report, with the texts and explanations that the bulk form leaves out} */
  @Benchmark
  public NormReport oneByOneStaff() {
    return Bemanningsnorm.standard().assess(subjects);
  }

  /** {@return counts by status: a loop over objects that checks nothing and gives no reasons} */
  @Benchmark
  public Map<NormStatus, Integer> byHandStaff() {
    Map<NormStatus, Integer> counts = new EnumMap<>(NormStatus.class);
    for (HandWritten k : handWritten) {
      double actual = (2 * k.placesUnder() + k.placesOver()) / k.staff();
      NormStatus status =
          Double.isNaN(actual)
              ? NormStatus.UNKNOWN
              : actual <= 6 ? NormStatus.COMPLIES : NormStatus.BREACHES;
      counts.merge(status, 1, Integer::sum);
    }
    return counts;
  }

  /** {@return the copy: the bytes of the staffing norm moved, and nothing computed} */
  @Benchmark
  public double[] copySameBytes() {
    System.arraycopy(from, 0, to, 0, from.length);
    return to;
  }
}
