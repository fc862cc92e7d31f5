package no.maaltall.kostra.catalog;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import no.maaltall.core.indicator.UnknownCodeException;

/**
 * Functions, account types, concepts and service areas, each with the years that it is valid and
 * its source.
 *
 * <pre>{@code
 * Catalog catalog = Catalog.standard();
 * catalog.functions().require("254", 2024);   // not valid in 2024; use 257 and 258
 * catalog.art(Concept.NETTO_DRIFTSUTGIFTER, Level.FUNCTION, 2024);   // "AGD2"
 * catalog.functions(ServiceArea.BARNEVERN, 2024);   // 244, 251, 252
 * }</pre>
 *
 * <p>{@link #standard} comes with the library; {@link #read} puts an application's own in its
 * place. Immutable and thread-safe.
 */
public final class Catalog {
  private static final Catalog STANDARD = CatalogFiles.standard();

  /**
   * The account type code of a concept on a level.
   *
   * @param concept the concept
   * @param level the level
   * @param entry the code, its name, years and source
   * @param formula how it is computed, in account types
   */
  public record ConceptCode(Concept concept, Level level, CatalogEntry entry, String formula) {}

  /**
   * A function of a service area, and the code of the sum that the area is.
   *
   * @param area the area
   * @param name its name in bokmål
   * @param level the level of concepts that it takes
   * @param sum the code of the sum of its functions: {@code FGK13}
   * @param function the function; {@code *} for all
   * @param validFrom the first year that the function is part of it
   * @param validTo the last year; empty when it still is
   * @param source who says so
   */
  public record AreaFunction(
      ServiceArea area,
      String name,
      Level level,
      String sum,
      String function,
      int validFrom,
      OptionalInt validTo,
      String source) {
    boolean isValidIn(int year) {
      return validFrom <= year && (validTo.isEmpty() || year <= validTo.getAsInt());
    }
  }

  private final CodeList functions;
  private final CodeList arts;
  private final ImmutableList<ConceptCode> concepts;
  private final ImmutableList<AreaFunction> areas;

  private Catalog(
      CodeList functions,
      CodeList arts,
      ImmutableList<ConceptCode> concepts,
      ImmutableList<AreaFunction> areas) {
    this.functions = functions;
    this.arts = arts;
    this.concepts = concepts;
    this.areas = areas;
  }

  /** {@return the catalog that comes with the library} */
  public static Catalog standard() {
    return STANDARD;
  }

  /**
   * {@return a catalog}
   *
   * @param functions the functions
   * @param arts the account types
   * @param concepts the codes of the concepts
   * @param areas the functions of the service areas
   */
  public static Catalog of(
      CodeList functions, CodeList arts, List<ConceptCode> concepts, List<AreaFunction> areas) {
    return new Catalog(
        functions, arts, ImmutableList.copyOf(concepts), ImmutableList.copyOf(areas));
  }

  /**
   * {@return the catalog of a directory}
   *
   * <p>Four files, UTF-8, comma, with headers:
   *
   * <ul>
   *   <li>{@code funksjoner.csv} and {@code arter.csv}: {@code
   *       kode,navn,kontoklasser,gyldig_fra,gyldig_til,erstattet_av,kilde}, with an empty {@code
   *       gyldig_til} for what has not ended, and spaces between codes in {@code erstattet_av};
   *   <li>{@code konsepter.csv}: {@code konsept,nivaa,art,navn,formel,gyldig_fra,gyldig_til,kilde},
   *       {@code nivaa} being {@code funksjon} or {@code total};
   *   <li>{@code tjenesteomraader.csv}: {@code
   *       omraade,navn,nivaa,kode,funksjon,gyldig_fra,gyldig_til,kilde}, a row per function.
   * </ul>
   *
   * @param directory where the files are
   * @throws no.maaltall.core.indicator.InvalidNotationException if a file has something else; it
   *     names file, line and column
   */
  public static Catalog read(Path directory) {
    return CatalogFiles.read(directory);
  }

  /** {@return the functions} */
  public CodeList functions() {
    return functions;
  }

  /** {@return the account types that amounts are booked on} */
  public CodeList arts() {
    return arts;
  }

  /** {@return the concepts, in the order of the file} */
  public ImmutableSet<Concept> concepts() {
    return concepts.stream().map(ConceptCode::concept).collect(ImmutableSet.toImmutableSet());
  }

