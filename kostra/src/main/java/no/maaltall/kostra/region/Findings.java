package no.maaltall.kostra.region;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import no.maaltall.core.indicator.Period;

/** Collects what was done, the same thing in several periods once. */
final class Findings {
  private record Key(
      CarryFinding.Kind kind,
      Optional<String> indicator,
      Optional<String> target,
      ImmutableList<String> sources,
      String detail) {}

  private static final class Span {
    private Optional<Period> from = Optional.empty();
    private Optional<Period> to = Optional.empty();
    private int count;
  }

  private static final Comparator<CarryFinding> ORDER =
      Comparator.comparing(CarryFinding::kind)
          .thenComparing(f -> f.target().orElse(""))
          .thenComparing(f -> String.join("+", f.sources()))
          .thenComparing(f -> f.indicator().orElse(""))
          .thenComparing(CarryFinding::detail);

  private final Map<Key, Span> spans = new LinkedHashMap<>();

  void add(
      CarryFinding.Kind kind,
      Optional<String> indicator,
      Optional<String> target,
      ImmutableList<String> sources,
      Optional<Period> period,
      String detail) {
    Span span =
        spans.computeIfAbsent(new Key(kind, indicator, target, sources, detail), k -> new Span());
    span.count++;
    if (period.isPresent()) {
      Period p = period.get();
      span.from = span.from.filter(f -> f.compareTo(p) <= 0).or(() -> period);
      span.to = span.to.filter(t -> t.compareTo(p) >= 0).or(() -> period);
    }
  }

  ImmutableList<CarryFinding> build() {
    return spans.entrySet().stream()
        .map(
            e ->
                new CarryFinding(
                    e.getKey().kind(),
                    e.getKey().indicator(),
                    e.getKey().target(),
                    e.getKey().sources(),
                    e.getValue().from,
                    e.getValue().to,
                    e.getValue().count,
                    e.getKey().detail()))
        .sorted(ORDER)
        .collect(ImmutableList.toImmutableList());
  }
}
