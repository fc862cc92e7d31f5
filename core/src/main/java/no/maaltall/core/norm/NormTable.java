package no.maaltall.core.norm;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.core.io.TableSource;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the norms, each with the day that it is valid from, its legal basis, its source
 * and how sure it is.
 *
 * <p>{@link #standard} is the law as it is known, a resource of this module. An application may
 * make it stricter or put its own numbers in its place:
 *
 * <pre>{@code
 * NormTable local =
 *     NormTable.standard()
 *         .withLocal(
 *             "Bærum",
 *             NormValue.of("laerernorm", "limit", "1-4", LocalDate.of(2024, 8, 1), 14,
 *                 NormValue.Sense.AT_MOST, "kommunestyret, sak 12/24"));
 * Laerernorm.standard().withTable(local).assess(stages);
 * }</pre>
 *
 * <p>As a file: {@code NORM,PARAMETER,GROUP,VALID_FROM,VALUE,SENSE,LEGAL_BASIS,SOURCE,CONFIDENCE},
 * where {@code SENSE} is {@code at_most}, {@code at_least} or {@code parameter} and {@code
 * CONFIDENCE} is {@code high}, {@code medium} or {@code low}.
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public final class NormTable {
  /** What a table does with the one below it. */
  private enum Layer {
    ROOT,
    LOCAL,
    REPLACING;

    String code() {
      return Ascii.toLowerCase(name());
    }
  }

  private static final String STANDARD_FILE = "norms.csv";
  private static final String STANDARD_NAME = "norms";

  private final String name;
  private final Layer layer;
  private final @Nullable NormTable base;
  private final ImmutableList<NormValue> values;
  private final ImmutableMap<String, ImmutableSortedMap<LocalDate, NormValue>> histories;

  private NormTable(String name, Layer layer, @Nullable NormTable base, Iterable<NormValue> given) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a norm table needs a name, got \"" + name + "\"");
    }
    this.name = name;
    this.layer = layer;
    this.base = base;
    ImmutableList.Builder<NormValue> named = ImmutableList.builder();
    Map<String, TreeMap<LocalDate, NormValue>> byKey = new HashMap<>();
    for (NormValue value : given) {
      NormValue own = value.in(name);
      named.add(own);
      NormValue other =
          byKey.computeIfAbsent(own.key(), k -> new TreeMap<>()).putIfAbsent(own.validFrom(), own);
      if (other != null) {
        throw new IllegalArgumentException(
            "norm table " + name + " gives " + own.key() + " from " + own.validFrom() + " twice");
      }
    }
    this.values = named.build();
    ImmutableMap.Builder<String, ImmutableSortedMap<LocalDate, NormValue>> sorted =
        ImmutableMap.builder();
    byKey.forEach((k, history) -> sorted.put(k, ImmutableSortedMap.copyOf(history)));
    this.histories = sorted.buildOrThrow();
  }

  private static final class Standard {
    static final NormTable TABLE =
        read(
            STANDARD_NAME,
            file -> Optional.ofNullable(NormTable.class.getResourceAsStream(file)),
            STANDARD_FILE);
  }

  /** {@return the law and the national norms as they are known, with the name {@code norms}} */
  public static NormTable standard() {
    return Standard.TABLE;
  }

  /**
   * {@return a table that has nothing but the given numbers}
   *
   * @param name its name, which assessments give as their version; not blank
   * @param values the numbers
   * @throws IllegalArgumentException if two are for the same from the same day
   */
  public static NormTable of(String name, Iterable<NormValue> values) {
    return new NormTable(name, Layer.ROOT, null, values);
  }

  /**
   * {@return a table that has nothing but the numbers of a file}
   *
   * @param name its name; not blank
   * @param source where the file is
   * @param file the name of the file, with the columns above
   * @throws no.maaltall.core.io.TidyTableException for the first thing that cannot be read
   * @throws IllegalArgumentException if two numbers are for the same from the same day
   */
  public static NormTable read(String name, TableSource source, String file) {
    return of(name, NormTableFile.read(source, file));
  }

  /**
   * {@return this table with stricter numbers on top}
   *
   * <p>At every date the stricter of the local number and the one below it holds. A number for
   * something that this table does not regulate yet at that date is a local norm of its own.
   *
   * @param localName the name of the local table
   * @param stricter the numbers
   * @throws IllegalArgumentException if one is laxer than what it stands on, or is no limit; use
   *     {@link #replacing} for those
   */
  public NormTable withLocal(String localName, NormValue... stricter) {
    for (NormValue value : stricter) {
      Optional<NormValue> below =
          histories().containsKey(value.key())
              ? find(value.norm(), value.parameter(), value.group(), value.validFrom())
              : Optional.empty();
      NormValue.Sense sense = below.map(NormValue::sense).orElse(value.sense());
      if (sense != value.sense() || sense == NormValue.Sense.PARAMETER) {
        throw new IllegalArgumentException(
            "local "
                + value.key()
                + " has the sense "
                + value.sense().code()
                + ", and "
                + sense.code()
                + " in the table below; a local number is a limit of the same sense");
      }
      if (below.isPresent() && !sense.isAsStrict(value.value(), below.get().value())) {
        throw new IllegalArgumentException(
            "local "
                + value
                + " is laxer than "
                + below.get()
                + "; a local norm may be stricter than the law, not laxer");
      }
    }
    return new NormTable(localName, Layer.LOCAL, this, Arrays.asList(stricter));
  }

  /**
   * {@return this table with the whole history of some numbers replaced}
   *
   * @param newName the name of the new table
   * @param replaced the numbers; what this table has for the same norms, parameters and groups is
   *     forgotten
   */
  public NormTable replacing(String newName, NormValue... replaced) {
    return new NormTable(newName, Layer.REPLACING, this, Arrays.asList(replaced));
  }

  /** {@return its name, which assessments give as a part of their version} */
  @JsonProperty("name")
  public String name() {
    return name;
  }

  /** {@return its own numbers, in the order given; not those of a table below it} */
  @JsonProperty("values")
  public ImmutableList<NormValue> values() {
    return values;
  }

  @JsonProperty("layer")
  String jsonLayer() {
    return layer.code();
  }

  @JsonProperty("base")
  Optional<NormTable> jsonBase() {
    return Optional.ofNullable(base);
  }

  @JsonCreator
  static NormTable ofJson(
      @JsonProperty("name") String name,
      @JsonProperty("values") List<NormValue> values,
      @JsonProperty("layer") @Nullable String layer,
      @JsonProperty("base") @Nullable NormTable base) {
    NormValue[] all = values.toArray(NormValue[]::new);
    if (base == null || layer == null || layer.equals(Layer.ROOT.code())) {
      return of(name, values);
    }
    return layer.equals(Layer.LOCAL.code()) ? base.withLocal(name, all) : base.replacing(name, all);
  }

  private ImmutableMap<String, ImmutableSortedMap<LocalDate, NormValue>> histories() {
    if (base == null) {
      return histories;
    }
    Map<String, ImmutableSortedMap<LocalDate, NormValue>> all = new HashMap<>(base.histories());
    all.putAll(histories);
    return ImmutableMap.copyOf(all);
  }

  /**
   * {@return the number that is valid on a day; empty when the norm did not exist yet}
   *
   * @param norm the id of the norm
   * @param parameter which of its numbers
   * @param group what it is for; empty when it is for all
   * @param date the day
   * @throws UnknownCodeException if the table has no such number at any time
   */
  public Optional<NormValue> find(String norm, String parameter, String group, LocalDate date) {
    String key = NormValue.key(norm, parameter, group);
    Found found = lookUp(key, date);
    if (!found.isKnown()) {
      throw new UnknownCodeException("number in norm table " + name, key, histories().keySet());
    }
    return Optional.ofNullable(found.value());
  }

  /** Whether it has a number at any time. */
  boolean has(String norm, String parameter, String group) {
    return histories().containsKey(NormValue.key(norm, parameter, group));
  }

  private record Found(boolean isKnown, @Nullable NormValue value) {}

  private Found lookUp(String key, LocalDate date) {
    ImmutableSortedMap<LocalDate, NormValue> history = histories.get(key);
    NormValue own = valueAt(history, date);
    if (base == null || (layer == Layer.REPLACING && history != null)) {
      return new Found(history != null, own);
    }
    Found below = base.lookUp(key, date);
    if (own == null) {
      return new Found(below.isKnown() || history != null, below.value());
    }
    NormValue law = below.value();
    boolean local = law == null || own.sense().isAsStrict(own.value(), law.value());
    return new Found(true, local ? own : law);
  }

  private static @Nullable NormValue valueAt(
      @Nullable ImmutableSortedMap<LocalDate, NormValue> history, LocalDate date) {
    if (history == null) {
      return null;
    }
    var entry = history.floorEntry(date);
    return entry == null ? null : entry.getValue();
  }

  /** The number that is valid on a day, for one that the norm cannot do without. */
  NormValue require(String norm, String parameter, String group, LocalDate date) {
    return find(norm, parameter, group, date)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "norm table "
                        + name
                        + " has no "
                        + NormValue.key(norm, parameter, group)
                        + " on "
                        + date
                        + ", only from "
                        + first(norm, parameter, group)));
  }

  /** The first day that the table has a number for. */
  LocalDate first(String norm, String parameter, String group) {
    String key = NormValue.key(norm, parameter, group);
    ImmutableSortedMap<LocalDate, NormValue> history = histories.get(key);
    LocalDate own = history == null ? LocalDate.MAX : history.firstKey();
    if (base == null || (layer == Layer.REPLACING && history != null)) {
      return own;
    }
    LocalDate below = base.first(norm, parameter, group);
    return own.isBefore(below) ? own : below;
  }

  /** The name of the table that decides on a number, for a day before there was one. */
  String beforeVersion(String norm, String parameter, String group) {
    return name + "@before-" + first(norm, parameter, group);
  }

  /** {@return the norms that it has numbers for, sorted} */
  public ImmutableSet<String> norms() {
    return histories().values().stream()
        .map(h -> h.values().asList().get(0).norm())
        .sorted()
        .collect(ImmutableSet.toImmutableSet());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NormTable t
        && t.name.equals(name)
        && t.layer == layer
        && t.values.equals(values)
        && Objects.equals(t.base, base);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, values);
  }

  /** {@return its name and the names of the tables below it: {@code Bærum over norms}} */
  @Override
  public String toString() {
    return base == null ? name : name + " over " + base;
  }
}
