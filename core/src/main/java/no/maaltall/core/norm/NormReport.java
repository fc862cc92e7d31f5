package no.maaltall.core.norm;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimaps;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import no.maaltall.core.indicator.Region;

/**
 * Assessments together: counts and shares by status, what is missing in all, and any selection.
 *
 * <pre>{@code
 * NormReport report = Laerernorm.standard().assess(stages);
 * report.breaches().forEach(b -> log.info(b.text()));
 * report.counts().shareOfJudged(NormStatus.COMPLIES);   // percent
 * report.totalShortfall("FTE");                         // positions
 * }</pre>
 *
 * @param assessments the assessments, in the order that they were made
 */
public record NormReport(@JsonProperty("assessments") ImmutableList<NormAssessment> assessments) {

  /** A breach first, and the one that lacks most before others; then unknown, then the rest. */
  private static final Comparator<NormAssessment> WORST_FIRST =
      Comparator.<NormAssessment>comparingInt(a -> weight(a.status()))
          .thenComparing(a -> a.shortfall().orElse(0), Comparator.reverseOrder());

  /**
   * {@return a report of assessments}
   *
   * @param assessments the assessments
   */
  public static NormReport of(Iterable<NormAssessment> assessments) {
    return new NormReport(ImmutableList.copyOf(assessments));
  }

  private static int weight(NormStatus status) {
    return switch (status) {
      case BREACHES -> 0;
      case UNKNOWN -> 1;
      case COMPLIES_WITH_DISPENSATION -> 2;
      case COMPLIES -> 3;
      case NOT_APPLICABLE -> 4;
    };
  }

  /** {@return the number of assessments} */
  public int size() {
    return assessments.size();
  }

  /** {@return how many have each status} */
  public StatusCounts counts() {
    return StatusCounts.of(assessments);
  }

  /**
   * {@return the assessments of each region, by its code, regions sorted by code; those of no
   * region are left out}
   */
  public ImmutableMap<String, NormReport> byRegion() {
    return grouped(
        filter(a -> a.region().isPresent()), a -> a.region().map(Region::code).orElse(""), true);
  }

  /**
   * {@return the assessments of a region}
   *
   * @param code the code of the region
   */
  public NormReport inRegion(String code) {
    return filter(a -> a.region().map(Region::code).filter(code::equals).isPresent());
  }

  /** {@return the assessments of each norm, by its id, in the order that they occur in} */
  public ImmutableMap<String, NormReport> byNorm() {
    return grouped(this, NormAssessment::norm, false);
  }

  private static ImmutableMap<String, NormReport> grouped(
      NormReport report, Function<NormAssessment, String> key, boolean sorted) {
    ImmutableListMultimap<String, NormAssessment> groups =
        Multimaps.index(report.assessments(), key::apply);
    ImmutableMap.Builder<String, NormReport> reports = ImmutableMap.builder();
    (sorted ? groups.keySet().stream().sorted() : groups.keySet().stream())
        .forEach(k -> reports.put(k, new NormReport(groups.get(k))));
    return reports.buildOrThrow();
  }

  /** {@return the breaches, in order} */
  public ImmutableList<NormAssessment> breaches() {
    return with(NormStatus.BREACHES).assessments();
  }

  /**
   * {@return the assessments with a status}
   *
   * @param status the status
   */
  public NormReport with(NormStatus status) {
    return filter(a -> a.status() == status);
  }

  /**
   * {@return the assessments that a condition holds for}
   *
   * @param condition the condition
   */
  public NormReport filter(Predicate<NormAssessment> condition) {
    return new NormReport(
        assessments.stream().filter(condition).collect(ImmutableList.toImmutableList()));
  }

  /**
   * {@return the same assessments in another order; those that are equal in it keep theirs}
   *
   * @param order the order
   */
  public NormReport sorted(Comparator<? super NormAssessment> order) {
    return new NormReport(ImmutableList.sortedCopyOf(order, assessments));
  }

  /**
   * {@return breaches first, and of them the largest shortfall first; then the unknown, those with
   * dispensation, those that comply, and those that the norm does not apply to}
   */
  public NormReport worstFirst() {
    return sorted(WORST_FIRST);
  }

  /**
   * {@return these assessments and then those of another report}
   *
   * @param other the other report
   */
  public NormReport plus(NormReport other) {
    return new NormReport(
        ImmutableList.<NormAssessment>builder()
            .addAll(assessments)
            .addAll(other.assessments)
            .build());
  }

  /**
   * {@return what is missing in all breaches that count it in a unit, never netted against what
   * others have too much of; 0 when all judged comply, empty when none with this unit was judged}
   *
   * <p>It is a lower bound when some are {@link NormStatus#UNKNOWN}. What a dispensation covers is
   * not in it.
   *
   * @param unit {@code FTE}, {@code positions}, {@code days}, {@code visits} ...
   */
  public OptionalDouble totalShortfall(String unit) {
    Double total = totalShortfalls().get(unit);
    return total == null ? OptionalDouble.empty() : OptionalDouble.of(total);
  }

  /** {@return {@link #totalShortfall} for each unit that occurs among the judged} */
  public ImmutableMap<String, Double> totalShortfalls() {
    Map<String, Double> totals = new LinkedHashMap<>();
    for (NormAssessment a : assessments) {
      if (a.status().isJudged()) {
        double missing = a.status() == NormStatus.BREACHES ? a.shortfall().orElse(0) : 0;
        totals.merge(a.shortfallUnit(), missing, Double::sum);
      }
    }
    return ImmutableMap.copyOf(totals);
  }

  /** {@return the number of assessments and of each status, on one line} */
  @Override
  public String toString() {
    return "NormReport" + counts().counts();
  }
}
