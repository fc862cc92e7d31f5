package no.maaltall.core.published;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableMap;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence claims of printed numbers, in a {@link PublishedTable}.
 *
 * @param id its id
 * @param name the sentence; may be empty
 * @param condition what it says
 * @param inputs the printed number, by its id, that each name of the condition is
 */
public record PublishedClaim(
    String id, String name, Condition condition, ImmutableMap<String, String> inputs) {

  /**
   * Checks that every name of the condition is given.
   *
   * @param id its id
   * @param name the sentence
   * @param condition what it says
   * @param inputs the printed number that each name is
   */
  public PublishedClaim {
    PublishedTable.requireInputs(id, condition.names(), inputs.keySet());
  }

  @JsonCreator
  static PublishedClaim ofJson(
      @JsonProperty(value = "id", required = true) String id,
      @JsonProperty("name") @Nullable String name,
      @JsonProperty(value = "condition", required = true) Condition condition,
      @JsonProperty(value = "inputs", required = true) ImmutableMap<String, String> inputs) {
    return new PublishedClaim(id, name == null ? "" : name, condition, inputs);
  }
}
