package no.maaltall.benchmarks;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How large the panel is that everybody computes from. */
@State(Scope.Benchmark)
public class PanelState {
  /** How many regions. */
  @Param("357")
  public int regions;

  /** How many indicators. */
  @Param("2000")
  public int indicators;

  /** How many periods. */
  @Param("10")
  public int periods;

  /** The share of the values that are missing, each by itself. */
  @Param("0.02")
  public double missing;

  private PanelData data = PanelData.of(1, 1, 1, 0);

  /** Makes the panel. */
  @Setup
  public void makePanel() {
    data = PanelData.of(regions, indicators, periods, missing);
  }

  PanelData data() {
    return data;
  }
}
