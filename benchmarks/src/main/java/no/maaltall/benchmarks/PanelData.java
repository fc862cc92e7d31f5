package no.maaltall.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import no.maaltall.core.indicator.Direction;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.panel.Panel;
import no.maaltall.core.panel.RegionGroups;

/**
 * Made-up panels, the same for all who are measured.
 *
 * @param panel amounts with two decimals, some missing here and there; low is best, so that rank 1
 *     is the lowest, as the peers have it
 * @param population one indicator, for all amounts; some are zero
 * @param groups 16 groups of regions, scattered
 */
record PanelData(Panel panel, Panel population, RegionGroups groups) {
  static final int GROUPS = 16;
  private static final int FIRST_YEAR = 2015;

  static PanelData of(int regions, int indicators, int periods, double missing) {
    SplittableRandom random = new SplittableRandom(20_261_123);
    int cells = Math.multiplyExact(regions, indicators);
    double[][] columns = new double[periods][cells];
    double[] level = new double[cells];
    for (int k = 0; k < cells; k++) {
      level[k] = random.nextInt(2_000, 200_000) / 100.0;
    }
    for (double[] column : columns) {
      for (int k = 0; k < cells; k++) {
        level[k] = Math.max(0.01, level[k] + random.nextInt(-5_000, 5_500) / 100.0);
        column[k] = random.nextDouble() < missing ? Double.NaN : Math.rint(level[k] * 100) / 100.0;
      }
    }
    double[][] people = new double[periods][regions];
    for (int r = 0; r < regions; r++) {
      double first = r % 97 == 13 ? 0 : random.nextInt(200, 60_000);
      for (int p = 0; p < periods; p++) {
        people[p][r] = Math.rint(first * (1 + 0.01 * p));
      }
    }
    List<Region> where = new ArrayList<>();
    Map<Region, List<String>> members = new LinkedHashMap<>();
    for (int r = 0; r < regions; r++) {
      where.add(Region.of("r" + r));
      members.computeIfAbsent(Region.of("g" + r * 7 % GROUPS), g -> new ArrayList<>()).add("r" + r);
    }
    List<Indicator> what = new ArrayList<>();
    for (int i = 0; i < indicators; i++) {
      what.add(
          Indicator.builder()
              .id("i" + i)
              .unit(Unit.KNOK)
              .direction(Direction.DOWN)
              .decimals(2)
              .build());
    }
    List<Period> years = new ArrayList<>();
    for (int p = 0; p < periods; p++) {
      years.add(Period.year(FIRST_YEAR + p));
    }
    Indicator inhabitants = Indicator.builder().id("inhabitants").build();
    return new PanelData(
        Panel.ofUnsafe(what, where, years, columns),
        Panel.ofUnsafe(List.of(inhabitants), where, years, people),
        RegionGroups.of(members));
  }

  /** The same panel with so many groups, scattered. */
  PanelData withGroups(int count) {
    Map<Region, List<String>> members = new LinkedHashMap<>();
    for (int r = 0; r < regions(); r++) {
      members.computeIfAbsent(Region.of("g" + r * 7 % count), g -> new ArrayList<>()).add("r" + r);
    }
    return new PanelData(panel, population, RegionGroups.of(members));
  }

  int regions() {
    return panel.regions().size();
  }

  int indicators() {
    return panel.indicators().size();
  }

  int periods() {
    return panel.axis().size();
  }

  /** The number of the group of each region. */
  int[] groupOfRegions() {
    return groups.groupOfRegions(panel);
  }
}
