package no.maaltall.kostra.statbank;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;

/**
 * What identifies a line of a PC-Axis file: {@code VALUENOTE[sv]("sex","Total")}.
 *
 * @param name the keyword, in upper case
 * @param language the language; empty for the main one
 * @param subkeys what it is about, as variable and value; none for the whole table
 */
record PxKeyword(String name, String language, ImmutableList<String> subkeys) {
  static PxKeyword of(String name, String... subkeys) {
    return new PxKeyword(name, "", ImmutableList.copyOf(subkeys));
  }

  PxKeyword in(String otherLanguage) {
    return new PxKeyword(name, otherLanguage, subkeys);
  }

  /** As in the file, shortened. */
  @Override
  public String toString() {
    String about =
        subkeys.isEmpty()
            ? ""
            : subkeys.stream()
                .limit(5)
                .map(CubeException::quote)
                .collect(Collectors.joining(",", "(", ")"));
    return name + (language.isEmpty() ? "" : "[" + language + "]") + about;
  }
}
