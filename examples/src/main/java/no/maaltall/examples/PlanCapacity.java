package no.maaltall.examples;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.io.TableSource;
import no.maaltall.core.io.TidyTableException;
import no.maaltall.core.io.TidyTables;
import no.maaltall.kostra.report.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Plans places: needed, short, staffed and paid for, year by year and scenario by scenario.
 *
 * <p>{@code PlanCapacity --data DIR --out DIR [--region REF_AREA] [--year YEAR]} reads
 *
 * <ul>
 *   <li>tidy tables ({@link TidyTables}) with persons per year: the populations that coverage is
 *       of, and users;
 *   <li>{@code coverage.csv}: {@code SCENARIO,SERVICE,POPULATION,YEAR,PERCENT}, the coverage of a
 *       population (an indicator) by a service; linear between the years given, constant outside;
 *   <li>{@code capacity.csv}: {@code SERVICE,YEAR,PLACES,NAME}, first the existing places, then, in
 *       any order, what opens, or closes when it is less than 0;
 *   <li>{@code services.csv}: {@code SERVICE,NAME,STAFF_PER_PLACE,NOK_PER_PLACE};
 *   <li>optionally {@code kindergartens.csv}: {@code UNIT,UNDER_THREE,OVER_THREE}, the children of
 *       each kindergarten today; with the indicators {@code barnehage.under-3} and {@code
 *       barnehage.over-3} (children to come) it gives the staff that the norms require;
 *   <li>optionally {@code schools.csv}: {@code SCHOOL,STAGE,PUPILS,PUPIL_HOURS}, the pupils of a
 *       main stage ({@code 1-4}, {@code 5-7}, {@code 8-10}) of each school today and their teaching
 *       hours in a year, all together; with the indicators {@code skole.elever.1-4} and so on
 *       (pupils to come) it gives the teachers that the norm requires;
 *   <li>optionally {@code alternatives.csv}: {@code NAME,ONCE,PER_YEAR,YEARS}, the first of which
 *       is compared with the others;
 *   <li>optionally {@code growth.csv}: {@code INDICATOR,METHOD,FROM,TO,NOK_PER_USER}, users that
 *       follow their trend ({@code mean_annual_change}, {@code compound_growth}, {@code
 *       arithmetic_growth}, {@code least_squares}, or {@code damped:0.9} with the share of the
 *       change that is left a year later) and what the growth costs, in prices of the year {@code
 *       FROM}.
 * </ul>
 *
 * <p>Costs per place and alternatives are in prices of {@code --year}, in which alternatives begin;
 * unless it is given, the year of the existing places of the first service in {@code coverage.csv}.
 *
 * <p>It prints tables, and writes them to {@code table.txt} and {@code table.csv} and every figure
 * to {@code figures.json}. Without {@code --data} it plans with Bærum's figures of 2019; what the
 * document does not say and is assumed, is marked so in the data.
 */
@Command(
    name = "PlanCapacity",
    mixinStandardHelpOptions = true,
    description = "Beregner behov for plasser, udekket behov, bemanning og kostnad år for år.")
public final class PlanCapacity implements Callable<Integer> {
  private static final String BUNDLED = "baerum-plan";

  private final PrintStream out;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Katalog med indicators.csv, observations.csv, coverage.csv, capacity.csv,"
              + " services.csv (kindergartens.csv, schools.csv, alternatives.csv, growth.csv).")
  private @Nullable Path data;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "target/plan-capacity",
      description = "Hvor filene skrives (standard: ${DEFAULT-VALUE}).")
  private Path target = Path.of("target/plan-capacity");

  @Option(
      names = "--region",
      paramLabel = "REF_AREA",
      description = "Hvilken region; standard er den første i dataene.")
  private @Nullable String region;

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      description =
          "Året som kostnadene har priser fra og alternativene begynner i; standard er året for de"
              + " eksisterende plassene.")
  private @Nullable Integer year;

  private PlanCapacity(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs the plan, and ends the process with a code other than 0 when it could not be done.
   *
   * @param args see above
   */
  public static void main(String[] args) {
    int code = run(Console.out(), Console.err(), args);
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Runs the plan with the given streams; 0 when all went well. */
  static int run(PrintStream out, PrintStream err, String... args) {
    return new CommandLine(new PlanCapacity(out))
        .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              if (e instanceof TidyTableException
                  || e instanceof IllegalArgumentException
                  || e instanceof IOException) {
                command.getErr().println(e.getMessage());
                return CommandLine.ExitCode.USAGE;
              }
              throw e;
            })
        .execute(args);
  }

  @Override
  public Integer call() throws IOException {
    TableSource source =
        data != null
            ? TableSource.directory(data)
            : TableSource.resources(PlanCapacity.class, BUNDLED);
    DataSet persons = TidyTables.read(source);
    String code = region != null ? region : persons.allSeries().get(0).region().code();
    Region where =
        persons.allSeries().stream()
            .map(s -> s.region())
            .filter(r -> r.code().equals(code))
            .findFirst()
            .orElse(Region.of(code));
    ImmutableList<ServicePlan.Case> cases = ServicePlan.read(source, persons, code);
    int prices = year != null ? year : cases.get(0).service().plan().baseYear();
    PlanTables tables = new PlanTables(where, Period.year(prices));
    List<Table> all = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    for (ServicePlan.Case each : cases) {
      all.add(tables.of(each, figures));
    }
    all.addAll(KindergartenTable.of(source, persons, where, figures).stream().toList());
    all.addAll(SchoolTable.of(source, persons, where, figures).stream().toList());
    all.addAll(GrowthTable.of(source, persons, code, figures));
    all.addAll(tables.alternatives(source, figures));
    Files.createDirectories(target);
    try (FigureFile file = FigureFile.create(target.resolve("figures.json"))) {
      for (Figure figure : figures) {
        file.write(figure);
      }
    }
    String text = all.stream().map(Table::toText).collect(Collectors.joining("\n"));
    out.print(text);
    Files.writeString(target.resolve("table.txt"), text);
    Files.writeString(
        target.resolve("table.csv"),
        all.stream().map(Table::toCsv).collect(Collectors.joining("\n")));
    out.println();
    out.println("Skrevet til " + target + ": figures.json, table.txt, table.csv");
    return 0;
  }
}
