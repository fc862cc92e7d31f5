package no.maaltall.kostra.statbank;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.maaltall.kostra.statbank.StatbankFileException.Problem;

/**
 * Reads the cells of a PC-Axis file: all of them in order, or rows that each begin with the values
 * of the stub, as KEYS announces.
 */
final class PxData {
  private static final int LONGEST_CELL = 400;
  private static final int LONGEST_KEY = 10_000;
  private static final int MOST_EXPECTED = 1 << 20;

  private final PxSource source;
  private final StatusSigns signs;
  private final long size;
  private final CellBuffer cells = new CellBuffer();
  private final Map<String, Integer> signCodes = new HashMap<>();
  private final byte[] token = new byte[LONGEST_CELL];
  private final boolean hasKeys;
  private final long mostCells;
  private long cellsRead;
  private boolean commaSeparates;
  private boolean spaceSeparates;
  private boolean afterNumber;
  private long numberLine;

  private PxData(PxSource source, StatusSigns signs, long size, boolean hasKeys) {
    this.source = source;
    this.signs = signs;
    this.size = size;
    this.hasKeys = hasKeys;
    // Bytes that a cell takes at worst: with a sign, and their copy while the arrays grow.
    int bytesPerCell = hasKeys ? 128 : 64;
    this.mostCells =
        Math.min(CellBuffer.LARGEST_ARRAY, Runtime.getRuntime().maxMemory() / bytesPerCell);
  }

  static CellBuffer readAll(PxSource source, StatusSigns signs, long size) {
    return new PxData(source, signs, size, false).readAll();
  }

  /**
   * Reads rows of cells that begin with their keys.
   *
   * @param keys where each key of each variable of the stub is
   * @param rowSize how many cells a row has
   */
  static CellBuffer readRows(
      PxSource source,
      StatusSigns signs,
      long size,
      List<Map<String, Integer>> keys,
      PxHeader header,
      long rowSize) {
    return new PxData(source, signs, size, true).readRows(keys, header, rowSize);
  }

  /** All cells, in row-major order. */
  private CellBuffer readAll() {
    cells.expectValues((int) Math.min(Math.min(size, mostCells), MOST_EXPECTED));
    boolean ended = false;
    for (int b = separator(); b != PxSource.END; b = separator()) {
      ended = b == ';';
      if (ended) {
        source.next();
      } else {
        requireRoom();
        readCell(cellsRead);
        cellsRead++;
      }
    }
    requireEnd(ended);
    if (cellsRead != size) {
      throw new StatbankFileException(
          Problem.SIZE, "DATA", cellsRead + " cells", size + ", the product of the sizes");
    }
    return cells;
  }

  private void requireRoom() {
    if (cellsRead == size) {
      throw new StatbankFileException(
          Problem.SIZE,
          source.where() + ", DATA",
          "more than " + size + " cells",
          "as many as the product of the sizes");
    }
    if (cellsRead >= mostCells) {
      throw new StatbankFileException(
          Problem.LIMIT,
          source.where() + ", DATA",
          "more than " + mostCells + " cells",
          "so many as there is memory for");
    }
  }

  private void requireEnd(boolean ended) {
    if (!ended) {
      throw new StatbankFileException(
          Problem.CUT_OFF,
          source.where() + ", DATA",
          "the end after " + cellsRead + " cells",
          "a semicolon after the last of " + size + " cells");
    }
  }

  /** The cells of rows that are not there are 0, says the specification. */
  private CellBuffer readRows(List<Map<String, Integer>> keys, PxHeader header, long rowSize) {
    cells.signEverywhere(
        cells
            .signs()
            .code(
                new CellSign(
                    "",
                    "",
                    CellSign.NONE.whenValue(),
                    CellSign.NONE.whenNone(),
                    CellSign.Effect.ZERO)));
    boolean ended = false;
    for (int b = separator(); b != PxSource.END; b = separator()) {
      ended = b == ';';
      if (ended) {
        source.next();
        continue;
      }
      long row = row(keys, header);
      for (long c = 0; c < rowSize; c++) {
        requireCell(c, rowSize);
        requireRoom();
        readCell(row * rowSize + c);
        cellsRead++;
      }
    }
    requireEnd(ended);
    return cells;
  }

