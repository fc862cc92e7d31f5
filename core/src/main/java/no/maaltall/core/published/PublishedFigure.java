package no.maaltall.core.published;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A printed figure and what it follows from, in a {@link PublishedTable}.
 *
 * @param id its id
 * @param name what it is, in words; may be empty
 * @param expression how it follows
 * @param inputs the printed number, by its id, that each name of the expression is
 * @param result the id of the printed number that it is; empty when none is printed
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PublishedFigure(
    String id,
    String name,
    Expression expression,
    ImmutableMap<String, String> inputs,
    Optional<String> result) {

  /**
   * Checks that every name of the expression is given.
   *
   * @param id its id
   * @param name what it is, in words
   * @param expression how it follows
   * @param inputs the printed number that each name is
   * @param result the printed number that it is
   */
  public PublishedFigure {
    PublishedTable.requireInputs(id, expression.names(), inputs.keySet());
  }

  @JsonCreator
  static PublishedFigure ofJson(
      @JsonProperty(value = "id", required = true) String id,
      @JsonProperty("name") @Nullable String name,
      @JsonProperty(value = "expression", required = true) Expression expression,
      @JsonProperty(value = "inputs", required = true) ImmutableMap<String, String> inputs,
      @JsonProperty("result") @Nullable String result) {
    return new PublishedFigure(
        id, name == null ? "" : name, expression, inputs, Optional.ofNullable(result));
  }
}
