package no.maaltall.kostra.statbank;

/** What a person wants to know of a cube first. */
final class CubeSummary {
  private static final int LONGEST_TITLE = 80;
  private static final int MOST_DIMENSIONS = 12;

  private CubeSummary() {}

  static String line(Cube cube) {
    StringBuilder text = new StringBuilder();
    cube.label().ifPresent(label -> text.append(shortened(label)).append(": "));
    text.append(
        cube.dimensions().stream().limit(MOST_DIMENSIONS).map(Dimension::toString).toList());
    return text.append(", ").append(cube.size()).append(" cells").toString();
  }

  static String of(Cube cube) {
    return line(cube);
  }

  static String shortened(String text) {
    return text.length() <= LONGEST_TITLE ? text : text.substring(0, LONGEST_TITLE) + "...";
  }
}
