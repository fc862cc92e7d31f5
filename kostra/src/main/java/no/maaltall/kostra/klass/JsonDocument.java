package no.maaltall.kostra.klass;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An object with texts, and with one array of objects with texts: what every response of KLASS
 * comes down to. Read token by token; what is not asked for is not kept.
 */
record JsonDocument(Fields fields, ImmutableList<Fields> rows, boolean hasRows) {
  private static final int MOST_ROWS = 1_000_000;
  private static final int MOST_NESTED = 100;
  private static final int LONGEST_TEXT = 1_000_000;
  private static final long LONGEST_DOCUMENT = 256L << 20;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MOST_NESTED)
                  .maxStringLength(LONGEST_TEXT)
                  .maxDocumentLength(LONGEST_DOCUMENT)
                  .build())
          .build();

  /**
   * Reads a document.
   *
   * @param names the texts to keep
   * @param rows the names of the array to keep; the first that is there
   */
  static JsonDocument read(InputStream in, ImmutableSet<String> names, ImmutableSet<String> rows)
      throws IOException {
    try (JsonParser json = FACTORY.createParser(in)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw unexpected(json, "a JSON object");
      }
      JsonDocument document = document(json, names, rows);
      if (json.nextToken() != null) {
        throw unexpected(json, "the end of the response");
      }
      return document;
    } catch (JacksonException e) {
      KlassFormatException problem =
          new KlassFormatException(
              "line " + (e.getLocation() == null ? 0 : e.getLocation().getLineNr()),
              String.valueOf(e.getOriginalMessage()),
              "well-formed JSON of bounded size");
      problem.initCause(e);
      throw problem;
    }
  }

  private static JsonDocument document(
      JsonParser json, ImmutableSet<String> names, ImmutableSet<String> arrays) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    ImmutableList<Fields> rows = ImmutableList.of();
    boolean hasRows = false;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (arrays.contains(name)) {
        if (value != JsonToken.START_ARRAY) {
          throw unexpected(json, "an array of objects");
        }
        if (hasRows) {
          throw unexpected(json, "one of " + arrays);
        }
        hasRows = true;
        rows = rows(json, names);
      } else {
        keep(json, name, names, texts);
      }
    }
    return new JsonDocument(new Fields("", ImmutableMap.copyOf(texts)), rows, hasRows);
  }

  private static ImmutableList<Fields> rows(JsonParser json, ImmutableSet<String> names)
      throws IOException {
    ImmutableList.Builder<Fields> rows = ImmutableList.builder();
    int count = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        throw unexpected(json, "an object");
      }
      if (++count > MOST_ROWS) {
        throw unexpected(json, "at most " + MOST_ROWS + " objects");
      }
      String path = json.getParsingContext().pathAsPointer().toString();
      Map<String, String> texts = new LinkedHashMap<>();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        json.nextToken();
        keep(json, name, names, texts);
      }
      rows.add(new Fields(path, ImmutableMap.copyOf(texts)));
    }
    return rows.build();
  }

  private static void keep(
      JsonParser json, String name, ImmutableSet<String> names, Map<String, String> texts)
      throws IOException {
    if (!names.contains(name)) {
      json.skipChildren();
      return;
    }
    JsonToken token = json.currentToken();
    if (token.isStructStart()) {
      throw unexpected(json, "a text, a number or null");
    }
    if (token != JsonToken.VALUE_NULL) {
      texts.put(name, json.getText());
    }
  }

  private static KlassFormatException unexpected(JsonParser json, String allowed)
      throws IOException {
    JsonToken token = json.currentToken();
    String got =
        token == null ? "nothing" : token.isScalarValue() ? json.getText() : token.toString();
    String path = json.getParsingContext().pathAsPointer().toString();
    return new KlassFormatException(path.isEmpty() ? "/" : path, got, allowed);
  }

  /** The rows, which must be there. */
  ImmutableList<Fields> requiredRows(String name) {
    if (!hasRows) {
      throw new KlassFormatException(
          "/" + name, fields.texts().isEmpty() ? "nothing" : fields.texts().toString(), "an array");
    }
    return rows;
  }
}
