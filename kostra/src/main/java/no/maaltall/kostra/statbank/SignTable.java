package no.maaltall.kostra.statbank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The distinct signs of a cube, numbered from 0, which is none. */
final class SignTable {
  /** Each costs a hundred times what it takes in a file; statistics have a handful. */
  static final int MOST = 65_535;

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
    Integer known = codes.get(sign);
    if (known != null) {
      return known;
    }
    if (isFull()) {
      throw new CubeException(
          CubeException.Problem.TOO_MANY_SIGNS,
          "status",
          "more than " + MOST + " different signs and texts",
          "at most " + MOST);
    }
    codes.put(sign, signs.size());
    signs.add(sign);
    return signs.size() - 1;
  }

  boolean isFull() {
    return signs.size() > MOST;
  }

  CellSign get(int code) {
    return signs.get(code);
  }

  int size() {
    return signs.size();
  }
}
