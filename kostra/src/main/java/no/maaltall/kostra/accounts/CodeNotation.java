package no.maaltall.kostra.accounts;

import no.maaltall.kostra.accounts.AccountsFileException.Problem;

/** How codes of a kind are written, and what is done when zeros in front are gone. */
enum CodeNotation {
  REGION("region", "4 digits (0301), 6 digits (030101), or capitals (EAK)") {
    @Override
    int places(String digits) {
      return digits.length() <= 4 ? 4 : 6;
    }
  },
  FUNKSJON("funksjon", "3 digits (202)") {
    @Override
    int places(String digits) {
      return 3;
    }
  },
  ART("art", "3 digits (010)") {
    @Override
    int places(String digits) {
      return 3;
    }
  };

  private static final int LONGEST = 100;

  private final String column;
  private final String allowed;

  CodeNotation(String column, String allowed) {
    this.column = column;
    this.allowed = allowed;
  }

  /** How many digits a code of so many digits has. */
  abstract int places(String digits);

  String column() {
    return column;
  }

  /** A code of a ledger: a region, or a function or account type that amounts are booked on. */
  String ofLedger(String text, LeadingZeros zeros, String file, long line) {
    String code = ofRules(text, zeros, file, line);
    boolean digits = isDigits(code);
    boolean valid =
        this == REGION
            ? digits ? code.length() == 4 || code.length() == 6 : isCapitals(code)
            : digits && code.length() == 3;
    if (!valid) {
      throw new AccountsFileException(
          Problem.INVALID_CODE, file, line, column, text.strip(), allowed);
    }
    return code;
  }

  /** A code or pattern of a file of rules: digits with their zeros, or any other text. */
  String ofRules(String text, LeadingZeros zeros, String file, long line) {
    String code = text.strip();
    if (code.isEmpty() || code.length() > LONGEST) {
      throw new AccountsFileException(Problem.INVALID_CODE, file, line, column, code, allowed);
    }
    if (!isDigits(code)) {
      return code;
    }
    int missing = places(code) - code.length();
    if (missing <= 0) {
      return code;
    }
    String whole = "0".repeat(missing) + code;
    if (zeros == LeadingZeros.REFUSE) {
      throw new AccountsFileException(
          Problem.LOST_ZERO,
          file,
          line,
          column,
          code,
          allowed + ", here " + whole + "; or read with LeadingZeros.RESTORE");
    }
    return whole;
  }

  private static boolean isDigits(String code) {
    for (int i = 0; i < code.length(); i++) {
      if (code.charAt(i) < '0' || code.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean isCapitals(String code) {
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      boolean capital = c >= 'A' && c <= 'Z';
      boolean digit = c >= '0' && c <= '9';
      if (!capital && (i == 0 || !digit)) {
        return false;
      }
    }
    return true;
  }
}
