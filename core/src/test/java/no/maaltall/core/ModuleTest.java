package no.maaltall.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.util.stream.Stream;
import no.maaltall.core.indicator.Period;
import org.junit.jupiter.api.Test;

/**
 * Says which promises the module makes; a package exported by accident is one that must be kept.
 */
class ModuleTest {
  private static final Module CORE = Period.class.getModule();

  @Test
  void testsRunOnTheModulePath() {
    assertThat(CORE.isNamed()).isTrue();
    assertThat(CORE.getName()).isEqualTo("no.maaltall.core");
  }

  @Test
  void exportsTheIntendedPackagesToAll() {
    assertThat(
            CORE.getDescriptor().exports().stream()
                .filter(e -> !e.isQualified())
                .map(ModuleDescriptor.Exports::source))
        .containsExactlyInAnyOrder(
            "no.maaltall.core.indicator",
            "no.maaltall.core.io",
            "no.maaltall.core.json",
            "no.maaltall.core.measure",
            "no.maaltall.core.norm",
            "no.maaltall.core.panel",
            "no.maaltall.core.published");
    assertThat(
            CORE.getDescriptor().exports().stream()
                .filter(ModuleDescriptor.Exports::isQualified)
                .map(e -> e.source() + " to " + e.targets()))
        .containsExactly("no.maaltall.core.csv to [no.maaltall.kostra]");
  }

  @Test
  void opensNothingButToJackson() {
    assertThat(CORE.getDescriptor().opens().stream().flatMap(o -> o.targets().stream()).distinct())
        .containsExactly("com.fasterxml.jackson.databind");
    assertThat(CORE.getDescriptor().opens()).allMatch(ModuleDescriptor.Opens::isQualified);
    assertThat(CORE.getDescriptor().isOpen()).isFalse();
  }

  @Test
  void needsNeitherTheNetworkNorTheDesktopNorTheOtherModules() {
    Stream<String> required =
        CORE.getDescriptor().requires().stream().map(ModuleDescriptor.Requires::name);

    assertThat(required)
        .doesNotContain(
            "no.maaltall.kostra", "no.maaltall.projections", "java.net.http", "java.desktop")
        .noneMatch(name -> name.startsWith("java.") && !name.equals("java.base"));
  }
}
