package no.maaltall.kostra.statbank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The distinct signs of a cube, numbered from 0, which is none. */
final class SignTable {
  private final List<CellSign> signs = new ArrayList<>();
  private final Map<CellSign, Integer> codes = new HashMap<>();

  SignTable() {
    code(CellSign.NONE);
  }

  /** A table with the same numbers. */
  SignTable copy() {
    SignTable copy = new SignTable();
    signs.forEach(copy::code);
    return copy;
  }

  int code(CellSign sign) {
    Integer known = codes.putIfAbsent(sign, signs.size());
    if (known != null) {
      return known;
    }
    signs.add(sign);
    return signs.size() - 1;
  }

  CellSign get(int code) {
    return signs.get(code);
  }

  int size() {
    return signs.size();
  }
}
