package no.maaltall.projections.population;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Rounding;
import no.maaltall.core.io.TableSource;
import no.maaltall.projections.population.ProjectionInputException.Kind;

/**
 * Reads the input of a projection from CSV files, and writes its result.
 *
 * <p>UTF-8, comma, a header row, decimal point; columns by name in any order. {@code REF_AREA} is
 * optional in each file; without it, the rates are the same for all regions. Where {@code
 * population.csv} does without, the region is the one that the other files name, or {@link #WHOLE}.
 *
 * <ul>
 *   <li>{@code population.csv}: {@code SEX} (M or F), {@code AGE}, {@code VALUE}. The highest age
 *       is open. Ages 0, 5, 10, ... make a projection by groups of five years.
 *   <li>{@code survival.csv}: {@code YEAR}, {@code SEX}, {@code AGE}, {@code SURVIVAL_RATIO}. Age 0
 *       is from birth to age 0, age a from a−1 to a, and the open group's ratio is for the last two
 *       ages together.
 *   <li>{@code fertility.csv}: {@code YEAR}, {@code AGE}, {@code RATE}, births per woman and year.
 *       Ages below the first and above the last are 0, and so must those of age 0 and the open age
 *       be.
 *   <li>{@code sex_ratio.csv}: {@code YEAR}, {@code SRB}, males per female at birth.
 *   <li>{@code migration.csv}: {@code YEAR}, {@code SEX}, {@code AGE}, {@code NET}; the ages of the
 *       population. With several regions it needs {@code REF_AREA}.
 * </ul>
 *
 * <p>{@code YEAR} is the year that a step starts in. The files must have every year from the start
 * on, and end with the same year. Reading is strict: the first thing that cannot be used is a
 * {@link ProjectionInputException} with file and line.
 */
public final class PopulationTables {
  /** The code of the region when no file names one. */
  public static final String WHOLE = "0";

  private static final ImmutableList<CellFile> RATES =
      ImmutableList.of(
          CellFile.SURVIVAL, CellFile.FERTILITY, CellFile.SEX_RATIO, CellFile.MIGRATION);

  private PopulationTables() {}

  /**
   * {@return what the five files say}
   *
   * @param source where the files are
   * @param startYear the year that begins with the population: it is for 1 January
   * @throws ProjectionInputException if something cannot be used; it says what, where and why
   */
  public static ProjectionInput read(TableSource source, int startYear) {
    return read(source, startYear, OptionalInt.empty());
  }

  /**
   * {@return what the five files say, for a projection to a given year; rates of later years are
   * read and not used}
   *
   * @param source where the files are
   * @param startYear the year that begins with the population
   * @param lastYear the last year to have a population for; empty for as far as the rates go
   * @throws ProjectionInputException if something cannot be used
   */
  public static ProjectionInput read(TableSource source, int startYear, OptionalInt lastYear) {
    CellRows persons = CellFile.POPULATION.read(source);
    if (persons.isEmpty()) {
      throw CellFile.POPULATION.problem(Kind.MISSING_AGE, 1, "no rows", "at least ages 0 and 1");
    }
    List<CellRows> rates = new ArrayList<>();
    for (CellFile file : RATES) {
      rates.add(rows(file, source));
    }
    Population population = population(persons, regions(persons, rates), startYear);
    Ages ages = population.ages();
    for (CellRows rows : rates) {
      requireSameRegions(rows, population);
      rows.requireConsecutiveYears(ages.width());
    }
    CellRows survival = rates.get(0);
    CellRows fertility = rates.get(1);
    CellRows sexRatio = rates.get(2);
    CellRows migration = rates.get(3);
    if (!migration.isByRegion() && population.regions().size() > 1) {
      throw CellFile.MIGRATION.problem(
          Kind.REGION,
          1,
          "no column REF_AREA",
          "REF_AREA where the population has several regions");
    }
    int end = lastStep(rates, startYear, lastYear, ages);
    requireSameAges(CellFile.SURVIVAL, survival, ages);
    requireSameAges(CellFile.MIGRATION, migration, ages);
    requireWithin(fertility, ages);
    Assumptions assumptions =
        new Assumptions(
            Fertility.of(scope(fertility, ages), source(fertility, ages, 1, true)),
            Mortality.survivalRatios(
                scope(survival, ages), RateAge.AT_END_OF_YEAR, source(survival, ages, 2, false)),
            sexRatio(sexRatio, ages),
            migration(migration, ages));
    return new ProjectionInput(population, assumptions, end + ages.width());
  }

  /**
   * {@return the first year that there are rates for: the earliest that a projection can start in}
   *
   * @param source where the files are
   * @throws ProjectionInputException if {@code sex_ratio.csv}, which says it, cannot be used
   */
  public static int firstYear(TableSource source) {
    return rows(CellFile.SEX_RATIO, source).years().get(0);
  }

