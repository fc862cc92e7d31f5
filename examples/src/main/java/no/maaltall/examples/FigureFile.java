package no.maaltall.examples;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Figure;

/**
 * Figures for a machine: a JSON array of {@code {"indicator", "ref_area", "measure", "period",
 * "value", "unit", "price_base", "text", "caveats"}}, the value unrounded and null when it is
 * missing; {@code price_base} only where the indicator has one.
 *
 * <p>Written figure by figure, so that a large data set needs no memory for it.
 */
final class FigureFile implements Closeable {
  private final JsonGenerator json;

  private FigureFile(JsonGenerator json) {
    this.json = json;
  }

  static FigureFile create(Path file) throws IOException {
    JsonFactory factory =
        JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();
    JsonGenerator json = factory.createGenerator(file.toFile(), JsonEncoding.UTF8);
    json.writeStartArray();
    return new FigureFile(json);
  }

  void write(Figure figure) throws IOException {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringField("indicator", figure.indicator().id());
    json.writeStringField("ref_area", figure.region().code());
    json.writeStringField("measure", figure.measure());
    json.writeStringField("period", figure.period().toString());
    if (figure.isMissing()) {
      json.writeNullField("value");
    } else {
      json.writeNumberField("value", figure.value());
    }
    json.writeStringField("unit", figure.unit().toString());
    if (figure.indicator().priceBase().isPresent()) {
      json.writeStringField("price_base", figure.indicator().priceBase().get());
    }
    json.writeStringField("text", figure.text());
    json.writeArrayFieldStart("caveats");
    for (Caveat caveat : figure.caveats()) {
      json.writeString(caveat.code());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  @Override
  public void close() throws IOException {
    json.writeRaw('\n');
    json.writeEndArray();
    json.close();
  }
}
