package no.maaltall.examples;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Frequency;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.io.TableSource;
import no.maaltall.core.io.TidyTables;
import no.maaltall.kostra.comparison.Deflator;
import no.maaltall.kostra.comparison.Network;
import no.maaltall.kostra.comparison.NetworkMean;
import no.maaltall.kostra.comparison.ProductionIndex;
import no.maaltall.kostra.region.AsssNetwork;
import no.maaltall.kostra.region.KostraGroups;
import no.maaltall.kostra.report.Table;
import no.maaltall.kostra.report.Table.Align;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A municipality beside a network: service profile, ranks, real growth and efficiency.
 *
 * <p>{@code CompareMunicipality --data DIR --region R --network N --out DIR [--without-itself]
 * [--mean KIND] [--period YEAR]} reads the tidy tables of a directory ({@link TidyTables} has their
 * columns), and beside them, when they are there:
 *
 * <ul>
 *   <li>{@code networks.csv} ({@code NETWORK,NAME,VERSION,MEMBER}): a row per member; a network of
 *       one, with its own code, is a neighbour. {@code ASSS} and the KOSTRA groups ({@code EKG12})
 *       are known without it, as they were in the year;
 *   <li>{@code deflators.csv} ({@code DEFLATOR,NAME,VINTAGE,YEAR,GROWTH,OBS_STATUS,SOURCE}): growth
 *       of prices in percent; the last deflator is used. Without it, the municipal deflator;
 *   <li>{@code efficiency.csv} ({@code SERVICE,PRODUCTION,RESOURCES}): which index numbers make the
 *       efficiency of a service: ids of indicators, the network = 100, or as production the name of
 *       an index of
 *   <li>{@code weights.csv} ({@code INDEX,INDICATOR,WEIGHT}): the weights of production indicators,
 *       which sum to 1.
 * </ul>
 *
 * <p>{@code --mean} is {@code published} (what the data have for the network as a region), {@code
 * unweighted}, {@code sum} (sum over sum) or {@code weighted:INDICATOR}; the default is published
 * where the data have it, and unweighted otherwise. Members without data are left out of a mean,
 * and said. With {@code --without-itself} the network is the others, and its mean is computed.
 * Amounts are deflated to the prices of the period.
 *
 * <p>It prints the tables and writes {@code figures.json} ({@code value}, the mean, {@code
 * relative_to_...}, {@code distance_from_...}, {@code network_rank}, {@code network_percentile},
 * {@code network_min}, {@code network_max}, {@code network_median}, {@code network_spread}, {@code
 * fixed_prices_YEAR}, {@code relative_change_K} in fixed prices, {@code efficiency}, ...), {@code
 * table.txt}, {@code table.md}, {@code table.csv}, {@code profile.svg} and {@code prices.svg}.
 *
 * <p>Without {@code --data} it compares Bærum with KOSTRA group 12, from Bærum's own report on
 * child protection of 2024.
 */
@Command(
    name = "CompareMunicipality",
    mixinStandardHelpOptions = true,
    description =
        "Sammenligner en kommune med et nettverk: tjenesteprofil, realvekst, effektivitet.")
public final class CompareMunicipality implements Callable<Integer> {
  private static final String BUNDLED = "baerum-comparison";
  private static final String WEIGHTED = "weighted:";

  private final PrintStream out;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Katalog med indicators.csv, observations.csv, networks.csv, ...")
  private @Nullable Path data;

  @Option(
      names = "--region",
      paramLabel = "R",
      defaultValue = "3201",
      description = "Kommunen (standard: ${DEFAULT-VALUE}).")
  private String region = "3201";

  @Option(
      names = "--network",
      paramLabel = "N",
      defaultValue = "EKG12",
      description = "Fra networks.csv, eller ASSS, EKG01-EKG13 (standard: ${DEFAULT-VALUE}).")
  private String network = "EKG12";

  @Option(names = "--without-itself", description = "Sammenlign med nettverket uten kommunen selv.")
  private boolean withoutItself;

  @Option(
      names = "--mean",
      paramLabel = "KIND",
      description = "published, unweighted, sum eller weighted:INDIKATOR.")
  private @Nullable String mean;

