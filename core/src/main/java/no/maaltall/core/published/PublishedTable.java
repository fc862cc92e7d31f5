package no.maaltall.core.published;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.core.io.TableSource;
import org.jspecify.annotations.Nullable;

/**
 * Printed numbers, how some of them follow from others, and what is claimed of them.
 *
 * <p>{@link #read(Path)} reads a directory of CSV files (UTF-8, comma, columns by name in any
 * order):
 *
 * <ul>
 *   <li>{@code checks.csv}: a figure per row. {@code ID}; {@code EXPRESSION} (see {@link
 *       Expression}) or {@code MEASURE} (see {@link Expression#ofMeasure}), or both columns, of
 *       which a row has one; {@code INPUTS}, as {@code a=1 577,2;b=35,1 %}; {@code PRINTED}, the
 *       figure as printed, empty when none is: then the check tells what it must be. Optional:
 *       {@code DECIMALS}, the decimals that {@code PRINTED} is really rounded to (1 for 20,80 %, −1
 *       for tens), {@code TOLERANCE}, how far it may be off instead, {@code ROUNDING}: {@code
 *       half_up} or {@code truncated}, {@code POINT}: what a point means in the numbers of the row,
 *       {@code thousands} or {@code decimal} (without it, 57.998 is refused, as it can be either);
 *       {@code NAME}, {@code SOURCE} and {@code NOTE}, in words.
 *   <li>{@code printed.csv}, if there is one: printed numbers that several rows share. {@code ID},
 *       {@code PRINTED}, and optionally {@code DECIMALS}, {@code TOLERANCE}, {@code ROUNDING},
 *       {@code POINT}, {@code NAME}, {@code SOURCE}, {@code NOTE}.
 *   <li>{@code claims.csv}, if there is one: {@code ID}, {@code CONDITION} (see {@link Condition}),
 *       {@code INPUTS}, and optionally {@code NAME}, {@code SOURCE}, {@code NOTE}.
 * </ul>
 *
 * <p>Numbers are as in {@link Rounded#parse(String)}: {@code 880 ± 0} is exact, {@code 1 350 ± 50}
 * is near. {@code @ID} is the printed number of a row of {@code printed.csv} or {@code checks.csv},
 * in {@code INPUTS} and in {@code PRINTED}; only numbers that are named so are known to be the same
 * one. Inputs without a name are a, b, c ... in their order: {@code 60;55}. A difference of rounded
 * shares is an expression: {@code round(share(c, d), 1) - round(share(a, b), 1)}.
 *
 * @param numbers the printed numbers, by their ids
 * @param figures the figures that follow from them
 * @param claims what is claimed of them
 */
