package no.maaltall.core.norm;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.style.ValueStyle;
import org.immutables.value.Value;

/**
 * A child in a foster home, and the visits it has had: what {@link VisitNorm} is about.
 *
 * <p>A child that moves has a placement for each home.
 */
@SuppressWarnings("exports") // Immutables' annotations are needed only when this is compiled.
@Value.Immutable
@ValueStyle
@JsonSerialize(as = ImmutablePlacement.class)
@JsonDeserialize(as = ImmutablePlacement.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public abstract class Placement {
  Placement() {}

  /** {@return the id of the child; not blank} */
  public abstract String child();

  /** {@return the municipality, when it is given} */
  public abstract Optional<Region> region();

  /** {@return the child's birth date} */
  @JsonProperty("birth_date")
  public abstract LocalDate birthDate();

  /** {@return the first day in the home} */
  public abstract LocalDate placed();

  /** {@return the last day in the home; empty while the child lives there} */
  public abstract Optional<LocalDate> ended();

  /** {@return the day from which fewer foster home visits were decided} */
  @JsonProperty("visits_reduced_from")
  public abstract Optional<LocalDate> visitsReducedFrom();

  /** {@return the day from which fewer supervision visits were decided} */
  @JsonProperty("supervision_reduced_from")
  public abstract Optional<LocalDate> supervisionReducedFrom();

  /** {@return the visits, in any order} */
  public abstract ImmutableList<Visit> visits();

  /**
   * {@return whether a day lies in the placement}
   *
   * @param day the day
   */
  public boolean covers(LocalDate day) {
    return !day.isBefore(placed()) && ended().map(e -> !day.isAfter(e)).orElse(true);
  }

  /** Checks the parts. */
  @Value.Check
  void check() {
    Checks.id("a child", child());
    if (placed().isBefore(birthDate())) {
      throw new IllegalArgumentException(
          "child " + child() + " was placed on " + placed() + ", before its birth " + birthDate());
    }
    if (ended().isPresent() && ended().get().isBefore(placed())) {
      throw new IllegalArgumentException(
          "the placement of child "
              + child()
              + " ended on "
              + ended().get()
              + ", before it began on "
              + placed());
    }
  }

  /** {@return a builder without values} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * {@return a builder with the values of a placement, to make another that differs in some}
   *
   * @param placement the placement
   */
  public static Builder builder(Placement placement) {
    return new Builder().from(placement);
  }

  /**
   * Builds a placement; child, birth date and first day must be given.
   *
   * <p>{@code build} throws {@link IllegalStateException} when one is not, and {@link
   * IllegalArgumentException} for a blank id or days in the wrong order.
   */
  public static final class Builder extends ImmutablePlacement.Builder {
    Builder() {}
  }
}
