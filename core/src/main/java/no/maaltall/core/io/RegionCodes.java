package no.maaltall.core.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.io.TableProblem.Kind;
import org.jspecify.annotations.Nullable;

/** The regions that other tables may name: those of regions.csv, or all when there is none. */
final class RegionCodes {
  private final CodeDictionary numbers = new CodeDictionary();
  private final @Nullable NearestCodes nearest;

  /**
   * Numbers the regions in their order.
   *
   * @param listed the regions, as they are added to the builder; empty when there is no list
   */
  RegionCodes(Optional<List<Region>> listed) {
    List<String> known = new ArrayList<>();
    for (Region region : listed.orElse(List.of())) {
      numbers.put(region.code(), known.size());
      known.add(region.code());
    }
    nearest =
        listed.isPresent() ? new NearestCodes("region", TableFile.REGIONS.fileName(), known) : null;
  }

  /** The number of a region; negative when it has none yet. */
  int find(char[] buffer, int offset, int length) {
    return numbers.find(buffer, offset, length);
  }

  /** Fails a row for a region, which has no number, unless it may be added. */
  void check(RowHandler handler, String code) {
    if (code.isBlank()) {
      handler.fail(Kind.MISSING_VALUE, Column.REF_AREA, code, "the code of a region");
    } else if (code.indexOf('\0') >= 0) {
      String visible = code.replace('\0', '\u2400');
      handler.fail(Kind.INVALID_CHARACTER, Column.REF_AREA, visible, "text without it");
    } else if (nearest != null) {
      NearestCodes.Answer answer = nearest.of(code);
      handler.fail(Kind.UNKNOWN_REGION, Column.REF_AREA, code, answer.allowed(), answer.cause());
    }
  }

  /** Fails a row for a region that is neither listed nor may be added. */
  void checkKnown(RowHandler handler, String code) {
    if (find(code.toCharArray(), 0, code.length()) < 0) {
      check(handler, code);
    }
  }

  /** Adds a region that {@link #check} found nothing wrong with, and gives its number. */
  int add(DataSet.Builder builder, String code) {
    builder.addRegion(Region.of(code));
    int number = builder.regionIndex(code);
    numbers.put(code, number);
    return number;
  }
}
