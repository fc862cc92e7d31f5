package no.maaltall.kostra.statbank;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.maaltall.kostra.statbank.JsonStatException.Problem;

/** Makes documents, cubes and dimensions of objects that have been read to their end. */
final class JsonStatAssembler {
  private JsonStatAssembler() {}

  static JsonStatDocument document(JsonStatNode node) {
    return find(node).orElseThrow(() -> notJsonStat(node));
  }

  private static JsonStatException notJsonStat(JsonStatNode node) {
    String failure = node.failure();
    return new JsonStatException(
        Problem.NOT_JSON_STAT,
        node.path(),
        failure == null
            ? "an object with " + shown(node)
            : "the message of a server: " + CubeException.quote(failure),
        "a dataset, dimension, collection or bundle",
        null);
  }

  private static String shown(JsonStatNode node) {
    String names = String.join(", ", node.names());
    return names.isEmpty() ? "no members" : "the members " + CubeException.quote(names);
  }

  private static Optional<JsonStatDocument> find(JsonStatNode node) {
    String declared = node.declaredClass().orElse("");
    if (declared.equals("collection") || (!node.items.isEmpty() && !node.hasDataset())) {
      return Optional.of(collection(node));
    }
    if (declared.equals("dimension") || (node.self.sawCategory() && !node.hasDataset())) {
      return Optional.of(dimension(node));
    }
    if (node.hasDataset()) {
      return Optional.of(
          of(
              node,
              JsonStatDocument.Kind.DATASET,
              Map.of("dataset", cube(node)),
              Optional.empty(),
              List.of()));
    }
    return node.members.isEmpty()
        ? Optional.empty()
        : Optional.of(
            of(node, JsonStatDocument.Kind.BUNDLE, node.members, Optional.empty(), List.of()));
  }

  private static JsonStatDocument of(
      JsonStatNode node,
      JsonStatDocument.Kind kind,
      Map<String, Cube> cubes,
      Optional<Dimension> dimension,
      List<JsonStatDocument.Item> items) {
    return new JsonStatDocument(
        kind, node.version(), node.label, node.href, node.updated, cubes, dimension, items);
  }

  private static JsonStatDocument collection(JsonStatNode node) {
    Map<String, Cube> cubes = new LinkedHashMap<>();
    for (JsonStatDocument.Item item : node.items) {
      item.document()
          .ifPresent(
              document ->
                  document
                      .cubes()
                      .values()
                      .forEach(cube -> cubes.put("" + (cubes.size() + 1), cube)));
    }
    return of(node, JsonStatDocument.Kind.COLLECTION, cubes, Optional.empty(), node.items);
  }

  static JsonStatDocument.Item item(JsonStatNode item) {
    return new JsonStatDocument.Item(
        item.declaredClass().orElse(""),
        item.href == null ? "" : item.href,
        item.label == null ? "" : item.label,
        embedded(item));
  }

  /** What an item holds; nothing when it is but a link. */
  private static Optional<JsonStatDocument> embedded(JsonStatNode item) {
    boolean isHere =
        item.hasDataset()
            || item.cells.sawValues()
            || item.self.sawCategory()
            || !item.items.isEmpty();
    return isHere ? Optional.of(document(item)) : Optional.empty();
  }

  private static JsonStatDocument dimension(JsonStatNode node) {
    DimensionReader self = node.self;
    Dimension.Builder described =
        self
            .dimension(
                node.label == null ? "dimension" : node.label, DimensionRole.NONE, -1, node.path())
            .toBuilder();
    node.notes.forEach(described::note);
    Optional.ofNullable(node.href).ifPresent(described::href);
    Optional.ofNullable(node.link).ifPresent(described::link);
    Optional.ofNullable(node.extension).ifPresent(described::extension);
    return of(
        node, JsonStatDocument.Kind.DIMENSION, Map.of(), Optional.of(described.build()), List.of());
  }

  static Cube cube(JsonStatNode node) {
    List<String> ids = node.ids;
    List<Long> sizes = node.sizes;
    if (ids == null || sizes == null) {
      throw missing(node, ids == null ? "id" : "size");
    }
    if (ids.size() != sizes.size()) {
      throw new JsonStatException(
          Problem.SIZE,
          node.sizePath,
          sizes.size() + " sizes",
          ids.size() + ", one for each of the dimensions " + CubeException.quote("" + ids),
          null);
    }
    if (!node.cells.sawValues()) {
      throw missing(node, "value");
    }
    CubeBuilder cube = Cube.builder().cells(node.cells.cells()).notes(node.notes);
    addDimensions(node, ids, sizes, cube);
    cube.label = node.label;
    cube.source = node.source;
    cube.updated = node.updated;
    cube.href = node.href;
    cube.link = node.link;
    cube.extension = node.extension;
    try {
      return cube.build();
    } catch (CubeException e) {
      throw located(node, e);
    }
  }

  private static JsonStatException missing(JsonStatNode node, String member) {
    return new JsonStatException(
        Problem.MISSING_MEMBER,
        node.path() + "." + member,
        "a dataset with " + shown(node),
        "a dataset with id, size, dimension and value",
        null);
  }

  private static void addDimensions(
      JsonStatNode node, List<String> ids, List<Long> sizes, CubeBuilder cube) {
    Map<String, DimensionRole> roles = new HashMap<>();
    node.roles.forEach((role, of) -> of.forEach(id -> roles.put(id, role)));
    Map<String, DimensionReader> others = new LinkedHashMap<>(node.dimensions);
    for (int d = 0; d < ids.size(); d++) {
      String id = ids.get(d);
      DimensionReader dimension = others.remove(id);
      if (dimension == null) {
        throw new JsonStatException(
            Problem.DIMENSIONS,
            node.path() + ".dimension",
            CubeException.quote(id)
                + (node.dimensions.containsKey(id) ? " twice in id" : " in id and not here"),
            "each dimension of id once",
            null);
      }
      cube.dimension(
          dimension.dimension(
              id,
              roles.getOrDefault(id, DimensionRole.NONE),
              sizes.get(d),
              node.sizePath + "[" + d + "]"));
    }
    others.forEach(
        (id, constant) -> {
          if (constant.sawCategory()) {
            DimensionRole role = roles.getOrDefault(id, DimensionRole.NONE);
            cube.constant(constant.dimension(id, role, -1, node.path()));
          }
        });
  }

  /** What the cube does not accept, said in terms of the text. */
  private static JsonStatException located(JsonStatNode node, CubeException e) {
    boolean ofStatus = e.where().equals("status");
    return switch (e.problem()) {
      case TOO_MANY_CELLS ->
          new JsonStatException(Problem.SIZE, node.sizePath, e.got(), e.allowed(), e);
      default ->
          new JsonStatException(
              ofStatus ? Problem.STATUSES : Problem.VALUES,
              node.path() + (ofStatus ? ".status" : ".value"),
              e.got(),
              e.allowed(),
              e);
    };
  }
}
