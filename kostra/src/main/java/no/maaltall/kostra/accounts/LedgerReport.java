package no.maaltall.kostra.accounts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;

/**
 * What a control of a ledger found.
 *
 * @param findings what was found, by region and line
 */
public record LedgerReport(ImmutableList<LedgerFinding> findings) {

  /** {@return the errors} */
  public ImmutableList<LedgerFinding> errors() {
    return of(LedgerFinding.Severity.ERROR);
  }

  /** {@return the warnings} */
  public ImmutableList<LedgerFinding> warnings() {
    return of(LedgerFinding.Severity.WARNING);
  }

  private ImmutableList<LedgerFinding> of(LedgerFinding.Severity severity) {
    return findings.stream()
        .filter(f -> f.severity() == severity)
        .collect(ImmutableList.toImmutableList());
  }

  /** {@return whether nothing was found} */
  @JsonIgnore
  public boolean isClean() {
    return findings.isEmpty();
  }

  /** {@return the findings in bokmål, one on each line} */
  public String text() {
    return findings.isEmpty()
        ? "Ingen funn\n"
        : findings.stream().map(f -> f.text() + "\n").collect(Collectors.joining());
  }
}
