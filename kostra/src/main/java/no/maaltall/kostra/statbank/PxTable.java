package no.maaltall.kostra.statbank;

import com.google.common.collect.ImmutableList;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.maaltall.kostra.statbank.StatbankFileException.Problem;

/** Makes a cube of a PC-Axis file. */
final class PxTable {
  private static final int MOST_DIMENSIONS = 1_000;
  private static final Pattern TIME =
      Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2}) ([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)");

  private final PxHeader header;
  private final String language;
  private final ImmutableList<PxVariable> stub;
  private final ImmutableList<PxVariable> heading;

  private PxTable(PxHeader header, Optional<String> asked) {
    this.header = header;
    this.language = language(header, asked);
    this.stub = variables("STUB");
    this.heading = variables("HEADING");
    requireVariables();
  }

  static Cube read(InputStream in, Optional<String> language) {
    PxSource source = PxSource.of(in);
    PxHeader header = PxHeader.read(source);
    try {
      return new PxTable(header, language).cube(source);
    } catch (CubeException e) {
      throw StatbankFileException.of(e);
    }
  }

  /** The language to look keywords up with; empty for the main one. */
  private static String language(PxHeader header, Optional<String> asked) {
    Optional<String> main = header.first(PxKeyword.of("LANGUAGE"));
    if (asked.isEmpty() || asked.equals(main)) {
      return "";
    }
    List<String> languages = header.all(PxKeyword.of("LANGUAGES"));
    if (!languages.contains(asked.get())) {
      throw new StatbankFileException(
          Problem.UNKNOWN_REFERENCE,
          "the language",
          CubeException.quote(asked.get()),
          languages.isEmpty() ? main.map(List::of).orElse(List.of()).toString() : languages + "");
    }
    return asked.get();
  }

  private ImmutableList<PxVariable> variables(String keyword) {
    List<String> mainNames = header.all(PxKeyword.of(keyword));
    List<String> names = header.all(PxKeyword.of(keyword).in(language));
    if (mainNames.size() > MOST_DIMENSIONS) {
      throw new StatbankFileException(
          Problem.LIMIT, keyword, mainNames.size() + " variables", "at most " + MOST_DIMENSIONS);
    }
    if (!names.isEmpty() && names.size() != mainNames.size()) {
      throw new StatbankFileException(
          Problem.SIZE,
          keyword + "[" + language + "]",
          names.size() + " variables",
          mainNames.size() + ", as in the main language");
    }
    ImmutableList.Builder<PxVariable> variables = ImmutableList.builder();
    for (int i = 0; i < mainNames.size(); i++) {
      String name = names.isEmpty() ? mainNames.get(i) : names.get(i);
      variables.add(new PxVariable(header, mainNames.get(i), name, language));
    }
    return variables.build();
  }

  private void requireVariables() {
    if (stub.isEmpty() && heading.isEmpty()) {
      throw new StatbankFileException(
          Problem.MISSING_PART, "STUB", "neither STUB nor HEADING", "the variables of the table");
    }
    Set<String> names = new HashSet<>();
    for (PxVariable variable : all()) {
      if (!names.add(variable.mainName())) {
        throw new StatbankFileException(
            Problem.DUPLICATE,
            "STUB and HEADING",
            CubeException.quote(variable.mainName()) + " twice",
            "each variable once");
      }
    }
  }

  private List<PxVariable> all() {
    List<PxVariable> all = new ArrayList<>(stub);
    all.addAll(heading);
    return all;
  }

  private Optional<String> text(String keyword) {
    return header
        .first(PxKeyword.of(keyword).in(language))
        .or(() -> header.first(PxKeyword.of(keyword)));
  }

  private Cube cube(PxSource source) {
    Optional<String> contents = header.first(PxKeyword.of("CONTVARIABLE"));
    List<Dimension> dimensions = new ArrayList<>();
    boolean hasContents = false;
    for (PxVariable variable : all()) {
      hasContents |= contents.filter(variable.mainName()::equals).isPresent();
      dimensions.add(variable.dimension(contents));
    }
    CubeBuilder cube = Cube.builder().dimensions(dimensions);
    if (!hasContents) {
      text("CONTENTS").ifPresent(c -> cube.constant(constant(c, dimensions)));
    }
    describe(cube);
    StatusSigns signs = PxSigns.of(header, language);
    return cube.signs(signs).cells(cells(source, signs, Cube.size(dimensions))).build();
  }

  /** What is measured, when it is the same in all cells. */
  private Dimension constant(String contents, List<Dimension> dimensions) {
    String id = "ContentsCode";
    while (hasId(dimensions, id)) {
      id += "_";
    }
    OptionalInt decimals = PxDecimals.of(header);
    String unit = text("UNITS").orElse("");
    return Dimension.builder(id)
        .label("contents")
        .role(DimensionRole.METRIC)
        .category(
            Category.of(contents)
                .withUnit(
                    decimals.isPresent()
                        ? CategoryUnit.of(unit, decimals.getAsInt())
                        : CategoryUnit.of(unit)))
        .build();
  }

  private static boolean hasId(List<Dimension> dimensions, String id) {
    return dimensions.stream().anyMatch(d -> d.id().equals(id));
  }

  private void describe(CubeBuilder cube) {
    text("TITLE").or(() -> text("DESCRIPTION")).ifPresent(cube::label);
    text("SOURCE").ifPresent(cube::source);
    updated().ifPresent(cube::updated);
    for (String keyword : List.of("NOTEX", "NOTE")) {
      List<String> notes = header.all(PxKeyword.of(keyword).in(language));
      cube.notes(PxNotes.of(notes.isEmpty() ? header.all(PxKeyword.of(keyword)) : notes));
    }
    for (String name : List.of("CELLNOTEX", "CELLNOTE")) {
      for (PxKeyword keyword : header.named(name, language)) {
        PxNotes.of(header.all(keyword))
            .forEach(note -> cube.note(String.join(" / ", keyword.subkeys()) + ": " + note));
      }
    }
    cube.extension(PxExtension.of(header, language));
  }

  /** The last time that any of the contents was changed. */
  private Optional<String> updated() {
    Optional<String> latest = text("LAST-UPDATED");
    for (PxKeyword keyword : header.named("LAST-UPDATED", "")) {
      Optional<String> time = header.first(keyword);
      if (time.isPresent() && (latest.isEmpty() || time.get().compareTo(latest.get()) > 0)) {
        latest = time;
      }
    }
    return latest.map(PxTable::isoTime);
  }

  private static String isoTime(String text) {
    Matcher m = TIME.matcher(text);
    return m.matches() ? m.group(1) + "-" + m.group(2) + "-" + m.group(3) + "T" + m.group(4) : text;
  }

  private CellBuffer cells(PxSource source, StatusSigns signs, long size) {
    boolean hasKeys = all().stream().anyMatch(v -> header.has(PxKeyword.of("KEYS", v.mainName())));
    if (!hasKeys) {
      return PxData.readAll(source, signs, size);
    }
    List<Map<String, Integer>> keys =
        stub.stream()
            .map(v -> v.positions(header.first(PxKeyword.of("KEYS", v.mainName()))))
            .toList();
    long rowSize = 1;
    for (PxVariable variable : heading) {
      rowSize = Math.multiplyExact(rowSize, variable.size());
    }
    return PxData.readRows(source, signs, size, keys, header, rowSize);
  }
}
