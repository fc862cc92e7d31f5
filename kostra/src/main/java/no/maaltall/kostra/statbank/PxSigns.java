package no.maaltall.kostra.statbank;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.maaltall.core.indicator.ObservationStatus;

/**
 * What dots and dashes in the data of a PC-Axis file mean.
 *
 * <p>Missing values are one to six dots, and seven for the sum of different ones; DATASYMBOL1 to 6
 * and DATASYMBOLSUM say what they stand for. A dash is a zero.
 */
final class PxSigns {
  private static final int MOST_DOTS = 7;

  private static final Map<String, ObservationStatus> LETTERS =
      Map.of("c", ObservationStatus.SUPPRESSED, "q", ObservationStatus.SUPPRESSED);

  private PxSigns() {}

  static StatusSigns of(PxHeader header, String language) {
    StatusSigns signs = StatusSigns.standard();
    for (int dots = 1; dots <= MOST_DOTS; dots++) {
      String sign = ".".repeat(dots);
      PxKeyword keyword = PxKeyword.of(dots == MOST_DOTS ? "DATASYMBOLSUM" : "DATASYMBOL" + dots);
      Optional<String> symbol = header.first(keyword.in(language)).or(() -> header.first(keyword));
      ObservationStatus usual =
          ObservationStatus.ofStandardSign(sign).orElse(ObservationStatus.MISSING_UNKNOWN);
      ObservationStatus meaning = symbol.map(s -> meaning(s.strip(), usual)).orElse(usual);
      if (meaning != usual || dots > 3) {
        signs = signs.with(sign, meaning);
      }
    }
    return signs;
  }

  /** What a symbol that is shown in the place of dots means; something has no value in any case. */
  private static ObservationStatus meaning(String symbol, ObservationStatus usual) {
    if (symbol.isEmpty()) {
      return usual;
    }
    ObservationStatus letter = LETTERS.get(symbol.toLowerCase(Locale.ROOT));
    return ObservationStatus.ofStandardSign(symbol)
        .or(() -> Optional.ofNullable(letter))
        .filter(ObservationStatus::isMissing)
        .orElse(ObservationStatus.MISSING_UNKNOWN);
  }
}
