package no.maaltall.kostra.statbank;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import no.maaltall.core.indicator.UnknownCodeException;
import org.jspecify.annotations.Nullable;

/**
 * One of the dimensions of a cube: regions, periods, statistical variables, ages.
 *
 * <pre>{@code
 * Dimension sex =
 *     Dimension.builder("Kjonn")
 *         .label("kjønn")
 *         .category(Category.of("1", "Menn"))
 *         .category(Category.of("2", "Kvinner"))
 *         .build();
 * sex.indexOf("2");   // 1
 * }</pre>
 */
public final class Dimension {
  private final String id;
  private final String label;
  private final DimensionRole role;
  private final ImmutableList<Category> categories;
  private final ImmutableMap<String, Integer> indexes;
  private final ImmutableList<String> notes;
  private final Optional<String> href;
  private final Optional<String> link;
  private final Optional<String> extension;

  private Dimension(Builder builder) {
    this.id = builder.id;
    this.label = builder.label == null ? builder.id : builder.label;
    this.role = builder.role;
    this.categories = ImmutableList.copyOf(builder.categories);
    this.indexes = indexes(id, categories);
    this.notes = ImmutableList.copyOf(builder.notes);
    this.href = Optional.ofNullable(builder.href);
    this.link = Optional.ofNullable(builder.link);
    this.extension = Optional.ofNullable(builder.extension);
  }

  private static ImmutableMap<String, Integer> indexes(String id, List<Category> categories) {
    ImmutableMap.Builder<String, Integer> indexes =
        ImmutableMap.builderWithExpectedSize(categories.size());
    Set<String> seen = new LinkedHashSet<>();
    for (int i = 0; i < categories.size(); i++) {
      String code = categories.get(i).code();
      if (!seen.add(code)) {
        throw new CubeException(
            CubeException.Problem.DUPLICATE_CODE,
            "dimension " + CubeException.quote(id),
            CubeException.quote(code) + " twice",
            "each code once");
      }
      indexes.put(code, i);
    }
    return indexes.buildOrThrow();
  }

  /**
   * {@return a builder of a dimension}
   *
   * @param id the id, unique in a cube: {@code Region}
   */
  public static Builder builder(String id) {
    return new Builder(id);
  }

  /**
   * {@return a dimension without a role, whose categories are named by their codes}
   *
   * @param id the id
   * @param codes the codes of its categories, in order
   * @throws CubeException if one is given twice
   */
  public static Dimension of(String id, String... codes) {
    Builder builder = builder(id);
    for (String code : codes) {
      builder.category(Category.of(code));
    }
    return builder.build();
  }

  /** {@return a builder with the values of this dimension, to make another that differs in some} */
  public Builder toBuilder() {
    Builder builder = builder(id).label(label).role(role);
    builder.categories.addAll(categories);
    builder.notes.addAll(notes);
    builder.href = href.orElse(null);
    builder.link = link.orElse(null);
    builder.extension = extension.orElse(null);
    return builder;
  }

  /** {@return its id, unique in a cube} */
  public String id() {
    return id;
  }

  /** {@return its name for a reader; the id unless it is given} */
  public String label() {
    return label;
  }

  /** {@return what its categories are} */
  public DimensionRole role() {
    return role;
  }

  /** {@return its categories, in order} */
  public ImmutableList<Category> categories() {
    return categories;
  }

  /** {@return how many categories it has} */
  public int size() {
    return categories.size();
  }

  /** {@return the codes of its categories, in order} */
  public ImmutableList<String> codes() {
    return indexes.keySet().asList();
  }

  /**
   * {@return whether it has a category}
   *
   * @param code its code
   */
  public boolean has(String code) {
    return indexes.containsKey(code);
  }

  /**
   * {@return where a category is, from 0}
   *
   * @param code its code
   * @throws UnknownCodeException if there is none; it lists the nearest
   */
  public int indexOf(String code) {
    Integer index = indexes.get(code);
    if (index == null) {
      throw new UnknownCodeException("code of " + id, code, indexes.keySet());
    }
    return index;
  }

  /**
   * {@return a category}
   *
   * @param code its code
   * @throws UnknownCodeException if there is none; it lists the nearest
   */
  public Category category(String code) {
    return categories.get(indexOf(code));
  }

