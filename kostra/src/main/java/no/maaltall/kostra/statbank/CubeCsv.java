package no.maaltall.kostra.statbank;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import no.maaltall.core.indicator.Rounding;

/** Writes a cube as a tidy long table. */
final class CubeCsv {
  /** A file may describe a table of a billion cells; writing them all would only fill the disk. */
  static final long MOST_EMPTY = 100_000_000;

  private CubeCsv() {}

  static void write(Cube cube, Writer out) throws IOException {
    long empty = cube.size() - cube.store().stored();
    if (empty > MOST_EMPTY) {
      throw new CubeException(
          CubeException.Problem.TOO_MANY_CELLS,
          "the table",
          empty + " cells without anything",
          "at most " + MOST_EMPTY + "; select some categories first");
    }
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    List<Dimension> dimensions = cube.dimensions();
    String[] row = new String[dimensions.size() + 2];
    for (int d = 0; d < dimensions.size(); d++) {
      row[d] = dimensions.get(d).id();
    }
    row[row.length - 2] = "OBS_VALUE";
    row[row.length - 1] = "OBS_STATUS";
    try {
      csv.writeRecord(row);
      writeCells(cube, csv, row);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    csv.flush();
  }

  private static void writeCells(Cube cube, CsvWriter csv, String[] row) {
    int[] index = new int[row.length - 2];
    for (int d = 0; d < index.length && cube.size() > 0; d++) {
      row[d] = cube.dimensions().get(d).categories().get(0).code();
    }
    for (long at = 0; at < cube.size(); at++) {
      double value = cube.valueAt(at);
      CellSign sign = cube.store().sign(at);
      row[row.length - 2] = Double.isNaN(value) ? sign.text() : Rounding.shortest(value);
      row[row.length - 1] = sign.sign();
      csv.writeRecord(row);
      advance(cube.dimensions(), index, row);
    }
  }

  /** The codes of the next cell in row-major order. */
  private static void advance(List<Dimension> dimensions, int[] index, String[] row) {
    for (int d = index.length - 1; d >= 0; d--) {
      index[d] = index[d] + 1 == dimensions.get(d).size() ? 0 : index[d] + 1;
      row[d] = dimensions.get(d).categories().get(index[d]).code();
      if (index[d] > 0) {
        return;
      }
    }
  }
}
