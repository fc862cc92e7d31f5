package no.maaltall.projections.population;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import org.junit.jupiter.api.Test;

/**
 * SSB's own projections beside ours, as far as the public data go.
 *
 * <p>SSB's rates and moves are not published with its result, so the projection itself cannot be
 * restated to the digit. What can be is how those who were born in 2020 age and die: we project
 * Norway from SSB's population of 1 January 2020 with the death rates of 2019 and no moves, and say
 * how far SSB's main alternative (2018 vintage, table 11668) is from that, and on which side. And
 * the vintage of 2018 is scored against the population that came in 2024, the start of the next
 * vintage.
 */
class SsbProjectionTest {
  private static final Ages AGES = Ages.single(105);
  private static final Region NORWAY = Region.of("0", "Hele landet");

  private static Population norway2020(Path data) throws IOException {
    double[][] persons = new double[2][AGES.count()];
    for (String[] row :
        SharedData.rows(
            data.resolve("population").resolve("norway_population_by_age_sex_2020.csv"),
            ";",
            ISO_8859_1)) {
      if (row.length == 4 && row[0].startsWith("K-")) {
        int sex = row[1].equals("Males") ? 0 : 1;
        persons[sex][Integer.parseInt(row[2].split(" ", -1)[0])] += Double.parseDouble(row[3]);
      }
    }
    return Population.ofRegion(LocalDate.of(2020, 1, 1), AGES, NORWAY, persons[0], persons[1]);
  }

  /** Death rates of 2019; of the oldest, where deaths are few, those of 2010-2019 together. */
  private static Mortality mortality2019(Path data) throws IOException {
    double[][][] sums = new double[2][AGES.count()][2];
    for (String[] row :
        SharedData.rows(
            data.resolve("population").resolve("hmd_hfd_norway_mortality_1990plus.csv"),
            ",",
            UTF_8)) {
      int sex = row[3].equals("Male") ? 0 : row[3].equals("Female") ? 1 : -1;
      int year = sex < 0 ? 0 : Integer.parseInt(row[0]);
      int age = sex < 0 ? 0 : Math.min(Integer.parseInt(row[1]), AGES.open());
      if (year == 2019 || (year >= 2010 && year < 2019 && age >= 95)) {
        sums[sex][age][0] += Double.parseDouble(row[5]);
        sums[sex][age][1] += Double.parseDouble(row[4]);
      }
    }
    return Mortality.deathRates(
        RateScope.everywhere(AGES),
        (y, r, s, a) -> sums[s.ordinal()][a][0] / Math.max(1, sums[s.ordinal()][a][1]));
  }

  private static Fertility fertility2019(Path data) throws IOException {
    double[] rates = new double[AGES.count()];
    for (String[] row :
        SharedData.rows(
            data.resolve("population").resolve("hmd_hfd_norway_fertility_1990plus.csv"),
            ",",
            UTF_8)) {
      if (row[0].equals("2019")) {
        rates[Integer.parseInt(row[1])] = Double.parseDouble(row[2]);
      }
    }
    return Fertility.constant(AGES, rates);
  }

  /** SSB's group of ages, as ours. */
  private static AgeGroup group(String text) {
    return text.startsWith("90")
        ? AgeGroup.from(90)
        : AgeGroup.parse(text.substring(0, text.indexOf(' ')));
  }

  /** Region to group to persons by year, in the main alternative. */
  private static Map<String, Map<String, Map<Integer, Double>>> ssb(Path data, String file)
      throws IOException {
    Map<String, Map<String, Map<Integer, Double>>> result = new HashMap<>();
    for (String[] row : SharedData.rows(data.resolve("projections").resolve(file), ",", UTF_8)) {
      if (row[1].contains("MMMM")) {
        result
            .computeIfAbsent(row[0].replaceAll(" \\([-0-9]*\\)$", ""), r -> new HashMap<>())
            .computeIfAbsent(group(row[3]).toString(), g -> new TreeMap<>())
            .put(Integer.parseInt(row[2]), Double.parseDouble(row[4]));
      }
    }
    return result;
  }

