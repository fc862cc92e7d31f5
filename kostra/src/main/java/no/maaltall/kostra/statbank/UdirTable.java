package no.maaltall.kostra.statbank;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.maaltall.core.indicator.InvalidNotationException;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.kostra.statbank.StatbankFileException.Problem;

/** Makes a cube of the rows of an export of Udir. */
final class UdirTable {
  private static final StatusSigns SIGNS =
      StatusSigns.standard()
          .with("*", ObservationStatus.SUPPRESSED)
          .with("-", ObservationStatus.MISSING);

  /** The sign of SDMX for a break, for the file has a column instead. */
  private static final String BREAK = "B";

  private final UdirColumns columns;
  private final List<UdirRowDimension> rowDimensions;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> percentages = new HashMap<>();

  private UdirTable(ImmutableList<String> headings) {
    this.columns = new UdirColumns(headings);
    this.rowDimensions = UdirRowDimension.of(headings, columns.rowColumns());
  }

  static Cube read(UdirText text) {
    try {
      return new UdirTable(text.headings()).cube(text.rows());
    } catch (CubeException e) {
      throw StatbankFileException.of(e);
    } catch (ArithmeticException e) {
      throw new StatbankFileException(
          Problem.LIMIT, "the rows and columns", "more cells than can be counted", "fewer");
    }
  }

  private Cube cube(List<ImmutableList<String>> rows) {
    List<int[]> indexes = new ArrayList<>();
    for (ImmutableList<String> row : rows) {
      indexes.add(rowDimensions.stream().mapToInt(d -> d.indexOf(row)).toArray());
    }
    CubeBuilder cube = Cube.builder();
    Set<Long> seen = new HashSet<>();
    for (int r = 0; r < rows.size(); r++) {
      long position = position(indexes.get(r));
      if (!seen.add(position)) {
        throw new StatbankFileException(
            Problem.DUPLICATE, "row " + (r + 1), "what a row before is about", "each row once");
      }
      readRow(rows.get(r), r, Math.multiplyExact(position, columns.size()), cube);
    }
    List<Dimension> dimensions =
        new ArrayList<>(rowDimensions.stream().map(UdirRowDimension::dimension).toList());
    Set<String> taken = dimensions.stream().map(Dimension::id).collect(Collectors.toSet());
    dimensions.addAll(columns.dimensions(taken, percent()));
    return cube.dimensions(dimensions).source("Utdanningsdirektoratet").build();
  }

  private long position(int[] indexes) {
    long position = 0;
    for (int d = 0; d < indexes.length; d++) {
      position =
          Math.addExact(
              Math.multiplyExact(position, (long) rowDimensions.get(d).size()), indexes[d]);
    }
    return position;
  }

  private void readRow(List<String> row, int number, long start, CubeBuilder cube) {
    for (UdirHeading heading : columns.values()) {
      NorwegianNumber cell = cell(row.get(heading.column()), number, heading);
      long position = start + columns.positionOf(heading);
      if (!Double.isNaN(cell.value())) {
        cube.value(position, cell.value());
        count(heading.measure(), cell.suffix());
        if (isBroken(row, heading)) {
          cube.status(position, BREAK, ObservationStatus.BREAK);
        }
      } else if (!cell.sign().isEmpty()) {
        cube.status(position, cell.sign(), cell.status());
      }
    }
  }

  private static NorwegianNumber cell(String text, int row, UdirHeading heading) {
    try {
      return NorwegianNumber.parse(text, SIGNS);
    } catch (InvalidNotationException e) {
      StatbankFileException translated =
          new StatbankFileException(
              Problem.NUMBER,
              "row " + (row + 1) + ", column " + CubeException.quote(heading.text()),
              CubeException.quote(text),
              e.allowed());
      translated.initCause(e);
      throw translated;
    }
  }

  private void count(String measure, NorwegianNumber.Suffix suffix) {
    numbers.merge(measure, 1, Integer::sum);
    if (suffix == NorwegianNumber.Suffix.PERCENT) {
      percentages.merge(measure, 1, Integer::sum);
    }
  }

  private Set<String> percent() {
    return percentages.entrySet().stream()
        .filter(e -> e.getValue().equals(numbers.get(e.getKey())))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private boolean isBroken(List<String> row, UdirHeading heading) {
    return columns.breaksOf(heading).stream().anyMatch(c -> isMark(row.get(c)));
  }

  private static boolean isMark(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "", "0", "-", "nei", "false" -> false;
      default -> true;
    };
  }
}
