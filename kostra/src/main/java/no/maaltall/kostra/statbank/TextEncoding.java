package no.maaltall.kostra.statbank;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the encoding of text files of statistical offices, also when what they say of it is not
 * true.
 *
 * <p>Bytes that are UTF-8 by their pattern are UTF-8, whatever is declared: text in another
 * encoding has that pattern by accident so seldom that this is what every such file means. Bytes
 * that are not cannot be UTF-8. Of the eight-bit encodings that Nordic offices used, letters tell
 * DOS (code page 850) from Windows.
 */
final class TextEncoding {
  static final Charset WINDOWS = Charset.forName("windows-1252");
  static final Charset DOS = Charset.forName("IBM850");

  /** The bytes of æ ø å Æ Ø Å ä ö é ü Ä Ö in code page 850 that are no letters in Windows. */
  private static final String DOS_LETTERS =
      "\u0091\u009b\u0086\u009d\u008f\u0084\u0094\u0082\u0081";

  private TextEncoding() {}

  /**
   * The encoding of some bytes.
   *
   * @param bytes the bytes of text that are to be told apart
   * @param declared the encoding that the file says that it has
   * @param undeclared the one to take when it says nothing, and the bytes do not tell
   */
  static Charset detect(byte[] bytes, Optional<Charset> declared, Charset undeclared) {
    if (isAscii(bytes) || isIn(bytes, StandardCharsets.UTF_8)) {
      return StandardCharsets.UTF_8;
    }
    Charset named = declared.orElse(undeclared);
    if (!isNordicEightBit(named) && isIn(bytes, named)) {
      return named;
    }
    int dos = 0;
    int windows = 0;
    for (int i = 1; i + 1 < bytes.length; i++) {
      if (isLetter(bytes[i - 1]) && isLetter(bytes[i + 1])) {
        int b = bytes[i] & 0xff;
        dos += DOS_LETTERS.indexOf(b) >= 0 ? 1 : 0;
        windows += b >= 0xc0 ? 1 : 0;
      }
    }
    if (dos > 0 && windows == 0) {
      return DOS;
    }
    if (windows > 0 && dos == 0) {
      return WINDOWS;
    }
    return named.equals(DOS) ? DOS : WINDOWS;
  }

  /** ISO 8859-1 is read as Windows, which has letters where it has control characters. */
  private static boolean isNordicEightBit(Charset charset) {
    return charset.equals(WINDOWS)
        || charset.equals(DOS)
        || charset.equals(StandardCharsets.ISO_8859_1)
        || charset.equals(StandardCharsets.UTF_8)
        || charset.equals(StandardCharsets.US_ASCII)
        || charset.name().startsWith("UTF-");
  }

  private static boolean isLetter(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  static boolean isIn(byte[] bytes, Charset charset) {
    try {
      decode(bytes, charset);
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes))
        .toString();
  }

  /** The encoding with a name, when this machine has it. */
  static Optional<Charset> named(String name) {
    try {
      return Optional.of(Charset.forName(name.strip().toLowerCase(Locale.ROOT)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  /**
   * The UTF-16 that some first bytes are in, with a byte order mark or without: the markup of the
   * files is ASCII, so that every other byte is zero.
   */
  static Optional<Charset> utf16(byte[] first) {
    if (first.length < 2) {
      return Optional.empty();
    }
    int pair = (first[0] & 0xff) << 8 | (first[1] & 0xff);
    if (pair == 0xfffe || (first[0] != 0 && first[1] == 0)) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return pair == 0xfeff || (first[0] == 0 && first[1] != 0)
        ? Optional.of(StandardCharsets.UTF_16BE)
        : Optional.empty();
  }
}
