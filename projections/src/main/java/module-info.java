/**
 * Måltall for projections: how many people, what they need, what it costs, and under which
 * assumptions.
 *
 * <p>Start with {@link no.maaltall.projections.population.CohortComponent}.
 */
module no.maaltall.projections {
  requires transitive no.maaltall.core;
  requires de.siegmar.fastcsv;

  exports no.maaltall.projections.cost;
  exports no.maaltall.projections.need;
  exports no.maaltall.projections.population;
  exports no.maaltall.projections.scenario;
}
