package no.maaltall.core.io;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Reads tables that are made to do harm, and prints what was said of each. HostileTablesTest runs
 * it in a JVM with a small heap. Nothing large is stored: the tables are made as they are read.
 */
final class HostileTables {
  private static final String HEADER = "INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE\n";
  private static final String RATIOS =
      "INDICATOR,NAME,UNIT_MEASURE,DIRECTION,DECIMALS,PARENT,NUMERATOR,DENOMINATOR\n";
  private static final String GOOD = "bhg.alle,3201,2018,100\n";
  private static final int LONG_CHAIN = 30_000;

  private HostileTables() {}

  public static void main(String[] args) {
    run("field of 10 MB", "observations.csv", HEADER + GOOD, 10_000_000, i -> "x", "\n");
    run("field of 200 MB", "observations.csv", HEADER + GOOD, 200_000_000, i -> "x", "\n");
    run("quoted 200 MB", "observations.csv", HEADER + GOOD + "\"", 100_000_000, i -> "x\n", "");
    run("line of 10 MB of commas", "observations.csv", HEADER, 10_000_000, i -> ",", "\n" + GOOD);
    run("header of 10 MB of commas", "observations.csv", "", 10_000_000, i -> ",", "\n" + GOOD);
    run("fields of 1 000 001", "observations.csv", HEADER + GOOD, 1_000_001, i -> "x", ",,,\n");
    run("10 MB of blank lines", "observations.csv", HEADER, 10_000_000, i -> "\n", GOOD);
    run("10 MB of NUL", "observations.csv", HEADER + GOOD, 10_000_000, i -> "\0", "");
    run(
        "900 000 digits",
        "observations.csv",
        HEADER + "bhg.alle,3201,2018,",
        900_000,
        i -> "9",
        "");
    run(
        "300 000 bad numbers",
        "observations.csv",
        HEADER,
        300_000,
        i -> "bhg.alle,3201,2018,x\n",
        GOOD);
    run(
        "300 000 unknown ids",
        "observations.csv",
        HEADER,
        300_000,
        i -> "x" + i + ",3201,2018,1\n",
        GOOD);
    run("300 000 times the same", "observations.csv", HEADER, 300_000, i -> GOOD, "");
    run(
        "300 000 contradictions",
        "observations.csv",
        HEADER,
        300_000,
        i -> "bhg.alle,3201,2018," + i + "\n",
        "");
    run(
        "unknown columns",
        "observations.csv",
        "INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE",
        900,
        i -> ",x" + i,
        "\n" + GOOD);
    run("bad bytes", "observations.csv", HEADER + GOOD, bytes(new byte[] {-1, -2, -61}, 300_000));
    run("random bytes", "observations.csv", HEADER + GOOD, bytes(random(), 100));
    run(
        "long ratio chain",
        "indicators.csv",
        RATIOS,
        LONG_CHAIN,
        i -> ratio(i, i == 0 ? "nope" : "r" + (i - 1)),
        "");
    run(
        "long good chain",
        "indicators.csv",
        RATIOS + "bhg.alle,,count,,,,,\nbhg.ledere,,count,,,,,\n",
        LONG_CHAIN,
        i -> ratio(i, i == 0 ? "bhg.alle" : "r" + (i - 1)),
        "");
    run(
        "long ratio circle",
        "indicators.csv",
        RATIOS,
        LONG_CHAIN,
        i -> ratio(i, "r" + (i + 1) % LONG_CHAIN),
        "");
    run(
        "long parent cycle",
        "indicators.csv",
        RATIOS,
        LONG_CHAIN,
        i -> "p" + i + ",,count,,,p" + (i + 1) % LONG_CHAIN + ",,\n",
        "");
  }

  private static String ratio(int i, String input) {
    return "r" + i + ",,ratio,,,," + input + "," + input + "\n";
  }

  private static byte[] random() {
    byte[] bytes = new byte[10_000];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private static InputStream bytes(byte[] bytes, int times) {
    return new Repeated(times, i -> bytes);
  }

  private static void run(
      String name, String file, String start, int times, IntFunction<String> middle, String end) {
    IntFunction<byte[]> utf8 = i -> middle.apply(i).getBytes(StandardCharsets.UTF_8);
    PrintStream out = System.out;
    for (boolean strict : new boolean[] {true, false}) {
      InputStream content =
          new SequenceInputStream(
              new SequenceInputStream(utf8(start), new Repeated(times, utf8)), utf8(end));
      out.println(name + (strict ? ", strict: " : ", lenient: ") + read(file, content, strict));
    }
  }

  private static void run(String name, String file, String start, InputStream middle) {
    InputStream content = new SequenceInputStream(utf8(start), middle);
    System.out.println(name + ", lenient: " + read(file, content, false));
  }

  private static InputStream utf8(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String read(String file, InputStream content, boolean strict) {
    TableSource good = TableSource.ofTexts(SampleTables.good());
    TableSource source = name -> name.equals(file) ? Optional.of(content) : good.open(name);
    if (strict) {
      try {
        return "read " + TidyTables.read(source).size();
      } catch (TidyTableException e) {
        return e.problem().kind() + " at line " + e.problem().line();
      }
    }
    Reading reading = TidyTables.readLenient(source);
    List<TableProblem> problems = reading.problems();
    return reading.dataSet().size()
        + " kept, "
        + problems.size()
        + " of "
        + reading.problemCount()
        + " problems"
        + (problems.isEmpty() ? "" : ", " + problems.get(0).kind());
  }

  /** Parts one after the other, each made when it is read. */
  private static final class Repeated extends InputStream {
    private final int times;
    private final IntFunction<byte[]> parts;
    private int next;
    private byte[] part = {};
    private int at;

    Repeated(int times, IntFunction<byte[]> parts) {
      this.times = times;
      this.parts = parts;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      int count = 0;
      while (count < length && (at < part.length || next < times)) {
        if (at == part.length) {
          part = parts.apply(next++);
          at = 0;
        }
        int some = Math.min(length - count, part.length - at);
        System.arraycopy(part, at, buffer, offset + count, some);
        at += some;
        count += some;
      }
      return count == 0 ? -1 : count;
    }
  }
}
