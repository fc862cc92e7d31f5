package no.maaltall.examples;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.io.TableSource;
import no.maaltall.projections.need.CapacityGap;
import no.maaltall.projections.need.CapacityPlan;
import no.maaltall.projections.need.CoveragePath;
import no.maaltall.projections.need.Need;
import no.maaltall.projections.population.ProjectionInputException;
import no.maaltall.projections.population.ProjectionInputException.Kind;

/** Services with their coverage by scenario, plan and costs, as the files of a plan say. */
final class ServicePlan {
  /**
   * A service.
   *
   * @param id its id
   * @param name its name
   * @param staffPerPlace positions per place
   * @param costPerPlace kroner per place and year
   * @param plan its places
   */
  record Service(
      String id, String name, double staffPerPlace, double costPerPlace, CapacityPlan plan) {}

  /**
   * A service under a scenario.
   *
   * @param scenario the name of the scenario
   * @param service the service
   * @param need places needed
   * @param gap the need beside the plan
   */
  record Case(String scenario, Service service, Need need, CapacityGap gap) {
    /** The population that coverage is of; none when the need is of several. */
    Optional<Series> population() {
      return need.parts().size() == 1
          ? Optional.of(need.parts().get(0).population())
          : Optional.empty();
    }
  }

  private static final String SERVICES = "services.csv";
  private static final double MOST_PLACES = 1e9;

  private ServicePlan() {}

  static ImmutableList<Case> read(TableSource source, DataSet data, String region)
      throws IOException {
    Map<String, List<PlanRows.Row>> places = places(source);
    Map<String, Service> services = services(source, places);
    places.forEach(
        (id, rows) -> {
          if (!services.containsKey(id)) {
            throw rows.get(0)
                .problem("SERVICE", "unknown service \"" + id + "\"", services.keySet() + "");
          }
        });
    // Scenario and service, then population, then coverage by year.
    Map<String, Map<String, Map<String, Map<Integer, Double>>>> paths = new LinkedHashMap<>();
    for (PlanRows.Row row :
        PlanRows.read(
            source, "coverage.csv", true, "SCENARIO", "SERVICE", "POPULATION", "YEAR", "PERCENT")) {
      String service = row.text("SERVICE");
      if (!services.containsKey(service)) {
        throw row.problem("SERVICE", "unknown service \"" + service + "\"", services.keySet() + "");
      }
      row.series("POPULATION", data, row.text("POPULATION"), region);
      Double before =
          paths
              .computeIfAbsent(row.text("SCENARIO"), s -> new LinkedHashMap<>())
              .computeIfAbsent(service, s -> new LinkedHashMap<>())
              .computeIfAbsent(row.text("POPULATION"), p -> new TreeMap<>())
              .put(row.year("YEAR"), row.number("PERCENT", 0, 1_000));
      if (before != null) {
        throw row.problem("YEAR", row.text("YEAR") + " is given twice", "each year once");
      }
    }
    List<Case> cases = new ArrayList<>();
    paths.forEach(
        (scenario, byService) ->
            byService.forEach(
                (id, coverage) -> {
                  Service service = services.get(id);
                  if (service != null) {
                    cases.add(of(scenario, service, coverage, data, region));
                  }
                }));
    return ImmutableList.copyOf(cases);
  }

  private static Case of(
      String scenario,
      Service service,
      Map<String, Map<Integer, Double>> coverage,
      DataSet data,
      String region) {
    List<Need.Part> parts = new ArrayList<>();
    coverage.forEach(
        (population, path) ->
            parts.add(Need.part(data.series(population, region), CoveragePath.byYear(path))));
    Indicator indicator =
        Indicator.builder().id(service.id() + ".behov").name(service.name()).build();
    Need need = Need.of(indicator, parts.toArray(new Need.Part[0]));
    return new Case(scenario, service, need, service.plan().against(need.series()));
  }

  /** The rows of each service. */
  private static Map<String, List<PlanRows.Row>> places(TableSource source) throws IOException {
    Map<String, List<PlanRows.Row>> byService = new LinkedHashMap<>();
    for (PlanRows.Row row :
        PlanRows.read(source, "capacity.csv", true, "SERVICE", "YEAR", "PLACES", "NAME")) {
      byService.computeIfAbsent(row.text("SERVICE"), s -> new ArrayList<>()).add(row);
    }
    return byService;
  }

  /** The existing places come first; what opens and closes may be in any order. */
  private static CapacityPlan plan(List<PlanRows.Row> rows) {
    PlanRows.Row first = rows.get(0);
    CapacityPlan plan =
        CapacityPlan.existing(first.year("YEAR"), first.number("PLACES", 0, MOST_PLACES));
    // By year, and what opens before what closes: so the row is told that takes too many away.
    List<PlanRows.Row> later = new ArrayList<>(rows.subList(1, rows.size()));
    later.sort(
        Comparator.<PlanRows.Row>comparingInt(row -> row.year("YEAR"))
            .thenComparing(row -> places(row) < 0));
    for (PlanRows.Row row : later) {
      int year = row.year("YEAR");
      double places = places(row);
      try {
        plan =
            places >= 0
                ? plan.open(year, places, row.text("NAME"))
                : plan.close(year, -places, row.text("NAME"));
      } catch (ProjectionInputException e) {
        throw row.problem(e.kind() == Kind.YEARS ? "YEAR" : "PLACES", e.got(), e.allowed());
      }
    }
    return plan;
  }

  private static double places(PlanRows.Row row) {
    return row.number("PLACES", -MOST_PLACES, MOST_PLACES);
  }

  private static Map<String, Service> services(
      TableSource source, Map<String, List<PlanRows.Row>> places) throws IOException {
    Map<String, Service> services = new LinkedHashMap<>();
    for (PlanRows.Row row :
        PlanRows.read(
            source, SERVICES, true, "SERVICE", "NAME", "STAFF_PER_PLACE", "NOK_PER_PLACE")) {
      String id = row.text("SERVICE");
      List<PlanRows.Row> planned = places.get(id);
      if (planned == null) {
        throw row.problem(
            "SERVICE", "unknown service \"" + id + "\"", "one of capacity.csv: " + places.keySet());
      }
      if (services.containsKey(id)) {
        throw row.problem("SERVICE", id + " is given twice", "each service once");
      }
      services.put(
          id,
          new Service(
              id,
              row.text("NAME"),
              row.number("STAFF_PER_PLACE", 0, 1_000),
              row.number("NOK_PER_PLACE", 0, 1e12),
              plan(planned)));
    }
    return ImmutableMap.copyOf(services);
  }
}
