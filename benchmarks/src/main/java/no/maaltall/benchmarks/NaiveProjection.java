package no.maaltall.benchmarks;

import java.util.HashMap;
import java.util.Map;
import no.maaltall.projections.population.Sex;

/**
 * The projection as an object model would have it: a map from region, sex and age to persons. The
 * same conventions as {@code CohortComponent.ssb()}.
 */
public final class NaiveProjection {
  /** A cell of the population. */
  public record Key(int region, Sex sex, int age) {}

  private final int regions;
  private final int ages;
  private final Map<Key, Double> survival = new HashMap<>();
  private final Map<Key, Double> moves = new HashMap<>();
  private final Map<Integer, Double> fertility = new HashMap<>();
  private final double shareOfGirls;

  NaiveProjection(ProjectionCase made) {
    regions = made.population().regions().size();
    ages = made.population().ages().count();
    shareOfGirls = made.assumptions().sexRatio().shareOfGirls(0, 0);
    for (int r = 0; r < regions; r++) {
      for (Sex sex : Sex.values()) {
        for (int a = 0; a < ages; a++) {
          survival.put(new Key(r, sex, a), made.survival(r, sex, a));
          moves.put(new Key(r, sex, a), made.net(r, sex, a));
        }
      }
    }
    for (int a = 0; a < ages; a++) {
      fertility.put(a, made.assumptions().fertility().rate(0, 0, a));
    }
  }

  Map<Key, Double> start(ProjectionCase made) {
    Map<Key, Double> persons = new HashMap<>();
    for (int r = 0; r < regions; r++) {
      for (Sex sex : Sex.values()) {
        for (int a = 0; a < ages; a++) {
          persons.put(new Key(r, sex, a), made.population().at(r, sex, a));
        }
      }
    }
    return persons;
  }

  Map<Key, Double> project(Map<Key, Double> start, int years) {
    Map<Key, Double> persons = start;
    for (int year = 0; year < years; year++) {
      persons = next(persons);
    }
    return persons;
  }

  private Map<Key, Double> next(Map<Key, Double> before) {
    Map<Key, Double> after = new HashMap<>(2 * before.size());
    for (int r = 0; r < regions; r++) {
      double births = 0;
      for (int a = 1; a < ages - 1; a++) {
        Key below = new Key(r, Sex.FEMALE, a - 1);
        double women = of(before, below);
        double survivors = women * of(survival, new Key(r, Sex.FEMALE, a));
        births += fertility.getOrDefault(a, 0.0) * (women + survivors);
      }
      births *= 0.5;
      for (Sex sex : Sex.values()) {
        double born = births * (sex == Sex.FEMALE ? shareOfGirls : 1 - shareOfGirls);
        for (int a = 0; a < ages; a++) {
          Key key = new Key(r, sex, a);
          double from = a == 0 ? born : of(before, new Key(r, sex, a - 1));
          double survivors = from * of(survival, key);
          if (a == ages - 1) {
            survivors += of(before, key) * of(survival, key);
          }
          after.put(key, survivors + of(moves, key));
        }
      }
    }
    return after;
  }

  private static double of(Map<Key, Double> map, Key key) {
    return map.getOrDefault(key, Double.NaN);
  }
}
