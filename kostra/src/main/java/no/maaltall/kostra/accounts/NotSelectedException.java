package no.maaltall.kostra.accounts;

/** An amount that the star table leaves out, though its codes are known. */
public final class NotSelectedException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Which amount. */
  private final String key;

  /**
   * Says which amount.
   *
   * @param key the amount asked for
   */
  public NotSelectedException(AccountKey key) {
    super(
        "the star table leaves out "
            + key
            + "; allowed: amounts that it selects; contributions(...) and explain(...) work for"
            + " every code");
    this.key = key.toString();
  }

  /** {@return the amount asked for} */
  public AccountKey key() {
    return AccountKey.parse(key);
  }
}
