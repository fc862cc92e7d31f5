package no.maaltall.kostra.catalog;

import java.util.regex.Pattern;
import no.maaltall.core.indicator.InvalidNotationException;

/**
 * A service area, such as child welfare: a handle for the functions that the {@link Catalog} says
 * it has, year by year. Areas overlap (buildings are in administration, schools and care too), so
 * their sum is not the total.
 *
 * @param id capitals, digits and underscores
 */
public record ServiceArea(String id) {
  private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9_]{0,99}");

  /** All functions: the total level, where concepts are defined a little differently. */
  public static final ServiceArea ALLE = new ServiceArea("ALLE");

  /** Administrasjon, styring og fellesutgifter. */
  public static final ServiceArea ADMINISTRASJON = new ServiceArea("ADMINISTRASJON");

  /** Barnehage. */
  public static final ServiceArea BARNEHAGE = new ServiceArea("BARNEHAGE");

  /** Grunnskole. */
  public static final ServiceArea GRUNNSKOLE = new ServiceArea("GRUNNSKOLE");

  /** Barnevern. */
  public static final ServiceArea BARNEVERN = new ServiceArea("BARNEVERN");

  /** Helse og omsorg. */
  public static final ServiceArea HELSE_OG_OMSORG = new ServiceArea("HELSE_OG_OMSORG");

  /** Pleie og omsorg, a part of helse og omsorg. */
  public static final ServiceArea PLEIE_OG_OMSORG = new ServiceArea("PLEIE_OG_OMSORG");

  /** Kommunehelse, a part of helse og omsorg. */
  public static final ServiceArea KOMMUNEHELSE = new ServiceArea("KOMMUNEHELSE");

  /** Sosialtjenester. */
  public static final ServiceArea SOSIALTJENESTE = new ServiceArea("SOSIALTJENESTE");

  /** Kultur. */
  public static final ServiceArea KULTUR = new ServiceArea("KULTUR");

  /** Plan, byggesak, kart, natur og nærmiljø. */
  public static final ServiceArea PLAN_OG_NATUR = new ServiceArea("PLAN_OG_NATUR");

  /** Næringsforvaltning og konsesjonskraft. */
  public static final ServiceArea NAERING = new ServiceArea("NAERING");

  /** Samferdsel. */
  public static final ServiceArea SAMFERDSEL = new ServiceArea("SAMFERDSEL");

  /** Eiendomsforvaltning; its functions are in other areas too. */
  public static final ServiceArea EIENDOM = new ServiceArea("EIENDOM");

  /** Vann, avløp og renovasjon. */
  public static final ServiceArea VANN_AVLOP_RENOVASJON = new ServiceArea("VANN_AVLOP_RENOVASJON");

  /** Kirke, trossamfunn og gravplasser. */
  public static final ServiceArea KIRKE = new ServiceArea("KIRKE");

  /** Bolig. */
  public static final ServiceArea BOLIG = new ServiceArea("BOLIG");

  /** Brann- og ulykkesvern. */
  public static final ServiceArea BRANN = new ServiceArea("BRANN");

  /**
   * Checks the id.
   *
   * @param id capitals, digits and underscores
   * @throws InvalidNotationException if it is something else
   */
  public ServiceArea {
    if (!ID.matcher(id).matches()) {
      throw new InvalidNotationException(
          "service area", id, "capitals, digits and underscores: BARNEVERN");
    }
  }

  /** {@return its id} */
  @Override
  public String toString() {
    return id;
  }
}
