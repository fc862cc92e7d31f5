package no.maaltall.core.published;

/** What a check of a printed figure found. */
public enum CheckStatus {
  /** Computing from the printed inputs and rounding gives the printed digits. */
  EXACT("følger"),
  /** The printed inputs do not give it, but some numbers that are printed like them do. */
  CONSISTENT("forenlig"),
  /** No numbers that are printed like the inputs give it. */
  CONTRADICTION("motsigelse"),
  /** Nothing was printed to hold it against: what it must be is in the interval. */
  IMPLIED("avledet"),
  /** Neither found nor excluded: the reason says why. */
  UNDECIDED("uavgjort");

  private final String norwegian;

  CheckStatus(String norwegian) {
    this.norwegian = norwegian;
  }

  /** {@return the word for it in bokmål} */
  public String norwegian() {
    return norwegian;
  }
}
