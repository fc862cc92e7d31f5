package no.maaltall.kostra.statbank;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import no.maaltall.kostra.statbank.JsonStatException.Problem;
import org.jspecify.annotations.Nullable;

/** Reads a dimension, member by member in any order, and makes it when its size is known. */
final class DimensionReader {
  /** Each costs fifty times what it takes in a file. */
  private static final int MOST_CATEGORIES = 1_000_000;

  private final String path;
  private @Nullable String label;
  private @Nullable String href;
  private @Nullable String link;
  private @Nullable String extension;
  private List<String> notes = List.of();
  private boolean sawCategory;
  private @Nullable Map<String, Long> index;
  private Map<String, String> labels = new LinkedHashMap<>();
  private Map<String, CategoryUnit> units = Map.of();
  private Map<String, List<String>> children = Map.of();
  private Map<String, List<String>> categoryNotes = Map.of();
  private Map<String, Category.Coordinates> coordinates = Map.of();
  private final Map<DimensionRole, List<String>> roles = new HashMap<>();

  DimensionReader(String path) {
    this.path = path;
  }

  /** Reads the object that the token starts. */
  void read(JsonCursor json) throws IOException {
    json.require(JsonToken.START_OBJECT, "an object");
    while (json.nextMember()) {
      readMember(json, json.name());
    }
  }

  /** Reads a member; those of a dimension of class dimension are read by its document. */
  boolean readMember(JsonCursor json, String name) throws IOException {
    switch (name) {
      case "label" -> label = json.textOrNull();
      case "note" -> notes = json.texts();
      case "href" -> href = json.textOrNull();
      case "link" -> link = json.raw();
      case "extension" -> extension = json.raw();
      case "category" -> readCategory(json);
      case "time" -> roles.put(DimensionRole.TIME, json.texts());
      case "geo" -> roles.put(DimensionRole.GEO, json.texts());
      case "metric" -> roles.put(DimensionRole.METRIC, json.texts());
      default -> {
        json.skip();
        return false;
      }
    }
    return true;
  }

  /** In JSON-stat 1 the roles stand among the dimensions. */
  boolean isRoles() {
    return !sawCategory && !roles.isEmpty();
  }

  Map<DimensionRole, List<String>> roles() {
    return roles;
  }

  boolean sawCategory() {
    return sawCategory;
  }

  private void readCategory(JsonCursor json) throws IOException {
    if (sawCategory) {
      throw json.error(Problem.DUPLICATE_MEMBER, "category again", "it once");
    }
    sawCategory = true;
    json.require(JsonToken.START_OBJECT, "an object");
    while (json.nextMember()) {
      switch (json.name()) {
        case "index" -> index = index(json);
        case "label" -> labels = byCode(json, JsonCursor::textOrNull);
        case "unit" -> units = byCode(json, DimensionReader::unit);
        case "child" -> children = byCode(json, JsonCursor::texts);
        case "note" -> categoryNotes = byCode(json, JsonCursor::texts);
        case "coordinates" -> coordinates = byCode(json, DimensionReader::coordinates);
        default -> json.skip();
      }
    }
  }

  /** Reads what belongs to a code. */
  private interface Content<T> {
    @Nullable T read(JsonCursor json) throws IOException;
  }

  private static <T> Map<String, T> byCode(JsonCursor json, Content<T> content) throws IOException {
    Map<String, T> byCode = new LinkedHashMap<>();
    if (json.token() == JsonToken.VALUE_NULL) {
      return byCode;
    }
    json.require(JsonToken.START_OBJECT, "an object with the codes of categories");
    while (json.nextMember()) {
      String code = json.name();
      T read = content.read(json);
      if (read != null && byCode.putIfAbsent(code, read) != null) {
        throw json.error(Problem.DUPLICATE_MEMBER, CubeException.quote(code), "each code once");
      }
      requireRoom(json, byCode);
    }
    return byCode;
  }

  private static Map<String, Long> index(JsonCursor json) throws IOException {
    if (json.token() == JsonToken.START_OBJECT) {
      return byCode(json, JsonCursor::wholeNumber);
    }
    json.require(JsonToken.START_ARRAY, "an array of codes, or an object of their positions");
    Map<String, Long> index = new LinkedHashMap<>();
    while (json.nextElement()) {
      String code = json.textOrNull();
      if (code == null) {
        throw json.wrongType("a code");
      }
      if (index.putIfAbsent(code, (long) index.size()) != null) {
        throw json.error(
            Problem.CATEGORIES, CubeException.quote(code) + " twice", "each code once");
      }
      requireRoom(json, index);
    }
    return index;
  }

  private static void requireRoom(JsonCursor json, Map<String, ?> byCode) {
    if (byCode.size() > MOST_CATEGORIES) {
      throw json.error(
          Problem.LIMIT, "more than " + MOST_CATEGORIES + " categories", "at most those");
    }
  }

