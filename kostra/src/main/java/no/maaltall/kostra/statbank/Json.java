package no.maaltall.kostra.statbank;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.Optional;

/** What the small answers of a service are read with. */
final class Json {
  static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private Json() {}

  /** An answer that has another form than it should have. */
  static final class FormException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    FormException(String path, JsonNode got, String allowed) {
      super(path + " is " + kind(got) + "; allowed: " + allowed);
    }

    private static String kind(JsonNode got) {
      return got.isMissingNode() ? "not there" : "a JSON " + got.getNodeType();
    }
  }

  static JsonNode read(byte[] answer) throws IOException {
    return MAPPER.readTree(answer);
  }

  /** A text that must be there. */
  static String text(JsonNode object, String field) {
    JsonNode value = object.path(field);
    if (!value.isTextual()) {
      throw new FormException(field, value, "a text");
    }
    return value.textValue();
  }

  static Optional<String> optionalText(JsonNode object, String field) {
    JsonNode value = object.path(field);
    return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
  }

  /** The texts of an array that must be there. */
  static ImmutableList<String> texts(JsonNode object, String field) {
    ImmutableList.Builder<String> texts = ImmutableList.builder();
    for (JsonNode value : array(object, field)) {
      if (!value.isTextual()) {
        throw new FormException(field + "[]", value, "a text");
      }
      texts.add(value.textValue());
    }
    return texts.build();
  }

  static JsonNode array(JsonNode object, String field) {
    JsonNode value = object.path(field);
    if (!value.isArray()) {
      throw new FormException(field, value, "an array");
    }
    return value;
  }

  static long number(JsonNode object, String field, long otherwise) {
    JsonNode value = object.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return otherwise;
    }
    if (!value.canConvertToLong() || !value.isIntegralNumber()) {
      throw new FormException(field, value, "a whole number");
    }
    return value.longValue();
  }
}
