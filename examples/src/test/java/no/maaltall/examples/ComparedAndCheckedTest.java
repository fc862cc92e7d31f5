package no.maaltall.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.io.TableSource;
import no.maaltall.core.io.TidyTables;
import no.maaltall.core.published.CheckStatus;
import no.maaltall.core.published.PublishedCheck;
import no.maaltall.kostra.comparison.Network;
import no.maaltall.kostra.comparison.NetworkMean;
import no.maaltall.kostra.comparison.ServiceProfile;
import no.maaltall.kostra.region.KostraGroups;
import org.junit.jupiter.api.Test;

/** The lines of the README on comparison and on printed figures, which it includes from here. */
class ComparedAndCheckedTest {
  private static final Period YEAR = Period.year(2024);

  @Test
  void aMunicipalityBesideItsGroupAndAPrintedFigure() {
    var data =
        TidyTables.read(TableSource.resources(CompareMunicipality.class, "baerum-comparison"));
    // tag::readme[]
    Network group = Network.of(KostraGroups.of(2024).group("EKG12"), "2024");
    ServiceProfile profile =
        ServiceProfile.of(
            data, group, NetworkMean.published(), "3201", YEAR, List.of("bv.f244-per-barn"));
    String index = profile.rows().get(0).index().text(); // 109,5: the group is 100

    var printed = PublishedCheck.of("growth(a, b)").given("a", "282,5").given("b", "317,1");
    var status = printed.against("12,4 %").status(); // CONTRADICTION: 12,21 to 12,29 is possible
    // end::readme[]

    assertThat(index).isEqualTo("109,5");
    assertThat(status).isEqualTo(CheckStatus.CONTRADICTION);
    assertThat(printed.against("12,4 %").text().replace('\u00a0', ' '))
        .contains("mulig fra 12,210 (ikke med) til 12,286 (ikke med)");
  }
}
