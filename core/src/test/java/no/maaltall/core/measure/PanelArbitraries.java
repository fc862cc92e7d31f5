package no.maaltall.core.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import no.maaltall.core.indicator.Direction;
import no.maaltall.core.indicator.Frequency;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.SeriesBreak;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.panel.Panel;
import no.maaltall.core.panel.PanelBuilder;

/** Random panels: every frequency, gaps, missing values, zeros, negatives, statuses and breaks. */
final class PanelArbitraries {
  private static final double[] EXTREMES = {
    1e308, -1e308, Double.MAX_VALUE, Double.MIN_VALUE, -Double.MIN_VALUE, 1e-306, 1e154
  };

  private PanelArbitraries() {}

  /** Panels by seed: their parts hang together, so shrinking them part by part helps nobody. */
  static Arbitrary<Panel> panels() {
    return Arbitraries.randomValue(PanelArbitraries::panel);
  }

  static Panel panel(Random random) {
    Frequency frequency = Frequency.values()[random.nextInt(4)];
    int indicators = 1 + random.nextInt(6);
    int regions = 1 + random.nextInt(random.nextInt(4) == 0 ? 40 : 8);
    return panel(random, indicators, regions, periods(random, frequency), kind(random));
  }

  private static Kind kind(Random random) {
    return new Kind(
        new double[] {0, 0.02, 0.2, 0.7}[random.nextInt(4)],
        random.nextInt(3) == 0,
        random.nextInt(4) == 0);
  }

  /** How a panel is made. */
  record Kind(double missing, boolean plain, boolean extreme) {}

  static List<Period> periods(Random random, Frequency frequency) {
    List<Period> periods = new ArrayList<>();
    int ordinal = 2000 * frequency.periodsPerYear() + random.nextInt(5);
    int count = 1 + random.nextInt(14);
    boolean gaps = random.nextBoolean();
    for (int p = 0; p < count; p++) {
      periods.add(Period.ofOrdinal(frequency, ordinal));
      ordinal += gaps && random.nextInt(5) == 0 ? 1 + random.nextInt(4) : 1;
    }
    return periods;
  }

  static Panel panel(Random random, int indicators, int regions, List<Period> periods, Kind kind) {
    List<Indicator> what = new ArrayList<>();
    for (int i = 0; i < indicators; i++) {
      Indicator.Builder builder =
          Indicator.builder()
              .id("i" + i)
              .unit(Unit.KNOK)
              .decimals(i % 3)
              .direction(Direction.values()[random.nextInt(3)]);
      what.add(i % 2 == 0 ? builder.target(12.5).build() : builder.build());
    }
    PanelBuilder panel = Panel.builder(what, regions(regions), periods);
    for (int i = 0; i < indicators; i++) {
      for (int r = 0; r < regions; r++) {
        for (Period period : periods) {
          if (random.nextInt(40) > 0 || kind.plain()) {
            panel.add("i" + i, "r" + r, period, observation(random, kind));
          }
        }
      }
    }
    if (!kind.plain() && random.nextBoolean()) {
      for (int b = random.nextInt(3); b > 0; b--) {
        panel.addBreak(
            new SeriesBreak(
                random.nextBoolean() ? Optional.empty() : Optional.of("i0"),
                random.nextBoolean() ? Optional.empty() : Optional.of("r0"),
                Period.year(1999 + random.nextInt(12)),
                "reform"));
      }
    }
    return panel.build();
  }

  static List<Region> regions(int count) {
    List<Region> regions = new ArrayList<>();
    for (int r = 0; r < count; r++) {
      regions.add(Region.of("r" + r));
    }
    return regions;
  }

  private static Observation observation(Random random, Kind kind) {
    boolean missing = random.nextDouble() < kind.missing();
    ObservationStatus[] all = ObservationStatus.values();
    ObservationStatus status =
        kind.plain() || random.nextInt(8) > 0
            ? ObservationStatus.NORMAL
            : all[random.nextInt(all.length)];
    if (missing || status.isMissing()) {
      return Observation.missing(status.isMissing() ? status : ObservationStatus.MISSING);
    }
    return new Observation(value(random, kind), status);
  }

  /** Few different ones in a panel, so that some are equal. */
  private static double value(Random random, Kind kind) {
    return switch (random.nextInt(kind.extreme() ? 5 : 4)) {
      case 0 -> random.nextInt(7) - 2;
      case 4 -> EXTREMES[random.nextInt(EXTREMES.length)];
      default -> (random.nextInt(200_000) - 20_000) / 100.0;
    };
  }
}
