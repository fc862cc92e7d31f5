package no.maaltall.core.measure;

import com.google.common.collect.ImmutableList;
import java.util.stream.IntStream;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.panel.Panel;
import no.maaltall.core.panel.ScalarForm;
import org.jspecify.annotations.Nullable;

/** Places series by series, as {@link Rank#over} gives them; what all regions share is kept. */
final class RankForm implements ScalarForm {
  private final Rank rank;
  private final Panel source;
  // Of the indicator that was last asked for: who wants all series takes each indicator in turn.
  private volatile @Nullable Compared last;

  RankForm(Rank rank, Panel source) {
    this.rank = rank;
    this.source = source;
  }

  @Override
  public boolean isPlain() {
    return source.isPlain();
  }

  @Override
  public boolean isPlain(int indicator, int region) {
    return source.isPlain() || compared(indicator).plain;
  }

  @Override
  public Series series(int indicator, int region) {
    return compared(indicator).places(region);
  }

  private Compared compared(int indicator) {
    Compared found = last;
    if (found == null || found.indicator != indicator) {
      found = new Compared(rank, source, indicator);
      last = found;
    }
    return found;
  }

  /** The regions of one indicator. */
  private static final class Compared {
    private final int indicator;
    private final Indicator result;
    private final ImmutableList<Series> all;
    // One column per period, of one place per region.
    private final double[][] places;
    private final boolean plain;
    private final ObservationStatus[] heaviest;
    // A series with the breaks of all.
    private final Series broken;

    Compared(Rank rank, Panel source, int indicator) {
      Panel one = source.selectIndicators(source.indicators().get(indicator).id()).compact();
      this.indicator = indicator;
      this.result = rank.resultIndicator(one.indicators().get(0));
      this.all = one.allSeries();
      this.places = new double[one.axis().size()][all.size()];
      new RankKernel(rank, one).run(0, places.length, places, 0, all.size(), new Scratch());
      this.plain = IntStream.range(0, all.size()).allMatch(r -> one.isPlain(0, r));
      this.heaviest =
          IntStream.range(0, places.length)
              .mapToObj(p -> heaviest(all, p))
              .toArray(ObservationStatus[]::new);
      Series breaks = all.get(0);
      for (Series other : all) {
        breaks = breaks.withBreaksOf(other);
      }
      this.broken = breaks;
    }

    private static ObservationStatus heaviest(ImmutableList<Series> all, int period) {
      return all.stream()
          .map(s -> s.statusAt(period))
          .filter(status -> !status.isMissing())
          .reduce(ObservationStatus.NORMAL, ObservationStatus::combine);
    }

    Series places(int region) {
      Series own = all.get(region);
      double[] results = new double[places.length];
      byte[] statuses = new byte[places.length];
      for (int p = 0; p < results.length; p++) {
        results[p] = places[p][region];
        ObservationStatus status = own.statusAt(p);
        if (!status.isMissing()) {
          status = Inputs.resultStatus(results[p], heaviest[p], false);
        }
        statuses[p] = (byte) status.ordinal();
      }
      return own.withResultsUnsafe(result, results, statuses).withBreaksOf(broken);
    }
  }
}
