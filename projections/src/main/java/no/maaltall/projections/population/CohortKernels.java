package no.maaltall.projections.population;

/**
 * The inner loops: each over whole arrays of regions with one index, which is what the compiler
 * turns into vector instructions. Arrays of one call have the same length and none is both read and
 * written unless its name says so.
 */
final class CohortKernels {
  private CohortKernels() {}

  /** {@code out = p · s}. */
  static void survive(double[] p, double[] s, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = p[i] * s[i];
    }
  }

  /** {@code out = p · (c + f · s)}: deaths are f times as many, with c = 1 − f. */
  static void survive(double[] p, double[] s, double c, double f, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = p[i] * (c + f * s[i]);
    }
  }

  /** {@code out = p · s + m}, and the lowest of them yet in {@code low}. */
  static void age(double[] p, double[] s, double[] m, double[] out, double[] low) {
    for (int i = 0; i < out.length; i++) {
      double persons = p[i] * s[i] + m[i];
      out[i] = persons;
      low[i] = Math.min(low[i], persons);
    }
  }

  /** {@code deaths = p − p · s}, {@code out = p · s + m}. */
  static void ageRecording(
      double[] p, double[] s, double[] m, double[] out, double[] low, double[] deaths) {
    for (int i = 0; i < out.length; i++) {
      double survivors = p[i] * s[i];
      double persons = survivors + m[i];
      deaths[i] = p[i] - survivors;
      out[i] = persons;
      low[i] = Math.min(low[i], persons);
    }
  }

  /** {@code out = p · (c + f · s) + m + z · |m|}. */
  static void ageShocked(
      double[] p,
      double[] s,
      double c,
      double f,
      double[] m,
      double z,
      double[] out,
      double[] low) {
    for (int i = 0; i < out.length; i++) {
      double persons = p[i] * (c + f * s[i]) + (m[i] + z * Math.abs(m[i]));
      out[i] = persons;
      low[i] = Math.min(low[i], persons);
    }
  }

  /** {@code sum += x}. */
  static void add(double[] sum, double[] x) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += x[i];
    }
  }

  /** {@code sum += w · x}. */
  static void add(double[] sum, double w, double[] x) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += w * x[i];
    }
  }

  /** {@code out += m}, and the lowest of them yet in {@code low}. */
  static void move(double[] out, double[] m, double[] low) {
    for (int i = 0; i < out.length; i++) {
      double persons = out[i] + m[i];
      out[i] = persons;
      low[i] = Math.min(low[i], persons);
    }
  }

  /** {@code out = p − s}. */
  static void subtract(double[] p, double[] s, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = p[i] - s[i];
    }
  }

  /** {@code births += f · (w + p · (c + k · s))}: twice the births of the women of an age. */
  static void addBirths(
      double[] f, double[] w, double[] p, double[] s, double c, double k, double[] births) {
    for (int i = 0; i < births.length; i++) {
      births[i] += f[i] * (w[i] + p[i] * (c + k * s[i]));
    }
  }

  /** {@code births += f · m}. */
  static void addBirthsOfMovers(double[] f, double[] m, double[] births) {
    for (int i = 0; i < births.length; i++) {
      births[i] += f[i] * m[i];
    }
  }

  /** {@code out = w · (n + z · |n|)}, added. */
  static void addNumbers(double[] n, double w, double z, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] += w * (n[i] + z * Math.abs(n[i]));
    }
  }

  /** {@code out = w · p · (n + z · |n|)}, added. */
  static void addRates(double[] n, double[] p, double w, double z, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] += w * p[i] * (n[i] + z * Math.abs(n[i]));
    }
  }

  /** Moves through a pool: what leaves is shared out again. */
  static void addPool(double[] leaving, double[] shares, double[] p, double w, double[] out) {
    double pool = 0;
    for (int i = 0; i < out.length; i++) {
      double leave = w * leaving[i] * p[i];
      pool += leave;
      out[i] -= leave;
    }
    for (int i = 0; i < out.length; i++) {
      out[i] += shares[i] * pool;
    }
  }

  static double lowest(double[] x) {
    double lowest = Double.POSITIVE_INFINITY;
    for (double value : x) {
      lowest = Math.min(lowest, value);
    }
    return lowest;
  }
}
