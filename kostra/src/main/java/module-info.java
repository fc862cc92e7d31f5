/**
 * Måltall for KOSTRA and SSB: what turns official data into figures that a municipality can print.
 *
 * <p>Start with {@link no.maaltall.kostra.report.Table}.
 */
module no.maaltall.kostra {
  requires transitive no.maaltall.core;
  requires de.siegmar.fastcsv;

  exports no.maaltall.kostra.report;
}
