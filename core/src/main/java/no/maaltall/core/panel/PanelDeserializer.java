package no.maaltall.core.panel;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Period;

/** Reads a panel: a data set, which may say what period the panel is as of. */
final class PanelDeserializer extends StdDeserializer<Panel> {
  private static final long serialVersionUID = 1L;

  PanelDeserializer() {
    super(Panel.class);
  }

  @Override
  public Panel deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    JsonNode tree = context.readTree(parser);
    JsonNode asOf = tree instanceof ObjectNode fields ? fields.remove("as_of") : null;
    DataSet dataSet = context.readTreeAsValue(tree, DataSet.class);
    try {
      Panel panel = Panel.of(dataSet);
      return asOf == null || asOf.isNull()
          ? panel
          : panel.asOf(context.readTreeAsValue(asOf, Period.class));
    } catch (IllegalArgumentException e) {
      throw context.instantiationException(Panel.class, e);
    }
  }
}
