package no.maaltall.kostra.statbank;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayOutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.maaltall.kostra.statbank.StatbankFileException.Problem;

/** All that stands before the data of a PC-Axis file: its keywords with their values. */
final class PxHeader {
  private static final Set<String> ONCE =
      Set.of(
          "CHARSET",
          "CODEPAGE",
          "LANGUAGE",
          "LANGUAGES",
          "STUB",
          "HEADING",
          "VALUES",
          "CODES",
          "KEYS",
          "CONTVARIABLE",
          "VARIABLECODE",
          "TIMEVAL",
          "DECIMALS",
          "TITLE");

  private final Map<PxKeyword, List<String>> values;
  private final Charset charset;

  private PxHeader(Map<PxKeyword, List<String>> values, Charset charset) {
    this.values = values;
    this.charset = charset;
  }

  /** Reads up to the data, which are next in the source. */
  static PxHeader read(PxSource source) {
    PxTokens tokens = new PxTokens(source);
    Map<PxKeyword, List<String>> raw = new LinkedHashMap<>();
    for (PxKeyword keyword = tokens.keyword(); !isData(keyword); keyword = tokens.keyword()) {
      List<String> items = tokens.items(keyword);
      List<String> before = raw.putIfAbsent(keyword, items);
      if (before != null && ONCE.contains(keyword.name())) {
        throw new StatbankFileException(
            Problem.DUPLICATE, source.where(), keyword + " again", "it once");
      }
      if (before != null) {
        before.addAll(items);
      }
    }
    return decoded(raw);
  }

  private static boolean isData(PxKeyword keyword) {
    return keyword.name().equals("DATA");
  }

  /** Texts come with a character per byte, for what their encoding is stands among them. */
  private static PxHeader decoded(Map<PxKeyword, List<String>> raw) {
    Charset charset = TextEncoding.detect(beyondAscii(raw), declared(raw), undeclared(raw));
    Map<PxKeyword, List<String>> values = new LinkedHashMap<>();
    raw.forEach(
        (keyword, items) -> {
          PxKeyword decoded =
              new PxKeyword(
                  keyword.name(),
                  decode(keyword.language(), charset),
                  keyword.subkeys().stream()
                      .map(s -> decode(s, charset))
                      .collect(ImmutableList.toImmutableList()));
          items.replaceAll(item -> decode(item, charset));
          values.put(decoded, items);
        });
    return new PxHeader(values, charset);
  }

  private static byte[] beyondAscii(Map<PxKeyword, List<String>> raw) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    raw.forEach(
        (keyword, items) -> {
          keyword.subkeys().forEach(text -> addBeyondAscii(text, bytes));
          items.forEach(text -> addBeyondAscii(text, bytes));
        });
    return bytes.toByteArray();
  }

  private static void addBeyondAscii(String text, ByteArrayOutputStream bytes) {
    if (!isAscii(text)) {
      bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
      bytes.write('\n');
    }
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Charset> declared(Map<PxKeyword, List<String>> raw) {
    return first(raw, "CODEPAGE")
        .flatMap(TextEncoding::named)
        .or(() -> first(raw, "CHARSET").map(c -> PxHeader.ofCharset(c)));
  }

  private static Charset ofCharset(String name) {
    return switch (name.strip().toUpperCase(Locale.ROOT)) {
      case "ANSI" -> TextEncoding.WINDOWS;
      case "OEM", "DOS" -> TextEncoding.DOS;
      default -> TextEncoding.named(name).orElse(TextEncoding.WINDOWS);
    };
  }

  /** A file without CHARSET is one of DOS, says the specification. */
  private static Charset undeclared(Map<PxKeyword, List<String>> raw) {
    return raw.containsKey(PxKeyword.of("CODEPAGE")) ? TextEncoding.WINDOWS : TextEncoding.DOS;
  }

  private static Optional<String> first(Map<PxKeyword, List<String>> raw, String name) {
    List<String> items = raw.get(PxKeyword.of(name));
    return items == null || items.isEmpty() ? Optional.empty() : Optional.of(items.get(0));
  }

  private static String decode(String raw, Charset charset) {
    if (isAscii(raw)) {
      return raw;
    }
    byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return TextEncoding.decode(bytes, charset);
    } catch (CharacterCodingException e) {
      throw new StatbankFileException(
          Problem.ENCODING,
          CubeException.quote(raw),
          "bytes that are not " + charset,
          "text in the encoding of CODEPAGE, in UTF-8, or in that of Windows or DOS");
    }
  }

  /** A text of the data, in the encoding of the header. */
  String decode(String raw) {
    return decode(raw, charset);
  }

  Charset charset() {
    return charset;
  }

  /** The values of a keyword; none when it is not there. */
  List<String> all(PxKeyword keyword) {
    return values.getOrDefault(keyword, List.of());
  }

  /** The first value of a keyword. */
  Optional<String> first(PxKeyword keyword) {
    return all(keyword).stream().findFirst();
  }

  boolean has(PxKeyword keyword) {
    return values.containsKey(keyword);
  }

  /** The keywords with a name and language, in the order of the file. */
  List<PxKeyword> named(String name, String language) {
    List<PxKeyword> found = new ArrayList<>();
    for (PxKeyword keyword : values.keySet()) {
      if (keyword.name().equals(name) && keyword.language().equals(language)) {
        found.add(keyword);
      }
    }
    return found;
  }
}
