package no.maaltall.kostra.region;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a municipality was called.
 *
 * @param name the name as SSB writes it, the names in several languages with {@code " - "} between:
 *     {@code Loabák - Lavangen}
 * @param validFrom the first day; empty when it was so on the first day of the history
 * @param validTo the last day; empty when it still is
 */
public record DatedName(String name, Optional<LocalDate> validFrom, Optional<LocalDate> validTo) {
  private static final Splitter LANGUAGES = Splitter.on(" - ");

  /** {@return the name in each of its languages, in the order that SSB has them} */
  public ImmutableList<String> spellings() {
    return ImmutableList.copyOf(LANGUAGES.split(name));
  }
}
