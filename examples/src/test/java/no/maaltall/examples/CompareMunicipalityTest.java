package no.maaltall.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A municipality beside a network, from the command line to the files. */
class CompareMunicipalityTest {
  private static final Map<String, String> MADE_UP =
      Map.of(
          "indicators.csv",
          """
          INDICATOR,NAME,UNIT_MEASURE,DIRECTION,DECIMALS
          kostnad,Kostnad,NOK/child,-1,0
          undersokt,Undersøkt,ratio,1,2
          ressurs,Ressursbruk,index,0,1
          """,
          "regions.csv",
          "REF_AREA,NAME\na,Aby\nb,Beby\n",
          "observations.csv",
          """
          INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS
          kostnad,a,2023,100,A
          kostnad,a,2024,110,A
          kostnad,b,2024,90,A
          undersokt,a,2024,3,A
          undersokt,b,2024,1,A
          ressurs,a,2024,75,A
          """,
          "networks.csv",
          "NETWORK,NAME,VERSION,MEMBER\nAB,Nettet,2024,a\nAB,Nettet,2024,b\nAB,Nettet,2024,c\n",
          "deflators.csv",
          "DEFLATOR,NAME,VINTAGE,YEAR,GROWTH,OBS_STATUS,SOURCE\nd,D,v1,2024,10,A,oppdiktet\n",
          "weights.csv",
          "INDEX,INDICATOR,WEIGHT\nbarnevern,undersokt,1\n",
          "efficiency.csv",
          "SERVICE,PRODUCTION,RESOURCES\nBarnevern,barnevern,ressurs\n");

  @TempDir Path temp;

  /** What a run printed, and the code that it ended with. */
  private record Run(int code, String out, String err) {}

