package no.maaltall.kostra.statbank;

import java.util.OptionalInt;
import no.maaltall.kostra.statbank.StatbankFileException.Problem;

/** How many decimals a PC-Axis file wants to be shown. */
final class PxDecimals {
  private static final int MOST = 15;

  private PxDecimals() {}

  /** Those of the whole table. */
  static OptionalInt of(PxHeader header) {
    return header
        .first(PxKeyword.of("SHOWDECIMALS"))
        .or(() -> header.first(PxKeyword.of("DECIMALS")))
        .map(PxDecimals::parse)
        .orElse(OptionalInt.empty());
  }

  static OptionalInt parse(String text) {
    String digits = text.strip();
    if (digits.length() > 2 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw outside(text);
    }
    if (digits.isEmpty()) {
      return OptionalInt.empty();
    }
    int decimals = Integer.parseInt(digits);
    if (decimals > MOST) {
      throw outside(text);
    }
    return OptionalInt.of(decimals);
  }

  private static StatbankFileException outside(String text) {
    return new StatbankFileException(
        Problem.NUMBER, "the number of decimals", CubeException.quote(text), "0 to " + MOST);
  }
}
