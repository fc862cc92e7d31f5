package no.maaltall.projections.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import no.maaltall.projections.population.ProjectionInputException.Kind;

/** The rows of a file, and then its cells: regions × years × sexes × ages, none missing. */
final class CellRows {
  private final CellFile file;
  private final boolean byRegion;
  private final Map<String, Integer> areas = new LinkedHashMap<>();
  private final List<Long> firstLineOfArea = new ArrayList<>();
  private final TreeSet<Integer> years = new TreeSet<>();
  private final TreeSet<Integer> ages = new TreeSet<>();
  private long[] keys = new long[1_024];
  private double[] values = new double[1_024];
  private long[] lines = new long[1_024];
  private int size;

  /** Values by region, year, sex and age, and the line that each was read from. */
  static final class Cells {
    final double[][][][] values;
    final long[][][][] lines;

    Cells(double[][][][] values, long[][][][] lines) {
      this.values = values;
      this.lines = lines;
    }
  }

  CellRows(CellFile file, boolean byRegion) {
    this.file = file;
    this.byRegion = byRegion;
  }

  int size() {
    return size;
  }

  CellFile file() {
    return file;
  }

  boolean isByRegion() {
    return byRegion;
  }

  void add(String area, int year, int sex, int age, double value, long line) {
    Integer index = areas.get(area);
    if (index == null) {
      index = areas.size();
      areas.put(area, index);
      firstLineOfArea.add(line);
    }
    years.add(year);
    ages.add(age);
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
      lines = Arrays.copyOf(lines, 2 * size);
    }
    keys[size] = (((long) index * 10_000 + year) * 2 + sex) * 1_000 + age;
    values[size] = value;
    lines[size++] = line;
  }

  List<String> areas() {
    return List.copyOf(areas.keySet());
  }

  long firstLineOf(String area) {
    Integer index = areas.get(area);
    return index == null ? 0 : firstLineOfArea.get(index);
  }

  List<Integer> years() {
    return List.copyOf(years);
  }

  List<Integer> ages() {
    return List.copyOf(ages);
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Refuses years with a hole. */
  void requireConsecutiveYears(int width) {
    int previous = years.first();
    for (int year : years) {
      if (year != previous && year != previous + width) {
        throw file.problem(
            Kind.YEARS,
            firstLineOfYear(year),
            "the years go from " + previous + " to " + year,
            "years that follow each other by " + width);
      }
      previous = year;
    }
  }

  /** The line of the first row with a year. */
  long firstLineOfYear(int year) {
    for (int i = 0; i < size; i++) {
      if (keys[i] / 2_000 % 10_000 == year) {
        return lines[i];
      }
    }
    return 0;
  }

  /** The line of the first row with an age. */
  long firstLineOfAge(int age) {
    for (int i = 0; i < size; i++) {
      if (keys[i] % 1_000 == age) {
        return lines[i];
      }
    }
    return 0;
  }

  /** The line of the first row with an age and a value above 0; 0 when there is none. */
  long firstLineAboveZero(int age) {
    for (int i = 0; i < size; i++) {
      if (keys[i] % 1_000 == age && values[i] > 0) {
        return lines[i];
      }
    }
    return 0;
  }

  /**
   * The cells by region, year, sex and age, in the order of {@link #areas}, {@link #years} and the
   * ages given.
   *
   * @param sexes 2, or 1 for a file without sex
   * @param wanted the lowest age of each group; those of the file that are not among them must have
   *     been refused before
   * @param sparse whether groups below the first and above the last age of the file are 0
   */
  Cells cells(int sexes, List<Integer> wanted, boolean sparse) {
    List<Integer> yearList = years();
    int width = wanted.size() < 2 ? 1 : wanted.get(1);
    requireDense((long) areas.size() * yearList.size() * sexes * ages.size());
    double[][][][] cells = new double[areas.size()][yearList.size()][sexes][wanted.size()];
    long[][][][] from = new long[areas.size()][yearList.size()][sexes][wanted.size()];
    for (int i = 0; i < size; i++) {
      int age = (int) (keys[i] % 1_000);
      int sex = (int) (keys[i] / 1_000 % 2);
      int year = (int) (keys[i] / 2_000 % 10_000);
      int area = (int) (keys[i] / 20_000_000);
      int ageIndex = age / width;
      int yearIndex = (year - yearList.get(0)) / step(yearList);
      long[] line = from[area][yearIndex][sex];
      if (line[ageIndex] > 0) {
        throw file.problem(
            Kind.DUPLICATE,
            lines[i],
            "the same as line " + line[ageIndex] + " is given again",
            "each region, year, sex and age once");
      }
      line[ageIndex] = lines[i];
      cells[area][yearIndex][sex][ageIndex] = values[i];
    }
    requireComplete(from, wanted, sparse);
    return new Cells(cells, from);
  }

  /** A few rows that are far apart must not make a table that fills the memory. */
  private void requireDense(long needed) {
    if (needed > 4L * size + 100_000) {
      throw file.problem(
          Kind.MISSING_AGE,
          0,
          size + " values",
          "one for each of "
              + areas.size()
              + " regions, "
              + years.size()
              + " years and "
              + ages.size()
              + " ages");
    }
  }

  private static int step(List<Integer> yearList) {
    return yearList.size() < 2 ? 1 : yearList.get(1) - yearList.get(0);
  }

  private void requireComplete(long[][][][] from, List<Integer> wanted, boolean sparse) {
    List<String> areaNames = areas();
    List<Integer> yearList = years();
    for (int area = 0; area < from.length; area++) {
      for (int year = 0; year < from[area].length; year++) {
        for (int sex = 0; sex < from[area][year].length; sex++) {
          long last = 0;
          long[] line = from[area][year][sex];
          for (int age = 0; age < line.length; age++) {
            boolean needed =
                !sparse || (wanted.get(age) >= ages.first() && wanted.get(age) <= ages.last());
            if (line[age] == 0 && needed) {
              throw file.problem(
                  Kind.MISSING_AGE,
                  last,
                  "no value for age "
                      + wanted.get(age)
                      + (from[area][year].length == 2 ? " of " + Sex.values()[sex].code() : "")
                      + (yearList.get(year) == 0 ? "" : " in " + yearList.get(year))
                      + (byRegion ? " in region " + areaNames.get(area) : ""),
                  "every age from "
                      + (sparse ? ages.first() : 0)
                      + " to the highest, "
                      + ages.last());
            }
            last = line[age] > 0 ? line[age] : last;
          }
        }
      }
    }
  }
}
