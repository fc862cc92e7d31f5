package no.maaltall.core.norm;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import no.maaltall.core.indicator.Frequency;
import no.maaltall.core.indicator.FrequencyMismatchException;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.style.ValueStyle;
import org.immutables.value.Value;

/**
 * A main stage of a school in a school year: what {@link Laerernorm} is about.
 *
 * <pre>{@code
 * SchoolStage stage =
 *     SchoolStage.builder()
 *         .school("7")
 *         .name("Skole 7")
 *         .schoolYear(Period.parse("2019/2020"))
 *         .stage(MainStage.YEARS_1_TO_4)
 *         .pupils(200)
 *         .pupilHours(143_925)
 *         .teacherHours(9_800)
 *         .specialEducationHours(600)
 *         .languageHours(200)
 *         .build();
 * }</pre>
 *
 * <p>All hours are of 60 minutes a year. The hours of special education are given directly, or
 * allocated: the school's hours in all, and how many of its pupils with a decision are in this
 * stage. Hours that are not given are unknown, not 0.
 */
@SuppressWarnings("exports") // Immutables' annotations are needed only when this is compiled.
@Value.Immutable
@ValueStyle
@JsonSerialize(as = ImmutableSchoolStage.class)
@JsonDeserialize(as = ImmutableSchoolStage.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public abstract class SchoolStage {
  SchoolStage() {}

  /** {@return the id of the school; not blank} */
  public abstract String school();

  /** {@return the name of the school; its id unless it is given} */
  @Value.Default
  public String name() {
    return school();
  }

  /** {@return where the school is} */
  public abstract Optional<Region> region();

  /** {@return who owns the school; public unless it is given} */
  @Value.Default
  public Ownership owner() {
    return Ownership.PUBLIC;
  }

  /** {@return the school year} */
  @JsonProperty("school_year")
  public abstract Period schoolYear();

  /** {@return the main stage} */
  public abstract MainStage stage();

  /** {@return the number of pupils} */
  public abstract int pupils();

  /** {@return pupils times the teaching hours of each (elevtimer), summed over the years} */
  @JsonProperty("pupil_hours")
  public abstract double pupilHours();

  /** {@return all hours that teachers teach (lærertimer), special education included} */
  @JsonProperty("teacher_hours")
  public abstract OptionalDouble teacherHours();

  /** {@return of them, hours of special education, when they are given directly} */
  @JsonProperty("special_education_hours")
  public abstract OptionalDouble specialEducationHours();

  /** {@return of them, hours of language teaching for minorities (særskilt norskopplæring)} */
  @JsonProperty("language_hours")
  public abstract OptionalDouble languageHours();

  /** {@return the pupils of this stage with a decision on special education} */
  @JsonProperty("pupils_with_decision")
  public abstract OptionalInt pupilsWithDecision();

  /** {@return the pupils of the whole school with a decision on special education} */
  @JsonProperty("school_pupils_with_decision")
  public abstract OptionalInt schoolPupilsWithDecision();

  /** {@return the hours of special education of the whole school, to be allocated} */
  @JsonProperty("school_special_education_hours")
  public abstract OptionalDouble schoolSpecialEducationHours();

  /** {@return the school and the stage, as assessments name it: {@code 7/1-4}} */
  @JsonIgnore
  public String id() {
    return school() + "/" + stage().code();
  }

  /** {@return whether the hours of special education are allocated, so an estimate} */
  @JsonIgnore
  public boolean isAllocated() {
    return specialEducationHours().isEmpty() && schoolSpecialEducationHours().isPresent();
  }

  /**
   * {@return the hours of special education of this stage: as given, or {@code school hours ·
   * pupils with decision / pupils of the school with decision}; empty when neither is known}
   */
  @JsonIgnore
  public OptionalDouble effectiveSpecialEducationHours() {
    if (!isAllocated()) {
      return specialEducationHours();
    }
    double hours = schoolSpecialEducationHours().getAsDouble();
    int all = schoolPupilsWithDecision().getAsInt();
    if (all == 0) {
      return hours == 0 ? OptionalDouble.of(0) : OptionalDouble.empty();
    }
    return OptionalDouble.of(hours * pupilsWithDecision().getAsInt() / all);
  }

  /**
   * {@return this stage with more pupils, each with as many hours as the pupils it has have on
   * average}
   *
   * @param more how many more; negative for fewer
   * @throws IllegalArgumentException if there are no pupils to know the hours from, or fewer than
   *     are taken away
   */
  public SchoolStage plusPupils(int more) {
    if (pupils() == 0) {
      throw new IllegalArgumentException(
          id() + " has no pupils, so the hours of " + more + " more are not known");
    }
    int then = Math.addExact(pupils(), more);
    return builder(this).pupils(then).pupilHours(pupilHours() / pupils() * then).build();
  }

  /** Checks the parts. */
  @Value.Check
  void check() {
    Checks.id("a school", school());
    if (schoolYear().frequency() != Frequency.SCHOOL_YEAR) {
      throw new FrequencyMismatchException(
          "school year of " + id(), Frequency.SCHOOL_YEAR, schoolYear());
    }
    Checks.heads("pupils", id(), pupils());
    Checks.amount("pupil hours", id(), pupilHours());
    Checks.amount("teacher hours", id(), teacherHours());
    Checks.amount("special education hours", id(), specialEducationHours());
    Checks.amount("language hours", id(), languageHours());
    Checks.heads("pupils with decision", id(), pupilsWithDecision());
    Checks.heads("the school's pupils with decision", id(), schoolPupilsWithDecision());
    Checks.amount("the school's special education hours", id(), schoolSpecialEducationHours());
    checkAllocation();
  }

  private void checkAllocation() {
    boolean complete =
        pupilsWithDecision().isPresent()
            && schoolPupilsWithDecision().isPresent()
            && schoolSpecialEducationHours().isPresent();
    boolean none =
        pupilsWithDecision().isEmpty()
            && schoolPupilsWithDecision().isEmpty()
            && schoolSpecialEducationHours().isEmpty();
    if (!complete && !none) {
      throw new IllegalArgumentException(
          "to allocate special education, "
              + id()
              + " needs its pupils with decision, those of the school, and the school's hours; got "
              + pupilsWithDecision()
              + ", "
              + schoolPupilsWithDecision()
              + ", "
              + schoolSpecialEducationHours());
    }
    if (complete) {
      if (specialEducationHours().isPresent()) {
        throw new IllegalArgumentException(
            id() + " has special education hours both directly and to be allocated; give one");
      }
      int own = pupilsWithDecision().getAsInt();
      int all = schoolPupilsWithDecision().getAsInt();
      if (own > all || own > pupils()) {
        throw new IllegalArgumentException(
            id()
                + " has "
                + own
                + " pupils with decision, of "
                + pupils()
                + " pupils and of "
                + all
                + " with decision in the school");
      }
    }
  }

  /** {@return a builder without values} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * {@return a builder with the values of a stage, to make another that differs in some}
   *
   * @param stage the stage
   */
  public static Builder builder(SchoolStage stage) {
    return new Builder().from(stage);
  }

  /**
   * Builds a stage; school, school year, stage, pupils and pupil hours must be given.
   *
   * <p>{@code build} throws {@link IllegalStateException} when one is not, and {@link
   * IllegalArgumentException} for a blank id, a number that is negative, not finite or too large,
   * or special education hours that are given twice or in part.
   */
  public static final class Builder extends ImmutableSchoolStage.Builder {
    Builder() {}
  }
}
