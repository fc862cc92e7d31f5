package no.maaltall.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import no.maaltall.core.measure.Measure;

/**
 * Reads a measure of one type from its id.
 *
 * @param <M> the type of measure
 */
final class MeasureDeserializer<M extends Measure> extends StdDeserializer<M> {
  private static final long serialVersionUID = 1L;

  private final Class<M> type;

  MeasureDeserializer(Class<M> type) {
    super(type);
    this.type = type;
  }

  @Override
  public M deserialize(JsonParser json, DeserializationContext context) throws IOException {
    String id = json.getValueAsString("");
    Measure measure = Measure.parse(id);
    if (!type.isInstance(measure)) {
      return context.reportInputMismatch(this, "%s is no %s", id, type.getSimpleName());
    }
    return type.cast(measure);
  }
}