  private static CellRows rows(CellFile file, TableSource source) {
    CellRows rows = file.read(source);
    if (rows.isEmpty()) {
      throw file.problem(Kind.YEARS, 1, "no rows", "at least one year");
    }
    return rows;
  }

  /** The regions of the population; one that only the rates name is that of the population. */
  private static List<Region> regions(CellRows persons, List<CellRows> rates) {
    if (persons.isByRegion()) {
      return persons.areas().stream().map(Region::of).toList();
    }
    Optional<String> named = Optional.empty();
    for (CellRows rows : rates) {
      for (String area : rows.isByRegion() ? rows.areas() : List.<String>of()) {
        if (!named.orElse(area).equals(area)) {
          throw rows.file()
              .problem(
                  Kind.REGION,
                  rows.firstLineOf(area),
                  "region " + area + " besides " + named.orElse(""),
                  "one region, since population.csv has no column REF_AREA");
        }
        named = Optional.of(area);
      }
    }
    return List.of(named.map(Region::of).orElseGet(() -> Region.of(WHOLE, "Hele området")));
  }

  private static void requireSameRegions(CellRows rows, Population population) {
    if (!rows.isByRegion()) {
      return;
    }
    Set<String> known = new LinkedHashSet<>();
    population.regions().forEach(region -> known.add(region.code()));
    for (String area : rows.areas()) {
      if (!known.remove(area)) {
        throw rows.file()
            .problem(
                Kind.REGION,
                rows.firstLineOf(area),
                "region " + area + " is not in population.csv",
                "the regions of population.csv");
      }
    }
    if (!known.isEmpty()) {
      throw rows.file()
          .problem(
              Kind.REGION,
              0,
              "nothing for region " + known.iterator().next(),
              "every region of population.csv");
    }
  }

  private static Population population(CellRows rows, List<Region> regions, int startYear) {
    CellFile file = CellFile.POPULATION;
    List<Integer> given = rows.ages();
    int highest = given.get(given.size() - 1);
    int width = given.contains(1) || !given.contains(5) ? 1 : 5;
    if (highest < width || highest % width != 0) {
      throw file.problem(
          Kind.MISSING_AGE,
          rows.firstLineOfAge(highest),
          "the highest age is " + highest,
          "ages 0, 1, 2, ... or 0, 5, 10, ...");
    }
    Ages ages = Ages.of(width, highest);
    requireSameAges(file, rows, ages);
    double[][][][] cells = rows.cells(2, lowest(ages), false).values;
    return Population.of(
        LocalDate.of(startYear, 1, 1), ages, regions, (r, s, a) -> cells[r][0][s.ordinal()][a]);
  }

  private static List<Integer> lowest(Ages ages) {
    return IntStream.range(0, ages.count()).map(ages::lowest).boxed().toList();
  }

  private static void requireSameAges(CellFile file, CellRows rows, Ages ages) {
    List<Integer> given = rows.ages();
    int highest = given.get(given.size() - 1);
    if (highest != ages.openAge()) {
      throw file.problem(
          Kind.OPEN_AGE,
          rows.firstLineOfAge(highest),
          "the highest age is " + highest,
          "the open age of population.csv, " + ages.openAge());
    }
    requireMultiples(file, rows, ages);
  }

  private static void requireWithin(CellRows rows, Ages ages) {
    List<Integer> given = rows.ages();
    int highest = given.get(given.size() - 1);
    if (highest > ages.openAge()) {
      throw CellFile.FERTILITY.problem(
          Kind.OPEN_AGE,
          rows.firstLineOfAge(highest),
          "the highest age is " + highest,
          "at most the open age of population.csv, " + ages.openAge());
    }
    requireMultiples(CellFile.FERTILITY, rows, ages);
    for (int age : new int[] {0, ages.openAge()}) {
      long line = rows.firstLineAboveZero(age);
      if (line > 0) {
        throw CellFile.FERTILITY.problem(
            Kind.OUT_OF_RANGE,
            line,
            "RATE at age " + age + " is more than 0",
            "0 at age 0 and at the open age of population.csv, " + ages.openAge());
      }
    }
  }

  private static void requireMultiples(CellFile file, CellRows rows, Ages ages) {
    for (int age : rows.ages()) {
      if (age % ages.width() != 0) {
        throw file.problem(
            Kind.NOTATION,
            rows.firstLineOfAge(age),
            "age " + age,
            "the lowest age of a group of " + ages.width() + " years");
      }
    }
  }

