/**
 * Måltall core: indicators, measures, tidy tables and JSON.
 *
 * <p>Start with {@link no.maaltall.core.io.TidyTables} to read a directory of tables, {@link
 * no.maaltall.core.indicator.DataSet} to pick a series, and {@link no.maaltall.core.measure.Trend}
 * to measure it.
 */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic", "module"})
module no.maaltall.core {
  requires transitive com.google.common;
  requires transitive com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.datatype.guava;
  requires com.fasterxml.jackson.datatype.jdk8;
  requires de.siegmar.fastcsv;
  requires ch.randelshofer.fastdoubleparser;
  requires static transitive org.jspecify;
  requires static org.immutables.value.annotations;

  exports no.maaltall.core.csv to
      no.maaltall.kostra;
  exports no.maaltall.core.indicator;
  exports no.maaltall.core.io;
  exports no.maaltall.core.json;
  exports no.maaltall.core.measure;
  exports no.maaltall.core.norm;
  exports no.maaltall.core.panel;
  exports no.maaltall.core.published;

  opens no.maaltall.core.indicator to
      com.fasterxml.jackson.databind;
  opens no.maaltall.core.measure to
      com.fasterxml.jackson.databind;
  opens no.maaltall.core.norm to
      com.fasterxml.jackson.databind;
  opens no.maaltall.core.panel to
      com.fasterxml.jackson.databind;
  opens no.maaltall.core.published to
      com.fasterxml.jackson.databind;
}
