package no.maaltall.kostra.statbank;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.maaltall.core.indicator.ObservationStatus;
import org.jspecify.annotations.Nullable;

/**
 * Builds a cube: its dimensions in order, then its values.
 *
 * <p>Values are given either all at once in row-major order ({@link #values}, {@link
 * #valuesUnsafe}), or each with its position ({@link #value}), not both. A cell without a value or
 * sign is missing without a known reason. The position of a cell counts all cells in row-major
 * order from 0: the last dimension varies fastest.
 */
public final class CubeBuilder {
  final List<Dimension> dimensions = new ArrayList<>();
  final List<Dimension> constants = new ArrayList<>();
  final List<String> notes = new ArrayList<>();
  @Nullable String label;
  @Nullable String source;
  @Nullable String updated;
  @Nullable String href;
  @Nullable String link;
  @Nullable String extension;
  private StatusSigns signs = StatusSigns.standard();
  private CellBuffer cells = new CellBuffer();
  private boolean allValues;

  CubeBuilder() {}

  /**
   * Adds a dimension after those before.
   *
   * @param dimension the dimension
   * @return this builder
   */
  public CubeBuilder dimension(Dimension dimension) {
    dimensions.add(dimension);
    return this;
  }

  /**
   * Adds dimensions after those before.
   *
   * @param dimensions the dimensions
   * @return this builder
   */
  public CubeBuilder dimensions(List<Dimension> dimensions) {
    this.dimensions.addAll(dimensions);
    return this;
  }

  /**
   * Adds a dimension that all cells have in common, and that is not one of those of the cube: what
   * was eliminated, but still says what is measured, and in which unit.
   *
   * @param constant the dimension
   * @return this builder
   */
  public CubeBuilder constant(Dimension constant) {
    constants.add(constant);
    return this;
  }

  /**
   * Sets the title.
   *
   * @param label the title
   * @return this builder
   */
  public CubeBuilder label(String label) {
    this.label = label;
    return this;
  }

  /**
   * Sets where it comes from.
   *
   * @param source the publisher
   * @return this builder
   */
  public CubeBuilder source(String source) {
    this.source = source;
    return this;
  }

  /**
   * Sets when it was last changed.
   *
   * @param updated the time, as its publisher writes it
   * @return this builder
   */
  public CubeBuilder updated(String updated) {
    this.updated = updated;
    return this;
  }

  /**
   * Adds a note.
   *
   * @param note the note
   * @return this builder
   */
  public CubeBuilder note(String note) {
    notes.add(note);
    return this;
  }

  /**
   * Adds notes.
   *
   * @param notes the notes
   * @return this builder
   */
  public CubeBuilder notes(List<String> notes) {
    this.notes.addAll(notes);
    return this;
  }

  /**
   * Sets the address that it was read from.
   *
   * @param href the address
   * @return this builder
   */
  public CubeBuilder href(String href) {
    this.href = href;
    return this;
  }

  /**
   * Sets its links.
   *
   * @param json a JSON object with an array per relation
   * @return this builder
   */
  public CubeBuilder link(String json) {
    this.link = json;
    return this;
  }

  /**
   * Sets what its publisher adds.
   *
   * @param json a JSON value
   * @return this builder
   */
  public CubeBuilder extension(String json) {
    this.extension = json;
    return this;
  }

  /**
   * Sets what signs mean.
   *
   * @param signs the meanings; {@link StatusSigns#standard} unless they are given
   * @return this builder
   */
  public CubeBuilder signs(StatusSigns signs) {
    this.signs = signs;
    return this;
  }

  /**
   * Sets the values of all cells, from a copy.
   *
   * @param values one per cell in row-major order; finite, or NaN for none
   * @return this builder
   * @throws CubeException if one is infinite
   */
  public CubeBuilder values(double... values) {
    return valuesUnsafe(values.clone());
  }

  /**
   * Sets the values of all cells, taking the array as it is.
   *
   * <p>The caller must not use the array afterwards: signs may change values in it.
   *
   * @param values one per cell in row-major order; finite, or NaN for none
   * @return this builder
   * @throws CubeException if one is infinite
   */
  public CubeBuilder valuesUnsafe(double[] values) {
    requireNoValues();
    for (int i = 0; i < values.length; i++) {
      values[i] = checked(i, values[i]);
    }
    cells.takeValues(values);
    allValues = true;
    return this;
  }

  /**
   * Sets the value of one cell.
   *
   * @param position the cell, counted in row-major order from 0
   * @param value the value; finite, or NaN for none
   * @return this builder
   * @throws CubeException if it is infinite
   */
  public CubeBuilder value(long position, double value) {
    if (allValues) {
      requireNoValues();
    }
    cells.putValue(position, checked(position, value));
    return this;
  }

  private void requireNoValues() {
    if (cells.valueCount() > 0) {
      throw new IllegalStateException(
          "values are given all at once or one by one: there are " + cells.valueCount());
    }
  }

  private static double checked(long position, double value) {
    if (Double.isInfinite(value)) {
      throw new CubeException(
          CubeException.Problem.INFINITE_VALUE,
          "cell " + position,
          Double.toString(value),
          "a finite number, or NaN for none");
    }
    return value + 0.0; // -0.0 becomes 0.0, as in an Observation
  }

  /**
   * Sets the sign of one cell, with the meaning that the {@linkplain #signs signs} set before give
   * it.
   *
   * @param position the cell, counted in row-major order from 0
   * @param sign the sign as in the file, as {@code ..}
   * @return this builder
   */
  public CubeBuilder sign(long position, String sign) {
    return sign(position, CellSign.of(sign, signs));
  }

  /**
   * Sets the sign of one cell, and what it means there.
   *
   * @param position the cell, counted in row-major order from 0
   * @param sign the sign as in the file; empty for none
   * @param status what it means; a missing status takes away a value
   * @return this builder
   */
  public CubeBuilder status(long position, String sign, ObservationStatus status) {
    return sign(position, CellSign.of(sign, status));
  }

  /**
   * Sets what the file has in a cell where a number would be, when that is neither a number nor a
   * sign.
   *
   * @param position the cell, counted in row-major order from 0
   * @param text the text
   * @return this builder
   */
  public CubeBuilder text(long position, String text) {
    return sign(position, CellSign.of("", text, signs));
  }

  private CubeBuilder sign(long position, CellSign sign) {
    cells.putSign(position, cells.signs().code(sign));
    return this;
  }

  /** Takes cells that were collected elsewhere. */
  CubeBuilder cells(CellBuffer collected) {
    this.cells = collected;
    return this;
  }

  private ImmutableList<Dimension> checkedDimensions() {
    Set<String> ids = new HashSet<>();
    for (Dimension dimension : dimensions) {
      requireNew(ids, dimension.id());
    }
    for (Dimension constant : constants) {
      requireNew(ids, constant.id());
    }
    return ImmutableList.copyOf(dimensions);
  }

  private static void requireNew(Set<String> ids, String id) {
    if (!ids.add(id)) {
      throw new CubeException(
          CubeException.Problem.DUPLICATE_DIMENSION,
          "dimension " + CubeException.quote(id),
          "it twice",
          "each dimension once");
    }
  }

  /**
   * {@return the cube; the builder is used up}
   *
   * @throws CubeException if a dimension is given twice, the sizes multiply past {@link
   *     Long#MAX_VALUE}, there is not one value per cell, or a position is outside or given twice
   */
  public Cube build() {
    ImmutableList<Dimension> checked = checkedDimensions();
    return new Cube(this, checked, cells.store(Cube.size(checked)));
  }
}
