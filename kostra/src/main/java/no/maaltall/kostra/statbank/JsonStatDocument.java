package no.maaltall.kostra.statbank;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a JSON-stat text holds: a cube, a dimension, or several of them.
 *
 * <pre>{@code
 * JsonStatDocument document = JsonStat.readDocument(Path.of("oecd-canada.json"));
 * document.cubes().keySet();   // [oecd, canada]
 * }</pre>
 */
public final class JsonStatDocument {

  /** The classes of documents. */
  public enum Kind {
    /** One cube. */
    DATASET,
    /** One dimension. */
    DIMENSION,
    /** A list of documents, here or elsewhere. */
    COLLECTION,
    /** Cubes with names, in JSON-stat 1. */
    BUNDLE
  }

  /**
   * An item of a collection.
   *
   * @param kind its class as told, such as {@code dataset}; empty when it is not told
   * @param href where it is; empty when it is not told
   * @param label its title; empty when it is not told
   * @param document what it holds, when that is here and not only at {@code href}
   */
  public record Item(String kind, String href, String label, Optional<JsonStatDocument> document) {

    /**
     * Takes the parts as they are.
     *
     * @param kind its class
     * @param href where it is
     * @param label its title
     * @param document what it holds
     */
    public Item {}
  }

  private final Kind kind;
  private final JsonStatVersion version;
  private final Optional<String> label;
  private final Optional<String> href;
  private final Optional<String> updated;
  private final ImmutableMap<String, Cube> cubes;
  private final Optional<Dimension> dimension;
  private final ImmutableList<Item> items;

  JsonStatDocument(
      Kind kind,
      JsonStatVersion version,
      @Nullable String label,
      @Nullable String href,
      @Nullable String updated,
      Map<String, Cube> cubes,
      Optional<Dimension> dimension,
      List<Item> items) {
    this.kind = kind;
    this.version = version;
    this.label = Optional.ofNullable(label);
    this.href = Optional.ofNullable(href);
    this.updated = Optional.ofNullable(updated);
    this.cubes = ImmutableMap.copyOf(cubes);
    this.dimension = dimension;
    this.items = ImmutableList.copyOf(items);
  }

  /** {@return what it is} */
  public Kind kind() {
    return kind;
  }

  /** {@return the generation of JSON-stat that it is written in} */
  public JsonStatVersion version() {
    return version;
  }

  /** {@return its title} */
  public Optional<String> label() {
    return label;
  }

  /** {@return the address that it was read from, as it says itself} */
  public Optional<String> href() {
    return href;
  }

  /** {@return when it was last changed, as its publisher writes it} */
  public Optional<String> updated() {
    return updated;
  }

  /**
   * {@return its cubes in order, by their names: those of a bundle by the names there, those of a
   * collection by their number from 1, the one of a dataset by {@code dataset}}
   */
  public ImmutableMap<String, Cube> cubes() {
    return cubes;
  }

  /**
   * {@return its one cube}
   *
   * @throws JsonStatException if it has none, or several
   */
  public Cube cube() {
    if (cubes.size() == 1) {
      return cubes.values().asList().get(0);
    }
    String got =
        switch (kind) {
          case DIMENSION -> "a dimension; JsonStat.readDocument reads it";
          case COLLECTION ->
              cubes.isEmpty()
                  ? "a collection of " + items.size() + " links; each must be fetched"
                  : "a collection of " + cubes.size() + " cubes; JsonStat.readDocument reads them";
          default ->
              cubes.size() + " cubes " + cubes.keySet() + "; JsonStat.readDocument reads them";
        };
    throw new JsonStatException(
        JsonStatException.Problem.OTHER_CLASS, "$", got, "one dataset", null);
  }

  /** {@return its dimension, when it is one} */
  public Optional<Dimension> dimension() {
    return dimension;
  }

  /** {@return its items in order, when it is a collection} */
  public ImmutableList<Item> items() {
    return items;
  }

  /** {@return what it is and how much it holds, on one line} */
  @Override
  public String toString() {
    return kind
        + " ("
        + version
        + "): "
        + (kind == Kind.COLLECTION
            ? items.size() + " items"
            : dimension.map(Dimension::toString).orElse(cubes.size() + " cubes"));
  }
}
