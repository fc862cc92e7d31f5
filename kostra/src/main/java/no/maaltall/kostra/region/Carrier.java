package no.maaltall.kostra.region;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.kostra.region.CarryFinding.Kind;
import org.jspecify.annotations.Nullable;

/** Carries a data set: indicator by indicator, period by period, target by target. */
final class Carrier {
  private final RegionHistory history;
  private final LocalDate date;
  private final CarryRule rule;
  private final Shares shares;
  private final Era.All eras;
  private final Findings findings = new Findings();
  private final CarryBreaks breaks = new CarryBreaks();
  private final DataSet.Builder result = DataSet.builder();

  /** What is observed of an indicator, by code. */
  private record Table(Indicator indicator, TreeMap<String, Series> byCode) {}

  Carrier(RegionHistory history, LocalDate date, CarryRule rule) {
    this.history = history;
    this.date = date;
    this.rule = rule;
    rule.weights().check(history);
    this.shares = Shares.to(history, date, rule.weights());
    this.eras = new Era.All(history, shares);
  }

  Carried<DataSet> carry(DataSet dataSet) {
    dataSet.indicators().forEach(this::addIndicator);
    addRegions(dataSet);
    Map<String, Table> tables = new LinkedHashMap<>();
    for (Series series : dataSet.observedSeries()) {
      if (history.hasCode(series.region().code())) {
        tables
            .computeIfAbsent(
                series.indicator().id(), id -> new Table(series.indicator(), new TreeMap<>()))
            .byCode()
            .put(series.region().code(), series);
      } else if (rule.otherRegions() == CarryRule.OtherRegions.KEEP) {
        keep(series);
      }
    }
    tables.values().forEach(this::carry);
    breaks.addTo(result, dataSet.breaks(), this::targetCodes, this::startEra);
    return new Carried<>(result.build(), new CarryReport(date, findings.build()));
  }

  private void addIndicator(Indicator indicator) {
    result.addIndicator(indicator);
    if (indicator.ratio().isPresent()) {
      findings.add(
          Kind.RECOMPUTED,
          Optional.of(indicator.id()),
          Optional.empty(),
          ImmutableList.of(),
          Optional.empty(),
          indicator.ratio().get().numerator() + " / " + indicator.ratio().get().denominator());
    }
  }

  /** The regions of the result, by code, whatever the order of those of the data set. */
  private void addRegions(DataSet dataSet) {
    Map<String, Region> regions = new TreeMap<>();
    for (Region region : dataSet.regions()) {
      if (history.hasCode(region.code())) {
        for (Municipality m : targets(region.code())) {
          regions.put(m.code(), m.toRegion());
        }
      } else {
        other(region, regions);
      }
    }
    regions.values().forEach(result::addRegion);
  }

  private void other(Region region, Map<String, Region> regions) {
    switch (rule.otherRegions()) {
      case REFUSE -> {
        TreeSet<String> known = new TreeSet<>();
        history.municipalities().forEach(m -> known.add(m.code()));
        throw new UnknownCodeException("municipality", region.code(), known);
      }
      case KEEP -> regions.put(region.code(), region);
      case LEAVE_OUT -> {}
    }
    findings.add(
        rule.otherRegions() == CarryRule.OtherRegions.KEEP ? Kind.KEPT : Kind.LEFT_OUT,
        Optional.empty(),
        Optional.empty(),
        ImmutableList.of(region.code() + " " + region.name()),
        Optional.empty(),
        "");
  }

  private void keep(Series series) {
    for (int i = 0; i < series.size(); i++) {
      result.addObservation(
          series.indicator().id(),
          series.region().code(),
          series.period(i),
          series.valueAt(i),
          series.statusAt(i));
    }
  }

  /** Those of the day that have something of what the code is in the data, by code. */
  private ImmutableSortedSet<Municipality> targets(String code) {
    Optional<Municipality> only = rule.alreadyOn().flatMap(day -> history.find(code, day));
    return targets(only.map(ImmutableList::of).orElseGet(() -> history.ofCode(code)));
  }

