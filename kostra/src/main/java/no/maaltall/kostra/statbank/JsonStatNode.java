package no.maaltall.kostra.statbank;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.maaltall.kostra.statbank.JsonStatException.Problem;
import org.jspecify.annotations.Nullable;

/**
 * An object of JSON-stat. Its members come in any order, so whether it is a dataset, a dimension, a
 * collection or a bundle is known only at its end.
 */
final class JsonStatNode {
  private static final int MOST_NAMES = 20;

  /** Members that are read once; the others may be repeated without harm. */
  private static final Set<String> ONCE =
      Set.of("id", "size", "dimension", "value", "status", "role", "class", "link");

  private final StatusSigns signs;
  private final String path;
  private final boolean isRoot;
  private final Set<String> seen = new HashSet<>();
  private final Set<String> names = new LinkedHashSet<>();

  @Nullable String version;
  @Nullable String declaredClass;
  @Nullable String label;
  @Nullable String source;
  @Nullable String updated;
  @Nullable String href;
  @Nullable String link;
  @Nullable String extension;
  List<String> notes = List.of();
  @Nullable List<String> ids;
  @Nullable List<Long> sizes;
  String sizePath = "";
  boolean idsAmongDimensions;
  final Map<String, DimensionReader> dimensions = new LinkedHashMap<>();
  final Map<DimensionRole, List<String>> roles = new LinkedHashMap<>();
  final CellReader cells;
  final DimensionReader self;
  final Map<String, Cube> members = new LinkedHashMap<>();
  final List<JsonStatDocument.Item> items = new ArrayList<>();
  private boolean sawDimensions;
  private @Nullable String failure;

  JsonStatNode(StatusSigns signs, String path) {
    this.signs = signs;
    this.path = path;
    this.isRoot = path.equals("$");
    this.cells = new CellReader(signs);
    this.self = new DimensionReader(path);
  }

  String path() {
    return path;
  }

  /** Whether it has anything that only a dataset has. */
  boolean hasDataset() {
    return sawDimensions || (cells.sawValues() && (ids != null || sizes != null));
  }

  Set<String> names() {
    return names;
  }

  /** What a server says went wrong, when this is that. */
  @Nullable String failure() {
    return failure;
  }

  /** Reads the object that the token starts. */
  JsonStatNode read(JsonCursor json) throws IOException {
    json.require(JsonToken.START_OBJECT, "an object");
    while (json.nextMember()) {
      String name = json.name();
      if (names.size() < MOST_NAMES) {
        names.add(name);
      }
      if (ONCE.contains(name) && !seen.add(name)) {
        throw json.error(Problem.DUPLICATE_MEMBER, "it again", "it once");
      }
      readMember(json, name);
    }
    return this;
  }

  private void readMember(JsonCursor json, String name) throws IOException {
    switch (name) {
      case "version" -> version = json.textOrNull();
      case "class" -> declaredClass = json.textOrNull();
      case "label" -> label = json.textOrNull();
      case "source" -> source = json.textOrNull();
      case "updated" -> updated = json.textOrNull();
      case "href" -> href = json.textOrNull();
      case "note" -> notes = json.texts();
      case "extension" -> extension = json.raw();
      case "link" -> readLink(json);
      case "category" -> self.readMember(json, name);
      case "id" -> readIds(json);
      case "size" -> readSizes(json);
      case "role" -> readRoles(json);
      case "dimension" -> readDimensions(json);
      case "value" -> cells.readValues(json, declaredCells());
      case "status" -> readStatus(json);
      default -> readOther(json, name);
    }
  }

  /** A server that fails may answer with a number for its status. */
  private void readStatus(JsonCursor json) throws IOException {
    if (json.token() == JsonToken.VALUE_NUMBER_INT && !hasDataset() && !cells.sawValues()) {
      noteFailure("status " + json.text());
    } else {
      cells.readStatuses(json);
    }
  }

  private void readOther(JsonCursor json, String name) throws IOException {
    boolean isMember = json.token() == JsonToken.START_OBJECT && isRoot && !hasDataset();
    if (isMember && version == null && declaredClass == null) {
      JsonStatNode member = new JsonStatNode(signs, path + JsonCursor.step(name)).read(json);
      if (member.hasDataset()
          && members.putIfAbsent(name, JsonStatAssembler.cube(member)) != null) {
        throw json.error(Problem.DUPLICATE_MEMBER, CubeException.quote(name), "each name once");
      }
      return;
    }
    if (json.token() == JsonToken.VALUE_STRING
        && Set.of("error", "title", "detail", "message").contains(name)) {
      noteFailure(json.text());
    }
    json.skip();
  }

