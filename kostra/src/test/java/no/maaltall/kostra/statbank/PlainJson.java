package no.maaltall.kostra.statbank;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as maps, lists, texts and decimals, by the plainest parser there is: it shares nothing with
 * the reader that is tested against it.
 */
final class PlainJson {
  private final String text;
  private int at;

  private PlainJson(String text) {
    this.text = text;
  }

  static @Nullable Object parse(String text) {
    return new PlainJson(text.startsWith("\ufeff") ? text.substring(1) : text).value();
  }

  private @Nullable Object value() {
    skipSpace();
    char c = text.charAt(at);
    return switch (c) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> literal("true", true);
      case 'f' -> literal("false", false);
      case 'n' -> literal("null", null);
      default -> number();
    };
  }

  private void skipSpace() {
    while (" \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private @Nullable Object literal(String word, @Nullable Object value) {
    if (!text.startsWith(word, at)) {
      throw new IllegalArgumentException("at " + at);
    }
    at += word.length();
    return value;
  }

  private Map<String, @Nullable Object> object() {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    at++;
    skipSpace();
    while (text.charAt(at) != '}') {
      String name = string();
      skipSpace();
      at++; // the colon
      members.put(name, value());
      skipSpace();
      if (text.charAt(at) == ',') {
        at++;
        skipSpace();
      }
    }
    at++;
    return members;
  }

  private List<@Nullable Object> array() {
    List<@Nullable Object> elements = new ArrayList<>();
    at++;
    skipSpace();
    while (text.charAt(at) != ']') {
      elements.add(value());
      skipSpace();
      if (text.charAt(at) == ',') {
        at++;
        skipSpace();
      }
    }
    at++;
    return elements;
  }

  private String string() {
    StringBuilder out = new StringBuilder();
    at++;
    while (text.charAt(at) != '"') {
      char c = text.charAt(at++);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      char escaped = text.charAt(at++);
      switch (escaped) {
        case 'n' -> out.append('\n');
        case 'r' -> out.append('\r');
        case 't' -> out.append('\t');
        case 'b' -> out.append('\b');
        case 'f' -> out.append('\f');
        case 'u' -> {
          out.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
          at += 4;
        }
        default -> out.append(escaped);
      }
    }
    at++;
    return out.toString();
  }

  private BigDecimal number() {
    int start = at;
    while (at < text.length() && "+-0123456789.eE".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return new BigDecimal(text.substring(start, at));
  }
}
