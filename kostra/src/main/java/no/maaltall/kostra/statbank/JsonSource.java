package no.maaltall.kostra.statbank;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The characters of a JSON text, and how they begin.
 *
 * <p>Decoding is strict: a byte that is no text is an error, never a replacement character in the
 * name of a municipality.
 */
final class JsonSource {
  private static final int HEAD = 120;

  private final Reader reader;
  private final String head;

  private JsonSource(Reader reader, String head) {
    this.reader = reader;
    this.head = head;
  }

  static JsonSource of(String text) {
    return new JsonSource(new StringReader(text), text.substring(0, Math.min(HEAD, text.length())));
  }

  static JsonSource of(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
    buffered.mark(HEAD);
    byte[] first = buffered.readNBytes(HEAD);
    buffered.reset();
    Charset charset = StandardCharsets.UTF_8;
    int mark = 0;
    if (startsWith(first, 0xef, 0xbb, 0xbf)) {
      mark = 3;
    } else if (startsWith(first, 0xfe, 0xff) || startsWith(first, 0, '{')) {
      charset = StandardCharsets.UTF_16BE;
      mark = first[0] == 0 ? 0 : 2;
    } else if (startsWith(first, 0xff, 0xfe) || startsWith(first, '{', 0)) {
      charset = StandardCharsets.UTF_16LE;
      mark = first[1] == 0 ? 0 : 2;
    }
    buffered.skipNBytes(mark);
    byte[] text = Arrays.copyOfRange(first, mark, first.length);
    return new JsonSource(
        new InputStreamReader(buffered, charset.newDecoder()), new String(text, charset));
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xff) != start[i]) {
        return false;
      }
    }
    return true;
  }

  Reader reader() {
    return reader;
  }

  /** The first hundred characters or so. */
  String head() {
    return head.strip();
  }

  boolean looksLikeMarkup() {
    return head().startsWith("<");
  }
}
