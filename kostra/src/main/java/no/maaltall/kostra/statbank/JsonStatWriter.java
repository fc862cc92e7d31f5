package no.maaltall.kostra.statbank;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Rounding;

/** Writes a cube as a dataset of JSON-stat 2.0. */
final class JsonStatWriter {
  private static final long MOST_WRITTEN = 100_000_000;

  private final Cube cube;
  private final JsonGenerator json;

  private JsonStatWriter(Cube cube, JsonGenerator json) {
    this.cube = cube;
    this.json = json;
  }

  static void write(Cube cube, Writer out) throws IOException {
    JsonGenerator json = JsonCursor.factory().createGenerator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
    try (json) {
      new JsonStatWriter(cube, json).writeDataset();
    }
  }

  private void writeDataset() throws IOException {
    json.writeStartObject();
    json.writeStringField("version", "2.0");
    json.writeStringField("class", "dataset");
    writeText("href", cube.href());
    writeText("label", cube.label());
    writeText("source", cube.source());
    writeText("updated", cube.updated());
    writeNotes(cube.notes());
    writeRaw("link", cube.link());
    writeIds();
    writeRoles();
    json.writeObjectFieldStart("dimension");
    for (Dimension dimension : cube.dimensions()) {
      writeDimension(dimension);
    }
    for (Dimension constant : cube.constants()) {
      writeDimension(constant);
    }
    json.writeEndObject();
    writeRaw("extension", cube.extension());
    if (cube.store().isDense()) {
      writeAllValues();
    } else {
      writeSomeValues();
    }
    writeStatuses();
    json.writeEndObject();
  }

  private void writeText(String name, Optional<String> text) throws IOException {
    if (text.isPresent()) {
      json.writeStringField(name, text.get());
    }
  }

  private void writeRaw(String name, Optional<String> raw) throws IOException {
    if (raw.isPresent()) {
      json.writeFieldName(name);
      json.writeRawValue(raw.get());
    }
  }

  private void writeNotes(List<String> notes) throws IOException {
    if (!notes.isEmpty()) {
      writeTexts("note", notes);
    }
  }

