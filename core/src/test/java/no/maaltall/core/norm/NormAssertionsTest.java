package no.maaltall.core.norm;

import static no.maaltall.core.norm.NormSubjects.plain;
import static no.maaltall.core.norm.NormSubjects.skole7;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import no.maaltall.core.io.TableSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class NormAssertionsTest {
  private static String failure(Executable assertion) {
    return plain(
        Objects.requireNonNull(
            catchThrowableOfType(AssertionError.class, assertion::execute).getMessage()));
  }

  @Test
  void aSeededBreachFailsReadably() {
    List<Kindergarten> kindergartens =
        NormFiles.read(TableSource.resources(NormAssertionsTest.class, "/kindergartens-in-breach"))
            .kindergartens();

    assertThat(
            failure(() -> NormAssertions.assertComplies(Bemanningsnorm.standard(), kindergartens)))
        .isEqualTo(
            "bemanningsnorm: 1 of 3 in breach, 1 cannot be judged\n"
                + "  Solvik 15.12.2023: 6,11 barn per årsverk er over 6; kravet er 16,80 årsverk, har"
                + " 16,50, mangler 0,30 [bemanningsnorm norms@2021-01-01]\n"
                + "  Furua 15.12.2023: kan ikke vurderes: bemanningen er ikke oppgitt"
                + " [bemanningsnorm norms@2021-01-01]");
    assertThat(failure(() -> NormAssertions.assertComplies(Pedagognorm.standard(), kindergartens)))
        .isEqualTo(
            "pedagognorm: 1 of 3 in breach\n"
                + "  Furua 15.12.2023: 18 barn under tre og 24 over tre krever 5 pedagogiske ledere,"
                + " har 4; mangler 1 [pedagognorm norms@2018-08-01, combined]");
  }

  @Test
  void passesWhenEverythingIsLawful() {
    SchoolStage good = skole7("2018/2019").build();
    SchoolStage privateSchool = skole7("2018/2019").owner(Ownership.PRIVATE).build();

    assertThatCode(
            () ->
                NormAssertions.assertComplies(Laerernorm.standard(), List.of(good, privateSchool)))
        .doesNotThrowAnyException();
    assertThatCode(() -> NormAssertions.assertSubjectComplies(Laerernorm.standard(), good))
        .doesNotThrowAnyException();
    assertThatCode(() -> NormAssertions.assertComplies(Laerernorm.standard().assess(List.of(good))))
        .doesNotThrowAnyException();
  }

  @Test
  void unknownFails() {
    SchoolStage unknown = skole7("2018/2019").teacherHours(OptionalDouble.empty()).build();

    assertThat(failure(() -> NormAssertions.assertSubjectComplies(Laerernorm.standard(), unknown)))
        .isEqualTo(
            "laerernorm: 0 of 1 in breach, 1 cannot be judged\n"
                + "  Skole 7, 1.–4. trinn 2018/2019: kan ikke vurderes: bemanningen er ikke oppgitt"
                + " [laerernorm norms@2018-08-01]");
  }

  @Test
  void aTestThatSawNobodyComplyFails() {
    assertThat(failure(() -> NormAssertions.assertComplies(Laerernorm.standard(), List.of())))
        .isEqualTo("laerernorm: none of 0 could be judged, so nothing was tested");
    assertThat(
            failure(
                () ->
                    NormAssertions.assertSubjectComplies(
                        Laerernorm.standard(), skole7("2017/2018").build())))
        .isEqualTo(
            "laerernorm: none of 1 could be judged, so nothing was tested\n"
                + "  Skole 7, 1.–4. trinn 2017/2018: ikke aktuelt: normen gjaldt ikke ennå, normen"
                + " gjelder fra 1.8.2018 [laerernorm norms@before-2018-08-01]");
  }

  @Test
  void aLongListIsCut() {
    List<SchoolStage> many = Collections.nCopies(250, skole7("2019/2020").build());

    assertThat(failure(() -> NormAssertions.assertComplies(Laerernorm.standard(), many)))
        .startsWith("laerernorm: 250 of 250 in breach\n")
        .endsWith("\n  ... and 150 more")
        .hasLineCount(102);
  }
}
