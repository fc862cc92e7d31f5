package no.maaltall.kostra.statbank;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import no.maaltall.kostra.statbank.StatbankFileException.Problem;

/**
 * Takes the header of a PC-Axis file apart.
 *
 * <p>Texts get a character per byte, whatever their encoding.
 */
final class PxTokens {
  private static final int LONGEST_KEYWORD = 100;
  private static final int LONGEST_HEADER = 32 << 20;
  private static final int MOST_TEXTS = 1_000_000;

  /** A text over several lines with this in it has lost its last quotation mark. */
  private static final Pattern NEXT_KEYWORD =
      Pattern.compile(";[ \\t]*\\r?\\n[A-Za-z0-9_-]{2,100}[\\[(=]");

  private final PxSource source;
  private int read;
  private int texts;
  private int keywords;

  PxTokens(PxSource source) {
    this.source = source;
  }

  /** The next keyword, up to and with its equals sign. */
  PxKeyword keyword() {
    source.skipSpace();
    if (source.peek() == PxSource.END) {
      throw keywords == 0
          ? new StatbankFileException(
              Problem.EMPTY, "the file", "nothing", "keywords with their values")
          : cutOff("the end before DATA", "DATA= and the cells");
    }
    String name = name();
    String language = "";
    List<String> subkeys = new ArrayList<>();
    if (source.peek() == '[') {
      source.next();
      language = language();
      source.skipSpace();
    }
    if (source.peek() == '(') {
      source.next();
      readSubkeys(name, subkeys);
      source.skipSpace();
    }
    require('=', "keyword " + name);
    keywords++;
    return new PxKeyword(name, language, ImmutableList.copyOf(subkeys));
  }

  private String name() {
    StringBuilder name = new StringBuilder();
    for (int b = source.peek(); isNamePart(b); b = source.peek()) {
      append(name, source.next());
      if (name.length() > LONGEST_KEYWORD) {
        throw syntax("a word of more than " + LONGEST_KEYWORD + " characters", "a keyword");
      }
    }
    if (name.length() == 0) {
      throw syntax(shown(source.peek()), "a keyword, as TITLE=");
    }
    source.skipSpace();
    return name.toString().toUpperCase(Locale.ROOT);
  }

  private static boolean isNamePart(int b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || b == '-'
        || b == '_';
  }

  private String language() {
    StringBuilder language = new StringBuilder();
    for (int b = source.next(); b != ']'; b = source.next()) {
      if (!isNamePart(b) || language.length() > LONGEST_KEYWORD) {
        throw syntax(shown(b), "a language in brackets, as [en]");
      }
      append(language, b);
    }
    return language.toString();
  }

  private void readSubkeys(String name, List<String> subkeys) {
    while (true) {
      source.skipSpace();
      if (source.peek() != '"') {
        throw syntax(shown(source.peek()), "texts in quotation marks after " + name + "(");
      }
      subkeys.add(quoted());
      source.skipSpace();
      int b = source.next();
      if (b == ')') {
        return;
      }
      if (b != ',') {
        throw syntax(shown(b), "a comma or a closing parenthesis after " + name + "(");
      }
    }
  }

  private void require(char expected, String what) {
    if (source.peek() != expected) {
      throw syntax(shown(source.peek()), "'" + expected + "' after " + what);
    }
    source.next();
  }

  /**
   * The values of a keyword, up to and with the semicolon. Texts with only space between them are
   * one; words that are in no quotation marks are values too.
   */
  List<String> items(PxKeyword keyword) {
    List<String> items = new ArrayList<>();
    boolean continues = false;
    while (true) {
      source.skipSpace();
      int b = source.peek();
      if (b == ';') {
        source.next();
        return items;
      } else if (b == PxSource.END) {
        throw cutOff("the end in the values of " + keyword, "a semicolon after them");
      } else if (b == '"') {
        String text = quoted();
        if (continues) {
          items.set(items.size() - 1, joined(items.get(items.size() - 1), text));
        } else {
          items.add(text);
        }
        continues = true;
      } else if (b == ',' || b == ':') {
        source.next();
        continues = false;
      } else {
        if (continues && isNamePart(b) && b != '-') {
          throw syntax(shown(b), "a comma or a semicolon after a text of " + keyword);
        }
        items.add(word(keyword));
        continues = false;
      }
    }
  }

  // A text in very many pieces would take time with the square of its length.
  private String joined(String before, String text) {
    read += before.length() / 16;
    requireWithinLimits();
    return before + text;
  }

  private String word(PxKeyword keyword) {
    StringBuilder word = new StringBuilder();
    for (int b = source.peek();
        b != '"' && b != ',' && b != ':' && b != ';' && !PxSource.isSpace(b) && b != PxSource.END;
        b = source.peek()) {
      if (b == '=') {
        throw syntax(
            "'=' in the values of " + keyword, "a semicolon between values and the next keyword");
      }
      append(word, source.next());
    }
    count();
    return word.toString();
  }

  private String quoted() {
    String start = source.where();
    source.next();
    StringBuilder text = new StringBuilder();
    boolean lines = false;
    for (int b = source.next(); b != '"'; b = source.next()) {
      if (b == PxSource.END) {
        throw cutOff("no end of the text that starts in " + start, "a closing quotation mark");
      }
      lines |= b == '\n';
      append(text, b);
    }
    if (lines && NEXT_KEYWORD.matcher(text).find()) {
      throw new StatbankFileException(
          Problem.SYNTAX, start, CubeException.quote(text.toString()), "a closing quotation mark");
    }
    count();
    return text.toString();
  }

  private void append(StringBuilder text, int b) {
    text.append((char) b);
    read++;
    if (read > LONGEST_HEADER) {
      requireWithinLimits();
    }
  }

  private void count() {
    texts++;
    requireWithinLimits();
  }

  private void requireWithinLimits() {
    if (read > LONGEST_HEADER || texts > MOST_TEXTS) {
      throw new StatbankFileException(
          Problem.LIMIT,
          source.where(),
          read > LONGEST_HEADER ? "more than 32 MiB before the data" : texts + " texts",
          "32 MiB and " + MOST_TEXTS + " texts before the data");
    }
  }

  private StatbankFileException syntax(String got, String allowed) {
    return source.peek() == PxSource.END
        ? cutOff("the end", allowed)
        : new StatbankFileException(Problem.SYNTAX, source.where(), got, allowed);
  }

  private StatbankFileException cutOff(String got, String allowed) {
    return new StatbankFileException(Problem.CUT_OFF, source.where(), got, allowed);
  }

  static String shown(int b) {
    if (b == PxSource.END) {
      return "the end";
    }
    return b > ' ' && b < 0x7f ? "'" + (char) b + "'" : "the byte " + b;
  }
}
