package no.maaltall.kostra.report;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Series;

/**
 * Series over time, one line each: a trend, or a municipality beside its network.
 *
 * <p>A missing value is a gap in the line, never a zero, and a break in a series is a gap too: what
 * lies on both sides of it is not to be read as one movement. The axis starts where the values do,
 * and says so with its numbers.
 *
 * <pre>{@code
 * LinePicture.of("Enhetskostnad funksjon 244", List.of(baerum, asker)).toSvg();
 * }</pre>
 */
public final class LinePicture {
  private static final Locale NORWEGIAN = Locale.forLanguageTag("nb-NO");
  private static final ImmutableList<String> COLOURS =
      ImmutableList.of("#1565c0", "#c62828", "#2e7d32", "#ef6c00", "#6a1b9a", "#00838f");
  private static final int WIDTH = 760;
  private static final int HEIGHT = 360;
  private static final int LEFT = 90;
  private static final int RIGHT = 190;
  private static final int TOP = 44;
  private static final int BOTTOM = 40;
  private static final int STEPS = 4;
  private static final int MOST_LABELS = 12;

  private final String title;
  private final ImmutableList<Series> series;
  private final ImmutableList<Period> periods;

  private LinePicture(String title, ImmutableList<Series> series, ImmutableList<Period> periods) {
    this.title = title;
    this.series = series;
    this.periods = periods;
  }

  /**
   * {@return a picture of some series}
   *
   * @param title what stands above it
   * @param series the series: of one unit and kind of period, at least one
   * @throws IllegalArgumentException if there are none, or they differ
   */
  public static LinePicture of(String title, Collection<Series> series) {
    ImmutableList<Series> all = ImmutableList.copyOf(series);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("picture \"" + title + "\" needs a series");
    }
    Series first = all.get(0);
    TreeSet<Period> periods = new TreeSet<>();
    for (Series s : all) {
      boolean same =
          s.frequency() == first.frequency()
              && s.indicator().unit().equals(first.indicator().unit())
              && s.indicator().priceBase().equals(first.indicator().priceBase());
      if (!same) {
        throw new IllegalArgumentException(
            "picture \""
                + title
                + "\": "
                + s.indicator().id()
                + " has another unit, price base or kind of period than "
                + first.indicator().id());
      }
      periods.addAll(s.periods());
    }
    return new LinePicture(title, all, ImmutableList.copyOf(periods));
  }

  /** {@return the picture as SVG} */
  public String toSvg() {
    Svg svg = new Svg(WIDTH, HEIGHT, title);
    svg.rect(0, 0, WIDTH, HEIGHT, "#ffffff").text(12, 22, "start", title);
    Scale scale = Scale.of(series);
    Indicator indicator = series.get(0).indicator();
    for (int i = 0; i <= STEPS; i++) {
      double part = (double) i / STEPS;
      double value = scale.low() * (1 - part) + scale.high() * part;
      double y = y(value, scale);
      svg.line(LEFT, y, WIDTH - RIGHT, y, "#e0e0e0");
      svg.text(
          LEFT - 8,
          y + 4,
          "end",
          indicator.unit().formatShort(value, indicator.decimals(), NORWEGIAN));
    }
    int every = (periods.size() + MOST_LABELS - 1) / MOST_LABELS;
    for (int p = 0; p < periods.size(); p += every) {
      svg.text(x(p), HEIGHT - BOTTOM + 20, "middle", periods.get(p).toString());
    }
    for (int s = 0; s < series.size(); s++) {
      draw(svg, s, scale);
    }
    return svg.close();
  }

  private void draw(Svg svg, int number, Scale scale) {
    Series line = series.get(number);
    String colour = COLOURS.get(number % COLOURS.size());
    StringBuilder points = new StringBuilder();
    int count = 0;
    int before = -1;
    for (int p = 0; p < periods.size(); p++) {
      double value = line.at(periods.get(p)).value();
      boolean broken =
          before >= 0
              && line.hasBreakBetween(periods.get(before).ordinal(), periods.get(p).ordinal());
      if (Double.isNaN(value) || broken) {
        finish(svg, points, count, colour);
        count = 0;
      }
      if (!Double.isNaN(value)) {
        points.append(Svg.number(x(p))).append(',').append(Svg.number(y(value, scale))).append(' ');
        svg.dot(x(p), y(value, scale), colour);
        count++;
        before = p;
      }
    }
    finish(svg, points, count, colour);
    double y = TOP + 18.0 * number;
    svg.rect(WIDTH - RIGHT + 14, y, 12, 4, colour);
    svg.text(WIDTH - RIGHT + 32, y + 6, "start", line.region().name());
  }

  private static void finish(Svg svg, StringBuilder points, int count, String colour) {
    if (count > 1) {
      svg.polyline(points.toString().strip(), colour);
    }
    points.setLength(0);
  }

  private double x(int period) {
    double width = WIDTH - LEFT - RIGHT - 20.0;
    return LEFT + 10 + (periods.size() == 1 ? width / 2 : width * period / (periods.size() - 1));
  }

  private static double y(double value, Scale scale) {
    double height = HEIGHT - TOP - BOTTOM;
    return HEIGHT - BOTTOM - height * scale.part(value);
  }

  /** From the lowest to the highest value. */
  private record Scale(double low, double high) {
    static Scale of(List<Series> series) {
      double[] values =
          series.stream()
              .flatMapToDouble(s -> Arrays.stream(s.toArray()))
              .filter(v -> !Double.isNaN(v))
              .sorted()
              .toArray();
      return values.length == 0 ? new Scale(0, 1) : new Scale(values[0], values[values.length - 1]);
    }

    /** Halved, so that the distance of two large values does not overflow. */
    double part(double value) {
      double distance = high / 2 - low / 2;
      return distance == 0 ? 0.5 : (value / 2 - low / 2) / distance;
    }
  }
}
