/** Måltall core. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module no.maaltall.core {
  requires transitive com.google.common;
  requires transitive com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.datatype.guava;
  requires com.fasterxml.jackson.datatype.jdk8;
  requires de.siegmar.fastcsv;
  requires ch.randelshofer.fastdoubleparser;
  requires static transitive org.jspecify;
  requires static org.immutables.value.annotations;

  exports no.maaltall.core.indicator;
  exports no.maaltall.core.io;

  opens no.maaltall.core.indicator to
      com.fasterxml.jackson.databind;
}
