package no.maaltall.kostra.region;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import no.maaltall.kostra.report.Table;
import no.maaltall.kostra.report.Table.Align;

/**
 * What was done when figures were carried: added up, renumbered, refused.
 *
 * @param date the day whose municipalities the result is about
 * @param findings what was done, by kind and then by region
 */
public record CarryReport(LocalDate date, ImmutableList<CarryFinding> findings) {

  /**
   * {@return the findings of a kind}
   *
   * @param kind the kind
   */
  public ImmutableList<CarryFinding> of(CarryFinding.Kind kind) {
    return findings.stream().filter(f -> f.kind() == kind).collect(ImmutableList.toImmutableList());
  }

  /** {@return the findings about something refused or left out} */
  public ImmutableList<CarryFinding> refusals() {
    return findings.stream()
        .filter(f -> f.kind().isRefusal())
        .collect(ImmutableList.toImmutableList());
  }

  /** {@return the findings as a table in Norwegian} */
  public Table toTable() {
    Table.Builder table =
        Table.builder("Tall ført til kommunene per " + date)
            .column("Hva", Align.LEFT)
            .column("Indikator", Align.LEFT)
            .column("Fra", Align.LEFT)
            .column("Til", Align.LEFT)
            .column("Perioder", Align.LEFT)
            .column("Tall", Align.RIGHT)
            .column("Merknad", Align.LEFT);
    for (CarryFinding f : findings) {
      table.row(
          f.kind().norwegian(),
          f.indicator().orElse("alle"),
          String.join(" + ", f.sources()),
          f.target().orElse(""),
          f.periods(),
          Integer.toString(f.observations()),
          f.detail());
    }
    return table.build();
  }

  /** {@return one line of Norwegian for each finding} */
  public String toText() {
    StringBuilder text = new StringBuilder();
    findings.forEach(f -> text.append(f.text()).append('\n'));
    return text.toString();
  }
}
