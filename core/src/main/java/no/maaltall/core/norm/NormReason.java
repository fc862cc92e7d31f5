package no.maaltall.core.norm;

import static no.maaltall.core.norm.NormStatus.BREACHES;
import static no.maaltall.core.norm.NormStatus.COMPLIES;
import static no.maaltall.core.norm.NormStatus.NOT_APPLICABLE;
import static no.maaltall.core.norm.NormStatus.UNKNOWN;

import java.util.Locale;

/** Why an assessment has the status that it has. Each reason gives one status. */
public enum NormReason {
  /** The limit is kept. */
  MET(COMPLIES, "normen er oppfylt", "the norm is met"),
  /** The limit is not kept. */
  NOT_MET(BREACHES, "normen er ikke oppfylt", "the norm is not met"),
  /** There are users, and the unit says that it has no positions at all. */
  NO_POSITIONS(BREACHES, "enheten har ingen årsverk", "the unit has no positions"),
  /** Those in the positions are enough only with a dispensation from the education requirement. */
  EDUCATION_DISPENSATION(
      NormStatus.COMPLIES_WITH_DISPENSATION,
      "dispensasjon fra utdanningskravet",
      "dispensation from the education requirement"),
  /** There is a dispensation from the norm itself. */
  NORM_DISPENSATION(
      NormStatus.COMPLIES_WITH_DISPENSATION,
      "dispensasjon fra normen",
      "dispensation from the norm"),

  /** The norm did not exist yet. */
  BEFORE_NORM(NOT_APPLICABLE, "normen gjaldt ikke ennå", "the norm did not exist yet"),
  /** The norm was in force but did not have to be met yet, and is not met. */
  TRANSITION_YEAR(NOT_APPLICABLE, "overgangsår", "transition year"),
  /** The norm is for public schools. */
  PRIVATE_SCHOOL(
      NOT_APPLICABLE, "normen gjelder offentlige skoler", "the norm is for public schools"),
  /** All teaching hours are special education or language teaching. */
  NO_ORDINARY_TEACHING(NOT_APPLICABLE, "ingen ordinær undervisning", "no ordinary teaching"),
  /** There are no pupils. */
  NO_PUPILS(NOT_APPLICABLE, "ingen elever", "no pupils"),
  /** There are no children. */
  NO_CHILDREN(NOT_APPLICABLE, "ingen barn", "no children"),
  /** There are no places. */
  NO_PLACES(NOT_APPLICABLE, "ingen plasser", "no places"),
  /** The case is open and its deadline has not passed. */
  NOT_DUE_YET(NOT_APPLICABLE, "fristen er ikke ute", "the deadline has not passed"),
  /** The case or placement began after the date of assessment. */
  NOT_STARTED(NOT_APPLICABLE, "ikke begynt", "not started"),
  /** Nothing was required in the period: the child was not placed in it, or is too old. */
  NOTHING_REQUIRED(NOT_APPLICABLE, "ingen krav i perioden", "nothing required in the period"),

  /** The number of positions or hours of staff is not given. */
  STAFF_UNKNOWN(UNKNOWN, "bemanningen er ikke oppgitt", "staff is not given"),
  /** The hours of special education are not given, neither directly nor to be allocated. */
  SPECIAL_EDUCATION_UNKNOWN(
      UNKNOWN,
      "timer til spesialundervisning er ikke oppgitt",
      "hours of special education are not given"),
  /** The hours of language teaching for minorities are not given. */
  LANGUAGE_HOURS_UNKNOWN(
      UNKNOWN,
      "timer til særskilt norskopplæring er ikke oppgitt",
      "hours of language teaching are not given"),
  /** The number of full-time places is not given. */
  PLACES_UNKNOWN(
      UNKNOWN, "antall heltidsplasser er ikke oppgitt", "full-time places are not given"),
  /** The value is not given. */
  VALUE_UNKNOWN(UNKNOWN, "verdien er ikke oppgitt", "the value is not given"),
  /** Pupil hours without pupils. */
  HOURS_WITHOUT_PUPILS(UNKNOWN, "elevtimer uten elever", "pupil hours without pupils"),
  /** Pupils without pupil hours. */
  PUPILS_WITHOUT_HOURS(UNKNOWN, "elever uten elevtimer", "pupils without pupil hours"),
  /** Pupils, and no teacher hours at all. */
  PUPILS_WITHOUT_TEACHERS(UNKNOWN, "elever uten lærertimer", "pupils without teacher hours"),
  /** More hours of special education and language teaching than teacher hours. */
  SPECIAL_EXCEEDS_TEACHING(
      UNKNOWN,
      "flere timer til spesialundervisning og særskilt norsk enn lærertimer",
      "more hours of special education and language teaching than teacher hours"),
  /** Full-time places for children that are not there: more places than children. */
  PLACES_WITHOUT_CHILDREN(
      UNKNOWN, "flere heltidsplasser enn barn", "more full-time places than children"),
  /** Fewer full-time places than the children have when all have the shortest attendance. */
  CHILDREN_WITHOUT_PLACES(UNKNOWN, "barn uten heltidsplasser", "children without full-time places"),
  /** Children, and no staff at all. */
  CHILDREN_WITHOUT_STAFF(UNKNOWN, "barn uten ansatte", "children without staff"),
  /** More leaders with dispensation than leaders. */
  DISPENSATIONS_EXCEED_LEADERS(
      UNKNOWN,
      "flere med dispensasjon enn pedagogiske ledere",
      "more leaders with dispensation than leaders"),
  /** The number of children in one table is not that of another. */
  CONTRADICTING_CHILDREN(
      UNKNOWN,
      "barnetallet stemmer ikke med oppholdstidene",
      "the number of children is not that of the attendance"),
  /** In bulk input: a negative or infinite number, which a single subject refuses. */
  INVALID_INPUT(UNKNOWN, "ugyldige tall", "invalid numbers");

  private final NormStatus status;
  private final String norwegian;
  private final String english;

  NormReason(NormStatus status, String norwegian, String english) {
    this.status = status;
    this.norwegian = norwegian;
    this.english = english;
  }

  /** {@return the status that this is a reason for} */
  public NormStatus status() {
    return status;
  }

  /**
   * {@return how it is said}
   *
   * @param locale English for any English locale, bokmål for every other
   */
  public String text(Locale locale) {
    return Words.isEnglish(locale) ? english : norwegian;
  }

  NormText text() {
    return new NormText(norwegian, english);
  }
}
