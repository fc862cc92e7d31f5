/**
 * Population by region, sex and age, projected by the cohort-component method.
 *
 * <p>Start with {@link no.maaltall.projections.population.CohortComponent}, whose presets {@code
 * ssb()} and {@code wpp()} fix the conventions, and {@link
 * no.maaltall.projections.population.PopulationTables}, which reads its input from CSV. {@link
 * no.maaltall.projections.population.StochasticProjection} draws many paths and keeps quantiles.
 *
 * <p>Persons are fractional inside; whole numbers are made on the way out, by {@link
 * no.maaltall.projections.population.LargestRemainder}. All types are immutable and safe to share
 * between threads, and results are the same whatever the number of threads.
 */
@NullMarked
package no.maaltall.projections.population;

import org.jspecify.annotations.NullMarked;
