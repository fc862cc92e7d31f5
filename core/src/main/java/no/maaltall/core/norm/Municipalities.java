package no.maaltall.core.norm;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;

/** Puts the stages of a municipality together as if they were one school. */
final class Municipalities {
  private record Key(String region, Period schoolYear, MainStage stage) {}

  private Municipalities() {}

  static ImmutableList<SchoolStage> merge(Iterable<SchoolStage> stages) {
    Map<Key, List<SchoolStage>> groups = new LinkedHashMap<>();
    for (SchoolStage s : stages) {
      if (s.region().isPresent() && GroupSize.counts(s)) {
        Key key = new Key(s.region().get().code(), s.schoolYear(), s.stage());
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(s);
      }
    }
    return groups.values().stream()
        .map(Municipalities::merged)
        .collect(ImmutableList.toImmutableList());
  }

  private static SchoolStage merged(List<SchoolStage> stages) {
    SchoolStage first = stages.get(0);
    Region region = first.region().orElseThrow();
    return SchoolStage.builder()
        .school(region.code())
        .name(region.name())
        .region(region)
        .schoolYear(first.schoolYear())
        .stage(first.stage())
        .pupils(stages.stream().mapToInt(SchoolStage::pupils).reduce(0, Math::addExact))
        .pupilHours(stages.stream().mapToDouble(SchoolStage::pupilHours).sum())
        // Numbers that contradict each other in one school could look right in the sum.
        .teacherHours(
            stages.stream().anyMatch(s -> !GroupSize.isJudged(s))
                ? OptionalDouble.empty()
                : sum(stages, SchoolStage::teacherHours))
        .specialEducationHours(sum(stages, SchoolStage::effectiveSpecialEducationHours))
        .languageHours(sum(stages, SchoolStage::languageHours))
        .build();
  }

  /** The sum; unknown when one is. */
  private static OptionalDouble sum(
      List<SchoolStage> stages, Function<SchoolStage, OptionalDouble> hours) {
    double sum = 0;
    for (SchoolStage s : stages) {
      OptionalDouble part = hours.apply(s);
      if (part.isEmpty()) {
        return OptionalDouble.empty();
      }
      sum += part.getAsDouble();
    }
    return OptionalDouble.of(sum);
  }
}
