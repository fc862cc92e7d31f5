package no.maaltall.kostra.klass;

import com.google.common.collect.ImmutableMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/** The texts of one object or row, with where it is. */
record Fields(String path, ImmutableMap<String, String> texts) {

  /** The text of a field; empty when it is null or not there. */
  String text(String name) {
    return texts.getOrDefault(name, "");
  }

  Optional<String> optional(String name) {
    return Optional.of(text(name)).filter(t -> !t.isBlank());
  }

  String required(String name) {
    return optional(name).orElseThrow(() -> problem(name, "nothing", "a text"));
  }

  long number(String name) {
    String text = required(name);
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      KlassFormatException problem = problem(name, text, "a whole number");
      problem.initCause(e);
      throw problem;
    }
  }

  Optional<LocalDate> date(String name) {
    return optional(name).map(text -> parse(name, text));
  }

  LocalDate requiredDate(String name) {
    return parse(name, required(name));
  }

  private LocalDate parse(String name, String text) {
    try {
      // A date with a time is that day: KLASS sends both.
      return LocalDate.parse(
          text.length() > 10 && text.charAt(10) == 'T' ? text.substring(0, 10) : text);
    } catch (DateTimeException e) {
      KlassFormatException problem = problem(name, text, "a date as 2024-01-01");
      problem.initCause(e);
      throw problem;
    }
  }

  /** What is made of the fields; what its constructor refuses is a problem here. */
  <T> T make(Supplier<T> making) {
    try {
      return making.get();
    } catch (KlassFormatException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      KlassFormatException problem =
          new KlassFormatException(path, texts.toString(), String.valueOf(e.getMessage()));
      problem.initCause(e);
      throw problem;
    }
  }

  KlassFormatException problem(String name, String got, String allowed) {
    return new KlassFormatException(path + "/" + name, got, allowed);
  }

  KlassCode toCode() {
    return make(
        () ->
            new KlassCode(
                required("code"),
                optional("parentCode"),
                text("level"),
                text("name").strip(),
                text("shortName"),
                date("validFrom").or(() -> date("validFromInRequestedRange")),
                date("validTo").or(() -> date("validToInRequestedRange")),
                text("notes")));
  }

  CodeChange toChange() {
    return make(
        () ->
            new CodeChange(
                optional("oldCode"),
                text("oldName").strip(),
                optional("newCode"),
                text("newName").strip(),
                requiredDate("changeOccurred")));
  }

  Correspondence toCorrespondence() {
    return make(
        () ->
            new Correspondence(
                optional("sourceCode"),
                text("sourceName").strip(),
                optional("targetCode"),
                text("targetName").strip(),
                date("validFrom"),
                date("validTo")));
  }
}
