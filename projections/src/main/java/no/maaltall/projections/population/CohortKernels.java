package no.maaltall.projections.population;

/**
 * The inner loops: each over a range of regions, from {@code from} to before {@code to}, with one
 * index for all arrays, which is what the compiler turns into vector instructions. Arrays of one
 * call have the same length. One that is written may be one that is read, too: every number is read
 * before it is written, and no other index is.
 */
final class CohortKernels {
  private CohortKernels() {}

  /** {@code out = p · s}. */
  static void survive(double[] p, double[] s, double[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = p[i] * s[i];
    }
  }

  /** {@code out = p · (1 − s)}. */
  static void remain(double[] p, double[] s, double[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = p[i] * (1 - s[i]);
    }
  }

  /** {@code out = p · (c + f · s)}: deaths are f times as many, with c = 1 − f. */
  static void survive(double[] p, double[] s, double c, double f, double[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = p[i] * (c + f * s[i]);
    }
  }

  /** {@code out = p · s + m}, and twice what it falls short of 0 added to {@code lacking}. */
  static void age(
      double[] p, double[] s, double[] m, double[] out, double[] lacking, int from, int to) {
    for (int i = from; i < to; i++) {
      double persons = p[i] * s[i] + m[i];
      out[i] = persons;
      lacking[i] += Math.abs(persons) - persons;
    }
  }

  /** {@code out = p · (c + f · s) + m + z · |m|}, and {@code lacking} as above. */
  static void ageShocked(
      double[] p,
      double[] s,
      double c,
      double f,
      double[] m,
      double z,
      double[] out,
      double[] lacking,
      int from,
      int to) {
    for (int i = from; i < to; i++) {
      double persons = p[i] * (c + f * s[i]) + (m[i] + z * Math.abs(m[i]));
      out[i] = persons;
      lacking[i] += Math.abs(persons) - persons;
    }
  }

  /** {@code sum += x}. */
  static void add(double[] sum, double[] x, int from, int to) {
    for (int i = from; i < to; i++) {
      sum[i] += x[i];
    }
  }

  /** {@code sum += w · x}. */
  static void add(double[] sum, double w, double[] x, int from, int to) {
    for (int i = from; i < to; i++) {
      sum[i] += w * x[i];
    }
  }

  /** {@code out += m}, and twice what it falls short of 0 added to {@code lacking}. */
  static void move(double[] out, double[] m, double[] lacking, int from, int to) {
    for (int i = from; i < to; i++) {
      double persons = out[i] + m[i];
      out[i] = persons;
      lacking[i] += Math.abs(persons) - persons;
    }
  }

  /** {@code out += m + z · |m|}, and {@code lacking} as above. */
  static void moveShocked(double[] out, double[] m, double z, double[] lacking, int from, int to) {
    for (int i = from; i < to; i++) {
      double persons = out[i] + (m[i] + z * Math.abs(m[i]));
      out[i] = persons;
      lacking[i] += Math.abs(persons) - persons;
    }
  }

  /** {@code births += f · (w + p · (c + k · s))}: twice the births of the women of an age. */
  static void addBirths(
      double[] f,
      double[] w,
      double[] p,
      double[] s,
      double c,
      double k,
      double[] births,
      int from,
      int to) {
    for (int i = from; i < to; i++) {
      births[i] += f[i] * (w[i] + p[i] * (c + k * s[i]));
    }
  }

  /** {@code births += f · m}. */
  static void addBirthsOfMovers(double[] f, double[] m, double[] births, int from, int to) {
    for (int i = from; i < to; i++) {
      births[i] += f[i] * m[i];
    }
  }

  /** {@code out = w · (n + z · |n|)}, added. */
  static void addNumbers(double[] n, double w, double z, double[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] += w * (n[i] + z * Math.abs(n[i]));
    }
  }

  /** {@code out = w · p · (n + z · |n|)}, added. */
  static void addRates(double[] n, double[] p, double w, double z, double[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] += w * p[i] * (n[i] + z * Math.abs(n[i]));
    }
  }

  /** Moves through a pool: what leaves is shared out again. */
  static void addPool(
      double[] leaving, double[] shares, double[] p, double w, double[] out, int from, int to) {
    double pool = 0;
    for (int i = from; i < to; i++) {
      double leave = w * leaving[i] * p[i];
      pool += leave;
      out[i] -= leave;
    }
    for (int i = from; i < to; i++) {
      out[i] += shares[i] * pool;
    }
  }

  /** Whether something was added that is not 0: a negative number has been seen. */
  static boolean isLacking(double[] lacking, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += lacking[i];
    }
    return sum != 0;
  }

  static boolean isAnyAboveZero(double[] x) {
    for (double value : x) {
      if (value > 0) {
        return true;
      }
    }
    return false;
  }

  static double lowest(double[] x) {
    double lowest = Double.POSITIVE_INFINITY;
    for (double value : x) {
      lowest = Math.min(lowest, value);
    }
    return lowest;
  }
}