  private static @Nullable CategoryUnit unit(JsonCursor json) throws IOException {
    if (json.token() == JsonToken.VALUE_NULL) {
      return null;
    }
    json.require(JsonToken.START_OBJECT, "an object");
    Map<String, String> texts = new HashMap<>();
    OptionalInt decimals = OptionalInt.empty();
    OptionalInt multiplier = OptionalInt.empty();
    while (json.nextMember()) {
      switch (json.name()) {
        case "decimals" -> decimals = smallNumber(json, 0);
        case "multiplier" -> multiplier = smallNumber(json, -1_000);
        case "base", "label", "symbol", "position", "type" -> {
          String name = json.name();
          Optional.ofNullable(json.textOrNull()).ifPresent(text -> texts.put(name, text));
        }
        default -> json.skip();
      }
    }
    return new CategoryUnit(
        Optional.ofNullable(texts.get("base")),
        Optional.ofNullable(texts.get("label")),
        Optional.ofNullable(texts.get("symbol")),
        Optional.ofNullable(texts.get("position")),
        Optional.ofNullable(texts.get("type")),
        decimals,
        multiplier);
  }

  private static OptionalInt smallNumber(JsonCursor json, int least) throws IOException {
    if (json.token() == JsonToken.VALUE_NULL) {
      return OptionalInt.empty();
    }
    long number = json.wholeNumber();
    if (number < least || number > 1_000) {
      throw json.error(Problem.NUMBER, "" + number, "a whole number from " + least + " to 1000");
    }
    return OptionalInt.of((int) number);
  }

  private static Category.@Nullable Coordinates coordinates(JsonCursor json) throws IOException {
    if (json.token() == JsonToken.VALUE_NULL) {
      return null;
    }
    json.require(JsonToken.START_ARRAY, "longitude and latitude");
    double[] degrees = new double[2];
    int count = 0;
    for (; json.nextElement(); count++) {
      if (json.token() == null || !json.token().isNumeric() || count == degrees.length) {
        throw json.wrongType("two numbers: longitude and latitude");
      }
      degrees[count] = json.number();
    }
    if (count < degrees.length) {
      throw json.wrongType("two numbers: longitude and latitude");
    }
    return new Category.Coordinates(degrees[0], degrees[1]);
  }

  /**
   * The dimension.
   *
   * @param size how many categories were declared; −1 when nothing was
   * @param sizePath where that was declared
   */
  Dimension dimension(String id, DimensionRole role, long size, String sizePath) {
    List<String> codes = codes();
    if (size >= 0 && size != codes.size()) {
      throw new JsonStatException(
          Problem.SIZE,
          sizePath,
          Long.toString(size),
          codes.size() + ", the number of categories of " + CubeException.quote(id),
          null);
    }
    Dimension.Builder dimension = Dimension.builder(id).role(role);
    Optional.ofNullable(label).ifPresent(dimension::label);
    Optional.ofNullable(href).ifPresent(dimension::href);
    Optional.ofNullable(link).ifPresent(dimension::link);
    Optional.ofNullable(extension).ifPresent(dimension::extension);
    notes.forEach(dimension::note);
    codes.forEach(code -> dimension.category(category(code)));
    return dimension.build();
  }

  private Category category(String code) {
    Category category = Category.of(code, labels.getOrDefault(code, code));
    CategoryUnit unit = units.get(code);
    if (unit != null) {
      category = category.withUnit(unit);
    }
    Category.Coordinates place = coordinates.get(code);
    if (place != null) {
      category = category.withCoordinates(place);
    }
    return category
        .withChildren(children.getOrDefault(code, List.of()))
        .withNotes(categoryNotes.getOrDefault(code, List.of()));
  }

  private List<String> codes() {
    if (!sawCategory) {
      throw new JsonStatException(
          Problem.CATEGORIES,
          path,
          href == null ? "no member category" : "only a link to " + CubeException.quote(href),
          "a member category with index or label",
          null);
    }
    if (index == null) {
      if (labels.size() != 1) {
        throw new JsonStatException(
            Problem.CATEGORIES,
            path + ".category",
            labels.size() + " labels and no index",
            "an index; only a dimension of one category needs none",
            null);
      }
      return List.copyOf(labels.keySet());
    }
    return inOrder(index);
  }

  private List<String> inOrder(Map<String, Long> positions) {
    String[] codes = new String[positions.size()];
    for (Map.Entry<String, Long> entry : positions.entrySet()) {
      long position = entry.getValue();
      if (position < 0 || position >= codes.length || codes[(int) position] != null) {
        throw new JsonStatException(
            Problem.CATEGORIES,
            path + ".category.index" + JsonCursor.step(entry.getKey()),
            position >= 0 && position < codes.length
                ? "position " + position + ", as " + CubeException.quote(codes[(int) position])
                : "position " + position,
            "each of 0 to " + (codes.length - 1) + " once",
            null);
      }
      codes[(int) position] = entry.getKey();
    }
    return new ArrayList<>(List.of(codes));
  }
}
