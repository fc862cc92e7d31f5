package no.maaltall.kostra.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A picture as SVG text, element by element. */
final class Svg {
  private final StringBuilder text = new StringBuilder();

  Svg(int width, int height, String title) {
    text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
        .append(width)
        .append("\" height=\"")
        .append(height)
        .append("\" viewBox=\"0 0 ")
        .append(width)
        .append(' ')
        .append(height)
        .append("\" role=\"img\" font-family=\"sans-serif\" font-size=\"12\">\n<title>")
        .append(escape(title))
        .append("</title>\n");
  }

  Svg rect(double x, double y, double width, double height, String fill) {
    text.append("<rect x=\"")
        .append(number(x))
        .append("\" y=\"")
        .append(number(y))
        .append("\" width=\"")
        .append(number(width))
        .append("\" height=\"")
        .append(number(height))
        .append("\" fill=\"")
        .append(fill)
        .append("\"/>\n");
    return this;
  }

  Svg line(double x1, double y1, double x2, double y2, String stroke) {
    text.append("<line x1=\"")
        .append(number(x1))
        .append("\" y1=\"")
        .append(number(y1))
        .append("\" x2=\"")
        .append(number(x2))
        .append("\" y2=\"")
        .append(number(y2))
        .append("\" stroke=\"")
        .append(stroke)
        .append("\"/>\n");
    return this;
  }

  /** A text that ends, is centred or starts at x: {@code end}, {@code middle}, {@code start}. */
  Svg text(double x, double y, String anchor, String words) {
    text.append("<text x=\"")
        .append(number(x))
        .append("\" y=\"")
        .append(number(y))
        .append("\" text-anchor=\"")
        .append(anchor)
        .append("\">")
        .append(escape(words))
        .append("</text>\n");
    return this;
  }

  /** A line through points: x and y in turn. */
  Svg polyline(String points, String stroke) {
    text.append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"")
        .append(stroke)
        .append("\" points=\"")
        .append(points)
        .append("\"/>\n");
    return this;
  }

  Svg dot(double x, double y, String fill) {
    text.append("<circle r=\"3\" cx=\"")
        .append(number(x))
        .append("\" cy=\"")
        .append(number(y))
        .append("\" fill=\"")
        .append(fill)
        .append("\"/>\n");
    return this;
  }

  String close() {
    return text + "</svg>\n";
  }

  /** A coordinate with two decimals, whatever the locale. */
  static String number(double value) {
    return BigDecimal.valueOf(value)
        .setScale(2, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** Text that ends no element, and has no characters that XML does not allow. */
  static String escape(String words) {
    StringBuilder escaped = new StringBuilder(words.length());
    words
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isAllowed(c) ? c : ' ');
              }
            });
    return escaped.toString();
  }

  private static boolean isAllowed(int c) {
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return c >= ' ' && !surrogate && c != 0xfffe && c != 0xffff;
  }
}
