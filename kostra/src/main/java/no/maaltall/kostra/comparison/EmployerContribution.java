package no.maaltall.kostra.comparison;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.maaltall.core.csv.CsvRow;
import no.maaltall.core.csv.NamedCsv;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.core.io.TableProblem.Kind;
import no.maaltall.core.io.TableSource;
import no.maaltall.kostra.comparison.InvalidComparisonException.Problem;

/**
 * Payroll as if all paid one rate of employer's contribution (arbeidsgiveravgift): {@code payroll ·
 * (1 + r_I) / (1 + r_zone)}, with the contribution in the payroll.
 *
 * <p>The rates by zone are dated data. Those of the library are the ordinary rates from 2017 on,
 * for comparison with zone I; in zone Ia the lower rate below the free amount is not counted.
 * Source: the tax authorities' (Skatteetaten) tables; see the column {@code SOURCE} of the
 * resource.
 */
public final class EmployerContribution {
  private static final String FILE = "employer_contribution.csv";
  private static final String REFERENCE = "I";

  private final List<Rate> rates;

  private record Rate(String zone, int from, double percent, String source) {}

  private EmployerContribution(List<Rate> rates) {
    this.rates = rates;
  }

  /** {@return the correction with the library's own rates} */
  public static EmployerContribution standard() {
    return read(name -> Optional.ofNullable(EmployerContribution.class.getResourceAsStream(name)));
  }

  /**
   * {@return the correction with the rates of {@code employer_contribution.csv}}
   *
   * <p>Columns {@code ZONE}, {@code VALID_FROM} (a year), {@code RATE} (percent), {@code SOURCE}.
   *
   * @param source where the file is
   * @throws no.maaltall.core.io.TidyTableException if the file is no such table, or a rate is not
   *     between 0 and 100
   */
  public static EmployerContribution read(TableSource source) {
    List<Rate> rates = new ArrayList<>();
    for (CsvRow row : rows(source)) {
      double percent = row.number("RATE");
      if (percent < 0 || percent > 100) {
        throw row.failure(Kind.NUMBER_OUT_OF_RANGE, "RATE", "0 to 100");
      }
      rates.add(new Rate(row.text("ZONE"), row.year("VALID_FROM"), percent, row.text("SOURCE")));
    }
    rates.sort(Comparator.comparingInt(Rate::from).reversed());
    return new EmployerContribution(List.copyOf(rates));
  }

  private static List<CsvRow> rows(TableSource source) {
    return new NamedCsv(FILE, List.of("ZONE", "VALID_FROM", "RATE", "SOURCE"), List.of())
        .readIfPresent(source)
        .orElse(ImmutableList.of());
  }

  /**
   * {@return the rate of a zone in percent}
   *
   * @param zone the zone: {@code I}, {@code Ia}, {@code II}, {@code III}, {@code IV}, {@code IVa}
   *     or {@code V}
   * @param year the year
   * @throws UnknownCodeException if there is no such zone; it lists the nearest
   * @throws InvalidComparisonException if there is no rate for the year
   */
  public double rate(String zone, int year) {
    List<Rate> ofZone = rates.stream().filter(r -> r.zone().equals(zone)).toList();
    if (ofZone.isEmpty()) {
      throw new UnknownCodeException(
          "zone of employer's contribution", zone, rates.stream().map(Rate::zone).toList());
    }
    return ofZone.stream()
        .filter(r -> r.from() <= year)
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidComparisonException(
                    Problem.INVALID_PARAMETER,
                    "zone "
                        + zone
                        + " has no rate in "
                        + year
                        + "; the first is of "
                        + ofZone.get(ofZone.size() - 1).from()))
        .percent();
  }

  /**
   * The formula: {@code payroll · (1 + reference / 100) / (1 + rate / 100)}.
   *
   * @param payroll payroll with contribution, or NaN
   * @param rate the rate that was paid, in percent
   * @param reference the rate that all are taken to pay, in percent
   * @return the payroll with the other rate; NaN when it is missing
   */
  public static double value(double payroll, double rate, double reference) {
    return payroll * (1 + reference / 100) / (1 + rate / 100);
  }

  /**
   * {@return payroll as if the rate of zone I were paid, with id {@code
   * employer_contribution_corrected}}
   *
   * @param payroll payroll with contribution
   * @param zone the zone of the municipality
   * @param period the period
   * @throws UnknownCodeException if there is no such zone
   * @throws InvalidComparisonException if there is no rate for the year
   */
  public Figure at(Series payroll, String zone, Period period) {
    double rate = rate(zone, period.startYear());
    double reference = rate(REFERENCE, period.startYear());
    Indicator indicator = payroll.indicator();
    return new Computation(period)
        .observed("x", payroll)
        .constant("r", reference, Unit.PERCENT, 1)
        .constant("s", rate, Unit.PERCENT, 1)
        .figure(
            new Computation.Result(
                indicator,
                payroll.region(),
                "employer_contribution_corrected",
                indicator.unit(),
                indicator.decimals()),
            "{x} · (1 + {r}) / (1 + {s})",
            value(payroll.at(period).value(), rate, reference));
  }
}
