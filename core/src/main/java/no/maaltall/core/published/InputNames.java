package no.maaltall.core.published;

import java.util.List;
import java.util.stream.IntStream;

/** Names of inputs that are given by their order: a, b, ... z, a1, b1 ... */
final class InputNames {
  private static final int LETTERS = 26;

  private InputNames() {}

  static String at(int index) {
    String letter = String.valueOf((char) ('a' + index % LETTERS));
    return index < LETTERS ? letter : letter + index / LETTERS;
  }

  static List<String> first(int count) {
    return IntStream.range(0, count).mapToObj(InputNames::at).toList();
  }
}
