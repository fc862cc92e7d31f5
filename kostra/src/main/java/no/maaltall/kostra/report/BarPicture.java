package no.maaltall.kostra.report;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/**
 * Bars to the left and right of a reference: a service profile, the network = 100.
 *
 * <p>A bar without a value says so in words, and has no length.
 *
 * <pre>{@code
 * BarPicture.builder("Tjenesteprofil", 100)
 *     .bar("Enhetskostnad", 109.5, "109,5", BarPicture.Tone.BAD)
 *     .build()
 *     .toSvg();
 * }</pre>
 */
public final class BarPicture {
  private static final int WIDTH = 760;
  private static final int LABELS = 330;
  private static final int MARGIN = 60;
  private static final int ROW = 26;
  private static final int TOP = 44;
  private static final int LONGEST_LABEL = 52;

  /** What a bar says. */
  public enum Tone {
    /** Better than the reference. */
    GOOD("#2e7d32"),
    /** Worse than the reference. */
    BAD("#c62828"),
    /** Neither. */
    NEUTRAL("#607d8b");

    private final String colour;

    Tone(String colour) {
      this.colour = colour;
    }
  }

  /**
   * A bar.
   *
   * @param label what it is
   * @param value where it ends; NaN for none
   * @param text the value as printed
   * @param tone what it says
   */
  public record Bar(String label, double value, String text, Tone tone) {}

  private final String title;
  private final double reference;
  private final ImmutableList<Bar> bars;

  private BarPicture(String title, double reference, ImmutableList<Bar> bars) {
    this.title = title;
    this.reference = reference;
    this.bars = bars;
  }

  /**
   * {@return a builder of a picture}
   *
   * @param title what stands above it
   * @param reference where bars start, finite
   * @throws IllegalArgumentException if it is not finite
   */
  public static Builder builder(String title, double reference) {
    if (!Double.isFinite(reference)) {
      throw new IllegalArgumentException("a reference is finite, got " + reference);
    }
    return new Builder(title, reference);
  }

  /** {@return what stands above it} */
  public String title() {
    return title;
  }

  /** {@return where bars start} */
  public double reference() {
    return reference;
  }

  /** {@return the bars, from the top} */
  public ImmutableList<Bar> bars() {
    return bars;
  }

  /** {@return the picture as SVG} */
  public String toSvg() {
    int height = TOP + ROW * bars.size() + 16;
    Svg svg = new Svg(WIDTH, height, title);
    svg.rect(0, 0, WIDTH, height, "#ffffff");
    svg.text(12, 22, "start", title);
    double middle = LABELS + (WIDTH - LABELS) / 2.0;
    double half = (WIDTH - LABELS) / 2.0 - MARGIN;
    double longest = longest();
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double y = TOP + ROW * i;
      svg.text(LABELS - 8, y + 15, "end", shortened(bar.label()));
      double length =
          Double.isNaN(bar.value()) || longest == 0
              ? 0
              : (bar.value() - reference) / longest * half;
      svg.rect(Math.min(middle, middle + length), y + 4, Math.abs(length), 15, bar.tone().colour);
      boolean left = length < 0;
      svg.text(middle + length + (left ? -5 : 5), y + 16, left ? "end" : "start", bar.text());
    }
    svg.line(middle, TOP - 6, middle, height - 10, "#212121");
    return svg.close();
  }

  private double longest() {
    return bars.stream()
        .mapToDouble(b -> Math.abs(b.value() - reference))
        .filter(Double::isFinite)
        .max()
        .orElse(0);
  }

  private static String shortened(String label) {
    return label.codePointCount(0, label.length()) <= LONGEST_LABEL
        ? label
        : label.substring(0, label.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
  }

  /** Builds a picture, bar by bar. */
  public static final class Builder {
    private final String title;
    private final double reference;
    private final List<Bar> bars = new ArrayList<>();

    private Builder(String title, double reference) {
      this.title = title;
      this.reference = reference;
    }

    /**
     * Adds a bar below the others.
     *
     * @param label what it is
     * @param value where it ends; NaN for none
     * @param text the value as printed
     * @param tone what it says
     * @return this builder
     * @throws IllegalArgumentException if the value is infinite
     */
    public Builder bar(String label, double value, String text, Tone tone) {
      if (Double.isInfinite(value)) {
        throw new IllegalArgumentException("bar \"" + label + "\" ends at " + value);
      }
      bars.add(new Bar(label, value, text, tone));
      return this;
    }

    /** {@return the picture} */
    public BarPicture build() {
      return new BarPicture(title, reference, ImmutableList.copyOf(bars));
    }
  }
}
