package no.maaltall.kostra.report;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of texts as printed: a title, columns, rows and footnotes.
 *
 * <pre>{@code
 * Table.builder("Nøkkeltall")
 *     .column("Indikator", Table.Align.LEFT)
 *     .column("2018", Table.Align.RIGHT)
 *     .row("Antall meldinger", "807")
 *     .note("* foreløpige tall")
 *     .build()
 *     .toText();
 * }</pre>
 *
 * <p>Cells are texts, already rounded and with their units; a table computes nothing.
 */
public final class Table {

  /** Where in its column a cell stands. */
  public enum Align {
    /** To the left: for words. */
    LEFT,
    /** To the right: for numbers. */
    RIGHT
  }

  /**
   * A column.
   *
   * @param heading what stands above it
   * @param align where its cells stand
   */
  public record Column(String heading, Align align) {}

  private static final String GAP = "  ";

  private final String title;
  private final ImmutableList<Column> columns;
  private final ImmutableList<ImmutableList<String>> rows;
  private final ImmutableList<String> notes;

  private Table(Builder builder) {
    this.title = builder.title;
    this.columns = ImmutableList.copyOf(builder.columns);
    this.rows = ImmutableList.copyOf(builder.rows);
    this.notes = ImmutableList.copyOf(builder.notes);
  }

  /**
   * {@return a builder of a table}
   *
   * @param title what stands above the table; may be empty
   */
  public static Builder builder(String title) {
    return new Builder(title);
  }

  /** {@return what stands above it} */
  public String title() {
    return title;
  }

  /** {@return its columns} */
  public ImmutableList<Column> columns() {
    return columns;
  }

  /** {@return its rows, each with a cell per column} */
  public ImmutableList<ImmutableList<String>> rows() {
    return rows;
  }

  /** {@return its footnotes} */
  public ImmutableList<String> notes() {
    return notes;
  }

  /**
   * {@return the table as aligned text, with a line under the headings; lines end with a newline}
   */
  public String toText() {
    int[] widths = new int[columns.size()];
    for (int c = 0; c < widths.length; c++) {
      widths[c] = width(columns.get(c).heading());
      for (ImmutableList<String> row : rows) {
        widths[c] = Math.max(widths[c], width(row.get(c)));
      }
    }
    StringBuilder text = new StringBuilder();
    if (!title.isEmpty()) {
      text.append(title).append('\n');
    }
    appendLine(text, headings(), widths);
    int total = GAP.length() * Math.max(0, widths.length - 1);
    for (int width : widths) {
      total += width;
    }
    text.append("-".repeat(total)).append('\n');
    rows.forEach(row -> appendLine(text, row, widths));
    notes.forEach(note -> text.append(oneLine(note)).append('\n'));
    return text.toString();
  }

  private ImmutableList<String> headings() {
    return columns.stream().map(Column::heading).collect(ImmutableList.toImmutableList());
  }

  private void appendLine(StringBuilder text, List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < widths.length; c++) {
      String cell = oneLine(cells.get(c));
      String padding = " ".repeat(widths[c] - width(cell));
      line.append(c == 0 ? "" : GAP);
      line.append(columns.get(c).align() == Align.LEFT ? cell + padding : padding + cell);
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private static int width(String cell) {
    String line = oneLine(cell);
    return line.codePointCount(0, line.length());
  }

  /** A cell never breaks the table: line breaks and other control characters become spaces. */
  private static String oneLine(String cell) {
    StringBuilder line = new StringBuilder(cell.length());
    cell.codePoints().forEach(c -> line.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
    return line.toString();
  }

  /** {@return the table in Markdown, the title as a heading of the third level} */
  public String toMarkdown() {
    StringBuilder text = new StringBuilder();
    if (!title.isEmpty()) {
      text.append("### ").append(escapeMarkdown(title)).append("\n\n");
    }
    appendMarkdown(text, headings());
    text.append(
        columns.stream()
            .map(c -> c.align() == Align.LEFT ? " :--- |" : " ---: |")
            .collect(Collectors.joining("", "|", "\n")));
    rows.forEach(row -> appendMarkdown(text, row));
    notes.forEach(note -> text.append('\n').append(escapeMarkdown(note)).append('\n'));
    return text.toString();
  }

  private static void appendMarkdown(StringBuilder text, List<String> cells) {
    text.append(
        cells.stream()
            .map(c -> " " + escapeMarkdown(c) + " |")
            .collect(Collectors.joining("", "|", "\n")));
  }

  /**
   * {@return a text for use in Markdown: nothing in it ends a cell, starts markup or reaches a
   * browser as HTML, and it has no line breaks}
   *
   * @param cell the text
   */
  public static String escapeMarkdown(String cell) {
    StringBuilder text = new StringBuilder(cell.length());
    String line = oneLine(cell);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      switch (c) {
        case '<' -> text.append("&lt;");
        case '&' -> text.append("&amp;");
        case '\\', '|', '*', '_', '`', '[', ']', '#' -> text.append('\\').append(c);
        default -> text.append(c);
      }
    }
    return text.toString();
  }

  /** {@return the headings and rows as CSV, with commas and LF; without title and footnotes} */
  public String toCsv() {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(headings());
      rows.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException("a string could not be written to", e);
    }
    return text.toString();
  }

  /** {@return the table as text} */
  @Override
  public String toString() {
    return toText();
  }

  /** Builds a table: columns first, then rows. */
  public static final class Builder {
    private final String title;
    private final List<Column> columns = new ArrayList<>();
    private final List<ImmutableList<String>> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Builder(String title) {
      this.title = title;
    }

    /**
     * Adds a column.
     *
     * @param heading what stands above it
     * @param align where its cells stand
     * @return this builder
     * @throws IllegalStateException if a row was added before
     */
    public Builder column(String heading, Align align) {
      if (!rows.isEmpty()) {
        throw new IllegalStateException("column \"" + heading + "\" comes after the first row");
      }
      columns.add(new Column(heading, align));
      return this;
    }

    /**
     * Adds a row.
     *
     * @param cells a text per column
     * @return this builder
     * @throws IllegalArgumentException if there is not one cell per column
     */
    public Builder row(String... cells) {
      return row(ImmutableList.copyOf(cells));
    }

    /**
     * Adds a row.
     *
     * @param cells a text per column
     * @return this builder
     * @throws IllegalArgumentException if there is not one cell per column
     */
    public Builder row(List<String> cells) {
      if (cells.size() != columns.size()) {
        throw new IllegalArgumentException(
            "table \""
                + title
                + "\" has "
                + columns.size()
                + " columns, got a row of "
                + cells.size());
      }
      rows.add(ImmutableList.copyOf(cells));
      return this;
    }

    /**
     * Adds a footnote.
     *
     * @param note the text
     * @return this builder
     */
    public Builder note(String note) {
      notes.add(note);
      return this;
    }

    /** {@return the table} */
    public Table build() {
      return new Table(this);
    }
  }
}
