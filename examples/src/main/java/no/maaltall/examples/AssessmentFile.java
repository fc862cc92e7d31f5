package no.maaltall.examples;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import no.maaltall.core.norm.NormAssessment;

/**
 * Assessments for a machine: a JSON array of {@code {"norm", "version", "subject", "period",
 * "status", "actual", "limit", "shortfall", "shortfall_unit", "text"}}; numbers unrounded, and null
 * when there is none.
 */
final class AssessmentFile implements Closeable {
  private final JsonGenerator json;

  private AssessmentFile(JsonGenerator json) {
    this.json = json;
  }

  static AssessmentFile create(Path file) throws IOException {
    JsonFactory factory =
        JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();
    JsonGenerator json = factory.createGenerator(file.toFile(), JsonEncoding.UTF8);
    json.writeStartArray();
    return new AssessmentFile(json);
  }

  void write(NormAssessment assessment) throws IOException {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringField("norm", assessment.norm());
    json.writeStringField("version", assessment.version());
    json.writeStringField("subject", assessment.subject());
    json.writeFieldName("period");
    if (assessment.when().isEmpty()) {
      json.writeNull();
    } else {
      json.writeString(assessment.when());
    }
    json.writeStringField("status", assessment.status().name());
    writeNumber("actual", assessment.actual());
    writeNumber("limit", assessment.limit());
    writeNumber("shortfall", assessment.shortfall());
    json.writeStringField("shortfall_unit", assessment.shortfallUnit());
    json.writeStringField("text", assessment.text());
    json.writeEndObject();
  }

  private void writeNumber(String name, OptionalDouble value) throws IOException {
    if (value.isPresent()) {
      json.writeNumberField(name, value.getAsDouble());
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
