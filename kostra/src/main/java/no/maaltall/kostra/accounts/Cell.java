package no.maaltall.kostra.accounts;

/** What a formula is for, and what its terms are: class, function and account type. */
record Cell(Kontoklasse kontoklasse, String funksjon, String art) {
  @Override
  public String toString() {
    return kontoklasse + ":" + funksjon + ":" + art;
  }
}
