package no.maaltall.core.panel;

import no.maaltall.core.indicator.ObservationStatus;
import org.jspecify.annotations.Nullable;

/** The notes of a view. */
final class SelectedNotes extends Notes {
  private final Notes all;
  private final int @Nullable [] indicators;
  private final int @Nullable [] regions;
  private final int @Nullable [] periods;

  /** Null for all of them. */
  SelectedNotes(
      Notes all, int @Nullable [] indicators, int @Nullable [] regions, int @Nullable [] periods) {
    this.all = all;
    this.indicators = indicators;
    this.regions = regions;
    this.periods = periods;
  }

  private static int at(int @Nullable [] selected, int i) {
    return selected == null ? i : selected[i];
  }

  @Override
  boolean isPlain() {
    return all.isPlain();
  }

  @Override
  boolean isPlain(int indicator, int region) {
    return all.isPlain(at(indicators, indicator), at(regions, region));
  }

  @Override
  Noted of(int indicator, int region) {
    Noted noted = all.of(at(indicators, indicator), at(regions, region));
    byte[] statuses = noted.statuses();
    if (periods == null || statuses == null) {
      return noted;
    }
    byte[] selected = new byte[periods.length];
    for (int p = 0; p < selected.length; p++) {
      selected[p] = statuses[periods[p]];
    }
    return new Noted(selected, noted.breaks(), noted.breakOrdinals());
  }

  @Override
  ObservationStatus status(int indicator, int region, int period, double value) {
    return all.status(at(indicators, indicator), at(regions, region), at(periods, period), value);
  }
}
