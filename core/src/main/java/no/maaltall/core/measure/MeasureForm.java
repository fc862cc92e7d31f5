package no.maaltall.core.measure;

import no.maaltall.core.indicator.Series;
import no.maaltall.core.panel.Panel;
import no.maaltall.core.panel.ScalarForm;

/** A measure of a panel, series by series. */
record MeasureForm(Measure measure, Panel source) implements ScalarForm {
  @Override
  public boolean isPlain() {
    return source.isPlain();
  }

  @Override
  public boolean isPlain(int indicator, int region) {
    return source.isPlain(indicator, region);
  }

  @Override
  public Series series(int indicator, int region) {
    return measure.over(source.series(indicator, region));
  }
}
