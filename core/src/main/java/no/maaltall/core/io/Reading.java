package no.maaltall.core.io;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.google.common.collect.ImmutableList;
import no.maaltall.core.indicator.DataSet;

/**
 * What the lenient form read: the good rows, and everything that was not good.
 *
 * @param dataSet the good rows
 * @param problems what was wrong, in the order that it was found; at most {@value #MOST_PROBLEMS}
 *     are kept, so that no file fills the memory with them
 * @param problemCount how many problems there were in all
 */
public record Reading(DataSet dataSet, ImmutableList<TableProblem> problems, long problemCount) {
  /** The most problems that are kept. */
  public static final int MOST_PROBLEMS = 10_000;

  /** {@return whether nothing was wrong} */
  @JsonIgnore
  public boolean isClean() {
    return problemCount == 0;
  }
}
