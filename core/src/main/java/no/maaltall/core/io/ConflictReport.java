package no.maaltall.core.io;

import java.util.function.Consumer;
import no.maaltall.core.indicator.ObservationConflict;
import no.maaltall.core.io.TableProblem.Kind;
import org.jspecify.annotations.Nullable;

/** Says where observations are that cannot all be kept, which shows only when they are sorted. */
final class ConflictReport implements Consumer<ObservationConflict> {
  private final RowHandler handler;
  private final LineNumbers lines;
  private final Problems problems;
  private @Nullable ObservationConflict first;

  ConflictReport(ObservationHandler observations, Problems problems) {
    this.handler = observations;
    this.lines = observations.lines();
    this.problems = problems;
  }

  /** Lists it; in the strict form only remembers it, since another may come earlier in the file. */
  @Override
  public void accept(ObservationConflict conflict) {
    if (!problems.isStrict()) {
      problems.add(problem(conflict));
    } else if (conflict.row() > conflict.other()
        && (first == null || conflict.row() < first.row())) {
      first = conflict;
    }
  }

  /** Throws what was remembered. */
  void throwFirst() {
    if (first != null) {
      problems.add(problem(first));
    }
  }

  private TableProblem problem(ObservationConflict conflict) {
    long line = lines.line(conflict.row());
    String other = "line " + lines.line(conflict.other());
    String what =
        TableProblem.excerpt(conflict.indicator())
            + " in "
            + TableProblem.excerpt(conflict.region())
            + ", "
            + conflict.period();
    return switch (conflict.kind()) {
      case DUPLICATE ->
          handler.problem(
              Kind.DUPLICATE_OBSERVATION, line, "", what, "one observation; see " + other);
      case CONTRADICTION ->
          handler.problem(
              Kind.CONFLICTING_OBSERVATIONS, line, "", what, "one observation; see " + other);
      case MIXED_FREQUENCY ->
          handler.problem(
              Kind.MIXED_FREQUENCY,
              line,
              Column.TIME_PERIOD.name(),
              what,
              "one kind of period; " + other + " has " + conflict.otherPeriod());
    };
  }
}
