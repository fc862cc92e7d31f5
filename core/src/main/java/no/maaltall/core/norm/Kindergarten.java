package no.maaltall.core.norm;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.style.ValueStyle;
import org.immutables.value.Value;

/**
 * A kindergarten on a day: what {@link Bemanningsnorm} and {@link Pedagognorm} are about.
 *
 * <pre>{@code
 * Kindergarten solvik =
 *     Kindergarten.builder()
 *         .id("B1")
 *         .name("Solvik")
 *         .date(LocalDate.of(2023, 12, 15))
 *         .childrenUnderThree(30)
 *         .childrenOverThree(44)
 *         .placesUnderThree(29.4667)
 *         .placesOverThree(41.8667)
 *         .staff(16.5)
 *         .leaders(8)
 *         .build();
 * }</pre>
 *
 * <p>Children are heads; places are full-time places, which {@link #withAttendance} computes from
 * the agreed hours. Numbers of staff that are not given are unknown, not 0.
 */
@SuppressWarnings("exports") // Immutables' annotations are needed only when this is compiled.
@Value.Immutable
@ValueStyle
@JsonSerialize(as = ImmutableKindergarten.class)
@JsonDeserialize(as = ImmutableKindergarten.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public abstract class Kindergarten {
  Kindergarten() {}

  /** {@return the id; not blank} */
  public abstract String id();

  /** {@return the name; the id unless it is given} */
  @Value.Default
  public String name() {
    return id();
  }

  /** {@return where it is} */
  public abstract Optional<Region> region();

  /** {@return who owns it; public unless it is given. The norms are for both} */
  @Value.Default
  public Ownership owner() {
    return Ownership.PUBLIC;
  }

  /** {@return the day that the numbers are of} */
  public abstract LocalDate date();

  /** {@return heads under three} */
  @JsonProperty("children_under_three")
  public abstract int childrenUnderThree();

  /** {@return heads over three} */
  @JsonProperty("children_over_three")
  public abstract int childrenOverThree();

  /** {@return full-time places of children under three} */
  @JsonProperty("places_under_three")
  public abstract OptionalDouble placesUnderThree();

  /** {@return full-time places of children over three} */
  @JsonProperty("places_over_three")
  public abstract OptionalDouble placesOverThree();

  /** {@return positions that work directly with the children (grunnbemanning), in FTE} */
  public abstract OptionalDouble staff();

  /** {@return positions of pedagogical leaders, in FTE} */
  public abstract OptionalDouble leaders();

  /**
   * {@return of the leaders, those with a dispensation from the education requirement; 0 unless
   * given}
   */
  @JsonProperty("leaders_with_dispensation")
  @Value.Default
  public double leadersWithDispensation() {
    return 0;
  }

  /** {@return the norms that it has a dispensation from; none unless given} */
  public abstract ImmutableSet<Dispensation> dispensations();

  /**
   * {@return the children by birth year and hours, when they are given; what is not the children
   * above makes both norms {@link NormReason#CONTRADICTING_CHILDREN}}
   */
  public abstract ImmutableList<Attendance> attendance();

  /**
   * {@return this kindergarten with children and full-time places as the agreed hours say}
   *
   * @param attendance the children by birth year and hours
   * @param weights what the hours count as
   */
  public Kindergarten withAttendance(Iterable<Attendance> attendance, AttendanceWeights weights) {
    FullTimePlaces places = weights.places(attendance, date());
    return builder(this)
        .childrenUnderThree(places.childrenUnderThree())
        .childrenOverThree(places.childrenOverThree())
        .placesUnderThree(places.underThree())
        .placesOverThree(places.overThree())
        .attendance(ImmutableList.copyOf(attendance))
        .build();
  }

  /**
   * {@return this kindergarten with more children, each with as large a place as the others of its
   * age have on average, or a full-time place when there is none of its age}
   *
   * @param underThree how many more under three; negative for fewer
   * @param overThree how many more over three; negative for fewer
   * @throws IllegalArgumentException if more are taken away than there are
   */
  public Kindergarten plusChildren(int underThree, int overThree) {
    return plusChildren(
        underThree,
        overThree,
        underThree * averagePlace(childrenUnderThree(), placesUnderThree()),
        overThree * averagePlace(childrenOverThree(), placesOverThree()));
  }

  /** Places in all may be off by a rounding when the last child leaves, but never below none. */
  Kindergarten plusChildren(int underThree, int overThree, double placesUnder, double placesOver) {
    int under = Math.addExact(childrenUnderThree(), underThree);
    int over = Math.addExact(childrenOverThree(), overThree);
    return builder(this)
        .childrenUnderThree(under)
        .childrenOverThree(over)
        .placesUnderThree(plus(placesUnderThree(), placesUnder, under))
        .placesOverThree(plus(placesOverThree(), placesOver, over))
        .attendance(ImmutableList.of())
        .build();
  }

  private static OptionalDouble plus(OptionalDouble places, double more, int children) {
    if (places.isEmpty()) {
      return places;
    }
    return OptionalDouble.of(
        children == 0 ? 0 : Math.max(0, Math.min(children, places.getAsDouble() + more)));
  }

  static double averagePlace(int children, OptionalDouble places) {
    return children == 0 ? 1 : places.orElse(Double.NaN) / children;
  }

  /** Whether the children are not those of the attendance, where it is given. */
  @JsonIgnore
  @Value.Lazy
  boolean contradictsAttendance() {
    if (attendance().isEmpty()) {
      return false;
    }
    FullTimePlaces counted = AttendanceWeights.asOf(date()).places(attendance(), date());
    return counted.childrenUnderThree() != childrenUnderThree()
        || counted.childrenOverThree() != childrenOverThree();
  }

  /** Checks the parts. */
  @Value.Check
  void check() {
    Checks.id("a kindergarten", id());
    Checks.heads("children under three", id(), childrenUnderThree());
    Checks.heads("children over three", id(), childrenOverThree());
    Checks.amount("places under three", id(), placesUnderThree());
    Checks.amount("places over three", id(), placesOverThree());
    Checks.amount("staff", id(), staff());
    Checks.amount("leaders", id(), leaders());
    Checks.amount("leaders with dispensation", id(), leadersWithDispensation());
  }

  /** {@return a builder without values} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * {@return a builder with the values of a kindergarten, to make another that differs in some}
   *
   * @param kindergarten the kindergarten
   */
  public static Builder builder(Kindergarten kindergarten) {
    return new Builder().from(kindergarten);
  }

  /**
   * Builds a kindergarten; id, date and the numbers of children must be given.
   *
   * <p>{@code build} throws {@link IllegalStateException} when one is not, and {@link
   * IllegalArgumentException} for a blank id or a number that is negative, not finite or too large.
   */
  public static final class Builder extends ImmutableKindergarten.Builder {
    Builder() {}
  }
}
