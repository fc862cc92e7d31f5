package no.maaltall.kostra.catalog;

import java.util.regex.Pattern;
import no.maaltall.core.indicator.InvalidNotationException;

/**
 * A concept of the accounts, such as net current expenditure: a handle for what the {@link Catalog}
 * says of it, year by year.
 *
 * @param id capitals, digits and underscores
 */
public record Concept(String id) {
  private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9_]{0,99}");

  /** Netto driftsutgifter: expenditure less all income, depreciation included. */
  public static final Concept NETTO_DRIFTSUTGIFTER = new Concept("NETTO_DRIFTSUTGIFTER");

  /** Brutto driftsutgifter: expenditure less internal sales, sick pay and VAT refunds. */
  public static final Concept BRUTTO_DRIFTSUTGIFTER = new Concept("BRUTTO_DRIFTSUTGIFTER");

  /** Korrigerte brutto driftsutgifter: what the municipality's own production costs. */
  public static final Concept KORRIGERTE_BRUTTO_DRIFTSUTGIFTER =
      new Concept("KORRIGERTE_BRUTTO_DRIFTSUTGIFTER");

  /** Lønnsutgifter: pay and social expenses, less sick pay refunded. */
  public static final Concept LONNSUTGIFTER = new Concept("LONNSUTGIFTER");

  /** Brutto driftsinntekter: all income except internal sales. */
  public static final Concept BRUTTO_DRIFTSINNTEKTER = new Concept("BRUTTO_DRIFTSINNTEKTER");

  /** Brutto driftsresultat: gross income less gross expenditure; on the total level. */
  public static final Concept BRUTTO_DRIFTSRESULTAT = new Concept("BRUTTO_DRIFTSRESULTAT");

  /** Netto driftsresultat: with interest, instalments and the counter-entry of depreciation. */
  public static final Concept NETTO_DRIFTSRESULTAT = new Concept("NETTO_DRIFTSRESULTAT");

  /**
   * Checks the id.
   *
   * @param id capitals, digits and underscores
   * @throws InvalidNotationException if it is something else
   */
  public Concept {
    if (!ID.matcher(id).matches()) {
      throw new InvalidNotationException(
          "concept", id, "capitals, digits and underscores: NETTO_DRIFTSUTGIFTER");
    }
  }

  /** {@return its id} */
  @Override
  public String toString() {
    return id;
  }
}
