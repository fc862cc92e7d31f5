package no.maaltall.examples;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.norm.Bemanningsnorm;
import no.maaltall.core.norm.DeadlineNorm;
import no.maaltall.core.norm.Laerernorm;
import no.maaltall.core.norm.NormFiles;
import no.maaltall.core.norm.NormReport;
import no.maaltall.core.norm.NurseUnit;
import no.maaltall.core.norm.Pedagognorm;
import no.maaltall.core.norm.Placement;
import no.maaltall.core.norm.SchoolNurseNorm;
import no.maaltall.core.norm.StaffPlan;
import no.maaltall.core.norm.StaffingNorm;
import no.maaltall.core.norm.Visit;
import no.maaltall.core.norm.VisitNorm;
import no.maaltall.core.norm.WhatIf;

/** Everything in the files held against every norm that is about it. */
final class NormCheck {
  private final NormFiles files;
  private final Optional<LocalDate> asOf;
  private final NormReport report;
  private final ImmutableMap<String, StaffPlan> plans;

  private NormCheck(NormFiles files, Optional<LocalDate> asOf) {
    this.files = files;
    this.asOf = asOf;
    Map<String, StaffPlan> needed = new LinkedHashMap<>();
    NormReport all =
        staffing(Laerernorm.standard(), files.stages(), needed)
            .plus(staffing(Bemanningsnorm.standard(), files.kindergartens(), needed))
            .plus(staffing(Pedagognorm.standard(), files.kindergartens(), needed))
            .plus(staffing(SchoolNurseNorm.standard(), nurses(), needed));
    this.report = asOf.map(day -> all.plus(childProtection(day))).orElse(all);
    this.plans = ImmutableMap.copyOf(needed);
  }

  /**
   * Checks the files.
   *
   * @param asOf the day of assessment; when it is not given, the last day of the year that the last
   *     date of the files lies in
   */
  static NormCheck of(NormFiles files, Optional<LocalDate> asOf) {
    return new NormCheck(
        files, asOf.or(() -> files.lastDate().map(last -> Period.year(last.getYear()).endDate())));
  }

  /** Deliberately without a price: the positions are asked for, not what they cost. */
  private static <S> NormReport staffing(
      StaffingNorm<S> norm, List<S> subjects, Map<String, StaffPlan> plans) {
    if (!subjects.isEmpty()) {
      plans.put(norm.id(), WhatIf.of(norm).plan(subjects, 0));
    }
    return norm.assess(subjects);
  }

  private List<NurseUnit> nurses() {
    return asOf.map(day -> files.nurses().stream().map(unit -> unit.withDate(day)).toList())
        .orElse(files.nurses());
  }

  private NormReport childProtection(LocalDate day) {
    NormReport cases =
        DeadlineNorm.report(day)
            .assess(files.reports())
            .plus(DeadlineNorm.investigation(day).assess(files.investigations()));
    for (Period year : yearsOfVisits(day)) {
      cases = cases.plus(VisitNorm.fosterHome(year, day).assess(placedIn(year)));
    }
    for (Period year : yearsOfVisits(day)) {
      cases = cases.plus(VisitNorm.supervision(year, day).assess(placedIn(year)));
    }
    return cases;
  }

  private List<Placement> placedIn(Period year) {
    return files.placements().stream()
        .filter(p -> !p.placed().isAfter(year.endDate()))
        .filter(p -> p.ended().map(e -> !e.isBefore(year.startDate())).orElse(true))
        .toList();
  }

  private ImmutableList<Period> yearsOfVisits(LocalDate day) {
    int first = firstYearOfVisits().orElse(firstYearOfPlacements(day));
    ImmutableList.Builder<Period> years = ImmutableList.builder();
    for (int year = first; year <= day.getYear(); year++) {
      years.add(Period.year(year));
    }
    return years.build();
  }

  /**
   * The year of the first visit of any child: the files are taken to have all visits from then on.
   */
  private OptionalInt firstYearOfVisits() {
    return files.placements().stream()
        .flatMap(p -> p.visits().stream())
        .map(Visit::date)
        .mapToInt(LocalDate::getYear)
        .min();
  }

  private int firstYearOfPlacements(LocalDate day) {
    return files.placements().stream()
        .map(Placement::placed)
        .mapToInt(LocalDate::getYear)
        .min()
        .orElse(day.getYear());
  }

  /**
   * Which children were placed before the first visit in the files, in years that are not assessed.
   */
  Optional<String> yearsWithoutVisits() {
    OptionalInt first = firstYearOfVisits();
    if (first.isEmpty()) {
      return Optional.empty();
    }
    List<String> children =
        files.placements().stream()
            .filter(p -> p.placed().getYear() < first.getAsInt())
            .map(Placement::child)
            .distinct()
            .sorted()
            .toList();
    return children.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Besøk: filene har ingen før "
                + first.getAsInt()
                + ", så tidligere år er ikke vurdert for "
                + String.join(", ", children));
  }

  NormFiles files() {
    return files;
  }

  Optional<LocalDate> asOf() {
    return asOf;
  }

  NormReport report() {
    return report;
  }

  /** The fewest whole positions that make everything comply, by the id of the norm. */
  ImmutableMap<String, StaffPlan> plans() {
    return plans;
  }
}
