package no.maaltall.kostra.statbank;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Rounding;
import no.maaltall.kostra.report.Table;

/** What a person wants to know of a cube first, in bokmål, of limited length. */
final class CubeSummary {
  private static final int LONGEST_TEXT = 60;
  private static final int LONGEST_TITLE = 200;
  private static final int MOST_DIMENSIONS = 20;
  private static final int MOST_UNITS = 10;
  private static final int MOST_SIGNS = 10;
  private static final int MOST_ROWS = 10;

  private final Cube cube;
  private final List<Dimension> shown;

  private CubeSummary(Cube cube) {
    this.cube = cube;
    this.shown = cube.dimensions().stream().limit(MOST_DIMENSIONS).toList();
  }

  static String line(Cube cube) {
    String title = cube.label().map(label -> shortened(label, LONGEST_TEXT) + ": ").orElse("");
    String dimensions =
        cube.dimensions().stream()
            .limit(MOST_DIMENSIONS)
            .map(d -> shortened(d.toString(), LONGEST_TEXT))
            .collect(Collectors.joining(" × "));
    int others = cube.dimensions().size() - MOST_DIMENSIONS;
    return title
        + dimensions
        + (others > 0 ? " × " + others + " more" : "")
        + ", "
        + cube.size()
        + " cells";
  }

  static String of(Cube cube) {
    CubeSummary summary = new CubeSummary(cube);
    StringBuilder text = new StringBuilder();
    text.append(summary.head()).append('\n');
    text.append(summary.dimensions().toText()).append('\n');
    Table units = summary.units();
    if (!units.rows().isEmpty()) {
      text.append(units.toText()).append('\n');
    }
    text.append(summary.cells()).append('\n');
    text.append(summary.firstRows().toText());
    return text.toString();
  }

  private String head() {
    StringBuilder text = new StringBuilder();
    cube.label().ifPresent(label -> text.append(shortened(label, LONGEST_TITLE)).append('\n'));
    cube.source().ifPresent(s -> text.append("Kilde: ").append(line(s)).append('\n'));
    cube.updated().ifPresent(u -> text.append("Oppdatert: ").append(line(u)).append('\n'));
    if (!cube.notes().isEmpty()) {
      text.append("Noter: ").append(cube.notes().size()).append('\n');
    }
    return text.toString();
  }

  private Table dimensions() {
    Table.Builder table =
        Table.builder("")
            .column("Dimensjon", Table.Align.LEFT)
            .column("Navn", Table.Align.LEFT)
            .column("Rolle", Table.Align.LEFT)
            .column("Antall", Table.Align.RIGHT)
            .column("Første", Table.Align.LEFT)
            .column("Siste", Table.Align.LEFT);
    for (Dimension dimension : shown) {
      ImmutableList<Category> categories = dimension.categories();
      table.row(
          line(dimension.id()),
          line(dimension.label()),
          role(dimension.role()),
          "" + dimension.size(),
          categories.isEmpty() ? "" : name(categories.get(0)),
          categories.isEmpty() ? "" : name(categories.get(categories.size() - 1)));
    }
    noteOthers(table, cube.dimensions().size() - shown.size(), "dimensjoner");
    return table.build();
  }

  private static String role(DimensionRole role) {
    return switch (role) {
      case TIME -> "tid";
      case GEO -> "region";
      case METRIC -> "måltall";
      case NONE -> "";
    };
  }

  private static String name(Category category) {
    String code = category.code();
    return line(category.label().equals(code) ? code : code + " " + category.label());
  }

  private Table units() {
    Table.Builder table =
        Table.builder("")
            .column("Måltall", Table.Align.LEFT)
            .column("Enhet", Table.Align.LEFT)
            .column("Lest som", Table.Align.LEFT)
            .column("Desimaler", Table.Align.RIGHT);
    List<Category> measured = new ArrayList<>();
    cube.dimensions().forEach(d -> addMeasured(d, measured));
    cube.constants().forEach(d -> addMeasured(d, measured));
    for (Category category : measured.subList(0, Math.min(MOST_UNITS, measured.size()))) {
      CategoryUnit unit = category.unit().orElseThrow();
      table.row(
          name(category),
          line(unit.text()),
          UnitTexts.unit(category).toString(),
          unit.decimals().isPresent() ? "" + unit.decimals().getAsInt() : "");
    }
    noteOthers(table, measured.size() - MOST_UNITS, "måltall");
    return table.build();
  }

  private static void addMeasured(Dimension dimension, List<Category> measured) {
    dimension.categories().stream().filter(c -> c.unit().isPresent()).forEach(measured::add);
  }

  private static void noteOthers(Table.Builder table, long others, String what) {
    if (others > 0) {
      table.note("... og " + others + " " + what + " til");
    }
  }

  private String cells() {
    if (!cube.hasData()) {
      return "Celler: " + cube.size() + ", uten tall: dette er en beskrivelse av tabellen\n";
    }
    StringBuilder text = new StringBuilder("Celler: ").append(cube.size()).append('\n');
    ImmutableMap<ObservationStatus, Long> counts = cube.statusCounts();
    text.append("Status: ");
    text.append(
        counts.entrySet().stream()
            .map(e -> e.getKey().norwegian() + " (" + e.getKey().letter() + ") " + e.getValue())
            .collect(Collectors.joining(", ")));
    text.append('\n');
    ImmutableMap<String, Long> signs = cube.signCounts();
    if (!signs.isEmpty()) {
      text.append("Tegn i filen: ");
      text.append(
          signs.entrySet().stream()
              .limit(MOST_SIGNS)
              .map(e -> "«" + line(e.getKey()) + "» " + e.getValue())
              .collect(Collectors.joining(", ")));
      text.append(signs.size() > MOST_SIGNS ? " ...\n" : "\n");
    }
    return text.toString();
  }

  private Table firstRows() {
    Table.Builder table = Table.builder("De første cellene");
    shown.forEach(d -> table.column(line(d.id()), Table.Align.LEFT));
    table.column("Verdi", Table.Align.RIGHT).column("Tegn", Table.Align.LEFT);
    table.column("Status", Table.Align.LEFT);
    long rows = Math.min(MOST_ROWS, cube.size());
    for (long at = 0; at < rows; at++) {
      Cell cell = cube.cellAt(at);
      List<String> row = new ArrayList<>();
      cell.codes().stream().limit(MOST_DIMENSIONS).forEach(code -> row.add(line(code)));
      row.add(
          Double.isNaN(cell.value())
              ? line(cell.text().orElse(""))
              : Rounding.shortest(cell.value()).replace('.', ','));
      row.add(line(cell.sign()));
      row.add(cell.status() == ObservationStatus.NORMAL ? "" : cell.status().norwegian());
      table.row(row);
    }
    noteOthers(table, cube.size() - rows, "celler");
    return table.build();
  }

  private static String line(String text) {
    return shortened(text, LONGEST_TEXT);
  }

  private static String shortened(String text, int longest) {
    int end = Math.min(text.length(), longest);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < end; i++) {
      out.append(Character.isISOControl(text.charAt(i)) ? ' ' : text.charAt(i));
    }
    return end < text.length() ? out + "..." : out.toString();
  }
}
