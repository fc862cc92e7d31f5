package no.maaltall.kostra.statbank;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.Writer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.core.panel.Panel;

/**
 * A table of SSB's Statbank or another publisher: values over the product of its dimensions, each
 * with its status.
 *
 * <pre>{@code
 * Cube cube =
 *     Cube.builder()
 *         .label("Barnehager")
 *         .dimension(Dimension.of("Region", "3201", "3203"))
 *         .dimension(Dimension.of("Tid", "2023", "2024"))
 *         .values(98, 97, 61, Double.NaN)
 *         .sign(3, ":")
 *         .build();
 * cube.cell("3203", "2024").status();   // SUPPRESSED
 * }</pre>
 *
 * <p>A cell has a <i>position</i>: its number in row-major order from 0, the last dimension varying
 * fastest. NaN is no value, and the status says why; the {@linkplain #signAt sign} of the file is
 * kept beside it. What signs mean is told in {@link StatusSigns}.
 *
 * <p>Values are kept in a {@code double[]} and signs in a {@code byte[]}: 9 bytes per cell, 8 when
 * there are no signs, and 10 when there are more than 255 different ones. When few cells are given,
 * only those are kept, so that the description of a table of a billion cells is small too.
 *
 * <p>Cubes are immutable and thread-safe.
 */
public final class Cube {
  private final ImmutableList<Dimension> dimensions;
  private final ImmutableMap<String, Integer> dimensionIndexes;
  private final ImmutableList<Dimension> constants;
  private final CellStore cells;
  private final Optional<String> label;
  private final Optional<String> source;
  private final Optional<String> updated;
  private final ImmutableList<String> notes;
  private final Optional<String> href;
  private final Optional<String> link;
  private final Optional<String> extension;

  Cube(CubeBuilder builder, ImmutableList<Dimension> dimensions, CellStore cells) {
    this.dimensions = dimensions;
    ImmutableMap.Builder<String, Integer> indexes = ImmutableMap.builder();
    for (int d = 0; d < dimensions.size(); d++) {
      indexes.put(dimensions.get(d).id(), d);
    }
    this.dimensionIndexes = indexes.buildOrThrow();
    this.constants = ImmutableList.copyOf(builder.constants);
    this.cells = cells;
    this.label = Optional.ofNullable(builder.label);
    this.source = Optional.ofNullable(builder.source);
    this.updated = Optional.ofNullable(builder.updated);
    this.notes = ImmutableList.copyOf(builder.notes);
    this.href = Optional.ofNullable(builder.href);
    this.link = Optional.ofNullable(builder.link);
    this.extension = Optional.ofNullable(builder.extension);
  }

  /** The number of cells of some dimensions. */
  static long size(List<Dimension> dimensions) {
    long size = 1;
    boolean empty = dimensions.stream().anyMatch(d -> d.size() == 0);
    for (Dimension dimension : dimensions) {
      long before = size;
      size = empty ? 0 : size * dimension.size();
      if (!empty && size / dimension.size() != before) {
        throw new CubeException(
            CubeException.Problem.TOO_MANY_CELLS,
            "the product of the sizes",
            dimensions.stream().map(d -> "" + d.size()).limit(100).toList().toString(),
            "at most " + Long.MAX_VALUE);
      }
    }
    return size;
  }

  /** {@return a builder without content} */
  public static CubeBuilder builder() {
    return new CubeBuilder();
  }

  /**
   * {@return a builder with all but the values of this cube: its dimensions, title, notes and so
   * on}
   */
  public CubeBuilder describedBuilder() {
    return describedBuilder(dimensions);
  }

  CubeBuilder describedBuilder(List<Dimension> otherDimensions) {
    CubeBuilder builder = builder().dimensions(otherDimensions).notes(notes);
    constants.forEach(builder::constant);
    builder.label = label.orElse(null);
    builder.source = source.orElse(null);
    builder.updated = updated.orElse(null);
    builder.href = href.orElse(null);
    builder.link = link.orElse(null);
    builder.extension = extension.orElse(null);
    return builder;
  }

  /** {@return its dimensions, in order} */
  public ImmutableList<Dimension> dimensions() {
    return dimensions;
  }

