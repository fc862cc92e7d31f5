package no.maaltall.core.measure;

import java.util.List;
import no.maaltall.core.indicator.Frequency;
import no.maaltall.core.indicator.FrequencyMismatchException;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.PeriodAxis;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import org.jspecify.annotations.Nullable;

/** The scalar form of what is summed over regions: weighted sums of values, and of weights. */
final class RegionSums {
  private final List<Series> values;
  private final @Nullable List<Series> weights;
  private final MissingRegions missing;
  private final PeriodAxis axis;
  private double above;
  private double below;
  private int regions;
  private ObservationStatus status = ObservationStatus.NORMAL;

  /**
   * Of series over regions.
   *
   * @param weights one per value; null for a plain sum
   */
  RegionSums(List<Series> values, @Nullable List<Series> weights, MissingRegions missing) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a total needs at least one region");
    }
    if (weights != null && weights.size() != values.size()) {
      throw new IllegalArgumentException(
          values.size() + " regions have values, " + weights.size() + " have weights");
    }
    this.values = values;
    this.weights = weights;
    this.missing = missing;
    this.axis = values.get(0).axis();
    for (int i = 0; i < values.size(); i++) {
      requireFrequency(values.get(i), axis.frequency());
      if (weights != null) {
        requireFrequency(weights.get(i), axis.frequency());
        requireSameRegion(values.get(i).region(), weights.get(i).region());
      }
    }
  }

  private static void requireFrequency(Series series, Frequency frequency) {
    if (series.frequency() != frequency) {
      throw new FrequencyMismatchException(
          "total with " + series.indicator().id() + " in " + series.region().code(),
          frequency,
          series.period(0));
    }
  }

  private static void requireSameRegion(Region a, Region b) {
    if (!a.code().equals(b.code())) {
      throw new IllegalArgumentException("the weight of " + a.code() + " is of " + b.code());
    }
  }

  /** The formula for the two sums. */
  interface Formula {
    double value(double above, double below, int regions);
  }

  /** The results over the periods of the first series, as of the same period. */
  Series over(Indicator indicator, Region group, Formula formula) {
    double[] results = new double[axis.size()];
    byte[] statuses = new byte[axis.size()];
    for (int p = 0; p < results.length; p++) {
      sum(axis.ordinal(p));
      results[p] = formula.value(above, below, regions);
      statuses[p] = (byte) Inputs.resultStatus(results[p], status, false).ordinal();
    }
    Series first = values.get(0);
    Series total =
        Series.ofUnsafe(
            indicator,
            group,
            axis,
            results,
            statuses,
            first.asOf(),
            first.declaredBreaks(),
            first.breakOrdinals());
    for (int i = 0; i < values.size(); i++) {
      total = total.withBreaksOf(values.get(i));
      total = weights == null ? total : total.withBreaksOf(weights.get(i));
    }
    return total;
  }

  private void sum(int ordinal) {
    above = 0;
    below = 0;
    regions = 0;
    status = ObservationStatus.NORMAL;
    for (int i = 0; i < values.size(); i++) {
      int at = values.get(i).indexOfOrdinal(ordinal);
      double x = Inputs.value(values.get(i), at);
      double w = 1;
      ObservationStatus own = Inputs.status(values.get(i), at);
      if (weights != null) {
        int weightAt = weights.get(i).indexOfOrdinal(ordinal);
        w = Inputs.value(weights.get(i), weightAt);
        own = own.combine(Inputs.status(weights.get(i), weightAt));
      }
      if (missing == MissingRegions.LEAVE_OUT && own.isMissing()) {
        continue;
      }
      regions++;
      above += w * x;
      below += w;
      status = status.combine(own);
    }
  }
}
