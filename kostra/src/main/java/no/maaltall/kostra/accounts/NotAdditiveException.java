package no.maaltall.kostra.accounts;

/** An amount that is no sum of lines, since its formula has a quotient or a factor. */
public final class NotAdditiveException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Which amount. */
  private final String key;

  /** Its formula. */
  private final String formula;

  /**
   * Says which amount and which formula.
   *
   * @param key the amount asked for
   * @param formula the formula that is no sum
   */
  public NotAdditiveException(AccountKey key, String formula) {
    super(
        key
            + " has no contributions that add up to it, because of the formula \""
            + formula
            + "\"; allowed: amounts whose formulas are sums with whole factors");
    this.key = key.toString();
    this.formula = formula;
  }

  /** {@return the amount asked for} */
  public AccountKey key() {
    return AccountKey.parse(key);
  }

  /** {@return the formula that is no sum} */
  public String formula() {
    return formula;
  }
}
