package no.maaltall.core.norm;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;

/**
 * Assertions for test suites of any framework: they fail with {@link AssertionError} and one line
 * per breach.
 *
 * <pre>{@code
 * @Test
 * void everyKindergartenKeepsTheLaw() {
 *   List<Kindergarten> kindergartens =
 *       NormFiles.read(TableSource.directory(Path.of("barnehager"))).kindergartens();
 *   NormAssertions.assertComplies(Bemanningsnorm.standard(), kindergartens);
 *   NormAssertions.assertComplies(Pedagognorm.standard(), kindergartens);
 * }
 * }</pre>
 *
 * <p>What cannot be judged fails too, and so does a list in which nothing could be: a test that
 * passes has seen somebody comply.
 */
public final class NormAssertions {
  // A reader stops long before; a log of a million lines helps nobody.
  private static final int MOST_LINES = 100;

  private NormAssertions() {}

  /**
   * Asserts that subjects keep a norm, with or without dispensation.
   *
   * @param norm the norm
   * @param subjects the subjects
   * @param <S> what the norm is about
   * @throws AssertionError if one does not or cannot be judged, or none at all could be
   */
  public static <S> void assertComplies(Norm<S> norm, Iterable<? extends S> subjects) {
    assertComplies(norm.id(), norm.assess(subjects));
  }

  /**
   * Asserts that one subject keeps a norm, with or without dispensation.
   *
   * @param norm the norm
   * @param subject the subject
   * @param <S> what the norm is about
   * @throws AssertionError if it does not, or cannot be judged
   */
  public static <S> void assertSubjectComplies(Norm<S> norm, S subject) {
    assertComplies(norm.id(), NormReport.of(ImmutableList.of(norm.assess(subject))));
  }

  /**
   * Asserts that everything in a report complies, with or without dispensation.
   *
   * @param report the report
   * @throws AssertionError if one does not or could not be judged, or none at all could be
   */
  public static void assertComplies(NormReport report) {
    assertComplies(report.byNorm().keySet().stream().collect(Collectors.joining(", ")), report);
  }

  private static void assertComplies(String norm, NormReport report) {
    NormReport failing =
        report.filter(a -> a.status() == NormStatus.BREACHES || a.status() == NormStatus.UNKNOWN);
    StatusCounts counts = report.counts();
    if (failing.size() > 0) {
      throw new AssertionError(
          norm
              + ": "
              + counts.count(NormStatus.BREACHES)
              + " of "
              + report.size()
              + " in breach"
              + (counts.count(NormStatus.UNKNOWN) == 0
                  ? ""
                  : ", " + counts.count(NormStatus.UNKNOWN) + " cannot be judged")
              + lines(failing.worstFirst().assessments()));
    }
    if (counts.judged() == 0) {
      throw new AssertionError(
          norm
              + ": none of "
              + report.size()
              + " could be judged, so nothing was tested"
              + lines(report.assessments()));
    }
  }

  private static String lines(ImmutableList<NormAssessment> assessments) {
    String lines =
        assessments.stream()
            .limit(MOST_LINES)
            .map(a -> "\n  " + a.text() + " [" + a.norm() + " " + a.version() + "]")
            .collect(Collectors.joining());
    return assessments.size() > MOST_LINES
        ? lines + "\n  ... and " + (assessments.size() - MOST_LINES) + " more"
        : lines;
  }
}
