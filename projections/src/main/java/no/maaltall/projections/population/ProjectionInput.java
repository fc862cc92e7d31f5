package no.maaltall.projections.population;

/**
 * What the files of a projection say.
 *
 * @param population where it starts
 * @param assumptions rates for every step
 * @param lastYear the last year that there can be a population for
 */
public record ProjectionInput(Population population, Assumptions assumptions, int lastYear) {}