  @Test
  void thoseWhoAreBornAgeAsInSsbsMainAlternative() throws IOException {
    Path data = SharedData.directory();
    Population start = norway2020(data);
    assertThat(start.total()).isEqualTo(5_367_580);
    Projection ours =
        CohortComponent.ssb()
            .project(
                start,
                new Assumptions(
                    fertility2019(data),
                    mortality2019(data),
                    SexRatioAtBirth.ssb(),
                    Migration.none()),
                2040);
    // Life expectancy of 2019 as SSB printed it: 81.2 and 84.7 years.
    assertThat(ours.lifeExpectancy(2020, 0, Sex.MALE)).isBetween(80.9, 81.4);
    assertThat(ours.lifeExpectancy(2020, 0, Sex.FEMALE)).isBetween(84.4, 84.9);
    Map<String, Map<Integer, Double>> theirs =
        ssb(data, "Framskrevet_folkemengde_2018-2040.csv").getOrDefault("Hele landet", Map.of());
    Map<String, Double> difference = new TreeMap<>();
    for (String text : List.of("67-79", "80-89", "90+", "1-5", "6-12", "20-44")) {
      for (int year : new int[] {2020, 2025, 2030, 2040}) {
        double ssb = theirs.getOrDefault(text, new TreeMap<>()).getOrDefault(year, Double.NaN);
        double us = ours.at(year).sum(0, AgeGroup.parse(text));
        difference.put(text + " " + year, 100 * (us / ssb - 1));
      }
    }
    // Our ageing agrees with SSB's registers: two years into theirs, the adults are the same.
    for (String adults : List.of("67-79", "80-89", "90+", "20-44")) {
      assertThat(difference.getOrDefault(adults + " 2020", Double.NaN)).isBetween(-0.1, 0.1);
    }
    // Few of the old move, so mortality decides: SSB lets it fall and we do not, which leaves us
    // 1, 6 and 9 per cent fewer in 2030, and more the older they are.
    assertThat(difference.getOrDefault("67-79 2030", Double.NaN)).isBetween(-1.5, -1.0);
    assertThat(difference.getOrDefault("80-89 2030", Double.NaN)).isBetween(-6.0, -5.5);
    assertThat(difference.getOrDefault("90+ 2030", Double.NaN)).isBetween(-9.5, -8.5);
    // Immigration makes the difference among adults.
    assertThat(difference.getOrDefault("20-44 2040", Double.NaN)).isNegative();
  }

  @Test
  void theVintageOf2018IsScoredByThePopulationOf2024() throws IOException {
    Path data = SharedData.directory();
    var old = ssb(data, "Framskrevet_folkemengde_2018-2040.csv");
    var start = ssb(data, "Framskrevet_folkemengde_2024-2050.csv");
    List<Series> forecasts = new ArrayList<>();
    List<Series> came = new ArrayList<>();
    for (String region : start.keySet()) {
      if (!old.containsKey(region)) {
        continue; // Midt-Telemark, which was two municipalities in 2018.
      }
      for (String group : start.getOrDefault(region, Map.of()).keySet()) {
        Indicator indicator = Indicator.builder().id(group).build();
        double f = value(old, region, group);
        double a = value(start, region, group);
        forecasts.add(
            Series.builder(indicator, Region.of(region)).add(Period.year(2024) + "", f).build());
        came.add(
            Series.builder(indicator, Region.of(region)).add(Period.year(2024) + "", a).build());
      }
    }
    ProjectionScore score = ProjectionScore.ofSeries(forecasts, came, 2018);
    assertThat(score.rows()).hasSize(10);
    for (ProjectionScore.Row row : score.rows()) {
      assertThat(row.horizon()).isEqualTo(6);
      assertThat(row.regions()).isGreaterThanOrEqualTo(16);
      assertThat(row.meanAbsolutePercentageError().orElseThrow()).isBetween(1.0, 40.0);
      if (row.group().equals("0")) {
        // Births fell more than was foreseen.
        assertThat(row.meanPercentageError().orElseThrow()).isPositive();
      }
    }
  }

  private static double value(
      Map<String, Map<String, Map<Integer, Double>>> of, String region, String group) {
    return of.getOrDefault(region, Map.of())
        .getOrDefault(group, new TreeMap<>())
        .getOrDefault(2024, Double.NaN);
  }
}
