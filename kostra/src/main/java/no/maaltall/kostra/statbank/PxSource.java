package no.maaltall.kostra.statbank;

import com.google.common.io.CharSource;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import no.maaltall.kostra.statbank.StatbankFileException.Problem;

/**
 * The bytes of a PC-Axis file, one at a time, with the number of the line.
 *
 * <p>What is between the texts is ASCII, in all encodings but UTF-16, which is made UTF-8 here.
 */
final class PxSource {
  /** What stands after the last byte. */
  static final int END = -1;

  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;
  private long line = 1;

  private PxSource(InputStream in) {
    this.in = in;
  }

  static PxSource of(InputStream in) {
    try {
      BufferedInputStream buffered = new BufferedInputStream(in);
      buffered.mark(4);
      byte[] first = buffered.readNBytes(3);
      buffered.reset();
      Optional<Charset> utf16 = TextEncoding.utf16(first);
      PxSource source = new PxSource(utf16.isPresent() ? asUtf8(buffered, utf16.get()) : buffered);
      source.skipByteOrderMark();
      return source;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static InputStream asUtf8(InputStream in, Charset charset) throws IOException {
    Reader reader =
        new InputStreamReader(
            in,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    return new CharSource() {
      @Override
      public Reader openStream() {
        return reader;
      }
    }.asByteSource(StandardCharsets.UTF_8).openStream();
  }

  private void skipByteOrderMark() {
    if (peek() == 0xef && end - at >= 3) {
      if ((buffer[at + 1] & 0xff) == 0xbb && (buffer[at + 2] & 0xff) == 0xbf) {
        at += 3;
      }
    }
  }

  private static RuntimeException failed(IOException e) {
    return e instanceof CharacterCodingException
        ? new StatbankFileException(
            Problem.ENCODING, "the file", "bytes that are not UTF-16", "whole characters of it")
        : new UncheckedIOException("cannot read a PC-Axis file: " + e, e);
  }

  /** The next byte, which stays the next; {@link #END} after the last. */
  int peek() {
    if (at == end && !fill()) {
      return END;
    }
    return buffer[at] & 0xff;
  }

  /** The next byte; {@link #END} after the last. */
  int next() {
    if (at == end && !fill()) {
      return END;
    }
    int b = buffer[at++] & 0xff;
    if (b == '\n') {
      line++;
    }
    return b;
  }

  private boolean fill() {
    try {
      at = 0;
      end = Math.max(0, in.readNBytes(buffer, 0, BUFFER));
      return end > 0;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  void skipSpace() {
    while (isSpace(peek())) {
      next();
    }
  }

  static boolean isSpace(int b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == 0x1a;
  }

  long line() {
    return line;
  }

  String where() {
    return "line " + line;
  }
}
