package no.maaltall.kostra.statbank;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import no.maaltall.core.indicator.ObservationStatus;

/** Reads {@code value} and {@code status}: from the token to a primitive array, without boxes. */
final class CellReader {
  /** Room for as many values as a query of SSB may ask for, whatever size is declared. */
  private static final int MOST_EXPECTED = 1 << 20;

  private static final int LONGEST_NUMBER = 1_000;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?[0-9]++(?:\\.[0-9]++)?(?:[eE][+-]?[0-9]++)?");

  private final StatusSigns signs;
  private final CellBuffer cells = new CellBuffer();
  private final Map<String, Integer> codes = new HashMap<>();
  private String lastSign = "";
  private int lastCode;
  private boolean sawValues;
  // The number of the text in the place of the last value; 0 when there was none.
  private int text;

  CellReader(StatusSigns signs) {
    this.signs = signs;
  }

  CellBuffer cells() {
    return cells;
  }

  /** Whether there was a member {@code value}, be it empty. */
  boolean sawValues() {
    return sawValues;
  }

  /**
   * Reads {@code value}.
   *
   * @param declared how many cells the sizes so far declare; −1 when they are still to come
   */
  void readValues(JsonCursor json, long declared) throws IOException {
    sawValues = true;
    if (json.token() == JsonToken.START_ARRAY) {
      readAllValues(json, declared);
    } else if (json.token() == JsonToken.START_OBJECT) {
      while (json.nextMember()) {
        long position = position(json);
        cells.putValue(position, value(json));
        keepText();
      }
    } else if (json.token() != JsonToken.VALUE_NULL) {
      throw json.wrongType("an array of values, or an object of values by their position");
    }
  }

  private void readAllValues(JsonCursor json, long declared) throws IOException {
    JsonToken token = json.next();
    if (token != JsonToken.END_ARRAY && declared > 0) {
      cells.expectValues((int) Math.min(declared, MOST_EXPECTED));
    }
    for (; token != JsonToken.END_ARRAY; token = json.next()) {
      if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
        cells.addValue(json.number());
      } else {
        cells.addValue(value(json));
        keepText();
      }
    }
  }

  private void keepText() {
    if (text != 0) {
      cells.textOfLast(text);
      text = 0;
    }
  }

  private double value(JsonCursor json) throws IOException {
    JsonToken token = json.token();
    if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
      return json.number();
    }
    if (token == JsonToken.VALUE_NULL) {
      return Double.NaN;
    }
    if (token != JsonToken.VALUE_STRING) {
      throw json.wrongType("a number, null or a text");
    }
    return ofText(json);
  }

  /** Some write numbers as texts, and some put the sign in the place of the value. */
  private double ofText(JsonCursor json) throws IOException {
    String got = json.text();
    if (got.isEmpty()) {
      return Double.NaN;
    }
    if (got.length() <= LONGEST_NUMBER && NUMBER.matcher(got).matches()) {
      double value = Double.parseDouble(got);
      if (Double.isInfinite(value) || (value == 0 && JsonCursor.hasNonZeroDigit(got))) {
        throw json.error(
            JsonStatException.Problem.NUMBER,
            CubeException.quote(got),
            "0, or a size from 4.9E-324 to 1.7976931348623157E308");
      }
      return value + 0.0;
    }
    CellSign sign =
        ObservationStatus.ofStandardSign(got).isPresent() || signs.isMissing(got)
            ? CellSign.of(got, signs)
            : CellSign.of("", got, signs);
    text = number(json, sign);
    return Double.NaN;
  }

  /**
   * Reads {@code status}: a sign per cell, some signs by their position, or one sign for all cells.
   */
  void readStatuses(JsonCursor json) throws IOException {
    if (json.token() == JsonToken.START_ARRAY) {
      readAllStatuses(json, signs);
    } else if (json.token() == JsonToken.START_OBJECT) {
      readStatusObject(json);
    } else if (json.token() == JsonToken.VALUE_STRING) {
      cells.signEverywhere(code(json, signs));
    } else if (json.token() != JsonToken.VALUE_NULL) {
      throw json.wrongType("an array of signs, an object of signs by their position, or a sign");
    }
  }

  private void readAllStatuses(JsonCursor json, StatusSigns meanings) throws IOException {
    while (json.nextElement()) {
      cells.addSign(code(json, meanings));
    }
  }

  private void readStatusObject(JsonCursor json) throws IOException {
    while (json.nextMember()) {
      if (json.token() == JsonToken.START_ARRAY && json.name().equals("value")) {
        // Eurostat's early form, whose ":" is "not available"; its labels of the signs follow.
        codes.clear();
        lastSign = "";
        readAllStatuses(json, signs.with(":", ObservationStatus.MISSING));
      } else if (json.token() == JsonToken.START_OBJECT && json.name().equals("category")) {
        json.skip();
      } else {
        long position = position(json);
        int code = code(json, signs);
        if (code != 0) {
          cells.putSign(position, code);
        }
      }
    }
  }

  private int code(JsonCursor json, StatusSigns meanings) throws IOException {
    if (!lastSign.isEmpty() && json.token() == JsonToken.VALUE_STRING && json.isText(lastSign)) {
      return lastCode;
    }
    String sign = json.textOrNull();
    if (sign == null || sign.isEmpty()) {
      return 0;
    }
    Integer known = codes.get(sign);
    if (known == null) {
      known = number(json, CellSign.of(sign, meanings));
      codes.put(sign, known);
    }
    lastCode = known;
    lastSign = sign;
    return lastCode;
  }

  private int number(JsonCursor json, CellSign sign) {
    if (cells.signs().isFull()) {
      throw json.error(
          JsonStatException.Problem.LIMIT,
          "more than " + SignTable.MOST + " different signs and texts",
          "at most " + SignTable.MOST);
    }
    return cells.signs().code(sign);
  }

  private static long position(JsonCursor json) throws IOException {
    String name = json.name();
    int length = name.length();
    long position = 0;
    for (int i = 0; i < length && length <= 18; i++) {
      char c = name.charAt(i);
      if (c < '0' || c > '9') {
        length = 0;
      }
      position = 10 * position + (c - '0');
    }
    if (length == 0 || length > 18) {
      throw json.error(
          JsonStatException.Problem.WRONG_TYPE,
          CubeException.quote(name),
          "the position of a cell: a whole number from 0");
    }
    return position;
  }
}
