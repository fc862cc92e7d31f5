package no.maaltall.kostra.statbank;

import java.util.Arrays;
import java.util.Random;

/** Changes files in the ways that break readers. */
final class PxMutations {
  private static final byte[] MARKS = {'"', ';', ',', '=', '(', ')', '[', ']', '.', '-', '\n', 0};

  private PxMutations() {}

  static byte[] of(byte[] whole, Random random) {
    byte[] changed = whole.clone();
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      int at = random.nextInt(changed.length);
      switch (random.nextInt(5)) {
        case 0 -> changed[at] = (byte) random.nextInt(256);
        case 1 -> changed[at] = MARKS[random.nextInt(MARKS.length)];
        case 2 -> changed = without(changed, at, 1 + random.nextInt(40));
        case 3 -> changed = twice(changed, at, 1 + random.nextInt(400));
        default -> changed = Arrays.copyOf(changed, Math.max(1, at));
      }
    }
    return changed;
  }

  private static byte[] without(byte[] bytes, int at, int count) {
    int end = Math.min(bytes.length, at + count);
    byte[] rest = new byte[Math.max(1, bytes.length - (end - at))];
    System.arraycopy(bytes, 0, rest, 0, Math.min(at, rest.length));
    System.arraycopy(bytes, end, rest, at, bytes.length - end);
    return rest;
  }

  private static byte[] twice(byte[] bytes, int at, int count) {
    int end = Math.min(bytes.length, at + count);
    byte[] more = Arrays.copyOf(bytes, bytes.length + end - at);
    System.arraycopy(bytes, at, more, end, bytes.length - at);
    return more;
  }
}
