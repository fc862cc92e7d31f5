package no.maaltall.core.io;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Gives a few bytes at a time, so that characters are cut anywhere. */
final class DribblingStream extends InputStream {
  private final byte[] bytes;
  private final Random random;
  private int at;

  DribblingStream(byte[] bytes, long seed) {
    this.bytes = bytes;
    this.random = new Random(seed);
  }

  @Override
  public int read() {
    return at < bytes.length ? bytes[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    if (at == bytes.length) {
      return -1;
    }
    int count = Math.min(Math.min(length, 1 + random.nextInt(5)), bytes.length - at);
    System.arraycopy(bytes, at, buffer, offset, count);
    at += count;
    return count;
  }

  /** The bytes that a text was decoded from, be they UTF-8 or escaped. */
  static byte[] encode(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    text.codePoints()
        .forEach(
            c -> {
              if (c >= 0xdc80 && c <= 0xdcff) {
                out.write(c - 0xdc00);
              } else {
                out.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
              }
            });
    return out.toByteArray();
  }
}
