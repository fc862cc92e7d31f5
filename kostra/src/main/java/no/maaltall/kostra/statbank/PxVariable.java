package no.maaltall.kostra.statbank;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import no.maaltall.kostra.statbank.StatbankFileException.Problem;

/** One of the variables of a PC-Axis file, in the language that is read. */
final class PxVariable {
  private final PxHeader header;
  private final String language;
  private final String mainName;
  private final String name;
  private final List<String> texts;
  private final List<String> mainTexts;
  private final List<String> codes;

  /**
   * Finds the values of a variable.
   *
   * @param mainName its name in the main language of the file
   * @param name its name in the language that is read
   * @param language that language; empty for the main one
   */
  PxVariable(PxHeader header, String mainName, String name, String language) {
    this.header = header;
    this.language = language;
    this.mainName = mainName;
    this.name = name;
    this.mainTexts = header.all(PxKeyword.of("VALUES", mainName));
    List<String> ownTexts = all("VALUES");
    List<String> ownCodes = all("CODES");
    if (ownTexts.isEmpty() && ownCodes.isEmpty()) {
      throw new StatbankFileException(
          Problem.MISSING_PART,
          PxKeyword.of("VALUES", mainName).toString(),
          "a variable without values",
          "VALUES for each variable of STUB and HEADING");
    }
    this.texts = ownTexts.isEmpty() ? ownCodes : ownTexts;
    this.codes = ownCodes.isEmpty() ? (mainTexts.isEmpty() ? texts : mainTexts) : ownCodes;
    requireSameSize(texts, "VALUES");
    if (!mainTexts.isEmpty()) {
      requireSameSize(mainTexts, "VALUES");
    }
  }

  private void requireSameSize(List<String> values, String keyword) {
    if (values.size() != codes.size()) {
      throw new StatbankFileException(
          Problem.SIZE,
          PxKeyword.of(keyword, mainName).toString(),
          values.size() + " values and " + codes.size() + " codes",
          "as many codes as values, in each language");
    }
  }

  private List<String> all(String keyword) {
    List<String> own = header.all(PxKeyword.of(keyword, name).in(language));
    return own.isEmpty() ? header.all(PxKeyword.of(keyword, mainName)) : own;
  }

  private Optional<String> first(String keyword) {
    return all(keyword).stream().findFirst();
  }

  /** What a keyword says of one of its values. */
  private List<String> allOf(String keyword, int value) {
    List<String> own = header.all(PxKeyword.of(keyword, name, texts.get(value)).in(language));
    return own.isEmpty() ? header.all(PxKeyword.of(keyword, mainName, mainText(value))) : own;
  }

  private String mainText(int value) {
    return mainTexts.isEmpty() ? codes.get(value) : mainTexts.get(value);
  }

  int size() {
    return codes.size();
  }

  String mainName() {
    return mainName;
  }

  String id() {
    return header
        .first(PxKeyword.of("VARIABLECODE", name).in(language))
        .or(() -> header.first(PxKeyword.of("VARIABLECODE", mainName)))
        .orElse(mainName);
  }

  boolean isTime() {
    return !all("TIMEVAL").isEmpty() || first("VARIABLE-TYPE").filter("T"::equals).isPresent();
  }

  private DimensionRole role(boolean isContents) {
    if (isContents) {
      return DimensionRole.METRIC;
    }
    if (isTime()) {
      return DimensionRole.TIME;
    }
    boolean isPlace =
        !all("MAP").isEmpty() || first("VARIABLE-TYPE").filter("G"::equals).isPresent();
    return isPlace ? DimensionRole.GEO : DimensionRole.NONE;
  }

  /** The dimension that it becomes. */
  Dimension dimension(Optional<String> contentsVariable) {
    boolean isContents = contentsVariable.filter(mainName::equals).isPresent();
    Dimension.Builder dimension = Dimension.builder(id()).label(name).role(role(isContents));
    for (String keyword : List.of("NOTEX", "NOTE")) {
      PxNotes.of(all(keyword)).forEach(dimension::note);
    }
    for (int i = 0; i < size(); i++) {
      Category category = Category.of(codes.get(i), texts.get(i)).withNotes(notes(i));
      dimension.category(isContents ? withUnit(category, i) : category);
    }
    return dimension.build();
  }

  private List<String> notes(int value) {
    return ImmutableList.<String>builder()
        .addAll(PxNotes.of(allOf("VALUENOTEX", value)))
        .addAll(PxNotes.of(allOf("VALUENOTE", value)))
        .build();
  }

  private Category withUnit(Category category, int value) {
    String unit =
        header
            .first(PxKeyword.of("UNITS", texts.get(value)).in(language))
            .or(() -> header.first(PxKeyword.of("UNITS", mainText(value))))
            .or(() -> header.first(PxKeyword.of("UNITS").in(language)))
            .or(() -> header.first(PxKeyword.of("UNITS")))
            .orElse("");
    OptionalInt decimals = decimals(value);
    return category.withUnit(
        decimals.isPresent() ? CategoryUnit.of(unit, decimals.getAsInt()) : CategoryUnit.of(unit));
  }

  private OptionalInt decimals(int value) {
    List<String> precision = allOf("PRECISION", value);
    return precision.isEmpty() ? PxDecimals.of(header) : PxDecimals.parse(precision.get(0));
  }

  /** Where each of its codes or texts is, as KEYS says; the one given first wins. */
  Map<String, Integer> positions(Optional<String> kind) {
    String stated = kind.orElse("VALUES");
    List<String> keys =
        switch (stated) {
          case "CODES" -> codes;
          case "VALUES" -> mainTexts.isEmpty() ? texts : mainTexts;
          default ->
              throw new StatbankFileException(
                  Problem.SYNTAX,
                  PxKeyword.of("KEYS", mainName).toString(),
                  CubeException.quote(stated),
                  "CODES or VALUES");
        };
    Map<String, Integer> positions = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      if (positions.putIfAbsent(keys.get(i), i) != null) {
        throw new StatbankFileException(
            Problem.DUPLICATE,
            PxKeyword.of(stated, mainName).toString(),
            CubeException.quote(keys.get(i)) + " twice",
            "each once, when KEYS refers to them");
      }
    }
    return positions;
  }
}
