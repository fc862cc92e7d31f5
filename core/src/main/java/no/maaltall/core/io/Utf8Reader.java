package no.maaltall.core.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/**
 * Decodes UTF-8 and goes on past bytes that are not: byte {@code b} becomes the half surrogate
 * {@code U+DC00 + b}, which no valid text has. So a bad row can be told from the good ones around
 * it, and a text with a true replacement character is not taken for a bad one.
 */
final class Utf8Reader extends Reader {
  private static final int BUFFER_SIZE = 16_384;
  private static final char ESCAPE = '\udc00';

  private final InputStream in;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_SIZE);
  private final String otherEncoding;
  private boolean ended;
  private boolean toldEnd;
  private boolean sawMalformed;
  private int largestBuffer;

  Utf8Reader(InputStream in) throws IOException {
    this.in = in;
    while (!ended && bytes.position() < 4) {
      fill();
    }
    bytes.flip();
    otherEncoding = otherEncoding();
    if (startsWith(0xef, 0xbb, 0xbf)) {
      bytes.position(3);
    }
  }

  private void fill() throws IOException {
    int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (read < 0) {
      ended = true;
    } else {
      bytes.position(bytes.position() + read);
    }
  }

  /** A header starts with a letter or a quote, so a zero byte beside it gives UTF-16 away. */
  private String otherEncoding() {
    if (startsWith(0xff, 0xfe) || startsWith(0xfe, 0xff)) {
      return "UTF-16";
    }
    if (bytes.limit() >= 2 && (bytes.get(0) == 0) != (bytes.get(1) == 0)) {
      return "UTF-16 without a byte order mark";
    }
    return bytes.limit() >= 4 && bytes.getInt(0) != 0 && (bytes.getInt(0) & 0xffffff00) == 0
        ? "UTF-32"
        : "";
  }

  private boolean startsWith(int... expected) {
    for (int i = 0; i < expected.length; i++) {
      if (i >= bytes.limit() || (bytes.get(i) & 0xff) != expected[i]) {
        return false;
      }
    }
    return true;
  }

  /** The name of another encoding that the first bytes belong to; empty when they do not. */
  String foundEncoding() {
    return otherEncoding;
  }

  /** Whether some byte so far was not UTF-8. */
  boolean sawMalformed() {
    return sawMalformed;
  }

  /** Whether the parser has been told that there is no more. */
  boolean hasToldEnd() {
    return toldEnd;
  }

  /** The size of the largest buffer that the parser came with. */
  int largestBuffer() {
    return largestBuffer;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    largestBuffer = Math.max(largestBuffer, buffer.length);
    CharBuffer out = CharBuffer.wrap(buffer, offset, length);
    while (true) {
      CoderResult result = decoder.decode(bytes, out, ended);
      if (result.isMalformed()) {
        if (out.remaining() < result.length()) {
          break;
        }
        escape(result.length(), out);
      } else if (result.isOverflow() || ended || out.position() > offset) {
        break;
      } else {
        bytes.compact();
        fill();
        bytes.flip();
      }
    }
    int count = out.position() - offset;
    toldEnd = count == 0;
    return toldEnd ? -1 : count;
  }

  private void escape(int count, CharBuffer out) {
    sawMalformed = true;
    for (int i = 0; i < count; i++) {
      out.put((char) (ESCAPE + (bytes.get() & 0xff)));
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Where a slice first has a byte that was not UTF-8; -1 when it has none. */
  static int indexOfMalformed(char[] buffer, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      char c = buffer[i];
      if (c >= ESCAPE + 0x80
          && c <= ESCAPE + 0xff
          && (i == offset || !Character.isHighSurrogate(buffer[i - 1]))) {
        return i;
      }
    }
    return -1;
  }

  /** The text with each byte that was not UTF-8 written as {@code \xE6}. */
  static String visible(String text) {
    return replaceMalformed(text, b -> String.format("\\x%02X", b));
  }

  /** What the bytes look like, in words. */
  static String guess(String text) {
    boolean[] latin = {true};
    String asLatin1 =
        replaceMalformed(
            text,
            b -> {
              latin[0] &= b >= 0xa0;
              return String.valueOf((char) b);
            });
    return latin[0]
        ? "UTF-8; this looks like Latin-1, where it is \"" + TableProblem.excerpt(asLatin1) + "\""
        : "UTF-8; this looks like Windows-1252 or a damaged file";
  }

  private static String replaceMalformed(String text, IntFunction<String> replacement) {
    StringBuilder replaced = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean escaped =
          c >= ESCAPE + 0x80
              && c <= ESCAPE + 0xff
              && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
      if (escaped) {
        replaced.append(replacement.apply(c - ESCAPE));
      } else {
        replaced.append(c);
      }
    }
    return replaced.toString();
  }
}
