package no.maaltall.core.io;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import no.maaltall.core.indicator.DataSet;
import org.jspecify.annotations.Nullable;

/** Takes problems: throws the first in the strict form, lists them in the lenient. */
final class Problems {
  private final boolean strict;
  private final List<TableProblem> kept = new ArrayList<>();
  private long count;

  Problems(boolean strict) {
    this.strict = strict;
  }

  boolean isStrict() {
    return strict;
  }

  void add(TableProblem problem) {
    add(problem, null);
  }

  void add(TableProblem problem, @Nullable Throwable cause) {
    if (strict) {
      throw new TidyTableException(problem, cause);
    }
    count++;
    if (kept.size() < Reading.MOST_PROBLEMS) {
      kept.add(problem);
    }
  }

  Reading reading(DataSet dataSet) {
    return new Reading(dataSet, ImmutableList.copyOf(kept), count);
  }
}
