package no.maaltall.kostra.region;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Frequency;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.SeriesBreak;

/** The breaks of carried series: where the extent that figures were reported for changes. */
final class CarryBreaks {
  // Each frequency has its own first period after a reform.
  private record Place(Municipality target, Frequency frequency) {}

  private final Map<String, Place> places = new TreeMap<>();
  private final Map<String, TreeSet<Period>> periods = new TreeMap<>();

  void reported(Municipality target, Period period) {
    String key = target.code() + " " + period.frequency();
    places.putIfAbsent(key, new Place(target, period.frequency()));
    periods.computeIfAbsent(key, k -> new TreeSet<>()).add(period);
  }

  /** Adds the breaks that there were, at their new places, and those of the reforms. */
  void addTo(
      DataSet.Builder builder,
      Iterable<SeriesBreak> given,
      BiFunction<String, Period, ImmutableList<String>> targetsOf,
      Function<Period, Optional<Era>> eraOf) {
    Set<SeriesBreak> all = new LinkedHashSet<>();
    for (SeriesBreak b : given) {
      if (b.region().isEmpty()) {
        all.add(b);
      } else {
        for (String code : targetsOf.apply(b.region().get(), b.from())) {
          all.add(new SeriesBreak(b.indicator(), Optional.of(code), b.from(), b.reason()));
        }
      }
    }
    places.forEach((key, place) -> addReforms(place.target(), key, eraOf, all));
    all.forEach(builder::addBreak);
  }

  private void addReforms(
      Municipality target,
      String key,
      Function<Period, Optional<Era>> eraOf,
      Set<SeriesBreak> all) {
    ImmutableList<Era.Part> before = null;
    for (Period period : periods.getOrDefault(key, new TreeSet<>())) {
      Optional<Era> era = eraOf.apply(period);
      if (era.isEmpty()) {
        continue;
      }
      ImmutableList<Era.Part> now = era.get().partsOf(target);
      if (before != null && !before.equals(now) && !(isSame(before) && isSame(now))) {
        all.add(
            new SeriesBreak(
                Optional.empty(),
                Optional.of(target.code()),
                period,
                reason(before, now, target, period)));
      }
      before = now;
    }
  }

  private static boolean isSame(ImmutableList<Era.Part> parts) {
    return parts.size() == 1 && parts.get(0).isWhole();
  }

  private static String reason(
      ImmutableList<Era.Part> before,
      ImmutableList<Era.Part> now,
      Municipality target,
      Period period) {
    ImmutableList<Era.Part> several = isSame(before) ? now : before;
    String which = isSame(before) ? "senere" : "tidligere";
    String names =
        RegionChange.names(
            several.stream().map(Era.Part::municipality).collect(ImmutableList.toImmutableList()),
            period.startDate().minusDays(1));
    String done = "er lagt sammen";
    for (Era.Part part : several) {
      if (Double.isNaN(part.weight())) {
        done = "kan ikke fordeles uten vekter";
        break;
      }
      if (!part.isWhole()) {
        done = "er fordelt med vekter";
      }
    }
    return "Kommunereform, "
        + names
        + (isSame(before) ? " av " : " til ")
        + target.code()
        + " "
        + target.name()
        + ": "
        + which
        + " tall "
        + done;
  }
}
