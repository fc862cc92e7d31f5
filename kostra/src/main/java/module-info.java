/** Måltall kostra. */
module no.maaltall.kostra {
  requires transitive no.maaltall.core;
}
