package no.maaltall.benchmarks;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import no.maaltall.kostra.accounts.AccountTable;
import no.maaltall.kostra.accounts.AccountingRules;
import no.maaltall.kostra.accounts.Hierarchy;
import no.maaltall.kostra.accounts.Kontoklasse;
import no.maaltall.kostra.accounts.Ledger;
import no.maaltall.kostra.accounts.StarTable;
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
 * The municipal accounts of a country: rules as large as Statistics Norway's of 2015 applied to a
 * generated ledger of 5,000 lines per region, and a tenth of that for its enterprises; both scopes,
 * all functions and account types that a municipality has.
 *
 * <p>The rules are generated too, so that nothing but this module is needed: as many codes, edges
 * and nettings as those of 2015, about 65,000 amounts per region.
 *
 * <p>Beside it the limit: writing as many amounts as the result has, from memory that is read once.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 3,
    jvmArgs = {"-Xms3g", "-Xmx3g", "-XX:+AlwaysPreTouch"})
public class AccountsBenchmark {
  private static final int FUNCTIONS = 85;
  private static final int FUNCTION_SUMS = 55;
  private static final int ARTS = 121;
  private static final int ART_SUMS = 160;
  private static final int PARTS_PER_SUM = 3;
  private static final int NETTINGS = 30;
  private static final int LINES = 5000;
  private static final int ENTERPRISE_LINES = 500;

  /** How many regions: the time per region should not depend on it. */
  @Param({"90", "360"})
  int regions;

  private AccountingRules rules = AccountingRules.of(2024);
  private Ledger own = Ledger.empty("own");
  private Ledger enterprises = Ledger.empty("enterprises");
  private long[] amounts = new long[0];

  /** Generates rules and ledgers, always the same. */
  @Setup(Level.Trial)
  public void generate() {
    rules = rules();
    own = ledger("own", LINES, 1);
    enterprises = ledger("enterprises", ENTERPRISE_LINES, 2);
    amounts = new long[Math.toIntExact(apply().size())];
  }

  /** Every amount of every region, with and without enterprises. */
  @Benchmark
  public AccountTable apply() {
    return rules.apply(own, enterprises);
  }

  /** Compiling the rules. */
  @Benchmark
  public AccountingRules compile() {
    return rules();
  }

  /** The physical limit: as many amounts, copied. */
  @Benchmark
  public long[] limitCopy() {
    return amounts.clone();
  }

  private static String number(int n) {
    return Integer.toString(1000 + n).substring(1);
  }

  private static AccountingRules rules() {
    Random random = new Random(2015);
    Hierarchy.Builder functions = Hierarchy.builder("functions");
    addSums(functions, "FGK", FUNCTION_SUMS, FUNCTIONS, 100, random);
    for (int f = 0; f < FUNCTIONS; f++) {
      functions.add("FG2", number(100 + f), 1);
    }
    Hierarchy.Builder arts = Hierarchy.builder("arts");
    addSums(arts, "AG", ART_SUMS, ARTS, 10, random);
    for (int a = 0; a < ARTS; a++) {
      arts.add("ALL", number(10 + a), 1);
    }
    Hierarchy.Builder netting = Hierarchy.builder("netting");
    for (int s = 0; s < NETTINGS; s++) {
      netting.add("AG" + 5 * s, number(10 + s), -1).add("AG" + 5 * s, "ALL", -1);
    }
    Hierarchy nettings = netting.build();
    StarTable table =
        StarTable.of(
            List.of(
                new StarTable.Row("", "D", "", "A*", 1),
                new StarTable.Row("", "I", "", "AG1*", 1),
                new StarTable.Row("", "", "FG2", "AG?", -1)));
    return AccountingRules.builder(2015)
        .functions(functions.build())
        .arts(arts.build())
        .enterpriseNetting(nettings)
        .municipalityNetting(nettings)
        .starTable(table)
        .formula("D:FG2:AG10 = D:FG2:AG11 - I:FG2:AG12")
        .formula("D:FG2:AG13 = D:FG2:AG10 + D:FG2:AG13")
        .build();
  }

  /** Each sum is of an earlier sum and three codes that amounts are booked on. */
  private static void addSums(
      Hierarchy.Builder to, String name, int sums, int codes, int firstCode, Random random) {
    for (int s = 0; s < sums; s++) {
      BitSet chosen = new BitSet();
      while (chosen.cardinality() < PARTS_PER_SUM) {
        chosen.set(random.nextInt(codes));
      }
      String sum = name + s;
      chosen.stream()
          .forEach(c -> to.add(sum, number(firstCode + c), random.nextInt(4) == 0 ? -1 : 1));
      if (s > 0) {
        to.add(sum, name + random.nextInt(s), 1);
      }
    }
  }

  private Ledger ledger(String name, int lines, long seed) {
    Random random = new Random(seed);
    Ledger.Builder ledger = Ledger.builder(name);
    for (int r = 0; r < regions; r++) {
      String region = Integer.toString(1001 + r);
      BitSet seen = new BitSet();
      while (seen.cardinality() < lines) {
        int key = random.nextInt(2 * FUNCTIONS * ARTS);
        if (!seen.get(key)) {
          seen.set(key);
          ledger.add(
              region,
              Kontoklasse.values()[key % 2],
              number(100 + key / 2 % FUNCTIONS),
              number(10 + key / 2 / FUNCTIONS),
              random.nextInt(2_000_000) - 100_000L);
        }
      }
    }
    return ledger.build();
  }
}
