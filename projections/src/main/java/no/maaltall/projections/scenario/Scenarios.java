package no.maaltall.projections.scenario;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import no.maaltall.core.indicator.Series;

/**
 * Named sets of assumptions, and what each leads to.
 *
 * <pre>{@code
 * Scenarios.<Double>empty()
 *     .with("dagens dekning", 23.8)
 *     .with("22 prosent", 22.0)
 *     .compare(d -> Need.of(places, Need.part(over80, CoveragePath.constant(d))).series());
 * }</pre>
 *
 * @param <A> what a set of assumptions is
 */
public final class Scenarios<A> {
  private final ImmutableMap<String, A> sets;

  private Scenarios(ImmutableMap<String, A> sets) {
    this.sets = sets;
  }

  /**
   * {@return no scenarios yet}
   *
   * @param <A> what a set of assumptions is
   */
  public static <A> Scenarios<A> empty() {
    return new Scenarios<>(ImmutableMap.of());
  }

  /**
   * {@return the scenarios and one more}
   *
   * @param name its name, which no other has
   * @param assumptions its assumptions
   * @throws IllegalArgumentException if another has the name
   */
  public Scenarios<A> with(String name, A assumptions) {
    if (sets.containsKey(name)) {
      throw new IllegalArgumentException("scenario \"" + name + "\" is given twice");
    }
    return new Scenarios<>(
        ImmutableMap.<String, A>builder().putAll(sets).put(name, assumptions).buildOrThrow());
  }

  /** {@return the sets by name, in the order given} */
  public ImmutableMap<String, A> sets() {
    return sets;
  }

  /**
   * {@return what each leads to, side by side}
   *
   * @param model what follows from a set of assumptions
   * @throws IllegalArgumentException if there are no scenarios, or the results are of different
   *     indicators or regions
   */
  public ScenarioTable compare(Function<? super A, Series> model) {
    Map<String, Series> results = new LinkedHashMap<>();
    sets.forEach((name, assumptions) -> results.put(name, model.apply(assumptions)));
    return ScenarioTable.of(results);
  }
}
