package no.maaltall.kostra.comparison;

import static no.maaltall.kostra.comparison.Given.Y2024;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.core.io.TableSource;
import no.maaltall.core.io.TidyTables;
import no.maaltall.kostra.report.BarPicture;
import org.junit.jupiter.api.Test;

/** A profile: network = 100, with what is better and who did not report. */
class ServiceProfileTest {
  private static final Network NETWORK = Network.of("N", "Nettet", "2024", List.of("a", "b", "c"));

  private static DataSet data() {
    return TidyTables.read(
        TableSource.ofTexts(
            Map.of(
                "indicators.csv",
                """
                INDICATOR,NAME,UNIT_MEASURE,DIRECTION,DECIMALS,NUMERATOR,DENOMINATOR,FACTOR
                kostnad,Enhetskostnad,NOK/child,-1,0,,,
                dekning,Dekning,percent,1,1,barn,folk,100
                barn,Barn,count,0,0,,,
                folk,Folk,count,0,0,,,
                """,
                "regions.csv",
                "REF_AREA,NAME\na,Aby\nb,Beby\nN,Nettet\nz,Utenfor\n",
                "observations.csv",
                """
                INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS
                kostnad,a,2024,110,P
                kostnad,b,2024,90,A
                kostnad,N,2024,105,A
                barn,a,2024,90,A
                barn,b,2024,10,A
                folk,a,2024,100,A
                folk,b,2024,100,A
                kostnad,z,2024,,Q
                """)));
  }

  private static ServiceProfile profile(NetworkMean mean, String... indicators) {
    return ServiceProfile.of(data(), NETWORK, mean, "a", Y2024, List.of(indicators));
  }

  @Test
  void eachIndicatorRelativeToTheNetwork() {
    ServiceProfile profile = profile(NetworkMean.unweighted().leavingOut(), "kostnad", "dekning");
    ServiceProfile.Row cost = profile.rows().get(0);
    ServiceProfile.Row coverage = profile.rows().get(1);

    assertThat(cost.index().value()).isCloseTo(110, within(1e-12));
    assertThat(cost.standing()).isEqualTo(Standing.WORSE);
    assertThat(cost.position()).isEqualTo(Position.HIGHEST);
    assertThat(cost.rank().value()).isEqualTo(2);
    assertThat(cost.notReported()).extracting(Region::code).containsExactly("c");
    assertThat(coverage.index().value()).isCloseTo(180, within(1e-12));
    assertThat(coverage.standing()).isEqualTo(Standing.BETTER);
    assertThat(profile.figures()).hasSize(8).extracting(Figure::measure).contains("value");
  }

  @Test
  void meansOfEachKind() {
    assertThat(profile(NetworkMean.published(), "kostnad").rows().get(0).index().value())
        .isCloseTo(100 * 110 / 105.0, within(1e-12));
    assertThat(
            profile(NetworkMean.sumOverSum().leavingOut(), "dekning").rows().get(0).mean().value())
        .isEqualTo(50);
    assertThat(
            profile(NetworkMean.weightedBy("barn").leavingOut(), "kostnad")
                .rows()
                .get(0)
                .mean()
                .value())
        .isEqualTo((90 * 110 + 10 * 90) / 100.0);
    // Strict: the third member has not reported.
    assertThat(profile(NetworkMean.unweighted(), "kostnad").rows().get(0).standing())
        .isEqualTo(Standing.UNKNOWN);
  }

  @Test
  void theTableSaysWhatAReaderMustKnow() {
    assertThat(profile(NetworkMean.unweighted().leavingOut(), "kostnad").table().toText())
        .isEqualTo(
            """
            Tjenesteprofil Aby 2024 (Nettet = 100)
            Indikator      Enhet         Aby  Nettet  Indeks   Plass  Ønsket  Vurdering
            -------------------------------------------------------------------------------------------------------
            Enhetskostnad  kr per barn  110*    100*  110,0*  2 av 2  ned     dårligere, høyest av dem som har tall
            Snitt: uvektet snitt, medlemmer per 2024
            Enhetskostnad: uten tall fra c
            Enhetskostnad: foreløpig tall: 2024
            * foreløpige tall
            """);
  }

  @Test
  void oneThatIsNoMemberIsNotTheHighestInTheNetwork() {
    Network others = Network.of("M", "De andre", "2024", List.of("b", "N"));
    Network some = Network.of("M", "De andre", "2024", List.of("b", "N", "c"));

    assertThat(beside(others)).isEqualTo("dårligere, høyere enn alle i nettverket");
    assertThat(beside(some)).isEqualTo("dårligere, høyere enn alle i nettverket med tall");
  }

  private static String beside(Network network) {
    NetworkMean mean = NetworkMean.unweighted().leavingOut();
    var table = ServiceProfile.of(data(), network, mean, "a", Y2024, List.of("kostnad")).table();
    return table.rows().get(0).get(7);
  }

  @Test
  void thePictureHasTheSameNumbers() {
    BarPicture picture =
        profile(NetworkMean.unweighted().leavingOut(), "kostnad", "dekning").picture();

    assertThat(picture.bars()).extracting(BarPicture.Bar::text).containsExactly("110,0", "180,0");
    assertThat(picture.bars())
        .extracting(BarPicture.Bar::tone)
        .containsExactly(BarPicture.Tone.BAD, BarPicture.Tone.GOOD);
    assertThat(picture.toSvg()).startsWith("<svg ").contains(">180,0</text>").endsWith("</svg>\n");
  }

  @Test
  void unknownCodesListTheNearest() {
    assertThatExceptionOfType(UnknownCodeException.class)
        .isThrownBy(() -> profile(NetworkMean.unweighted(), "kostnadd"))
        .withMessageContaining("kostnad");
    assertThatExceptionOfType(UnknownCodeException.class)
        .isThrownBy(
            () ->
                ServiceProfile.of(
                    data(), NETWORK, NetworkMean.unweighted(), "z", Y2024, List.of("dekning")))
        .withMessageContaining("region with dekning");
    assertThatExceptionOfType(UnknownCodeException.class)
        .isThrownBy(
            () ->
                ServiceProfile.of(
                    data(),
                    Network.of("M", "M", "1", List.of("a", "b")),
                    NetworkMean.published(),
                    "a",
                    Y2024,
                    List.of("kostnad")));
    NetworkComparisonTest.assertProblem(
        InvalidComparisonException.Problem.INVALID_PARAMETER,
        () -> profile(NetworkMean.sumOverSum(), "kostnad"));
  }
}
