package no.maaltall.examples;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.core.io.TableSource;
import no.maaltall.core.io.TidyTableException;
import no.maaltall.core.io.TidyTables;
import no.maaltall.kostra.report.Table;
import no.maaltall.kostra.report.Table.Align;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The main job: the tables of a service analysis, computed from tidy tables.
 *
 * <p>{@code ServiceAnalysis --data DIR --out DIR [--period P]} reads the tidy tables in a directory
 * (see {@link TidyTables} for their columns), prints per service area the key figures with their
 * three-year trend, the change in percent, the shares of the parents and whether each indicator
 * moves as wanted, and writes into the other directory:
 *
 * <ul>
 *   <li>{@code figures.json}: per indicator and region {@code value}, {@code change}, {@code
 *       relative_change}, {@code index} and {@code share_of_parent} per period, and as of the last
 *       period {@code mean_annual_change_3}, {@code total_change_3} and {@code mean_annual_growth};
 *   <li>{@code table.txt}, {@code table.md}, {@code table.csv}: the tables as printed.
 * </ul>
 *
 * <p>Without {@code --data} it analyses the two bundled data sets of Bærum, 2014–2018 and
 * 2021–2024. {@code --explain INDICATOR REF_AREA MEASURE} prints the derivation of one figure with
 * the numbers put in, and nothing else.
 */
@Command(
    name = "ServiceAnalysis",
    mixinStandardHelpOptions = true,
    description = "Lager tjenesteanalysens tabeller fra ryddige tabeller (tidy CSV).")
public final class ServiceAnalysis implements Callable<Integer> {
  private static final ImmutableList<String> BUNDLED =
      ImmutableList.of("baerum-2018", "baerum-2024");
  private static final int EXPLAIN_ARGUMENTS = 3;
  private static final ImmutableList<String> FIRST_COLUMNS =
      ImmutableList.of("Indikator", "Region", "Enhet", "Ønsket", "Utgangsår", "Utgangsperiode");
  private static final ImmutableList<String> LAST_COLUMNS =
      ImmutableList.of("Årlig trend siste 3 år", "Vurdering");

