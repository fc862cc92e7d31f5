package no.maaltall.projections.need;

/** What happens to the units, kindergartens or schools, when there are more or fewer children. */
public enum UnitGrowth {
  /**
   * Every unit grows or shrinks in proportion; whole children by {@link
   * no.maaltall.projections.population.LargestRemainder}.
   */
  SCALED,
  /**
   * The units keep their children, and those who come besides get new units of the mean size, the
   * last one smaller. With fewer children than today, every unit shrinks in proportion.
   */
  KEPT
}
