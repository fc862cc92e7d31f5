package no.maaltall.core.measure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.SeriesBreak;

/**
 * Series as a line of text: {@code 2014=76.6 2015=81P 2016=Q 2018=5B !2017:reform}.
 *
 * <p>A value may be followed by its status; a status alone is a missing value; {@code !} declares a
 * break and its reason.
 */
final class SeriesText {
  private static final Pattern OBSERVATION =
      Pattern.compile("(\\S+)=(-?[0-9.]+(?:e-?[0-9]+)?)?([A-Z])?");

  private SeriesText() {}

  static Series parse(Indicator indicator, String text) {
    Series.Builder builder = Series.builder(indicator, Region.of("3201", "Bærum"));
    for (String token : text.strip().split(" +", -1)) {
      if (token.startsWith("!")) {
        int colon = token.indexOf(':');
        Period from = Period.parse(token.substring(1, colon));
        builder.addBreak(SeriesBreak.of(from, token.substring(colon + 1)));
        continue;
      }
      Matcher m = OBSERVATION.matcher(token);
      if (!m.matches()) {
        throw new IllegalArgumentException("no observation: " + token);
      }
      double value = m.group(2) == null ? Double.NaN : Double.parseDouble(m.group(2));
      ObservationStatus status =
          m.group(3) == null ? ObservationStatus.NORMAL : ObservationStatus.parse(m.group(3));
      builder.add(Period.parse(m.group(1)), new Observation(value, status));
    }
    return builder.build();
  }

  /** Of an indicator in percent with one decimal, better the higher, without a target. */
  static Series parse(String text) {
    return parse(SeriesArbitraries.PERCENTAGE, text);
  }
}
