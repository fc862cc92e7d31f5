package no.maaltall.benchmarks;

import java.util.SplittableRandom;

/**
 * Made-up tidy tables.
 *
 * @param indicators the text of {@code indicators.csv}
 * @param observations the text of {@code observations.csv}
 */
record TidyRows(String indicators, String observations) {
  private static final int INDICATORS = 250;
  private static final int FIRST_YEAR = 2015;
  private static final int YEARS = 10;

  /** Two in a hundred are missing, one is provisional; values have up to two decimals. */
  static TidyRows of(int observations, boolean bySeries) {
    int regions = Math.max(1, observations / (INDICATORS * YEARS));
    StringBuilder indicators =
        new StringBuilder("INDICATOR,NAME,UNIT_MEASURE,DIRECTION,DECIMALS\n");
    for (int i = 0; i < INDICATORS; i++) {
      indicators.append(id(i)).append(",Indikator ").append(i).append(",NOK/inhabitant,-1,1\n");
    }
    StringBuilder rows = new StringBuilder("INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n");
    SplittableRandom random = new SplittableRandom(20_261_122);
    int series = INDICATORS * regions;
    for (int n = 0; n < series * YEARS; n++) {
      int s = bySeries ? n / YEARS : n % series;
      int year = FIRST_YEAR + (bySeries ? n % YEARS : n / series);
      rows.append(id(s / regions)).append(',').append(region(s % regions)).append(',');
      rows.append(year).append(',').append(valueAndStatus(random)).append('\n');
    }
    return new TidyRows(indicators.toString(), rows.toString());
  }

  private static String id(int indicator) {
    return "omraade" + indicator % 20 + ".nokkeltall-" + indicator;
  }

  private static int region(int region) {
    return 1101 + region;
  }

  private static String valueAndStatus(SplittableRandom random) {
    int kind = random.nextInt(100);
    String value = Double.toString(random.nextInt(10_000, 10_000_000) / 100.0);
    return switch (kind) {
      case 0 -> ",";
      case 1 -> ",Q";
      case 2 -> value + ",P";
      default -> value + ",";
    };
  }
}