  /** The year that the last step starts in. */
  private static int lastStep(
      List<CellRows> files, int startYear, OptionalInt lastYear, Ages ages) {
    int end = lastYear.isPresent() ? lastYear.getAsInt() - ages.width() : last(files.get(0));
    if (lastYear.isPresent() && end < startYear) {
      throw ProjectionInputException.of(
          Kind.YEARS,
          "projection",
          "the last year " + lastYear.getAsInt() + " with the start " + startYear,
          "a last year of " + (startYear + ages.width()) + " or later");
    }
    for (CellRows rows : files) {
      int last = last(rows);
      boolean starts = rows.years().contains(startYear);
      boolean ends = lastYear.isPresent() ? last >= end : last == end;
      if (!starts || !ends) {
        throw rows.file()
            .problem(
                Kind.YEARS,
                rows.firstLineOfYear(starts ? last : rows.years().get(0)),
                "years " + rows.years().get(0) + " to " + last,
                "years that join the population and the other files: "
                    + startYear
                    + " to "
                    + Math.max(end, startYear));
      }
    }
    return end;
  }

  private static int last(CellRows rows) {
    List<Integer> years = rows.years();
    return years.get(years.size() - 1);
  }

  private static RateScope scope(CellRows rows, Ages ages) {
    RateScope scope = RateScope.everywhere(ages).years(rows.years().get(0), last(rows));
    return rows.isByRegion() ? scope.in(rows.areas().stream().map(Region::of).toList()) : scope;
  }

  private static RateSource source(CellRows rows, Ages ages, int sexes, boolean sparse) {
    return source(rows, ages, sexes, rows.cells(sexes, lowest(ages), sparse).values);
  }

  private static RateSource source(CellRows rows, Ages ages, int sexes, double[][][][] cells) {
    int first = rows.years().get(0);
    return (year, region, sex, age) ->
        cells[region][(year - first) / ages.width()][sexes == 1 ? 0 : sex.ordinal()][age];
  }

  /** With its lines: that a cohort is emptied shows only when it is projected. */
  private static Migration migration(CellRows rows, Ages ages) {
    CellRows.Cells cells = rows.cells(2, lowest(ages), false);
    int count = ages.count();
    return Migration.net(
        scope(rows, ages),
        source(rows, ages, 2, cells.values),
        new RateTable.Origin(
            rows.file().name(),
            (step, region, cell) -> cells.lines[region][step][cell / count][cell % count]));
  }

  private static SexRatioAtBirth sexRatio(CellRows rows, Ages ages) {
    double[][][][] cells = rows.cells(1, List.of(0), false).values;
    int first = rows.years().get(0);
    double[][] ratios = new double[cells[0].length][cells.length];
    for (int region = 0; region < cells.length; region++) {
      for (int step = 0; step < ratios.length; step++) {
        ratios[step][region] = cells[region][step][0][0];
      }
    }
    if (rows.isByRegion()) {
      List<Region> regions = rows.areas().stream().map(Region::of).toList();
      return SexRatioAtBirth.byRegion(regions, first, ages.width(), ratios);
    }
    return SexRatioAtBirth.byYear(
        first, ages.width(), Arrays.stream(ratios).mapToDouble(step -> step[0]).toArray());
  }

  /**
   * Writes {@code REF_AREA,YEAR,SEX,AGE,VALUE}: the population of every year, the first included,
   * in shortest decimals.
   *
   * @param projection the projection
   * @param out where to write
   * @throws IOException if it cannot be written
   */
  public static void writePopulations(Projection projection, Appendable out) throws IOException {
    out.append("REF_AREA,YEAR,SEX,AGE,VALUE\n");
    for (int region = 0; region < projection.regions().size(); region++) {
      String area = quoted(projection.regions().get(region).code());
      for (Population p : projection.populations()) {
        for (Sex sex : Sex.values()) {
          for (int age = 0; age < p.ages().count(); age++) {
            out.append(area).append(',').append(Integer.toString(p.year())).append(',');
            out.append(sex.code()).append(',').append(Integer.toString(p.ages().lowest(age)));
            out.append(',').append(Rounding.shortest(p.at(region, sex, age))).append('\n');
          }
        }
      }
    }
  }

  /**
   * Writes {@code REF_AREA,YEAR,COMPONENT,SEX,VALUE}: births, deaths and migration of every step,
   * in shortest decimals; {@code YEAR} is the year that the step starts in.
   *
   * @param projection the projection, with components
   * @param out where to write
   * @throws IOException if it cannot be written
   * @throws ProjectionInputException if the projection did not keep its components
   */
  public static void writeComponents(Projection projection, Appendable out) throws IOException {
    out.append("REF_AREA,YEAR,COMPONENT,SEX,VALUE\n");
    for (int region = 0; region < projection.regions().size(); region++) {
      String area = quoted(projection.regions().get(region).code());
      for (Population p :
          projection.populations().subList(0, projection.populations().size() - 1)) {
        for (Component component : Component.values()) {
          for (Sex sex : Sex.values()) {
            double value = projection.component(component, p.year(), region, sex);
            out.append(area).append(',').append(Integer.toString(p.year())).append(',');
            out.append(component.code()).append(',').append(sex.code()).append(',');
            out.append(Rounding.shortest(value)).append('\n');
          }
        }
      }
    }
  }

  private static String quoted(String code) {
    boolean plain = code.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? code : '"' + code.replace("\"", "\"\"") + '"';
  }
}
