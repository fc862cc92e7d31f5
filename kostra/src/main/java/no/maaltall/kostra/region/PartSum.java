package no.maaltall.kostra.region;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.measure.MissingRegions;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of a municipality come to: {@code Σ w x}.
 *
 * @param observation the sum
 * @param kind what was done or refused; empty when a value stayed as it was
 * @param leftOut the parts that are not in the sum
 */
record PartSum(
    Observation observation,
    Optional<CarryFinding.Kind> kind,
    ImmutableList<Municipality> leftOut) {

  /** What was observed of a part; null when nothing was. */
  interface Observed {
    @Nullable Observation of(Municipality municipality);
  }

  static PartSum refused(CarryFinding.Kind kind) {
    return new PartSum(Observation.missing(), Optional.of(kind), ImmutableList.of());
  }

  static PartSum of(
      Municipality target,
      ImmutableList<Era.Part> parts,
      boolean additive,
      MissingRegions policy,
      Observed observed) {
    if (parts.size() == 1 && parts.get(0).isWhole()) {
      Municipality only = parts.get(0).municipality();
      Observation value = observed.of(only);
      return new PartSum(
          value == null ? Observation.missing() : value, same(only, target), ImmutableList.of());
    }
    if (!additive) {
      return refused(CarryFinding.Kind.NOT_ADDITIVE);
    }
    if (parts.stream().anyMatch(p -> Double.isNaN(p.weight()))) {
      return refused(CarryFinding.Kind.DIVIDED);
    }
    return sum(parts, policy, observed);
  }

  private static Optional<CarryFinding.Kind> same(Municipality only, Municipality target) {
    if (!only.code().equals(target.code())) {
      return Optional.of(CarryFinding.Kind.RENUMBERED);
    }
    return Optional.empty();
  }

  private static PartSum sum(
      ImmutableList<Era.Part> parts, MissingRegions policy, Observed observed) {
    double sum = 0;
    int count = 0;
    ObservationStatus status = ObservationStatus.NORMAL;
    ObservationStatus lacking = ObservationStatus.NORMAL;
    ImmutableList.Builder<Municipality> leftOut = ImmutableList.builder();
    boolean whole = true;
    for (Era.Part part : parts) {
      Observation value = observed.of(part.municipality());
      if (value == null || value.isMissing()) {
        lacking = lacking.combine(value == null ? ObservationStatus.MISSING : value.status());
        leftOut.add(part.municipality());
        continue;
      }
      sum += part.weight() * value.value();
      count++;
      status = status.combine(value.status());
      if (!part.isWhole()) {
        whole = false;
        status = status.combine(ObservationStatus.ESTIMATED);
      }
    }
    boolean refused = lacking.isMissing() && policy == MissingRegions.REFUSE;
    if (count == 0 || refused || !Double.isFinite(sum)) {
      ObservationStatus why = lacking.isMissing() ? lacking : ObservationStatus.MISSING;
      return new PartSum(
          Observation.missing(why), Optional.of(CarryFinding.Kind.PART_MISSING), leftOut.build());
    }
    return new PartSum(
        new Observation(sum, status),
        Optional.of(whole ? CarryFinding.Kind.ADDED_UP : CarryFinding.Kind.WEIGHTED),
        leftOut.build());
  }
}