  private final PrintStream out;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Katalog med indicators.csv, observations.csv (regions.csv, breaks.csv).")
  private @Nullable Path data;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "target/service-analysis",
      description = "Hvor filene skrives (standard: ${DEFAULT-VALUE}).")
  private Path target = Path.of("target/service-analysis");

  @Option(
      names = "--period",
      paramLabel = "P",
      description = "Perioden analysen gjelder per; standard er den siste i dataene.")
  private @Nullable String period;

  @Option(
      names = "--explain",
      arity = "3",
      paramLabel = "INDICATOR REF_AREA MEASURE",
      hideParamSyntax = true,
      description = "Skriver utregningen av ett tall og ikke noe annet.")
  private List<String> explain = new ArrayList<>();

  private ServiceAnalysis(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs the analysis, and ends the process with a code other than 0 when it could not be done.
   *
   * @param args see above
   */
  public static void main(String[] args) {
    int code = run(Console.out(), Console.err(), args);
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Runs the analysis with the given streams; 0 when all went well. */
  static int run(PrintStream out, PrintStream err, String... args) {
    return new CommandLine(new ServiceAnalysis(out))
        .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              if (e instanceof TidyTableException
                  || e instanceof IllegalArgumentException
                  || e instanceof IOException) {
                boolean file = e instanceof IOException;
                command.getErr().println(file ? "cannot write the files: " + e : e.getMessage());
                return CommandLine.ExitCode.USAGE;
              }
              throw e;
            })
        .execute(args);
  }

  @Override
  public Integer call() throws IOException {
    ImmutableList<Analysis> analyses = analyses();
    if (!explain.isEmpty()) {
      out.println(explained(analyses));
      return 0;
    }
    ImmutableList<ServiceTables.Section> sections =
        analyses.stream()
            .flatMap(a -> new ServiceTables(a).sections().stream())
            .collect(ImmutableList.toImmutableList());
    String text = sections.stream().map(s -> s.table().toText()).collect(Collectors.joining("\n"));
    out.print(text.isEmpty() ? "Dataene har ingen observasjoner.\n" : text);
    try (OutputFiles files = OutputFiles.in(target)) {
      try (FigureFile figures = FigureFile.create(files.create("figures.json"))) {
        for (Analysis analysis : analyses) {
          new ServiceFigures(analysis).writeTo(figures::write);
        }
      }
      Files.writeString(files.create("table.txt"), text);
      Files.writeString(files.create("table.md"), markdown(sections));
      Files.writeString(files.create("table.csv"), rectangle(sections).toCsv());
      files.moveInPlace();
    }
    out.println();
    out.println("Skrevet til " + target + ": figures.json, table.txt, table.md, table.csv");
    return 0;
  }

  private ImmutableList<Analysis> analyses() {
    if (data != null) {
      return ImmutableList.of(analysis(TableSource.directory(data), Optional.ofNullable(period)));
    }
    ImmutableList.Builder<Analysis> bundled = ImmutableList.builder();
    for (String folder : BUNDLED) {
      bundled.add(analysis(TableSource.resources(ServiceAnalysis.class, folder), Optional.empty()));
    }
    ImmutableList<Analysis> all = bundled.build();
    return period == null ? all : asOf(all, Period.parse(period));
  }

  /** Of the bundled data sets, those that have the period. */
  private static ImmutableList<Analysis> asOf(ImmutableList<Analysis> all, Period asOf) {
    ImmutableList<Analysis> having =
        all.stream()
            .filter(a -> a.dataSet().periods(asOf.frequency()).contains(asOf))
            .map(a -> Analysis.of(a.dataSet(), asOf))
            .collect(ImmutableList.toImmutableList());
    if (having.isEmpty()) {
      // Says which periods the first has; the second is asked when only it could have had it.
      Analysis.of(all.get(all.size() - 1).dataSet(), asOf);
    }
    return having;
  }

  private static Analysis analysis(TableSource source, Optional<String> asOf) {
    var dataSet = TidyTables.read(source);
    return asOf.map(p -> Analysis.of(dataSet, Period.parse(p)))
        .orElseGet(() -> Analysis.of(dataSet));
  }

  private String explained(ImmutableList<Analysis> analyses) {
    if (explain.size() != EXPLAIN_ARGUMENTS) {
      throw new IllegalArgumentException(
          "--explain takes INDICATOR REF_AREA MEASURE, got " + explain);
    }
    String indicator = explain.get(0);
    Analysis having =
        analyses.stream()
            .filter(a -> a.dataSet().hasIndicator(indicator))
            .findFirst()
            .orElseThrow(() -> unknown(indicator, analyses));
    return new ServiceFigures(having).explain(indicator, explain.get(1), explain.get(2));
  }

  private static UnknownCodeException unknown(String indicator, List<Analysis> analyses) {
    return new UnknownCodeException(
        "indicator",
        indicator,
        analyses.stream()
            .flatMap(a -> a.dataSet().indicators().stream())
            .map(Indicator::id)
            .toList());
  }

  private static String markdown(ImmutableList<ServiceTables.Section> sections) {
    StringBuilder text = new StringBuilder("# Tjenesteanalyse\n");
    String area = "";
    for (ServiceTables.Section section : sections) {
      if (!section.area().equals(area)) {
        area = section.area();
        text.append("\n## ").append(Table.escapeMarkdown(area)).append('\n');
      }
      text.append('\n').append(section.table().toMarkdown());
    }
    return text.toString();
  }

  /**
   * All tables as one: what a row is about, then the periods in order, then what is judged, and
   * last the footnotes of the table that the row is from.
   */
  private static Table rectangle(ImmutableList<ServiceTables.Section> sections) {
    Set<String> present = new LinkedHashSet<>();
    sections.forEach(s -> s.table().columns().forEach(c -> present.add(c.heading())));
    List<String> headings = new ArrayList<>(FIRST_COLUMNS);
    present.stream()
        .filter(h -> !FIRST_COLUMNS.contains(h) && !LAST_COLUMNS.contains(h))
        .sorted(Comparator.comparing(Period::parse))
        .forEach(headings::add);
    headings.addAll(LAST_COLUMNS);
    headings.retainAll(present);
    Table.Builder all = Table.builder("");
    all.column("Område", Align.LEFT).column("Tabell", Align.LEFT);
    headings.forEach(h -> all.column(h, Align.LEFT));
    all.column("Fotnoter", Align.LEFT);
    for (ServiceTables.Section section : sections) {
      List<String> columns = section.table().columns().stream().map(Table.Column::heading).toList();
      for (ImmutableList<String> cells : section.table().rows()) {
        List<String> row = new ArrayList<>(List.of(section.area(), section.kind()));
        headings.forEach(h -> row.add(columns.contains(h) ? cells.get(columns.indexOf(h)) : ""));
        row.add(String.join("; ", section.table().notes()));
        all.row(row);
      }
    }
    return all.build();
  }
}
