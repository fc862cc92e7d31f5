package no.maaltall.core.published;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import no.maaltall.core.io.TableProblem;

/**
 * What the lenient form read: the good rows, and what was wrong with the others.
 *
 * @param table the good rows
 * @param problems what was wrong, in the order that it was found; no more than 10 000
 * @param problemCount how many problems there were in all
 */
public record PublishedReading(
    @JsonProperty(value = "table", required = true) PublishedTable table,
    @JsonProperty(value = "problems", required = true) ImmutableList<TableProblem> problems,
    @JsonProperty(value = "problemCount", required = true) long problemCount) {

  /** {@return whether nothing was wrong} */
  @JsonIgnore
  public boolean isClean() {
    return problemCount == 0;
  }
}