  /**
   * {@return the codes of the categories below one in the hierarchy, its children before theirs;
   * each once, also when the hierarchy goes in a circle; without codes that the dimension does not
   * have}
   *
   * @param code the code of the one
   * @throws UnknownCodeException if there is none; it lists the nearest
   */
  public ImmutableList<String> descendants(String code) {
    Set<String> found = new LinkedHashSet<>();
    List<Category> level = List.of(category(code));
    while (!level.isEmpty()) {
      List<Category> next = new ArrayList<>();
      for (Category category : level) {
        for (String child : category.children()) {
          if (has(child) && !child.equals(code) && found.add(child)) {
            next.add(category(child));
          }
        }
      }
      level = next;
    }
    return ImmutableList.copyOf(found);
  }

  /** {@return what its publisher says about it} */
  public ImmutableList<String> notes() {
    return notes;
  }

  /** {@return the address that it was read from, as it says itself} */
  public Optional<String> href() {
    return href;
  }

  /** {@return its links, as JSON text: an object with an array per relation} */
  public Optional<String> link() {
    return link;
  }

  /** {@return what its publisher adds, as JSON text: {@code {"elimination":false,...}}} */
  public Optional<String> extension() {
    return extension;
  }

  /**
   * {@return the same dimension with some of its categories, in the order given}
   *
   * @param codes which, each once
   * @throws UnknownCodeException if one is not there; it lists the nearest
   * @throws CubeException if one is given twice
   */
  public Dimension select(List<String> codes) {
    Builder builder = toBuilder();
    builder.categories.clear();
    codes.forEach(code -> builder.category(category(code)));
    return builder.build();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Dimension d
        && d.id.equals(id)
        && d.label.equals(label)
        && d.role == role
        && d.categories.equals(categories)
        && d.notes.equals(notes)
        && d.href.equals(href)
        && d.link.equals(link)
        && d.extension.equals(extension);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, label, role, categories);
  }

  /** {@return id, size and, when it has one, role, on one line} */
  @Override
  public String toString() {
    return id + "[" + size() + (role == DimensionRole.NONE ? "" : " " + role) + "]";
  }

  /** Builds a dimension; all but the id may be left out. */
  public static final class Builder {
    private final String id;
    private @Nullable String label;
    private DimensionRole role = DimensionRole.NONE;
    private final List<Category> categories = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private @Nullable String href;
    private @Nullable String link;
    private @Nullable String extension;

    private Builder(String id) {
      this.id = id;
    }

    /**
     * Sets the name for a reader.
     *
     * @param label the name
     * @return this builder
     */
    public Builder label(String label) {
      this.label = label;
      return this;
    }

    /**
     * Sets what its categories are.
     *
     * @param role the role; none unless it is given
     * @return this builder
     */
    public Builder role(DimensionRole role) {
      this.role = role;
      return this;
    }

    /**
     * Adds a category after those before.
     *
     * @param category the category
     * @return this builder
     */
    public Builder category(Category category) {
      categories.add(category);
      return this;
    }

    /**
     * Adds categories after those before.
     *
     * @param categories the categories
     * @return this builder
     */
    public Builder categories(Iterable<Category> categories) {
      categories.forEach(this.categories::add);
      return this;
    }

    /**
     * Adds a note.
     *
     * @param note the note
     * @return this builder
     */
    public Builder note(String note) {
      notes.add(note);
      return this;
    }

    /**
     * Sets the address that it was read from.
     *
     * @param href the address
     * @return this builder
     */
    public Builder href(String href) {
      this.href = href;
      return this;
    }

    /**
     * Sets its links.
     *
     * @param json a JSON object with an array per relation
     * @return this builder
     */
    public Builder link(String json) {
      this.link = json;
      return this;
    }

    /**
     * Sets what its publisher adds.
     *
     * @param json a JSON value
     * @return this builder
     */
    public Builder extension(String json) {
      this.extension = json;
      return this;
    }

    /**
     * {@return the dimension}
     *
     * @throws CubeException if two categories have the same code
     */
    public Dimension build() {
      return new Dimension(this);
    }
  }
}
