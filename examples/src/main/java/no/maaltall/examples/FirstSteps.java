package no.maaltall.examples;

import java.io.PrintStream;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.io.TableSource;
import no.maaltall.core.io.TidyTables;
import no.maaltall.core.measure.Change;
import no.maaltall.core.measure.Growth;
import no.maaltall.core.measure.Trend;

/** The first ten lines of code: the README includes them from here. */
public final class FirstSteps {
  private FirstSteps() {}

  /**
   * Prints a trend, its derivation, the latest change and the growth of one indicator.
   *
   * @param args none
   */
  public static void main(String[] args) {
    run(Console.out());
  }

  static void run(PrintStream out) {
    // tag::readme[]
    // Your own tables: TidyTables.read(Path.of("DIR")).
    DataSet baerum = TidyTables.read(TableSource.resources(FirstSteps.class, "baerum-2018"));
    Series leaders = baerum.series("bhg.pedledere-godkjent", "3201");

    Figure trend = Trend.meanAnnualChange(3).of(leaders);
    out.println(trend.text()); // −1,7 prosentpoeng
    out.println(trend.explain()); // (76,0 % [2018] − 81,0 % [2015]) / 3 år = −1,67 prosentpoeng ...

    Series costs = baerum.series("bhg.netto-utgifter-per-barn", "3201");
    out.println(Change.onPrevious().of(costs).text()); // 5 382 kr per barn
    out.println(Growth.compound().of(costs).text()); // 1,9 %
    // end::readme[]
  }
}
