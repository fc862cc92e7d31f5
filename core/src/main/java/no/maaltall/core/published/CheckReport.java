package no.maaltall.core.published;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import java.util.List;
import no.maaltall.core.indicator.UnknownCodeException;

/**
 * What the check of a table found, figure by figure and then claim by claim.
 *
 * @param figures the findings, in the order of the table
 * @param isComplete whether the search for figures that cannot be right together was carried
 *     through; when it was given up, what was found still holds
 */
public record CheckReport(
    @JsonProperty(value = "figures", required = true) ImmutableList<CheckedFigure> figures,
    @JsonProperty(value = "isComplete", required = true) boolean isComplete) {

  /**
   * {@return the findings of a status}
   *
   * @param status the status
   */
  public List<CheckedFigure> with(CheckStatus status) {
    return figures.stream().filter(f -> f.status() == status).toList();
  }

  /**
   * {@return the finding of a figure or claim}
   *
   * @param id its id
   * @throws UnknownCodeException if there is none
   */
  public CheckedFigure figure(String id) {
    return figures.stream()
        .filter(f -> f.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownCodeException(
                    "figure", id, figures.stream().map(CheckedFigure::id).toList()));
  }

  /** {@return the contradictions, explained, in bokmål; empty when there are none} */
  public String text() {
    StringBuilder text = new StringBuilder();
    with(CheckStatus.CONTRADICTION).forEach(f -> text.append(f.explain()).append('\n'));
    return text.toString();
  }
}