public record PublishedTable(
    ImmutableMap<String, Rounded> numbers,
    ImmutableList<PublishedFigure> figures,
    ImmutableList<PublishedClaim> claims) {

  /**
   * Checks that ids are unique and that what is referred to is there.
   *
   * @param numbers the printed numbers, by their ids
   * @param figures the figures that follow from them
   * @param claims what is claimed of them
   */
  public PublishedTable {
    Set<String> ids = new HashSet<>();
    for (PublishedFigure figure : figures) {
      requireUnique(figure.id(), ids);
      requireKnown(figure.inputs().values(), numbers);
      figure.result().ifPresent(r -> requireKnown(ImmutableList.of(r), numbers));
    }
    for (PublishedClaim claim : claims) {
      requireUnique(claim.id(), ids);
      requireKnown(claim.inputs().values(), numbers);
    }
  }

  @JsonCreator
  static PublishedTable ofJson(
      @JsonProperty(value = "numbers", required = true) ImmutableMap<String, Rounded> numbers,
      @JsonProperty(value = "figures", required = true) ImmutableList<PublishedFigure> figures,
      @JsonProperty("claims") @Nullable ImmutableList<PublishedClaim> claims) {
    return new PublishedTable(numbers, figures, claims == null ? ImmutableList.of() : claims);
  }

  private static void requireUnique(String id, Set<String> ids) {
    if (!ids.add(id)) {
      throw new IllegalArgumentException("figure or claim " + id + " is given twice");
    }
  }

  private static void requireKnown(
      Collection<String> references, ImmutableMap<String, Rounded> numbers) {
    for (String reference : references) {
      if (!numbers.containsKey(reference)) {
        throw new UnknownCodeException("printed number", reference, numbers.keySet());
      }
    }
  }

  static void requireInputs(String id, Collection<String> names, Collection<String> given) {
    for (String name : names) {
      if (!given.contains(name)) {
        throw new IllegalArgumentException(
            id + ": input " + name + " is not given; given: " + given);
      }
    }
  }

  /**
   * {@return the table of a directory}
   *
   * @param directory the directory
   * @throws no.maaltall.core.io.TidyTableException at the first thing that cannot be read
   */
  public static PublishedTable read(Path directory) {
    return read(TableSource.directory(directory));
  }

  /**
   * {@return the table of a source}
   *
   * @param source where the files are
   * @throws no.maaltall.core.io.TidyTableException at the first thing that cannot be read
   */
  public static PublishedTable read(TableSource source) {
    return PublishedFiles.strict(source).read();
  }

  /**
   * {@return the good rows of the table of a source, and what was wrong with the others}
   *
   * @param source where the files are
   * @throws no.maaltall.core.io.TidyTableException if {@code checks.csv} is missing or lacks a
   *     column, or a file is no CSV
   */
  public static PublishedReading readLeniently(TableSource source) {
    return PublishedFiles.lenient(source);
  }

  /** {@return a builder of a table without anything in it} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * {@return the findings: each figure and claim by itself, and the figures that share printed
   * numbers together}
   *
   * <p>Figures that can each be right, but not all of them, are contradictions that name each
   * other; as few as were found to do it are named. A figure that is a contradiction by itself is
   * left out of that search, since no other figure could then be blamed.
   */
  public CheckReport check() {
    return new TableCheck(this).report();
  }

  /** Builds a table from numbers, figures and claims. */
  public static final class Builder {
    private final Map<String, Rounded> numbers = new LinkedHashMap<>();
    private final ImmutableList.Builder<PublishedFigure> figures = ImmutableList.builder();
    private final ImmutableList.Builder<PublishedClaim> claims = ImmutableList.builder();

    private Builder() {}

    /**
     * {@return this, with a printed number}
     *
     * @param id its id
     * @param printed the number as printed
     * @throws IllegalArgumentException if the id is there, or it is no printed number
     */
    public Builder number(String id, String printed) {
      return number(id, Rounded.parse(printed));
    }

    /**
     * {@return this, with a printed number}
     *
     * @param id its id
     * @param printed the number
     * @throws IllegalArgumentException if the id is there
     */
    public Builder number(String id, Rounded printed) {
      if (numbers.putIfAbsent(id, printed) != null) {
        throw new IllegalArgumentException("printed number " + id + " is given twice");
      }
      return this;
    }

    /**
     * {@return this, with a figure that follows from numbers, and whose id is that of the number
     * that is printed for it}
     *
     * @param id its id, which is that of a number
     * @param expression how it follows, with the ids of numbers as names
     * @throws ExpressionException if the expression is none
     */
    public Builder figure(String id, String expression) {
      Expression parsed = Expression.parse(expression);
      ImmutableMap.Builder<String, String> inputs = ImmutableMap.builder();
      parsed.names().forEach(name -> inputs.put(name, name));
      return figure(new PublishedFigure(id, "", parsed, inputs.buildOrThrow(), Optional.of(id)));
    }

    /**
     * {@return this, with a figure}
     *
     * @param figure the figure
     */
    public Builder figure(PublishedFigure figure) {
      figures.add(figure);
      return this;
    }

    /**
     * {@return this, with a claim}
     *
     * @param claim the claim
     */
    public Builder claim(PublishedClaim claim) {
      claims.add(claim);
      return this;
    }

    /**
     * {@return the table}
     *
     * @throws IllegalArgumentException if an id is given twice or a number that is referred to is
     *     not there
     */
    public PublishedTable build() {
      return new PublishedTable(ImmutableMap.copyOf(numbers), figures.build(), claims.build());
    }
  }
}
