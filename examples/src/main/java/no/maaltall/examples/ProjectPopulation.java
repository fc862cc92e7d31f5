package no.maaltall.examples;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.io.TableSource;
import no.maaltall.core.measure.Level;
import no.maaltall.projections.population.AgeGroup;
import no.maaltall.projections.population.CohortComponent;
import no.maaltall.projections.population.MigrationTiming;
import no.maaltall.projections.population.NegativePolicy;
import no.maaltall.projections.population.PopulationTables;
import no.maaltall.projections.population.Projection;
import no.maaltall.projections.population.ProjectionInput;
import no.maaltall.projections.population.WomenAtEnd;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Projects a population by sex and age.
 *
 * <p>{@code ProjectPopulation --data DIR --out DIR --preset ssb|wpp [--start YEAR] [--end YEAR]}
 * reads {@code population.csv}, {@code survival.csv}, {@code fertility.csv}, {@code sex_ratio.csv}
 * and {@code migration.csv} (their columns are in {@link PopulationTables}), prints a summary with
 * totals, births, deaths, moves, total fertility, life expectancy and age groups, and writes
 *
 * <ul>
 *   <li>{@code population_out.csv}: {@code REF_AREA,YEAR,SEX,AGE,VALUE} for every year, shortest
 *       decimals;
 *   <li>{@code components.csv}: {@code REF_AREA,YEAR,COMPONENT,SEX,VALUE} with births, deaths and
 *       migration of every step, {@code YEAR} being the year that it starts in;
 *   <li>{@code figures.json}: the totals and age groups.
 * </ul>
 *
 * <p>Without {@code --data} it projects a small made-up population, which is nowhere's.
 */
@Command(
    name = "ProjectPopulation",
    mixinStandardHelpOptions = true,
    description = "Framskriver en befolkning etter kjønn og alder (kohort-komponent).")
public final class ProjectPopulation implements Callable<Integer> {
  private static final String BUNDLED = "made-up-population";

  /** The conventions to choose from. */
  enum Preset {
    /** Statistics Norway. */
    ssb,
    /** The UN's World Population Prospects. */
    wpp
  }

  /** When people move. */
  enum Timing {
    /** At the end of the step. */
    end,
    /** At its start. */
    start,
    /** Half at each, with the movers among the women at the end. */
    even
  }

  private final PrintStream out;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Katalog med population.csv, survival.csv, fertility.csv, sex_ratio.csv og"
              + " migration.csv.")
  private @Nullable Path data;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "target/project-population",
      description = "Hvor filene skrives (standard: ${DEFAULT-VALUE}).")
  private Path target = Path.of("target/project-population");

  @Option(
      names = "--preset",
      paramLabel = "ssb|wpp",
      defaultValue = "ssb",
      description = "Konvensjonene (standard: ${DEFAULT-VALUE}).")
  private Preset preset = Preset.ssb;

  @Option(
      names = "--start",
      paramLabel = "YEAR",
      description =
          "Året som begynner med befolkningen i population.csv; standard er det første"
              + " året i sex_ratio.csv.")
  private @Nullable Integer start;

  @Option(
      names = "--end",
      paramLabel = "YEAR",
      description =
          "Det siste året det skal lages befolkning for; standard er så langt ratene går.")
  private @Nullable Integer end;

  @Option(
      names = "--migration",
      paramLabel = "end|start|even",
      description = "Når folk flytter; standard følger --preset.")
  private @Nullable Timing timing;

  @Option(
      names = "--floor",
      paramLabel = "N",
      description =
          "Det en kohort settes til når flytting ville gjort den negativ; standard følger"
              + " --preset (ssb: feil, wpp: 0.0005).")
  private @Nullable Double floor;

  private ProjectPopulation(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs the projection, and ends the process with a code other than 0 when it could not be done.
   *
   * @param args see above
   */
  public static void main(String[] args) {
    int code = run(Console.out(), Console.err(), args);
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Runs the projection with the given streams; 0 when all went well. */
  static int run(PrintStream out, PrintStream err, String... args) {
    return new CommandLine(new ProjectPopulation(out))
        .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              if (e instanceof IllegalArgumentException || e instanceof IOException) {
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
            : TableSource.resources(ProjectPopulation.class, BUNDLED);
    int startYear = start != null ? start : PopulationTables.firstYear(source);
    OptionalInt lastYear = end == null ? OptionalInt.empty() : OptionalInt.of(end);
    ProjectionInput input = PopulationTables.read(source, startYear, lastYear);
    Projection projection =
        model().project(input.population(), input.assumptions(), input.lastYear());
    Files.createDirectories(target);
    try (BufferedWriter file = Files.newBufferedWriter(target.resolve("population_out.csv"))) {
      PopulationTables.writePopulations(projection, file);
    }
    try (BufferedWriter file = Files.newBufferedWriter(target.resolve("components.csv"))) {
      PopulationTables.writeComponents(projection, file);
    }
    ProjectionSummary summary = new ProjectionSummary(projection);
    writeFigures(projection, summary);
    if (data == null) {
      out.println("Et lite, oppdiktet eksempel: ingen virkelig kommune.");
      out.println();
    }
    out.print(summary.text(preset + (timing == null ? "" : ", flytting " + timing)));
    out.println();
    out.println("Skrevet til " + target + ": population_out.csv, components.csv, figures.json");
    return 0;
  }

  private CohortComponent model() {
    CohortComponent model = preset == Preset.ssb ? CohortComponent.ssb() : CohortComponent.wpp();
    if (timing != null) {
      model =
          switch (timing) {
            case end -> model.with(MigrationTiming.END);
            case start -> model.with(MigrationTiming.START);
            case even ->
                model.with(
                    model
                        .conventions()
                        .with(MigrationTiming.HALF_AND_HALF)
                        .with(WomenAtEnd.AFTER_MIGRATION));
          };
    }
    return floor == null ? model : model.with(NegativePolicy.setTo(floor));
  }

  private void writeFigures(Projection projection, ProjectionSummary summary) throws IOException {
    try (FigureFile figures = FigureFile.create(target.resolve("figures.json"))) {
      for (int region = 0; region < projection.regions().size(); region++) {
        for (AgeGroup group : summary.groups()) {
          Series series = projection.series(group, region);
          for (Period period : series.periods()) {
            figures.write(
                Figure.builder()
                    .from(Level.observed().at(series, period))
                    .addAllCaveats(projection.caveats(period.startYear(), region))
                    .build());
          }
        }
      }
    }
  }
}
