package no.maaltall.projections.population;

/**
 * Age groups of one width from 0 to an open one: 0, 1, ..., 105+ or 0–4, 5–9, ..., 85+.
 *
 * <p>A projection steps as many years as its age groups are wide.
 *
 * @param width years per group, 1 to 25
 * @param count how many groups, the open one included; at least 2
 */
public record Ages(int width, int count) {
  private static final int WIDEST = 25;
  private static final int HIGHEST = 200;

  /**
   * Checks the parts.
   *
   * @param width as above
   * @param count as above
   * @throws IllegalArgumentException if the width is not 1 to 25, there are fewer than 2 groups or
   *     the open group starts above 200
   */
  public Ages {
    if (width < 1 || width > WIDEST) {
      throw new IllegalArgumentException(
          "width of age groups must be 1 to " + WIDEST + " years, got " + width);
    }
    if (count < 2 || count - 1 > HIGHEST / width) {
      throw new IllegalArgumentException(
          "number of age groups must be 2 to " + (HIGHEST / width + 1) + ", got " + count);
    }
  }

  /**
   * {@return single years of age: 0, 1, ..., open age and over}
   *
   * @param openAge the lowest age of the open group, 1 to 200
   */
  public static Ages single(int openAge) {
    return of(1, openAge);
  }

  /**
   * {@return groups of a width up to an open one}
   *
   * @param width years per group
   * @param openAge the lowest age of the open group, a multiple of the width
   * @throws IllegalArgumentException if it is not, or either is out of range
   */
  public static Ages of(int width, int openAge) {
    if (width < 1 || openAge % width != 0) {
      throw new IllegalArgumentException(
          "open age must be a multiple of the width " + width + ", got " + openAge);
    }
    return new Ages(width, openAge / width + 1);
  }

  /** {@return the lowest age of the open group} */
  public int openAge() {
    return width * (count - 1);
  }

  /** {@return the index of the open group} */
  public int open() {
    return count - 1;
  }

  /**
   * {@return the lowest age of a group}
   *
   * @param index 0 to {@code count() - 1}
   */
  public int lowest(int index) {
    return width * index;
  }

  /**
   * {@return the group that an age belongs to}
   *
   * @param age in whole years, 0 or more
   * @throws IllegalArgumentException if it is negative
   */
  public int indexOf(int age) {
    if (age < 0) {
      throw new IllegalArgumentException("age must be 0 or more, got " + age);
    }
    return Math.min(age / width, open());
  }

  /**
   * {@return the name of a group: {@code 7}, {@code 5-9}, {@code 105+}}
   *
   * @param index 0 to {@code count() - 1}
   */
  public String label(int index) {
    if (index == open()) {
      return openAge() + "+";
    }
    int low = lowest(index);
    return width == 1 ? Integer.toString(low) : low + "-" + (low + width - 1);
  }

  /** {@return the groups in words: {@code 0 to 105+ by 1}} */
  @Override
  public String toString() {
    return "0 to " + openAge() + "+ by " + width;
  }
}
