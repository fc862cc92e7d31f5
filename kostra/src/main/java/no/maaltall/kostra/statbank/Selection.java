package no.maaltall.kostra.statbank;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which categories of a dimension a query asks for. */
sealed interface Selection {
  /** A function with one argument or two. */
  Pattern CALL = Pattern.compile("(top|bottom|from|to|range)\\(([^,()]+)(?:,([^,()]+))?\\)");

  /** The selection as PxWebApi v2 writes it: codes and expressions. */
  ImmutableList<String> expressions();

  /** Reads an expression of v2, or codes or masks with commas between. */
  static Selection parse(String dimension, String expression) {
    Matcher call = CALL.matcher(expression);
    if (call.matches()) {
      String argument = call.group(2);
      String second = String.valueOf(call.group(3));
      return switch (call.group(1) + (call.group(3) == null ? "" : ",")) {
        case "top" -> new Top(count(dimension, argument));
        case "bottom" -> new Bottom(count(dimension, argument));
        case "from" -> new From(argument);
        case "to" -> new To(argument);
        case "range," -> new Range(argument, second);
        default -> throw unreadable(dimension, expression);
      };
    }
    if (expression.equals("*")) {
      return new All();
    }
    ImmutableList<String> parts = ImmutableList.copyOf(Splitter.on(',').split(expression));
    if (parts.stream().anyMatch(String::isBlank)) {
      throw unreadable(dimension, expression);
    }
    return parts.stream().anyMatch(p -> p.contains("*") || p.contains("?"))
        ? new Matching(parts)
        : new Items(parts);
  }

  private static int count(String dimension, String text) {
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw new IllegalArgumentException(
          "dimension " + dimension + ": count is \"" + text + "\"; allowed: at least 1");
    }
    return Integer.parseInt(text);
  }

  private static IllegalArgumentException unreadable(String dimension, String expression) {
    return new IllegalArgumentException(
        "dimension "
            + dimension
            + ": the selection is \""
            + expression
            + "\"; allowed: *, top(5), bottom(5), from(2015), to(2020), range(2015,2020), or codes"
            + " or masks with commas between");
  }

  /** All of them. */
  record All() implements Selection {
    @Override
    public ImmutableList<String> expressions() {
      return ImmutableList.of("*");
    }
  }

  /** Some, by code. */
  record Items(ImmutableList<String> codes) implements Selection {
    @Override
    public ImmutableList<String> expressions() {
      return codes;
    }
  }

  /** Those whose code matches a mask. */
  record Matching(ImmutableList<String> masks) implements Selection {
    @Override
    public ImmutableList<String> expressions() {
      return masks;
    }
  }

  /** The newest periods, or the first categories. */
  record Top(int count) implements Selection {
    @Override
    public ImmutableList<String> expressions() {
      return ImmutableList.of("top(" + count + ")");
    }
  }

  /** The oldest periods, or the last categories. */
  record Bottom(int count) implements Selection {
    @Override
    public ImmutableList<String> expressions() {
      return ImmutableList.of("bottom(" + count + ")");
    }
  }

  /** From one on. */
  record From(String first) implements Selection {
    @Override
    public ImmutableList<String> expressions() {
      return ImmutableList.of("from(" + first + ")");
    }
  }

  /** Up to and with one. */
  record To(String last) implements Selection {
    @Override
    public ImmutableList<String> expressions() {
      return ImmutableList.of("to(" + last + ")");
    }
  }

  /** From one to another, both with. */
  record Range(String first, String last) implements Selection {
    @Override
    public ImmutableList<String> expressions() {
      return ImmutableList.of("range(" + first + "," + last + ")");
    }
  }

  /** The kinds of code lists that a dimension may have, and what is asked of them. */
  enum Kind {
    /** Groups, each the sum of its members. */
    AGGREGATION("agg", "agg"),
    /** A grouping whose categories are not added up. */
    AGGREGATION_SINGLE("agg_single", "agg"),
    /** Another choice of categories. */
    VALUE_SET("vs", "vs");

    private final String filter;
    private final String prefix;

    Kind(String filter, String prefix) {
      this.filter = filter;
      this.prefix = prefix;
    }
  }

  /** Of a code list; all its codes when there are none. */
  record CodeListed(Kind kind, String id, ImmutableList<String> codes) implements Selection {
    /** Takes away what v1 or v2 writes before an id. */
    static CodeListed of(Kind kind, String id, ImmutableList<String> codes) {
      String bare = id;
      for (String before : List.of(kind.filter, kind.prefix)) {
        if (bare.startsWith(before + ":") || bare.startsWith(before + "_")) {
          bare = bare.substring(before.length() + 1);
          break;
        }
      }
      if (bare.isBlank()) {
        throw new IllegalArgumentException("the id of the code list is blank");
      }
      return new CodeListed(kind, bare, codes);
    }

    /** The filter of v1: {@code agg_single:KommSummer}. */
    String filter() {
      return kind.filter + ":" + id;
    }

    /** The id in v2: {@code agg_KommSummer}. */
    String codelist() {
      return kind.prefix + "_" + id;
    }

    @Override
    public ImmutableList<String> expressions() {
      return codes.isEmpty() ? ImmutableList.of("*") : codes;
    }
  }
}
