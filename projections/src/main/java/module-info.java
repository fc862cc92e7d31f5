/** Måltall projections. */
module no.maaltall.projections {
  requires transitive no.maaltall.core;
}
