package no.maaltall.kostra.accounts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Statistics Norway's own rules and results of 2015, where they are beside the project. */
final class SharedData {
  private SharedData() {}

  /** The directory; skips the test when it is not there. */
  static Path accounts() {
    Optional<Path> found = find();
    Assumptions.assumeTrue(
        found.isPresent(), "shared/data/accounts is not beside the project or above it");
    return found.orElseThrow();
  }

  static Optional<Path> find() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path candidate = at.resolve("shared").resolve("data").resolve("accounts");
      if (Files.isRegularFile(candidate.resolve("expected_2015_nonzero.csv"))) {
        return Optional.of(candidate);
      }
    }
    // A working copy may lie elsewhere; whoever runs the tests then says where the data are.
    return Optional.ofNullable(System.getProperty("maaltall.shared"))
        .map(dir -> Path.of(dir).resolve("data").resolve("accounts"))
        .filter(Files::isDirectory);
  }

  static AccountingRules rules() {
    return AccountingRules.read(accounts(), 2015, LeadingZeros.RESTORE);
  }

  static Ledger ledger(String file) {
    return Ledger.reader()
        .leadingZeros(LeadingZeros.RESTORE)
        .period(2015)
        .read(accounts().resolve(file));
  }
}
