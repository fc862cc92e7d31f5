package no.maaltall.core.norm;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The children of a kindergarten by age group, and the full-time places that they stand for.
 *
 * @param childrenUnderThree heads under three
 * @param childrenOverThree heads over three
 * @param underThree full-time places under three: Σ children · weight of their hours / 45
 * @param overThree full-time places over three
 */
public record FullTimePlaces(
    @JsonProperty("children_under_three") int childrenUnderThree,
    @JsonProperty("children_over_three") int childrenOverThree,
    @JsonProperty("under_three") double underThree,
    @JsonProperty("over_three") double overThree) {}
