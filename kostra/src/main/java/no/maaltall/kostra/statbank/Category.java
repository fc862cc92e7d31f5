package no.maaltall.kostra.statbank;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/**
 * One of the values that a dimension takes: a region, a period, a statistical variable, an age.
 *
 * @param code its code, unique in its dimension
 * @param label its name for a reader
 * @param unit what it is measured in, for a statistical variable
 * @param children the codes of those that it is the sum or the group of, in the same dimension; a
 *     code that the dimension does not have is kept
 * @param notes what its publisher says about it
 * @param coordinates where it is on a map, for a region
 */
public record Category(
    String code,
    String label,
    Optional<CategoryUnit> unit,
    ImmutableList<String> children,
    ImmutableList<String> notes,
    Optional<Coordinates> coordinates) {

  /**
   * Takes the parts as they are.
   *
   * @param code its code
   * @param label its name
   * @param unit its unit
   * @param children codes of its parts
   * @param notes its notes
   * @param coordinates its place
   */
  public Category {}

  /**
   * Where a region is on a map.
   *
   * @param longitude degrees east
   * @param latitude degrees north
   */
  public record Coordinates(double longitude, double latitude) {}

  /**
   * {@return a category whose label is its code}
   *
   * @param code the code
   */
  public static Category of(String code) {
    return of(code, code);
  }

  /**
   * {@return a category without unit, parts and notes}
   *
   * @param code the code
   * @param label its name for a reader
   */
  public static Category of(String code, String label) {
    return new Category(
        code, label, Optional.empty(), ImmutableList.of(), ImmutableList.of(), Optional.empty());
  }

  /**
   * {@return the same category with a unit}
   *
   * @param unit the unit
   */
  public Category withUnit(CategoryUnit unit) {
    return new Category(code, label, Optional.of(unit), children, notes, coordinates);
  }

  /**
   * {@return the same category with parts}
   *
   * @param children the codes of its parts
   */
  public Category withChildren(List<String> children) {
    return new Category(code, label, unit, ImmutableList.copyOf(children), notes, coordinates);
  }

  /**
   * {@return the same category with notes}
   *
   * @param notes the notes
   */
  public Category withNotes(List<String> notes) {
    return new Category(code, label, unit, children, ImmutableList.copyOf(notes), coordinates);
  }

  /**
   * {@return the same category with a place on the map}
   *
   * @param coordinates the place
   */
  public Category withCoordinates(Coordinates coordinates) {
    return new Category(code, label, unit, children, notes, Optional.of(coordinates));
  }
}
