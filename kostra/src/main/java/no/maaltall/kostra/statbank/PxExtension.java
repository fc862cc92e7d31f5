package no.maaltall.kostra.statbank;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** What a PC-Axis file says beyond the table, as PxWebApi writes it in JSON-stat. */
final class PxExtension {
  private static final JsonFactory JSON = new JsonFactory();
  private static final List<String> TEXTS =
      List.of(
          "INFOFILE",
          "TABLEID",
          "LANGUAGE",
          "CONTENTS",
          "MATRIX",
          "SUBJECT-CODE",
          "SUBJECT-AREA",
          "DATABASE",
          "SURVEY",
          "UPDATE-FREQUENCY",
          "NEXT-UPDATE");

  private PxExtension() {}

  static String of(PxHeader header, String language) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeObjectFieldStart("px");
      for (String name : TEXTS) {
        PxKeyword keyword = PxKeyword.of(name);
        Optional<String> value = header.first(keyword.in(language)).or(() -> header.first(keyword));
        if (value.isPresent()) {
          json.writeStringField(name.toLowerCase(Locale.ROOT), value.get());
        }
      }
      OptionalInt decimals = PxDecimals.of(header);
      if (decimals.isPresent()) {
        json.writeNumberField("decimals", decimals.getAsInt());
      }
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string could not be written to", e);
    }
    return text.toString();
  }
}
