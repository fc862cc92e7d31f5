/**
 * Måltall for KOSTRA and SSB: what turns official data into figures that a municipality can print.
 *
 * <p>Start with {@link no.maaltall.kostra.report.Table} for printing, {@link
 * no.maaltall.kostra.accounts.AccountingRules} for the municipal accounts, and {@link
 * no.maaltall.kostra.statbank.PxWebClient} for the tables of the statistics bank.
 */
module no.maaltall.kostra {
  requires transitive no.maaltall.core;
  requires de.siegmar.fastcsv;
  requires java.net.http;

  exports no.maaltall.kostra.accounts;
  exports no.maaltall.kostra.catalog;
  exports no.maaltall.kostra.client;
  exports no.maaltall.kostra.comparison;
  exports no.maaltall.kostra.klass;
  exports no.maaltall.kostra.region;
  exports no.maaltall.kostra.report;
  exports no.maaltall.kostra.statbank;
}