  private ImmutableSortedSet<Municipality> targets(ImmutableList<Municipality> municipalities) {
    return municipalities.stream()
        .flatMap(m -> shares.of(m).stream())
        .map(Shares.Share::municipality)
        .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.comparing(Municipality::code)));
  }

  /** Where a break of a region goes: to those that have something of what the code was then. */
  private ImmutableList<String> targetCodes(String code, Period period) {
    if (!history.hasCode(code)) {
      return rule.otherRegions() == CarryRule.OtherRegions.KEEP
          ? ImmutableList.of(code)
          : ImmutableList.of();
    }
    Optional<Municipality> then = startEra(period).map(era -> era.byCode().get(code));
    return then.map(m -> targets(ImmutableList.of(m))).orElseGet(() -> targets(code)).stream()
        .map(Municipality::code)
        .collect(ImmutableList.toImmutableList());
  }

  private Optional<Era> startEra(Period period) {
    return eras.of(rule.alreadyOn().orElse(period.startDate()));
  }

  private Optional<Era> endEra(Period period) {
    return eras.of(rule.alreadyOn().orElse(period.endDate()));
  }

  private void carry(Table table) {
    TreeSet<Period> periods = new TreeSet<>();
    table.byCode().values().forEach(s -> periods.addAll(s.periods()));
    for (Period period : periods) {
      Map<String, Observation> given = new HashMap<>();
      startEra(period)
          .ifPresent(
              start -> {
                Era end = endEra(period).orElse(start);
                for (Municipality target : targets(start, end)) {
                  carry(table, period, target, start, end, given);
                }
              });
      reportUnused(table, period, given);
    }
  }

  private static Set<Municipality> targets(Era start, Era end) {
    if (start.from().equals(end.from())) {
      return start.parts().keySet();
    }
    Set<Municipality> both = new TreeSet<>(Comparator.comparing(Municipality::code));
    both.addAll(start.parts().keySet());
    both.addAll(end.parts().keySet());
    return both;
  }

  private void carry(
      Table table,
      Period period,
      Municipality target,
      Era start,
      Era end,
      Map<String, Observation> given) {
    ImmutableList<Era.Part> before = start.partsOf(target);
    ImmutableList<Era.Part> after = end.partsOf(target);
    ImmutableList<Era.Part> parts = chosen(table, period, before, after);
    PartSum sum =
        !parts.equals(before) && isAmbiguous(parts, start)
            ? PartSum.refused(Kind.AMBIGUOUS)
            : PartSum.of(
                target,
                parts,
                rule.isAdditive(table.indicator()),
                rule.missingParts(),
                m -> observed(table, m, period));
    if (!isReported(table, period, parts)) {
      return;
    }
    give(table, period, target, sum.observation(), given);
    report(table, period, target, parts, sum);
    if (!before.equals(after)) {
      reportDouble(table, period, parts, parts.equals(before) ? after : before);
    }
  }

  /** A period that goes over a reform is reported for those before it, or for those after. */
  private ImmutableList<Era.Part> chosen(
      Table table, Period period, ImmutableList<Era.Part> before, ImmutableList<Era.Part> after) {
    if (before.equals(after) || isComplete(table, period, before)) {
      return before;
    }
    if (isComplete(table, period, after)) {
      return after;
    }
    return isReported(table, period, before) ? before : after;
  }

  private boolean isComplete(Table table, Period period, ImmutableList<Era.Part> parts) {
    for (Era.Part part : parts) {
      Observation value = observed(table, part.municipality(), period);
      if (value == null || value.isMissing()) {
        return false;
      }
    }
    return !parts.isEmpty();
  }

  private boolean isReported(Table table, Period period, ImmutableList<Era.Part> parts) {
    for (Era.Part part : parts) {
      if (observed(table, part.municipality(), period) != null) {
        return true;
      }
    }
    return false;
  }

  /** Whether a code meant something else when the period began, so that it may mean either. */
  private static boolean isAmbiguous(ImmutableList<Era.Part> parts, Era start) {
    for (Era.Part part : parts) {
      Municipality then = start.byCode().get(part.municipality().code());
      if (then != null && !then.equals(part.municipality())) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Observation observed(Table table, Municipality municipality, Period period) {
    Series series = table.byCode().get(municipality.code());
    if (series == null || series.frequency() != period.frequency()) {
      return null;
    }
    int index = series.indexOf(period);
    return index < 0 || !isDeclaredValid(series.region(), period)
        ? null
        : new Observation(series.valueAt(index), series.statusAt(index));
  }

  /** A region that is said to be valid from a day is not the one that had its code before. */
  private boolean isDeclaredValid(Region region, Period period) {
    return rule.alreadyOn().isPresent()
        || (region.validFrom().map(from -> !from.isAfter(period.endDate())).orElse(true)
            && region.validTo().map(to -> !to.isBefore(period.startDate())).orElse(true));
  }

  private void give(
      Table table,
      Period period,
      Municipality target,
      Observation observation,
      Map<String, Observation> given) {
    result.addObservation(table.indicator().id(), target.code(), period, observation);
    given.put(target.code(), observation);
    breaks.reported(target, period);
  }

  private void report(
      Table table, Period period, Municipality target, ImmutableList<Era.Part> parts, PartSum sum) {
    ImmutableList<String> sources =
        parts.stream()
            .map(p -> label(p.municipality(), period.startDate()))
            .collect(ImmutableList.toImmutableList());
    Optional<String> to = Optional.of(label(target, date));
    Optional<Period> when = Optional.of(period);
    if (sum.kind().isPresent()) {
      Kind kind = sum.kind().get();
      boolean refused = kind.isRefusal();
      findings.add(
          kind,
          refused ? Optional.of(table.indicator().id()) : Optional.empty(),
          to,
          sources,
          when,
          detail(kind, sum, period));
      if (!refused && !sum.leftOut().isEmpty()) {
        findings.add(
            Kind.PART_LEFT_OUT,
            Optional.of(table.indicator().id()),
            to,
            labels(sum.leftOut(), period),
            when,
            "");
      }
    } else if (!sources.get(0).equals(to.get())) {
      findings.add(Kind.RENAMED, Optional.empty(), to, sources, when, "");
    }
  }

  private static String detail(Kind kind, PartSum sum, Period period) {
    return kind == Kind.PART_MISSING && !sum.leftOut().isEmpty()
        ? "mangler " + String.join(", ", labels(sum.leftOut(), period))
        : "";
  }

  private static ImmutableList<String> labels(List<Municipality> municipalities, Period period) {
    return municipalities.stream()
        .map(m -> label(m, period.startDate()))
        .collect(ImmutableList.toImmutableList());
  }

  private static String label(Municipality municipality, LocalDate day) {
    return municipality.code() + " " + municipality.nameOn(day);
  }

  private void reportDouble(
      Table table, Period period, ImmutableList<Era.Part> used, ImmutableList<Era.Part> unused) {
    Set<String> codes = new HashSet<>();
    used.forEach(p -> codes.add(p.municipality().code()));
    for (Era.Part part : unused) {
      Observation value = observed(table, part.municipality(), period);
      if (value != null && !value.isMissing() && codes.add(part.municipality().code())) {
        findings.add(
            Kind.COUNTED_ALREADY,
            Optional.of(table.indicator().id()),
            Optional.empty(),
            ImmutableList.of(label(part.municipality(), period.startDate())),
            Optional.of(period),
            "");
      }
    }
  }

  /** What was reported for a code that did not exist in the period is not used. */
  private void reportUnused(Table table, Period period, Map<String, Observation> given) {
    Optional<Era> start = startEra(period);
    Optional<Era> end = endEra(period);
    table
        .byCode()
        .forEach(
            (code, series) -> {
              int index = series.frequency() == period.frequency() ? series.indexOf(period) : -1;
              boolean used =
                  isDeclaredValid(series.region(), period)
                      && (start.map(e -> hasTarget(e, code)).orElse(false)
                          || end.map(e -> hasTarget(e, code)).orElse(false));
              if (index >= 0 && !used) {
                reportUnused(table, period, series, index, given);
              }
            });
  }

  /** Whether the code was valid, and what it was valid for went somewhere. */
  private boolean hasTarget(Era era, String code) {
    Municipality municipality = era.byCode().get(code);
    return municipality != null && !shares.of(municipality).isEmpty();
  }

  private void reportUnused(
      Table table, Period period, Series series, int index, Map<String, Observation> given) {
    String code = series.region().code();
    double value = series.valueAt(index);
    ImmutableSortedSet<Municipality> targets = targets(code);
    boolean counted =
        targets.stream()
            .map(t -> given.getOrDefault(t.code(), Observation.missing()))
            .anyMatch(o -> !o.isMissing());
    // The region of the result is missing that period, and says so, instead of just not being
    // there.
    for (Municipality target : targets) {
      if (target.code().equals(code) && !given.containsKey(code) && start(period)) {
        give(table, period, target, Observation.missing(), given);
      }
    }
    if (!Double.isNaN(value)) {
      Kind kind =
          value == 0
              ? Kind.ZERO_OUTSIDE_VALIDITY
              : counted ? Kind.COUNTED_ALREADY : Kind.OUTSIDE_VALIDITY;
      findings.add(
          kind,
          Optional.of(table.indicator().id()),
          Optional.empty(),
          ImmutableList.of(code + " " + series.region().name()),
          Optional.of(period),
          validity(code));
    }
  }

  private boolean start(Period period) {
    return startEra(period).isPresent();
  }

  private String validity(String code) {
    return "gyldig "
        + String.join(", ", history.ofCode(code).stream().map(Municipality::validity).toList());
  }
}
