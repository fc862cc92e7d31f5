package no.maaltall.kostra.catalog;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.List;
import java.util.Optional;
import no.maaltall.core.indicator.UnknownCodeException;

/**
 * Dated codes of one kind: functions, or account types. A code may have several entries, when it
 * was used anew or its name or classes changed.
 */
public final class CodeList {
  private final String what;
  private final ImmutableList<CatalogEntry> entries;
  private final ImmutableListMultimap<String, CatalogEntry> byCode;

  private CodeList(String what, ImmutableList<CatalogEntry> entries) {
    this.what = what;
    this.entries = entries;
    ImmutableListMultimap.Builder<String, CatalogEntry> index = ImmutableListMultimap.builder();
    entries.forEach(e -> index.put(e.code(), e));
    this.byCode = index.build();
  }

  /**
   * {@return a list}
   *
   * @param what the kind of code, for messages: {@code funksjon}
   * @param entries its entries
   * @throws IllegalArgumentException if a code has two entries for a year
   */
  public static CodeList of(String what, List<CatalogEntry> entries) {
    CodeList list = new CodeList(what, ImmutableList.copyOf(entries));
    for (String code : list.byCode.keySet()) {
      ImmutableList<CatalogEntry> of = list.byCode.get(code);
      for (int i = 0; i < of.size(); i++) {
        for (int j = 0; j < i; j++) {
          requireDisjoint(what, of.get(j), of.get(i));
        }
      }
    }
    return list;
  }

  private static void requireDisjoint(String what, CatalogEntry a, CatalogEntry b) {
    if (a.isValidIn(b.validFrom()) || b.isValidIn(a.validFrom())) {
      throw new IllegalArgumentException(
          what
              + " "
              + a.code()
              + " is there twice: valid "
              + a.validity()
              + " and "
              + b.validity()
              + "; allowed: one entry for a year");
    }
  }

  /** {@return the kind of code} */
  public String what() {
    return what;
  }

  /** {@return every entry} */
  public ImmutableList<CatalogEntry> entries() {
    return entries;
  }

  /**
   * {@return the entries valid in a year}
   *
   * @param year the year
   */
  public ImmutableList<CatalogEntry> validIn(int year) {
    return entries.stream().filter(e -> e.isValidIn(year)).collect(ImmutableList.toImmutableList());
  }

  /**
   * {@return the entry of a code in a year; empty when it was not valid or does not exist}
   *
   * @param code the code
   * @param year the year
   */
  public Optional<CatalogEntry> find(String code, int year) {
    return byCode.get(code).stream().filter(e -> e.isValidIn(year)).findFirst();
  }

  /**
   * {@return the entry of a code in a year}
   *
   * @param code the code
   * @param year the year
   * @throws UnknownCodeException if there is no such code in any year
   * @throws CodeNotValidException if the code was not valid in that year; it says when it was, and
   *     what to use instead
   */
  public CatalogEntry require(String code, int year) {
    Optional<CatalogEntry> found = find(code, year);
    if (found.isPresent()) {
      return found.get();
    }
    ImmutableList<CatalogEntry> others = byCode.get(code);
    if (others.isEmpty()) {
      throw new UnknownCodeException(what, code, byCode.keySet());
    }
    throw new CodeNotValidException(what, code, year, others, instead(code, year));
  }

  /**
   * {@return the codes valid in a year that stand for a code: itself, those that it became, or
   * those that became it; empty when there are none}
   *
   * <p>254 in 2024 gives 257 and 258; 257 in 2023 gives 254.
   *
   * @param code the code
   * @param year the year
   */
  public ImmutableList<String> instead(String code, int year) {
    if (find(code, year).isPresent()) {
      return ImmutableList.of(code);
    }
    ImmutableList<String> later =
        byCode.get(code).stream()
            .flatMap(e -> e.successors().stream())
            .filter(c -> find(c, year).isPresent())
            .distinct()
            .sorted()
            .collect(ImmutableList.toImmutableList());
    return later.isEmpty()
        ? entries.stream()
            .filter(e -> e.successors().contains(code) && e.isValidIn(year))
            .map(CatalogEntry::code)
            .distinct()
            .sorted()
            .collect(ImmutableList.toImmutableList())
        : later;
  }

  /** {@return the kind and how many entries} */
  @Override
  public String toString() {
    return "CodeList " + what + ": " + entries.size() + " entries";
  }
}