  private void requireCell(long c, long rowSize) {
    int b = separator();
    if (b == ';' || b == PxSource.END) {
      throw new StatbankFileException(
          b == ';' ? Problem.SIZE : Problem.CUT_OFF,
          source.where() + ", DATA",
          "a row of " + c + " cells",
          rowSize + ", the product of the sizes of HEADING");
    }
  }

  private long row(List<Map<String, Integer>> keys, PxHeader header) {
    long row = 0;
    for (Map<String, Integer> positions : keys) {
      if (separator() != '"') {
        throw new StatbankFileException(
            Problem.SYNTAX,
            source.where() + ", DATA",
            PxTokens.shown(source.peek()),
            "a row that begins with a key in quotation marks for each variable of STUB");
      }
      String key = header.decode(quoted(LONGEST_KEY));
      Integer position = positions.get(key);
      if (position == null) {
        throw new StatbankFileException(
            Problem.UNKNOWN_REFERENCE,
            source.where() + ", DATA",
            "the key " + CubeException.quote(key),
            "those that KEYS refers to");
      }
      row = row * positions.size() + position;
    }
    return row;
  }

  /** The next byte that does not separate cells; it stays the next. */
  private int separator() {
    boolean comma = false;
    boolean space = false;
    int b = source.peek();
    while (b == ',' || PxSource.isSpace(b)) {
      comma |= b == ',';
      space |= b == ' ' || b == '\t';
      source.next();
      b = source.peek();
    }
    if (afterNumber && isNumberPart(b) && source.line() == numberLine) {
      commaSeparates |= comma && !space;
      spaceSeparates |= space;
      requireOneSeparator();
    }
    return b;
  }

  private static boolean isNumberPart(int b) {
    return (b >= '0' && b <= '9') || b == '-' || b == '+' || b == '.';
  }

  // Old files have commas between cells, others may have decimal commas: "1,5 2,5" is refused.
  private void requireOneSeparator() {
    if (commaSeparates && spaceSeparates) {
      throw new StatbankFileException(
          Problem.SYNTAX,
          source.where() + ", DATA",
          "numbers with commas and with spaces between",
          "spaces between cells, and a decimal point");
    }
  }

  private void readCell(long position) {
    if (source.peek() == '"') {
      putSign(position, quoted(LONGEST_CELL).strip());
      return;
    }
    readUnquoted(position);
    afterNumber = true;
    numberLine = source.line();
  }

  private void readUnquoted(long position) {
    int length = 0;
    for (int b = source.peek(); isTokenPart(b); b = source.peek()) {
      if (length == LONGEST_CELL) {
        throw notACell(PxNumber.ascii(token, length) + "...");
      }
      token[length++] = (byte) source.next();
    }
    double value = PxNumber.parse(token, length);
    if (Double.isNaN(value)) {
      putSign(position, PxNumber.ascii(token, length));
    } else {
      put(position, value);
    }
  }

  private static boolean isTokenPart(int b) {
    return b != '"' && b != ',' && b != ';' && b != PxSource.END && !PxSource.isSpace(b);
  }

  private void putSign(long position, String sign) {
    Integer code = signCodes.get(sign);
    if (code == null) {
      if (!signs.isKnown(sign)) {
        throw notACell(sign);
      }
      code = cells.signs().code(CellSign.of(sign, signs));
      signCodes.put(sign, code);
    }
    put(position, Double.NaN);
    cells.putSign(position, code);
  }

  private void put(long position, double value) {
    if (hasKeys) {
      cells.putValue(position, value);
    } else {
      cells.addValue(value);
    }
  }

  private StatbankFileException notACell(String got) {
    return new StatbankFileException(
        Problem.NUMBER,
        source.where() + ", DATA",
        CubeException.quote(got),
        "a number with a decimal point that a double can stand for, or one to seven dots or a dash"
            + " in quotation marks");
  }

  private String quoted(int longest) {
    afterNumber = false;
    source.next();
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int b = source.next(); b != '"'; b = source.next()) {
      if (b == PxSource.END || text.size() == longest) {
        throw new StatbankFileException(
            b == PxSource.END ? Problem.CUT_OFF : Problem.LIMIT,
            source.where() + ", DATA",
            "a text without an end",
            "a closing quotation mark");
      }
      text.write(b);
    }
    return text.toString(StandardCharsets.ISO_8859_1);
  }
}