  private void writeTexts(String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private void writeIds() throws IOException {
    writeTexts("id", cube.dimensions().stream().map(Dimension::id).toList());
    json.writeArrayFieldStart("size");
    for (Dimension dimension : cube.dimensions()) {
      json.writeNumber(dimension.size());
    }
    json.writeEndArray();
  }

  private void writeRoles() throws IOException {
    List<Dimension> all =
        Stream.concat(cube.dimensions().stream(), cube.constants().stream()).toList();
    Map<DimensionRole, List<String>> ids =
        all.stream()
            .filter(d -> d.role() != DimensionRole.NONE)
            .collect(
                Collectors.groupingBy(
                    Dimension::role, Collectors.mapping(Dimension::id, Collectors.toList())));
    if (ids.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("role");
    for (Map.Entry<DimensionRole, String> role :
        List.of(
            Map.entry(DimensionRole.TIME, "time"),
            Map.entry(DimensionRole.GEO, "geo"),
            Map.entry(DimensionRole.METRIC, "metric"))) {
      if (ids.containsKey(role.getKey())) {
        writeTexts(role.getValue(), ids.get(role.getKey()));
      }
    }
    json.writeEndObject();
  }

  private void writeDimension(Dimension dimension) throws IOException {
    json.writeObjectFieldStart(dimension.id());
    json.writeStringField("label", dimension.label());
    writeNotes(dimension.notes());
    writeText("href", dimension.href());
    writeRaw("link", dimension.link());
    json.writeObjectFieldStart("category");
    writeTexts("index", dimension.codes());
    writeEach(
        "label",
        dimension,
        c -> !c.label().equals(c.code()),
        category -> json.writeString(category.label()));
    writeEach("unit", dimension, c -> c.unit().isPresent(), c -> writeUnit(c.unit().orElseThrow()));
    writeEach(
        "child", dimension, c -> !c.children().isEmpty(), c -> writeArray(c, Category::children));
    writeEach("note", dimension, c -> !c.notes().isEmpty(), c -> writeArray(c, Category::notes));
    writeEach(
        "coordinates",
        dimension,
        c -> c.coordinates().isPresent(),
        c -> writeCoordinates(c.coordinates().orElseThrow()));
    json.writeEndObject();
    writeRaw("extension", dimension.extension());
    json.writeEndObject();
  }

  /** Writes what belongs to a category. */
  private interface Content {
    void write(Category category) throws IOException;
  }

  private void writeEach(String name, Dimension dimension, Predicate<Category> has, Content content)
      throws IOException {
    List<Category> those = dimension.categories().stream().filter(has).toList();
    if (those.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart(name);
    for (Category category : those) {
      json.writeFieldName(category.code());
      content.write(category);
    }
    json.writeEndObject();
  }

  private void writeArray(Category category, Function<Category, List<String>> texts)
      throws IOException {
    json.writeStartArray();
    for (String text : texts.apply(category)) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private void writeUnit(CategoryUnit unit) throws IOException {
    json.writeStartObject();
    writeText("base", unit.base());
    writeText("label", unit.label());
    writeText("symbol", unit.symbol());
    writeText("position", unit.position());
    writeText("type", unit.type());
    if (unit.decimals().isPresent()) {
      json.writeNumberField("decimals", unit.decimals().getAsInt());
    }
    if (unit.multiplier().isPresent()) {
      json.writeNumberField("multiplier", unit.multiplier().getAsInt());
    }
    json.writeEndObject();
  }

  private void writeCoordinates(Category.Coordinates at) throws IOException {
    json.writeStartArray();
    json.writeNumber(Rounding.shortest(at.longitude()));
    json.writeNumber(Rounding.shortest(at.latitude()));
    json.writeEndArray();
  }

  private void writeAllValues() throws IOException {
    CellStore store = cube.store();
    json.writeArrayFieldStart("value");
    for (int i = 0; i < store.stored(); i++) {
      writeValue(store.storedValue(i), store.storedSign(i));
    }
    json.writeEndArray();
  }

  private void writeSomeValues() throws IOException {
    CellStore store = cube.store();
    if (store.stored() == 0) {
      json.writeArrayFieldStart("value"); // As PxWebApi describes a table without its data.
      json.writeEndArray();
      return;
    }
    json.writeObjectFieldStart("value");
    for (int i = 0; i < store.stored(); i++) {
      if (!Double.isNaN(store.storedValue(i)) || !store.storedSign(i).text().isEmpty()) {
        json.writeFieldName(Long.toString(store.positionOf(i)));
        writeValue(store.storedValue(i), store.storedSign(i));
      }
    }
    json.writeEndObject();
  }

  private void writeValue(double value, CellSign sign) throws IOException {
    if (!Double.isNaN(value)) {
      json.writeNumber(Rounding.shortest(value));
    } else if (sign.text().isEmpty()) {
      json.writeNull();
    } else {
      json.writeString(sign.text());
    }
  }

  private void writeStatuses() throws IOException {
    CellStore store = cube.store();
    CellSign others = store.background();
    String background = written(others, others.applyTo(Double.NaN));
    if (!store.isDense() && !background.isEmpty()) {
      writeStatusesOf(background);
      return;
    }
    boolean started = false;
    for (int i = 0; i < store.stored(); i++) {
      String sign = written(store.storedSign(i), store.storedValue(i));
      if (!sign.isEmpty()) {
        if (!started) {
          json.writeObjectFieldStart("status");
          started = true;
        }
        json.writeStringField(Long.toString(store.positionOf(i)), sign);
      }
    }
    if (started) {
      json.writeEndObject();
    }
  }

  /** The sign; where it means something of its own here, the standard one for what it means. */
  private static String written(CellSign sign, double value) {
    ObservationStatus status = sign.status(value);
    StatusSigns standard = StatusSigns.standard();
    ObservationStatus read =
        Double.isNaN(value) ? standard.ofNoValue(sign.sign()) : standard.ofValue(sign.sign());
    return read == status ? sign.sign() : StatusSigns.standardSign(status);
  }

  /** An object tells no status of the cells that it leaves out. */
  private void writeStatusesOf(String background) throws IOException {
    CellStore store = cube.store();
    boolean everywhere = true;
    for (int i = 0; i < store.stored() && everywhere; i++) {
      everywhere = written(store.storedSign(i), store.storedValue(i)).equals(background);
    }
    if (everywhere) {
      json.writeStringField("status", background);
      return;
    }
    if (store.size() > MOST_WRITTEN) {
      throw new CubeException(
          CubeException.Problem.TOO_MANY_CELLS,
          "status",
          store.size() + " cells, most with the sign " + CubeException.quote(background),
          "at most " + MOST_WRITTEN + " of them; select some categories first");
    }
    json.writeArrayFieldStart("status");
    for (long at = 0; at < store.size(); at++) {
      json.writeString(written(store.sign(at), store.value(at)));
    }
    json.writeEndArray();
  }
}