  /**
   * {@return the service areas that exist in a year, in the order of the file}
   *
   * @param year the year
   */
  public ImmutableSet<ServiceArea> serviceAreas(int year) {
    return areas.stream()
        .filter(a -> a.isValidIn(year))
        .map(AreaFunction::area)
        .collect(ImmutableSet.toImmutableSet());
  }

  /**
   * {@return the account type code of a concept in a year, with name, years and source}
   *
   * @param concept the concept
   * @param level for a function, or for all functions
   * @param year the year
   * @throws UnknownCodeException if the catalog does not have the concept on that level
   * @throws CodeNotValidException if it was not valid in that year
   */
  public ConceptCode concept(Concept concept, Level level, int year) {
    List<ConceptCode> all =
        concepts.stream().filter(c -> c.concept().equals(concept) && c.level() == level).toList();
    if (all.isEmpty()) {
      throw new UnknownCodeException(
          level == Level.TOTAL ? "concept on the total level" : "concept on the function level",
          concept.id(),
          concepts.stream()
              .filter(c -> c.level() == level)
              .map(c -> c.concept().id())
              .distinct()
              .toList());
    }
    return all.stream()
        .filter(c -> c.entry().isValidIn(year))
        .findFirst()
        .orElseThrow(
            () ->
                new CodeNotValidException(
                    "concept",
                    concept.id(),
                    year,
                    all.stream().map(ConceptCode::entry).collect(ImmutableList.toImmutableList()),
                    ImmutableList.of()));
  }

  /**
   * {@return the account type code of a concept in a year}
   *
   * @param concept the concept
   * @param level for a function, or for all functions
   * @param year the year
   * @throws UnknownCodeException if the catalog does not have the concept on that level
   * @throws CodeNotValidException if it was not valid in that year
   */
  public String art(Concept concept, Level level, int year) {
    return concept(concept, level, year).entry().code();
  }

  /**
   * {@return the code of the sum that a service area is in a year: {@code FGK13}}
   *
   * @param area the area
   * @param year the year
   * @throws UnknownCodeException if the catalog does not have the area
   * @throws CodeNotValidException if it did not exist in that year
   */
  public String sum(ServiceArea area, int year) {
    return inYear(area, year).get(0).sum();
  }

  /**
   * {@return the name of a service area in a year}
   *
   * @param area the area
   * @param year the year
   * @throws UnknownCodeException if the catalog does not have the area
   * @throws CodeNotValidException if it did not exist in that year
   */
  public String name(ServiceArea area, int year) {
    return inYear(area, year).get(0).name();
  }

  /**
   * {@return the functions of a service area in a year; for all functions, every one valid}
   *
   * @param area the area
   * @param year the year
   * @throws UnknownCodeException if the catalog does not have the area
   * @throws CodeNotValidException if it did not exist in that year
   */
  public ImmutableList<String> functions(ServiceArea area, int year) {
    ImmutableList<AreaFunction> rows = inYear(area, year);
    if (rows.get(0).function().equals("*")) {
      return functions.validIn(year).stream()
          .map(CatalogEntry::code)
          .collect(ImmutableList.toImmutableList());
    }
    return rows.stream().map(AreaFunction::function).collect(ImmutableList.toImmutableList());
  }

  /**
   * {@return on which level concepts are meant for a function or sum of functions in a year}
   *
   * @param function the code
   * @param year the year
   */
  public Level level(String function, int year) {
    return areas.stream()
        .filter(a -> a.isValidIn(year) && a.sum().equals(function))
        .map(AreaFunction::level)
        .findFirst()
        .orElse(Level.FUNCTION);
  }

  private ImmutableList<AreaFunction> inYear(ServiceArea area, int year) {
    List<AreaFunction> all = areas.stream().filter(a -> a.area().equals(area)).toList();
    if (all.isEmpty()) {
      throw new UnknownCodeException(
          "service area", area.id(), areas.stream().map(a -> a.area().id()).distinct().toList());
    }
    ImmutableList<AreaFunction> valid =
        all.stream().filter(a -> a.isValidIn(year)).collect(ImmutableList.toImmutableList());
    if (valid.isEmpty()) {
      throw new CodeNotValidException(
          "service area",
          area.id(),
          year,
          all.stream()
              .map(
                  a ->
                      new CatalogEntry(
                          a.sum(),
                          a.name(),
                          "",
                          a.validFrom(),
                          a.validTo(),
                          ImmutableList.of(),
                          a.source()))
              .distinct()
              .collect(ImmutableList.toImmutableList()),
          ImmutableList.of());
    }
    return valid;
  }
}