  /**
   * {@return the dimension with an id}
   *
   * @param id the id
   * @throws UnknownCodeException if there is none; it lists the nearest
   */
  public Dimension dimension(String id) {
    return dimensions.get(dimensionIndex(id));
  }

  int dimensionIndex(String id) {
    Integer index = dimensionIndexes.get(id);
    if (index == null) {
      throw new UnknownCodeException("dimension", id, dimensionIndexes.keySet());
    }
    return index;
  }

  /**
   * {@return its dimensions with a role, in order}
   *
   * @param role the role
   */
  public ImmutableList<Dimension> dimensions(DimensionRole role) {
    return dimensions.stream()
        .filter(d -> d.role() == role)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * {@return dimensions that all cells have in common and that are not among {@link #dimensions}:
   * what was eliminated, but still says what is measured}
   */
  public ImmutableList<Dimension> constants() {
    return constants;
  }

  /** {@return its title} */
  public Optional<String> label() {
    return label;
  }

  /** {@return where it comes from} */
  public Optional<String> source() {
    return source;
  }

  /** {@return when it was last changed, as its publisher writes it} */
  public Optional<String> updated() {
    return updated;
  }

  /**
   * {@return when it was last changed; a date alone is its start in UTC; empty when what its
   * publisher writes is neither a date nor a time with an offset}
   */
  public Optional<Instant> updatedAt() {
    return updated.flatMap(Cube::instant);
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(
          text.length() == "2024-01-01".length()
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty(); // Some publishers write what is no time: "2024-01-12T05: 52: 00Z".
    }
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

  /** {@return what its publisher adds, as JSON text} */
  public Optional<String> extension() {
    return extension;
  }

  /** {@return how many cells it has: the product of the sizes of its dimensions} */
  public long size() {
    return cells.size();
  }

  /**
   * {@return whether any cell was given a value, a sign or a text; not so for a description of a
   * table without its data, as PxWebApi gives}
   */
  public boolean hasData() {
    return cells.stored() > 0;
  }

  CellStore store() {
    return cells;
  }

  /**
   * {@return the position of a cell}
   *
   * @param codes one per dimension, in order
   * @throws CubeException if there is not one code per dimension
   * @throws UnknownCodeException if a dimension does not have a code; it lists the nearest
   */
  public long position(String... codes) {
    if (codes.length != dimensions.size()) {
      throw new CubeException(
          CubeException.Problem.CODE_COUNT,
          "a cell of " + dimensions,
          codes.length + " codes",
          dimensions.size() + " codes, in that order");
    }
    long position = 0;
    for (int d = 0; d < codes.length; d++) {
      position = position * dimensions.get(d).size() + dimensions.get(d).indexOf(codes[d]);
    }
    return position;
  }

  /**
   * {@return the position of a cell}
   *
   * @param codes the code in each dimension, by the dimension's id; a dimension of one category may
   *     be left out
   * @throws CubeException if a dimension of several categories is left out
   * @throws UnknownCodeException if there is no such dimension, or it does not have the code
   */
  public long position(Map<String, String> codes) {
    codes.keySet().forEach(this::dimensionIndex);
    String[] inOrder = new String[dimensions.size()];
    for (int d = 0; d < inOrder.length; d++) {
      Dimension dimension = dimensions.get(d);
      String code = codes.get(dimension.id());
      if (code == null && dimension.size() != 1) {
        throw CubeSelection.notChosen(dimension, "a code of it");
      }
      inOrder[d] = code == null ? dimension.codes().get(0) : code;
    }
    return position(inOrder);
  }

  /**
   * {@return the codes of a cell, in the order of the dimensions}
   *
   * @param position the cell, from 0
   * @throws IndexOutOfBoundsException if there is no such cell
   */
  public ImmutableList<String> codesAt(long position) {
    Objects.checkIndex(position, size());
    String[] codes = new String[dimensions.size()];
    long rest = position;
    for (int d = codes.length - 1; d >= 0; d--) {
      Dimension dimension = dimensions.get(d);
      codes[d] = dimension.categories().get((int) (rest % dimension.size())).code();
      rest /= dimension.size();
    }
    return ImmutableList.copyOf(codes);
  }

  /**
   * {@return a cell}
   *
   * @param codes one per dimension, in order
   * @throws CubeException if there is not one code per dimension
   * @throws UnknownCodeException if a dimension does not have a code; it lists the nearest
   */
  public Cell cell(String... codes) {
    return cellAt(position(codes));
  }

  /**
   * {@return a cell}
   *
   * @param codes the code in each dimension, by the dimension's id; a dimension of one category may
   *     be left out
   * @throws CubeException if a dimension of several categories is left out
   * @throws UnknownCodeException if there is no such dimension, or it does not have the code
   */
  public Cell cell(Map<String, String> codes) {
    return cellAt(position(codes));
  }

  /**
   * {@return a cell}
   *
   * @param position the cell, from 0
   * @throws IndexOutOfBoundsException if there is no such cell
   */
  public Cell cellAt(long position) {
    double value = cells.value(position);
    CellSign sign = cells.sign(position);
    return new Cell(
        codesAt(position),
        value,
        sign.status(value),
        sign.sign(),
        sign.text().isEmpty() ? Optional.empty() : Optional.of(sign.text()));
  }

  /**
   * {@return the value of a cell; NaN when there is none}
   *
   * @param position the cell, from 0
   * @throws IndexOutOfBoundsException if there is no such cell
   */
  public double valueAt(long position) {
    return cells.value(position);
  }

  /**
   * {@return the status of a cell}
   *
   * @param position the cell, from 0
   * @throws IndexOutOfBoundsException if there is no such cell
   */
  public ObservationStatus statusAt(long position) {
    return cells.sign(position).status(cells.value(position));
  }

  /**
   * {@return the values of all cells in row-major order, NaN where there is none; a copy}
   *
   * @throws CubeException if there are more cells than an array can have
   */
  public double[] values() {
    return cells.toArray();
  }

  /**
   * {@return value and status of a cell}
   *
   * @param position the cell, from 0
   * @throws IndexOutOfBoundsException if there is no such cell
   */
  public Observation observationAt(long position) {
    return new Observation(valueAt(position), statusAt(position));
  }

  /**
   * {@return the sign of the file beside or in the place of a value, as {@code ..}; empty when
   * there is none}
   *
   * @param position the cell, from 0
   * @throws IndexOutOfBoundsException if there is no such cell
   */
  public String signAt(long position) {
    return cells.sign(position).sign();
  }

  /**
   * {@return its cells in row-major order; as many as {@link #size}, made as they are asked for}
   */
  public Stream<Cell> cells() {
    return LongStream.range(0, size()).mapToObj(this::cellAt);
  }

  /** {@return how many cells have each status, in the order of the enum; none with 0} */
  public ImmutableMap<ObservationStatus, Long> statusCounts() {
    return CubeCounts.statuses(this);
  }

  /**
   * {@return how many cells have each sign, the most frequent first; without those that have none}
   */
  public ImmutableMap<String, Long> signCounts() {
    return CubeCounts.signs(this);
  }

  /**
   * {@return the cube of one category of a dimension, without that dimension}
   *
   * @param dimension its id
   * @param code the code of the category
   * @throws UnknownCodeException if there is no such dimension, or it does not have the code
   */
  public Cube slice(String dimension, String code) {
    return CubeSelection.of(this, dimension, ImmutableList.of(code)).drop(dimension).cube();
  }

  /**
   * {@return the cube of one category of each of some dimensions, without those dimensions}
   *
   * @param codes the code in each dimension, by the dimension's id
   * @throws UnknownCodeException if there is no such dimension, or it does not have the code
   */
  public Cube slice(Map<String, String> codes) {
    CubeSelection selection = CubeSelection.of(this);
    codes.forEach((d, code) -> selection.select(d, ImmutableList.of(code)).drop(d));
    return selection.cube();
  }

  /**
   * {@return the cube of some categories of a dimension, in the order given}
   *
   * @param dimension its id
   * @param codes the codes of the categories, each once
   * @throws UnknownCodeException if there is no such dimension, or it does not have a code
   * @throws CubeException if a code is given twice
   */
  public Cube select(String dimension, String... codes) {
    return select(dimension, ImmutableList.copyOf(codes));
  }

  /**
   * {@return the cube of some categories of a dimension, in the order given}
   *
   * @param dimension its id
   * @param codes the codes of the categories, each once
   * @throws UnknownCodeException if there is no such dimension, or it does not have a code
   * @throws CubeException if a code is given twice
   */
  public Cube select(String dimension, List<String> codes) {
    return CubeSelection.of(this, dimension, codes).cube();
  }

  /**
   * {@return one cube of parts that have the same dimensions, each with some of the categories}
   *
   * <p>Its categories come in the order in which they first appear. The parts must not overlap, and
   * must cover it; title, source and so on are those of the first, notes those of all.
   *
   * @param parts the parts; at least one
   * @throws CubeException if there are none, they have different dimensions or were changed at
   *     different times, two have the same cell, or a cell is in none
   */
  public static Cube join(List<Cube> parts) {
    return CubeJoin.of(parts);
  }

  /**
   * {@return the panel of it, by the roles of its dimensions}
   *
   * @see PanelLayout#byRole
   * @throws CubeException if the roles do not say which dimension is what
   */
  public Panel toPanel() {
    return toPanel(PanelLayout.byRole());
  }

  /**
   * {@return the panel of it}
   *
   * @param layout which dimension is what
   * @throws CubeException if the layout does not fit it
   * @throws UnknownCodeException if it does not have a dimension or category of the layout
   * @throws no.maaltall.core.indicator.InvalidNotationException if a period is none
   * @throws no.maaltall.core.indicator.FrequencyMismatchException if the periods are of several
   *     frequencies
   */
  public Panel toPanel(PanelLayout layout) {
    return CubePanel.of(this, layout).panel();
  }

  /**
   * {@return a series of it, by the roles of its dimensions}
   *
   * @param codes the code in every dimension but that of time, by the dimension's id; a dimension
   *     of one category may be left out
   * @throws CubeException if a dimension of several categories is left out
   * @throws UnknownCodeException if there is no such dimension, or it does not have the code
   */
  public Series toSeries(Map<String, String> codes) {
    return toSeries(PanelLayout.byRole(), codes);
  }

  /**
   * {@return a series of it}
   *
   * @param layout which dimension is what
   * @param codes the code in every dimension but that of the period, by the dimension's id; a
   *     dimension of one category may be left out
   * @throws CubeException if a dimension of several categories is left out
   * @throws UnknownCodeException if there is no such dimension, or it does not have the code
   */
  public Series toSeries(PanelLayout layout, Map<String, String> codes) {
    return CubePanel.of(this, layout).series(codes);
  }

  /**
   * Writes it as a tidy long table: a header, then one row per cell in row-major order.
   *
   * <p>The columns are the dimension ids in order, with the codes of the categories, then {@code
   * OBS_VALUE} (the shortest decimal; the text of the file when that is no number; empty when there
   * is none) and {@code OBS_STATUS} (the sign as in the file; empty when there is none).
   *
   * @param out where to; is flushed, not closed
   * @throws IOException if it cannot be written
   * @throws CubeException if more than {@value CubeCsv#MOST_EMPTY} cells were given nothing
   */
  public void writeCsv(Writer out) throws IOException {
    CubeCsv.write(this, out);
  }

  /** {@return what a person wants to know first, in bokmål: dimensions, statuses, first rows} */
  public String summary() {
    return CubeSummary.of(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cube c
        && c.dimensions.equals(dimensions)
        && c.constants.equals(constants)
        && c.label.equals(label)
        && c.source.equals(source)
        && c.updated.equals(updated)
        && c.notes.equals(notes)
        && c.href.equals(href)
        && c.link.equals(link)
        && c.extension.equals(extension)
        && c.cells.sameCells(cells);
  }

  @Override
  public int hashCode() {
    return Objects.hash(dimensions, label, updated, cells.valuesHash());
  }

  /** {@return title, dimensions and number of cells, on one line of limited length} */
  @Override
  public String toString() {
    return CubeSummary.line(this);
  }
}
