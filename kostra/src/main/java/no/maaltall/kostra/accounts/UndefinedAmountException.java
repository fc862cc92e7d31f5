package no.maaltall.kostra.accounts;

/** An amount that is missing because its formula divides by zero. */
public final class UndefinedAmountException extends ArithmeticException {
  private static final long serialVersionUID = 1L;

  /** Which amount. */
  private final String key;

  /**
   * Says which amount.
   *
   * @param key the amount asked for
   */
  public UndefinedAmountException(AccountKey key) {
    super(
        key
            + " is missing: its formula divides by zero; allowed: asking for its figure, which is"
            + " then missing");
    this.key = key.toString();
  }

  /** {@return the amount asked for} */
  public AccountKey key() {
    return AccountKey.parse(key);
  }
}
