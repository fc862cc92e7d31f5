package no.maaltall.core.panel;

import com.google.common.base.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Series;

/** Prints the beginning of a panel. */
final class PanelTable {
  private static final int WIDEST = 40;
  // And other characters that take no place, or more than one.
  private static final Pattern LINE_ENDS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

  private PanelTable() {}

  static String of(Panel panel, int rows, int columns, Locale locale) {
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException(
          "a table has at least 1 row and 1 column, got " + rows + " and " + columns);
    }
    boolean english = "en".equals(locale.getLanguage());
    int shown = Math.min(rows, panel.columnSize());
    int periods = panel.axis().size();
    int from = Math.max(0, periods - columns);
    List<List<String>> table = new ArrayList<>();
    List<String> heading = new ArrayList<>();
    heading.add(english ? "indicator" : "indikator");
    heading.add("region");
    for (int p = from; p < periods; p++) {
      heading.add(panel.axis().period(p).toString());
    }
    table.add(heading);
    for (int row = 0; row < shown; row++) {
      table.add(line(panel, row, from, locale));
    }
    StringBuilder text = new StringBuilder(aligned(table));
    leftOut(text, panel.columnSize() - shown, english ? "more series" : "serier til");
    leftOut(text, from, english ? "earlier periods" : "tidligere perioder");
    return text.toString();
  }

  private static void leftOut(StringBuilder text, int count, String what) {
    if (count > 0) {
      text.append("... ").append(count).append(' ').append(what).append('\n');
    }
  }

  private static List<String> line(Panel panel, int row, int from, Locale locale) {
    int i = row / panel.regions().size();
    int r = row % panel.regions().size();
    Indicator indicator = panel.indicators().get(i);
    // A derived panel computes the statuses of a whole series at a time.
    Series series = panel.series(i, r);
    List<String> line = new ArrayList<>();
    line.add(shortened(indicator.id()));
    line.add(shortened(panel.regions().get(r).name()));
    for (int p = from; p < panel.axis().size(); p++) {
      ObservationStatus status = series.statusAt(p);
      String number =
          status.isMissing()
              ? ""
              : indicator.unit().formatShort(series.valueAt(p), indicator.decimals(), locale);
      String mark = status == ObservationStatus.NORMAL ? "" : status.code();
      line.add(number.isEmpty() || mark.isEmpty() ? number + mark : number + " " + mark);
    }
    return line;
  }

  private static String shortened(String text) {
    String line = LINE_ENDS.matcher(text).replaceAll(" ");
    return line.length() <= WIDEST ? line : line.substring(0, WIDEST - 1) + "…";
  }

  private static String aligned(List<List<String>> table) {
    int[] widths = new int[table.get(0).size()];
    for (List<String> line : table) {
      for (int c = 0; c < widths.length; c++) {
        widths[c] = Math.max(widths[c], line.get(c).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> line : table) {
      StringBuilder aligned = new StringBuilder();
      for (int c = 0; c < widths.length; c++) {
        String cell = line.get(c);
        aligned.append(c > 0 ? "  " : "");
        aligned.append(
            c < 2 ? Strings.padEnd(cell, widths[c], ' ') : Strings.padStart(cell, widths[c], ' '));
      }
      text.append(aligned.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
