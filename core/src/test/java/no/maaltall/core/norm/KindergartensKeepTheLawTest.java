package no.maaltall.core.norm;

import java.util.List;
import java.util.stream.Stream;
import no.maaltall.core.io.TableSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the README shows of norms in a test suite. */
class KindergartensKeepTheLawTest {
  // tag::readme[]
  // Your own files: TableSource.directory(Path.of("DIR")).
  private final List<Kindergarten> kindergartens =
      NormFiles.read(TableSource.resources(getClass(), "/kindergartens")).kindergartens();

  @Test
  void everyKindergartenHasStaffAndLeaders() {
    NormAssertions.assertComplies(Bemanningsnorm.standard(), kindergartens);
    NormAssertions.assertComplies(Pedagognorm.standard(), kindergartens);
  }

  @TestFactory // with JUnit 5: a test for each
  Stream<DynamicTest> eachKindergartenHasStaff() {
    return kindergartens.stream().map(k -> DynamicTest.dynamicTest(k.name(), () -> assertStaff(k)));
  }

  private static void assertStaff(Kindergarten kindergarten) {
    NormAssertions.assertSubjectComplies(Bemanningsnorm.standard(), kindergarten);
  }
  // end::readme[]
}