  private static Run run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        CompareMunicipality.run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            args);
    return new Run(
        code,
        out.toString(StandardCharsets.UTF_8).replace('\u00a0', ' '),
        err.toString(StandardCharsets.UTF_8));
  }

  private Path data(Map<String, String> files) throws IOException {
    Path dir = Files.createDirectories(temp.resolve("data"));
    for (var file : files.entrySet()) {
      Files.writeString(dir.resolve(file.getKey()), file.getValue());
    }
    return dir;
  }

  private JsonNode figure(String indicator, String region, String measure, String period)
      throws IOException {
    for (JsonNode f : new ObjectMapper().readTree(temp.resolve("figures.json").toFile())) {
      if (f.path("indicator").asText().equals(indicator)
          && f.path("ref_area").asText().equals(region)
          && f.path("measure").asText().equals(measure)
          && f.path("period").asText().equals(period)) {
        return f;
      }
    }
    throw new AssertionError(indicator + " " + region + " " + measure + " " + period);
  }

  @Test
  void baerumBesideKostraGroup12() throws IOException {
    Run run = run("--out", temp.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("Tjenesteprofil Bærum 2024 (KOSTRA-gruppe 12 = 100)")
        .contains("Snitt: publisert snitt, medlemmer per 2024")
        .contains("13,4 % lavere")
        .contains("100 776")
        .contains("Deflator: Kommunal deflator (RNB26)");
    assertThat(
            figure("bv.f244-per-barn", "3201", "relative_to_network_mean_published", "2024")
                .path("value")
                .asDouble())
        .isCloseTo(109.49860935251, within(1e-10));
    assertThat(
            figure("bv.f244-per-barn:fixed_prices_2024", "3201", "fixed_prices_2024", "2021")
                .path("text")
                .asText()
                .replace('\u00a0', ' '))
        .isEqualTo("100 776 kr per barn");
    assertThat(
            figure("bv.produksjonsindeks:efficiency", "3201", "efficiency", "2024")
                .path("value")
                .asDouble())
        .isCloseTo(86.59160696008, within(1e-10));
    assertThat(
            figure("bv.produksjonsindeks:efficiency", "3201", "change", "2024")
                .path("value")
                .isNull())
        .isTrue();
    assertThat(temp.resolve("table.csv")).content().startsWith("Tabell,Indikator,Enhet,Bærum");
    assertThat(temp.resolve("table.md")).content().contains("### Plassering i KOSTRA-gruppe 12");
    assertThat(temp.resolve("table.txt")).content().contains("Realvekst (faste 2024-priser)");
    assertThat(temp.resolve("profile.svg")).content().startsWith("<svg ").contains("109,5");
    assertThat(temp.resolve("prices.svg")).content().contains("KOSTRA-gruppe 12");
  }

  @Test
  void baerumBesideOneNeighbour() {
    Run run = run("--network", "3203", "--out", temp.toString());

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Tjenesteprofil Bærum 2024 (Asker = 100)").contains("106,0");
  }

  @Test
  void ownNetworkDeflatorAndWeights() throws IOException {
    Run run =
        run(
            "--data",
            data(MADE_UP).toString(),
            "--region",
            "a",
            "--network",
            "AB",
            "--out",
            temp.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    // The third member has not reported: the mean of 110 and 90, and it is said.
    assertThat(run.out()).contains("Kostnad: uten tall fra c").contains("Deflator: D (v1)");
    assertThat(
            figure("kostnad", "a", "relative_to_network_mean_unweighted", "2024")
                .path("value")
                .asDouble())
        .isCloseTo(110, within(1e-9));
    assertThat(
            figure("kostnad", "AB", "network_mean_unweighted", "2024")
                .path("caveats")
                .get(0)
                .asText())
        .isEqualTo("regions_left_out: c");
    assertThat(
            figure("kostnad:fixed_prices_2024", "a", "relative_change", "2024")
                .path("value")
                .asDouble())
        .isCloseTo(0, within(1e-9));
    // Production 3 / ((3 + 1) / 2) = 150, resources 75.
    assertThat(
            figure("production_index:barnevern:efficiency", "a", "efficiency", "2024")
                .path("value")
                .asDouble())
        .isCloseTo(200, within(1e-9));
  }

  @Test
  void theOthersOfTheNetwork() throws IOException {
    String dir = data(MADE_UP).toString();
    Run run =
        run(
            "--data",
            dir,
            "--region",
            "a",
            "--network",
            "AB",
            "--without-itself",
            "--out",
            temp.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("Tjenesteprofil Aby 2024 (Nettet uten Aby = 100)")
        .contains("høyere enn alle i nettverket med tall");
    assertThat(
            figure("kostnad", "AB-a", "network_mean_unweighted", "2024").path("value").asDouble())
        .isEqualTo(90);
    assertThat(run("--network", "ASSS", "--without-itself", "--out", temp.toString()).out())
        .contains("Plassering i ASSS-nettverket 2024 uten Bærum\n");
  }

  @Test
  void fixedPricesAreNotCalledCurrentAndAShortDeflatorIsSaid() throws IOException {
    Map<String, String> files = new HashMap<>(MADE_UP);
    files.put(
        "indicators.csv",
        """
        INDICATOR,NAME,UNIT_MEASURE,DIRECTION,DECIMALS,PRICE_BASE
        kostnad,Kostnad,NOK/child,-1,0,faste 2023-priser
        undersokt,Undersøkt,NOK,1,2,
        ressurs,Ressursbruk,index,0,1,
        """);
    files.put("observations.csv", MADE_UP.get("observations.csv") + "undersokt,a,2022,1,A\n");
    Run run =
        run(
            "--data",
            data(files).toString(),
            "--region",
            "a",
            "--network",
            "AB",
            "--out",
            temp.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("Som oppgitt")
        // 100, which is 110 in prices of 2024, became 110, which is 121.
        .containsPattern("Kostnad +Aby +2023 +100 +110 +121 +10,0 %")
        .contains("Kostnad: oppgitt i faste 2023-priser")
        .contains("Ingen realvekst fra 2022: deflatoren har 2023–2024")
        .doesNotContain("Løpende");
    // Both in prices of 2023, so the growth is that of the amounts, and both are 10 percent more.
    assertThat(
            figure("kostnad:fixed_prices_2024", "a", "relative_change", "2024")
                .path("value")
                .asDouble())
        .isCloseTo(10, within(1e-9));
    assertThat(
            figure("kostnad:fixed_prices_2024", "a", "fixed_prices_2024", "2024")
                .path("value")
                .asDouble())
        .isCloseTo(121, within(1e-9));
  }

  @Test
  void whatTheUserCanMendIsSaidInOneLine() throws IOException {
    Map<String, String> open = new HashMap<>(MADE_UP);
    open.put(
        "efficiency.csv",
        "SERVICE,PRODUCTION,RESOURCES\nA,\"barnevern,ressurs\nB,barnevern,ressurs\n");
    String unclosed = data(open).toString();
    assertThat(run("--data", unclosed, "--region", "a", "--network", "AB").err())
        .startsWith("efficiency.csv is no table: Unclosed quoted field");
    open.put("efficiency.csv", "SERVICE,PRODUCTION,RESOURCES\nA,barnevern,ressurs,more\n");
    assertThat(run("--data", data(open).toString(), "--region", "a", "--network", "AB").err())
        .startsWith("efficiency.csv line 2: 4 fields; allowed: 3");
    String dir = data(MADE_UP).toString();

    assertThat(
            run(
                    "--data",
                    dir,
                    "--region",
                    "a",
                    "--network",
                    "AB",
                    "--mean",
                    "published",
                    "--without-itself")
                .err())
        .startsWith("--mean published with --without-itself");
    assertThat(run("--data", dir, "--region", "x", "--network", "AB").err())
        .isEqualTo("unknown region \"x\"; nearest of 2 known: [a, b]\n");
    assertThat(run("--data", dir, "--region", "a", "--network", "EKG99").code()).isEqualTo(2);
    assertThat(run("--data", dir, "--region", "a", "--network", "AB", "--mean", "snitt").err())
        .startsWith("--mean is published, unweighted, sum or weighted:INDICATOR");
    assertThat(run("--data", dir, "--region", "a", "--network", "AB", "--period", "2030").code())
        .isEqualTo(2);
  }
}
