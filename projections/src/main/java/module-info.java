/** Måltall for projections of population, need and cost. It exports nothing yet. */
module no.maaltall.projections {
  requires transitive no.maaltall.core;
}
