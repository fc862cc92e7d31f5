package no.maaltall.kostra.statbank;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a JSON text, with errors that say where they are.
 *
 * <p>Names are neither interned nor looked up in a table of symbols: the thousands of different
 * member names of a {@code status} object would fill both, at twice the cost of the reading itself.
 */
final class JsonCursor implements AutoCloseable {
  private static final int LONGEST_TEXT = 1_000_000;
  private static final int DEEPEST = 500;
  private static final int LONGEST_PATH = 300;
  private static final double[] POWERS_OF_TEN = powersOfTen();
  private static final long LARGEST_EXACT = 1L << 53;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(LONGEST_TEXT)
                  .build())
          .build();

  private final JsonParser parser;
  private final JsonSource source;

  JsonCursor(JsonSource source) throws IOException {
    this.source = source;
    this.parser = FACTORY.createParser(source.reader());
  }

  private static double[] powersOfTen() {
    double[] powers = new double[23];
    powers[0] = 1;
    for (int k = 1; k < powers.length; k++) {
      powers[k] = powers[k - 1] * 10;
    }
    return powers;
  }

  static JsonFactory factory() {
    return FACTORY;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  /** The next token; null at the end of the text. */
  @Nullable JsonToken next() throws IOException {
    try {
      return parser.nextToken();
    } catch (IOException e) {
      throw translated(e);
    }
  }

  @Nullable JsonToken token() {
    return parser.currentToken();
  }

  /** Whether the next token is the name of another member; its value is then the token. */
  boolean nextMember() throws IOException {
    if (next() != JsonToken.FIELD_NAME) {
      return false;
    }
    next();
    return true;
  }

  /** Whether the next token is another element of an array. */
  boolean nextElement() throws IOException {
    return next() != JsonToken.END_ARRAY;
  }

  String name() throws IOException {
    return parser.currentName();
  }

  /** A text, or a number or truth value as a text; for what is only shown. */
  String text() throws IOException {
    try {
      return parser.getText();
    } catch (IOException e) {
      throw translated(e);
    }
  }

  /** Whether the token is a text equal to another, without making a string of it. */
  boolean isText(String other) throws IOException {
    try {
      int length = parser.getTextLength();
      if (length != other.length()) {
        return false;
      }
      char[] chars = parser.getTextCharacters();
      int offset = parser.getTextOffset();
      for (int i = 0; i < length; i++) {
        if (chars[offset + i] != other.charAt(i)) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      throw translated(e);
    }
  }

  void skip() throws IOException {
    try {
      parser.skipChildren();
    } catch (IOException e) {
      throw translated(e);
    }
  }

  void require(JsonToken expected, String allowed) {
    if (token() != expected) {
      throw wrongType(allowed);
    }
  }

  /** A text; null for null. */
  @Nullable String textOrNull() throws IOException {
    if (token() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token() == null || !token().isScalarValue()) {
      throw wrongType("a text");
    }
    return text();
  }

  /** The texts of an array, or the one text that stands for an array of one. */
  List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    if (token() == JsonToken.START_ARRAY) {
      while (nextElement()) {
        Optional.ofNullable(textOrNull()).ifPresent(texts::add);
      }
    } else {
      Optional.ofNullable(textOrNull()).ifPresent(texts::add);
    }
    return texts;
  }

  /** A whole number, which some write as a text. */
  long wholeNumber() throws IOException {
    String text = token() != null && token().isScalarValue() ? text() : "";
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw error(
          token() == JsonToken.VALUE_NUMBER_INT
              ? JsonStatException.Problem.NUMBER
              : JsonStatException.Problem.WRONG_TYPE,
          got(),
          "a whole number");
    }
  }

  /** The number that the token is; of those that a double is not exactly, the nearest one. */
  double number() throws IOException {
    try {
      char[] chars = parser.getTextCharacters();
      int at = parser.getTextOffset();
      int end = at + parser.getTextLength();
      boolean negative = chars[at] == '-';
      at += negative ? 1 : 0;
      long digits = 0;
      int decimals = 0;
      int point = 0;
      for (; at < end && digits < LARGEST_EXACT / 10; at++) {
        char c = chars[at];
        if (c >= '0' && c <= '9') {
          digits = 10 * digits + (c - '0');
          decimals += point;
        } else if (c == '.') {
          point = 1;
        } else {
          break;
        }
      }
      if (at == end && decimals < POWERS_OF_TEN.length) {
        // Both are exact, so the quotient is the double nearest to the decimal.
        double value = decimals == 0 ? digits : digits / POWERS_OF_TEN[decimals];
        return negative && digits != 0 ? -value : value;
      }
      return longNumber();
    } catch (IOException e) {
      throw translated(e);
    }
  }

  private double longNumber() throws IOException {
    double value = parser.getDoubleValue();
    if (Double.isInfinite(value) || (value == 0 && hasNonZeroDigit(parser.getText()))) {
      throw error(
          JsonStatException.Problem.NUMBER,
          text(),
          "0, or a size from 4.9E-324 to 1.7976931348623157E308");
    }
    return value + 0.0;
  }

  static boolean hasNonZeroDigit(String number) {
    for (int i = 0; i < number.length() && (number.charAt(i) | 0x20) != 'e'; i++) {
      if (number.charAt(i) >= '1' && number.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  /** The value that the token starts, as compact JSON. */
  String raw() throws IOException {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      copyTo(json);
    }
    return out.toString();
  }

  /** Copies the value that the token starts; numbers as they are written. */
  void copyTo(JsonGenerator json) throws IOException {
    int depth = 0;
    do {
      JsonToken token = token();
      if (token == null) {
        throw cutOff(null);
      }
      switch (token) {
        case START_OBJECT -> json.writeStartObject();
        case START_ARRAY -> json.writeStartArray();
        case END_OBJECT -> json.writeEndObject();
        case END_ARRAY -> json.writeEndArray();
        case FIELD_NAME -> json.writeFieldName(name());
        case VALUE_STRING -> json.writeString(text());
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.writeNumber(text());
        case VALUE_TRUE -> json.writeBoolean(true);
        case VALUE_FALSE -> json.writeBoolean(false);
        default -> json.writeNull();
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (depth > 0) {
        next();
      }
    } while (depth > 0);
  }

  JsonStatException wrongType(String allowed) {
    return error(JsonStatException.Problem.WRONG_TYPE, got(), allowed);
  }

  /** What the token is, for a message. */
  String got() {
    JsonToken token = token();
    if (token == null) {
      return "nothing";
    }
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_NULL -> "null";
      case VALUE_TRUE, VALUE_FALSE -> "a truth value";
      default -> {
        try {
          yield CubeException.quote(parser.getText());
        } catch (IOException e) {
          yield token.toString();
        }
      }
    };
  }

  JsonStatException error(JsonStatException.Problem problem, String got, String allowed) {
    return new JsonStatException(problem, path(), got, allowed, null);
  }

  private JsonStatException cutOff(@Nullable Throwable cause) {
    return new JsonStatException(
        JsonStatException.Problem.CUT_OFF,
        path(),
        "the end of the text " + where(),
        "a complete JSON text",
        cause);
  }

  private String where() {
    return "after line " + parser.currentLocation().getLineNr();
  }

  /** An exception of the parser as ours; one of the source as it is. */
  private IOException translated(IOException e) {
    if (e instanceof JsonEOFException) {
      throw cutOff(e);
    }
    if (e instanceof CharacterCodingException || e instanceof CharConversionException) {
      throw new JsonStatException(
          JsonStatException.Problem.ENCODING,
          path(),
          "bytes that are no text " + where(),
          "text in UTF-8, or in UTF-16 with a byte order mark",
          e);
    }
    if (e instanceof StreamConstraintsException) {
      throw new JsonStatException(
          JsonStatException.Problem.LIMIT,
          path(),
          firstLine(e),
          "at most " + DEEPEST + " levels, texts of " + LONGEST_TEXT + " characters",
          e);
    }
    if (e instanceof JsonProcessingException) {
      throw source.looksLikeMarkup()
          ? new JsonStatException(
              JsonStatException.Problem.SYNTAX,
              "$",
              "a web page or XML: " + CubeException.quote(source.head()),
              "JSON",
              e)
          : new JsonStatException(
              JsonStatException.Problem.SYNTAX, path(), firstLine(e) + " " + where(), "JSON", e);
    }
    return e;
  }

  private static String firstLine(IOException e) {
    String message =
        e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
    return CubeException.quote(
        message == null ? e.toString() : message.lines().findFirst().orElse(""));
  }

  /** Where the token is: {@code $.dimension.Region.category.index[3]}. */
  String path() {
    Deque<String> steps = new ArrayDeque<>();
    int length = 0;
    for (JsonStreamContext at = parser.getParsingContext(); at != null; at = at.getParent()) {
      String step =
          at.inArray()
              ? (at.hasCurrentIndex() ? "[" + at.getCurrentIndex() + "]" : "")
              : at.inObject() && at.getCurrentName() != null ? step(at.getCurrentName()) : "";
      length += step.length();
      if (length > LONGEST_PATH) {
        steps.addFirst("...");
        break;
      }
      steps.addFirst(step);
    }
    return "$" + String.join("", steps);
  }

  /** A member as a step of a path. */
  static String step(String name) {
    boolean plain = !name.isEmpty();
    for (int i = 0; i < name.length() && plain; i++) {
      plain = Character.isLetterOrDigit(name.charAt(i)) || name.charAt(i) == '_';
    }
    return plain && name.length() <= 100 ? "." + name : "[" + CubeException.quote(name) + "]";
  }
}
