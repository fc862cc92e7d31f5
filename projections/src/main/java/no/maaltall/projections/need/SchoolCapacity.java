package no.maaltall.projections.need;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import no.maaltall.projections.population.Population;
import no.maaltall.projections.population.Projection;
import no.maaltall.projections.population.ProjectionInputException;
import no.maaltall.projections.population.ProjectionInputException.Kind;
import no.maaltall.projections.result.Inputs;

/**
 * Pupils to classes, parallels and places.
 *
 * <p>With c pupils at most in a class: a grade needs {@code ceil(pupils / c)} classes; the school
 * needs as many parallels as its largest grade has classes; a school of p parallels has {@code p ·
 * grades · c} places. Pupils are rounded to whole children first, half up, so that a fraction of a
 * projected child opens no class.
 *
 * @param firstGrade the first grade, 1 to 13
 * @param lastGrade the last grade, the same or later
 * @param classSize the most pupils in a class
 */
public record SchoolCapacity(int firstGrade, int lastGrade, int classSize) {
  private static final int LAST_GRADE = 13;

  /**
   * Checks the parts.
   *
   * @param firstGrade as above
   * @param lastGrade as above
   * @param classSize as above
   * @throws ProjectionInputException if the grades are not 1 to 13 in order, or classes are empty
   */
  public SchoolCapacity {
    if (firstGrade < 1 || lastGrade < firstGrade || lastGrade > LAST_GRADE || classSize < 1) {
      throw Inputs.problem(
          Kind.OUT_OF_RANGE,
          "school",
          "grades " + firstGrade + " to " + lastGrade + " with classes of " + classSize,
          "grades 1 to 13 in order and classes of 1 or more");
    }
  }

  /**
   * What a number of pupils needs.
   *
   * @param pupils pupils in all grades, as given
   * @param classes classes in all grades
   * @param parallels classes in the largest grade
   * @param places places in a school of so many parallels
   */
  public record SchoolNeed(double pupils, int classes, int parallels, int places) {}

  /**
   * {@return the classes, parallels and places that pupils need}
   *
   * @param pupilsByGrade pupils, one number per grade, 0 or more
   * @throws ProjectionInputException if there is not one number per grade, or one is negative
   */
  public SchoolNeed need(List<Double> pupilsByGrade) {
    if (pupilsByGrade.size() != lastGrade - firstGrade + 1) {
      throw Inputs.problem(
          Kind.MISSING_PART,
          "pupils",
          pupilsByGrade.size() + " numbers",
          "one for each of grades " + firstGrade + " to " + lastGrade);
    }
    double pupils = 0;
    int classes = 0;
    int parallels = 0;
    for (double grade : pupilsByGrade) {
      if (!(grade >= 0 && grade <= 1_000_000)) {
        throw Inputs.problem(Kind.OUT_OF_RANGE, "pupils", Double.toString(grade), "0 to 1 000 000");
      }
      pupils += grade;
      int whole = Math.toIntExact(Math.round(grade));
      int needed = (whole + classSize - 1) / classSize;
      classes += needed;
      parallels = Math.max(parallels, needed);
    }
    return new SchoolNeed(pupils, classes, parallels, places(parallels));
  }

  /**
   * {@return the places of a school}
   *
   * @param parallels its parallels
   */
  public int places(int parallels) {
    return Math.multiplyExact(parallels, (lastGrade - firstGrade + 1) * classSize);
  }

  /**
   * {@return the pupils of each grade in the school year that begins in the autumn of a
   * population's year, when all residents go to school where they live: grade g is age g + 4 on 1
   * January, since children start in the year that they turn 6}
   *
   * @param population on 1 January, by single years of age
   * @param region the index of the region
   */
  public ImmutableList<Double> pupils(Population population, int region) {
    List<Double> pupils = new ArrayList<>();
    for (int grade = firstGrade; grade <= lastGrade; grade++) {
      pupils.add(population.sum(region, Residents.inGrades(grade, grade)));
    }
    return ImmutableList.copyOf(pupils);
  }

  /**
   * {@return the pupils of every year of a projection, and the classes, parallels and places that
   * they need}
   *
   * @param projection by single years of age
   * @param region the index of the region
   */
  public SchoolForecast over(Projection projection, int region) {
    return new SchoolForecast(this, projection, region);
  }
}
