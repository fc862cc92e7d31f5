package no.maaltall.core.measure;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Operand;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Series;

/** Sums of numerators and denominators over regions, and what went into them. */
final class RatioTotal {
  private final List<Operand> operands = new ArrayList<>();
  private final List<Caveat> caveats = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private int regions;
  private double numerator;
  private double denominator;
  private ObservationStatus status = ObservationStatus.NORMAL;

  RatioTotal(
      List<Series> numerators, List<Series> denominators, Period period, MissingRegions missing) {
    for (int i = 0; i < numerators.size(); i++) {
      add(numerators.get(i), denominators.get(i), period, missing);
    }
    if (regions == 0) {
      numerator = Double.NaN;
      denominator = Double.NaN;
      status = status.isMissing() ? status : ObservationStatus.MISSING;
    }
    if (!leftOut.isEmpty()) {
      caveats.add(new Caveat(Caveat.Kind.REGIONS_LEFT_OUT, String.join(", ", leftOut)));
    }
  }

  private void add(Series above, Series below, Period period, MissingRegions missing) {
    Observation a = above.at(period);
    Observation b = below.at(period);
    boolean incomplete = a.isMissing() || b.isMissing();
    if (incomplete && missing == MissingRegions.LEAVE_OUT) {
      leftOut.add(above.region().code());
      return;
    }
    regions++;
    numerator += a.value();
    denominator += b.value();
    status = status.combine(a.status()).combine(b.status());
    operands.add(Operand.observed("a" + regions, above, period));
    operands.add(Operand.observed("b" + regions, below, period));
    caveats.addAll(Inputs.ofObservation(above, period));
    caveats.addAll(Inputs.ofObservation(below, period));
  }

  /** NaN when it is too large for a double: over an infinite sum anything would be 0. */
  double numerator() {
    return Results.finite(numerator);
  }

  /** NaN when it is too large for a double. */
  double denominator() {
    return Results.finite(denominator);
  }

  ObservationStatus status() {
    return status;
  }

  ImmutableList<Operand> operands() {
    return ImmutableList.copyOf(operands);
  }

  ImmutableList<Caveat> caveats() {
    return ImmutableList.copyOf(caveats);
  }

  /** The sum of the operands of one letter: {@code {a1}}, or {@code ({a1} + {a2})}. */
  String formula(String letter) {
    if (regions == 0) {
      return letter;
    }
    if (regions == 1) {
      return "{" + letter + "1}";
    }
    return IntStream.rangeClosed(1, regions)
        .mapToObj(i -> "{" + letter + i + "}")
        .collect(Collectors.joining(" + ", "(", ")"));
  }
}
