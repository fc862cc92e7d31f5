package no.maaltall.core.panel;

import no.maaltall.core.indicator.Series;

/** The statuses that the scalar form gives, computed when they are asked for. */
final class DerivedNotes extends Notes {
  private final ScalarForm form;

  DerivedNotes(ScalarForm form) {
    this.form = form;
  }

  @Override
  boolean isPlain() {
    return form.isPlain();
  }

  @Override
  boolean isPlain(int indicator, int region) {
    return form.isPlain(indicator, region);
  }

  @Override
  Noted of(int indicator, int region) {
    if (form.isPlain(indicator, region)) {
      return Noted.NOTHING;
    }
    Series series = form.series(indicator, region);
    byte[] statuses = null;
    if (!series.hasPlainStatuses()) {
      statuses = new byte[series.size()];
      for (int p = 0; p < statuses.length; p++) {
        statuses[p] = (byte) series.statusAt(p).ordinal();
      }
    }
    return new Noted(statuses, series.declaredBreaks(), series.breakOrdinals());
  }
}