  private void noteFailure(String text) {
    failure = failure == null ? text : failure + ", " + text;
  }

  private void readIds(JsonCursor json) throws IOException {
    if (json.token() != JsonToken.START_ARRAY) {
      json.skip(); // Other formats have an id too: that of a code list is a text.
      return;
    }
    ids = json.texts();
  }

  private void readSizes(JsonCursor json) throws IOException {
    if (json.token() != JsonToken.START_ARRAY) {
      json.skip();
      return;
    }
    sizePath = json.path().replaceFirst("\\[\\d*\\]$", "");
    List<Long> read = new ArrayList<>();
    while (json.nextElement()) {
      long size = json.wholeNumber();
      if (size < 0) {
        throw json.error(Problem.SIZE, "" + size, "0 or more");
      }
      read.add(size);
    }
    sizes = read;
  }

  private void readRoles(JsonCursor json) throws IOException {
    if (json.token() == JsonToken.VALUE_NULL) {
      return;
    }
    json.require(JsonToken.START_OBJECT, "an object with time, geo and metric");
    while (json.nextMember()) {
      switch (json.name()) {
        case "time" -> roles.put(DimensionRole.TIME, json.texts());
        case "geo" -> roles.put(DimensionRole.GEO, json.texts());
        case "metric" -> roles.put(DimensionRole.METRIC, json.texts());
        default -> json.skip();
      }
    }
  }

  private void readDimensions(JsonCursor json) throws IOException {
    sawDimensions = true;
    json.require(JsonToken.START_OBJECT, "an object of dimensions");
    String start = path + ".dimension";
    while (json.nextMember()) {
      String name = json.name();
      if (json.token() == JsonToken.START_ARRAY && name.equals("id")) {
        requireNone(json, ids);
        readIds(json);
        idsAmongDimensions = true;
      } else if (json.token() == JsonToken.START_ARRAY && name.equals("size")) {
        requireNone(json, sizes);
        readSizes(json);
      } else {
        DimensionReader dimension = new DimensionReader(start + JsonCursor.step(name));
        dimension.read(json);
        if (name.equals("role") && dimension.isRoles()) {
          roles.putAll(dimension.roles());
        } else if (dimensions.putIfAbsent(name, dimension) != null) {
          throw json.error(Problem.DUPLICATE_MEMBER, CubeException.quote(name), "each once");
        }
      }
    }
  }

  private static void requireNone(JsonCursor json, @Nullable Object before) {
    if (before != null) {
      throw json.error(Problem.DUPLICATE_MEMBER, "it again", "it once");
    }
  }

  /** Links; those to items may be whole documents. */
  private void readLink(JsonCursor json) throws IOException {
    if (json.token() != JsonToken.START_OBJECT) {
      json.skip();
      return;
    }
    StringWriter others = new StringWriter();
    boolean any = false;
    try (JsonGenerator out = JsonCursor.factory().createGenerator(others)) {
      out.writeStartObject();
      while (json.nextMember()) {
        String relation = json.name();
        if (relation.equals("item") && json.token() == JsonToken.START_ARRAY) {
          readItems(json);
        } else {
          any = true;
          out.writeFieldName(relation);
          json.copyTo(out);
        }
      }
      out.writeEndObject();
    }
    link = any ? others.toString() : null;
  }

  private void readItems(JsonCursor json) throws IOException {
    while (json.nextElement()) {
      json.require(JsonToken.START_OBJECT, "an object");
      String start = path + ".link.item[" + items.size() + "]";
      items.add(JsonStatAssembler.item(new JsonStatNode(signs, start).read(json)));
    }
  }

  /** How many cells the sizes so far declare; −1 when that is not known yet or past a long. */
  private long declaredCells() {
    if (sizes == null) {
      return -1;
    }
    long cells = 1;
    for (long size : sizes) {
      long high = Math.multiplyHigh(cells, size);
      cells *= size;
      if (high != 0 || cells < 0) {
        return -1;
      }
    }
    return cells;
  }

  JsonStatVersion version() {
    boolean second =
        version == null ? !idsAmongDimensions && members.isEmpty() : version.startsWith("2");
    return second ? JsonStatVersion.V2 : JsonStatVersion.V1;
  }

  Optional<String> declaredClass() {
    return Optional.ofNullable(declaredClass);
  }
}