  @Option(names = "--period", paramLabel = "YEAR", description = "Året; standard er det siste.")
  private @Nullable String period;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "target/compare-municipality",
      description = "Hvor filene skrives (standard: ${DEFAULT-VALUE}).")
  private Path target = Path.of("target/compare-municipality");

  private CompareMunicipality(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs the comparison, and ends the process with a code other than 0 when it could not be done.
   *
   * @param args see above
   */
  public static void main(String[] args) {
    Console.exitUnlessZero(run(Console.out(), Console.err(), args));
  }

  /** Runs the comparison with the given streams; 0 when all went well. */
  static int run(PrintStream out, PrintStream err, String... args) {
    return Console.run(new CompareMunicipality(out), out, err, args);
  }

  @Override
  public Integer call() throws IOException {
    MunicipalComparison comparison = comparison();
    List<Table> tables = new ComparisonTables(comparison).tables();
    String text = tables.stream().map(Table::toText).collect(Collectors.joining("\n"));
    out.print(text);
    try (OutputFiles files = OutputFiles.in(target)) {
      try (FigureFile figures = FigureFile.create(files.create("figures.json"))) {
        for (Figure figure : comparison.figures()) {
          figures.write(figure);
        }
      }
      Files.writeString(files.create("table.txt"), text);
      Files.writeString(
          files.create("table.md"),
          tables.stream().map(Table::toMarkdown).collect(Collectors.joining("\n")));
      Files.writeString(files.create("table.csv"), rectangle(tables).toCsv());
      Files.writeString(files.create("profile.svg"), comparison.profile().picture().toSvg());
      Files.writeString(files.create("prices.svg"), new ComparisonTables(comparison).pricesSvg());
      files.moveInPlace();
    }
    out.println();
    out.println(
        "Skrevet til "
            + target
            + ": figures.json, table.txt, table.md, table.csv, profile.svg, prices.svg");
    return 0;
  }

  private MunicipalComparison comparison() {
    TableSource source =
        data == null
            ? TableSource.resources(CompareMunicipality.class, BUNDLED)
            : TableSource.directory(data);
    var dataSet = TidyTables.read(source);
    Period when = period(dataSet);
    Network whole = network(source, dataSet, when);
    boolean leaves = withoutItself && whole.members().contains(region);
    Network with = leaves ? whole.without(dataSet.region(region)) : whole;
    if (leaves && "published".equals(mean)) {
      throw new IllegalArgumentException(
          "--mean published with --without-itself: what is published is the mean of all members;"
              + " allowed: unweighted, sum or weighted:INDICATOR");
    }
    List<Deflator> deflators = Deflator.read(source);
    return new MunicipalComparison(
        dataSet,
        dataSet.region(region),
        with,
        mean(dataSet, with),
        when,
        deflators.isEmpty() ? Deflator.municipal() : deflators.get(deflators.size() - 1),
        EfficiencyRow.read(source),
        ProductionIndex.read(source));
  }

  private Period period(DataSet dataSet) {
    if (period != null) {
      return Period.parse(period);
    }
    return dataSet
        .lastPeriod(Frequency.YEAR)
        .orElseThrow(() -> new IllegalArgumentException("the data have no year"));
  }

  private Network network(TableSource source, DataSet dataSet, Period when) {
    Optional<Network> own =
        Network.read(source).stream().filter(n -> n.code().equals(network)).findFirst();
    if (own.isPresent()) {
      return own.get();
    }
    int year = when.startYear();
    Network known =
        network.equals("ASSS")
            ? Network.of(AsssNetwork.of(year), Integer.toString(year))
            : Network.of(KostraGroups.of(year).group(network), Integer.toString(year));
    // The data's own name of the group is as a rule the shorter one.
    return dataSet.regions().stream()
        .filter(r -> r.code().equals(network))
        .findFirst()
        .map(r -> Network.of(r.code(), r.name(), known.version(), known.members()))
        .orElse(known);
  }

  private NetworkMean mean(DataSet dataSet, Network with) {
    if (mean == null) {
      boolean published = dataSet.regions().stream().anyMatch(r -> r.code().equals(with.code()));
      return published ? NetworkMean.published() : NetworkMean.unweighted().leavingOut();
    }
    if (mean.startsWith(WEIGHTED)) {
      String weight = dataSet.indicator(mean.substring(WEIGHTED.length())).id();
      return NetworkMean.weightedBy(weight).leavingOut();
    }
    return switch (mean) {
      case "published" -> NetworkMean.published();
      case "unweighted" -> NetworkMean.unweighted().leavingOut();
      case "sum" -> NetworkMean.sumOverSum().leavingOut();
      default ->
          throw new IllegalArgumentException(
              "--mean is published, unweighted, sum or weighted:INDICATOR; got \"" + mean + "\"");
    };
  }

  /** All tables as one, with a column for every heading. */
  private static Table rectangle(List<Table> tables) {
    Set<String> headings = new LinkedHashSet<>();
    tables.forEach(t -> t.columns().forEach(c -> headings.add(c.heading())));
    Table.Builder all = Table.builder("").column("Tabell", Align.LEFT);
    headings.forEach(h -> all.column(h, Align.LEFT));
    all.column("Fotnoter", Align.LEFT);
    for (Table table : tables) {
      List<String> columns = table.columns().stream().map(Table.Column::heading).toList();
      for (ImmutableList<String> cells : table.rows()) {
        List<String> row = new ArrayList<>(List.of(table.title()));
        headings.forEach(h -> row.add(columns.contains(h) ? cells.get(columns.indexOf(h)) : ""));
        row.add(String.join("; ", table.notes()));
        all.row(row);
      }
    }
    return all.build();
  }
}
