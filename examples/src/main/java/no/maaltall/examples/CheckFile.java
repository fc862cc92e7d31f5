package no.maaltall.examples;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.Optional;
import no.maaltall.core.published.CheckedFigure;
import no.maaltall.core.published.Interval;
import no.maaltall.core.published.Rounded;

/**
 * Findings for a machine: a JSON array of {@code {"id", "status", "printed", "low", "high",
 * "computed"}}; null where there is none.
 */
final class CheckFile implements Closeable {
  // Ends are widened by what binary arithmetic may be off by, which is nothing for a reader.
  private static final MathContext WITHOUT_NOISE = new MathContext(13);

  private final JsonGenerator json;

  private CheckFile(JsonGenerator json) {
    this.json = json;
  }

  static CheckFile create(Path file) throws IOException {
    JsonFactory factory =
        JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();
    JsonGenerator json = factory.createGenerator(file.toFile(), JsonEncoding.UTF8);
    json.writeStartArray();
    return new CheckFile(json);
  }

  void write(CheckedFigure figure) throws IOException {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringField("id", figure.id());
    json.writeStringField("status", figure.status().name());
    json.writeFieldName("printed");
    if (figure.printed().isPresent()) {
      json.writeString(figure.printed().map(Rounded::text).orElseThrow());
    } else {
      json.writeNull();
    }
    writeNumber("low", end(figure.possible().flatMap(Interval::low)));
    writeNumber("high", end(figure.possible().flatMap(Interval::high)));
    writeNumber("computed", figure.computed());
    json.writeEndObject();
  }

  private static Optional<BigDecimal> end(Optional<BigDecimal> end) {
    return end.map(e -> e.round(WITHOUT_NOISE));
  }

  private void writeNumber(String name, Optional<BigDecimal> value) throws IOException {
    if (value.isPresent()) {
      json.writeNumberField(name, value.orElseThrow().doubleValue());
    } else {
      json.writeNullField(name);
    }
  }

  @Override
  public void close() throws IOException {
    json.writeRaw('\n');
    json.writeEndArray();
    json.close();
  }
}
