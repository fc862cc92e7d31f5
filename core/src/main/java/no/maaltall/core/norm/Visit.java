package no.maaltall.core.norm;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;

/**
 * A visit to a child in a foster home.
 *
 * @param kind who visits
 * @param date the day
 */
public record Visit(@JsonProperty("kind") VisitKind kind, @JsonProperty("date") LocalDate date) {}
