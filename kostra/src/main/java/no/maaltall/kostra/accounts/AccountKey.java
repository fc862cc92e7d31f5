package no.maaltall.kostra.accounts;

import java.util.Comparator;
import no.maaltall.core.indicator.InvalidNotationException;

/**
 * Which amount: scope, region, function, class and account type, where function and account type
 * may be sums.
 *
 * <p>Ordered by scope, region, function, class and account type.
 *
 * @param scope with or without enterprises
 * @param region the region or group
 * @param funksjon a function, or a sum of functions
 * @param kontoklasse current or investment account
 * @param art an account type, or a sum of account types
 */
public record AccountKey(
    Scope scope, String region, String funksjon, Kontoklasse kontoklasse, String art)
    implements Comparable<AccountKey> {
  private static final String ALLOWED =
      "SCOPE:REGION:FUNCTION:CLASS:TYPE, such as A:0301:FGK13:D:AGD10";
  private static final int PARTS = 5;
  private static final Comparator<AccountKey> ORDER =
      Comparator.comparing(AccountKey::scope)
          .thenComparing(AccountKey::region)
          .thenComparing(AccountKey::funksjon)
          .thenComparing(AccountKey::kontoklasse)
          .thenComparing(AccountKey::art);

  /**
   * {@return the key that a text denotes}
   *
   * @param text {@code A:0301:FGK13:D:AGD10}
   * @throws InvalidNotationException if it denotes none
   */
  public static AccountKey parse(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != PARTS || parts[1].isBlank() || parts[2].isBlank() || parts[4].isBlank()) {
      throw new InvalidNotationException("account key", text, ALLOWED);
    }
    return new AccountKey(
        Scope.parse(parts[0]), parts[1], parts[2], Kontoklasse.parse(parts[3]), parts[4]);
  }

  Cell cell() {
    return new Cell(kontoklasse, funksjon, art);
  }

  @Override
  public int compareTo(AccountKey other) {
    return ORDER.compare(this, other);
  }

  /** {@return the text that {@link #parse} reads} */
  @Override
  public String toString() {
    return scope + ":" + region + ":" + funksjon + ":" + kontoklasse + ":" + art;
  }
}
