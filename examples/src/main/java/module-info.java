/**
 * Runnable programs, one main class per capability.
 *
 * <p>Start with {@link no.maaltall.examples.ServiceAnalysis}.
 */
module no.maaltall.examples {
  requires no.maaltall.core;
  requires no.maaltall.kostra;
  requires no.maaltall.projections;
  requires com.fasterxml.jackson.core;
  requires de.siegmar.fastcsv;
  requires info.picocli;
  requires static org.jspecify;

  exports no.maaltall.examples;

  opens no.maaltall.examples to
      info.picocli;
}
