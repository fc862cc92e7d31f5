package no.maaltall.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The module graph, as the module path of this test has it. */
class ModuleGraphTest {
  private static Set<String> ours(String module) {
    return ModuleLayer.boot()
        .findModule(module)
        .orElseThrow(() -> new AssertionError(module + " is not on the module path"))
        .getDescriptor()
        .requires()
        .stream()
        .map(ModuleDescriptor.Requires::name)
        .filter(name -> name.startsWith("no.maaltall"))
        .collect(Collectors.toSet());
  }

  @Test
  void dataFlowsOneWay() {
    assertThat(ours("no.maaltall.core")).isEmpty();
    assertThat(ours("no.maaltall.kostra")).containsExactly("no.maaltall.core");
    assertThat(ours("no.maaltall.projections")).containsExactly("no.maaltall.core");
    assertThat(ours("no.maaltall.examples"))
        .containsExactlyInAnyOrder(
            "no.maaltall.core", "no.maaltall.kostra", "no.maaltall.projections");
  }

  @Test
  void librariesNeedNoDesktopAndNoDatabase() {
    for (String module : Set.of("no.maaltall.core", "no.maaltall.projections")) {
      assertThat(ModuleLayer.boot().findModule(module).orElseThrow().getDescriptor().requires())
          .extracting(ModuleDescriptor.Requires::name)
          .doesNotContain("java.desktop", "java.sql", "java.net.http");
    }
  }
}
