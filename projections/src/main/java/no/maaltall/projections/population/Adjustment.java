package no.maaltall.projections.population;

import no.maaltall.core.indicator.Region;

/**
 * A cohort that moves would have left with fewer than no persons, and what it was set to.
 *
 * @param year the year that the step starts in
 * @param region the region
 * @param sex the sex
 * @param age the index of the age group, at the start of the step when people moved then, otherwise
 *     at its end
 * @param persons what the moves would have left, less than 0
 * @param setTo what it was set to; moves in are more by the difference
 */
public record Adjustment(int year, Region region, Sex sex, int age, double persons, double setTo) {}
