package no.maaltall.kostra.statbank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.maaltall.kostra.statbank.StatbankFileException.Problem;

/** The columns of values of an export of Udir, and the dimensions that their headings hold. */
final class UdirColumns {
  private static final String YEAR = "Skoleaar";
  private static final String MEASURE = "Statistikkvariabel";

  private final List<UdirHeading> values = new ArrayList<>();
  private final Map<UdirHeading, List<Integer>> breakColumns = new HashMap<>();
  private final List<Integer> rowColumns = new ArrayList<>();
  private final List<Map<String, Integer>> parts = new ArrayList<>();

  UdirColumns(List<String> headings) {
    List<UdirHeading> breaks = new ArrayList<>();
    for (int c = 0; c < headings.size(); c++) {
      Optional<UdirHeading> heading = UdirHeading.of(c, headings.get(c).strip());
      if (heading.isEmpty()) {
        rowColumns.add(c);
      } else {
        (heading.get().brokenHeading().isPresent() ? breaks : values).add(heading.get());
      }
    }
    requireDistinct(headings);
    breaks.forEach(this::assign);
    if (values.stream().mapToInt(v -> v.groups().size()).distinct().count() > 1) {
      Map<UdirHeading, List<Integer>> before = new HashMap<>(breakColumns);
      values.replaceAll(
          value -> {
            UdirHeading joined = value.withOneGroup();
            breakColumns.put(joined, before.getOrDefault(value, List.of()));
            return joined;
          });
    }
    collectParts();
  }

  private void requireDistinct(List<String> headings) {
    if (values.isEmpty()) {
      throw new StatbankFileException(
          Problem.MISSING_PART,
          "the headings",
          headings.size() + " without a school year first",
          "some as \"2024-25.Alle trinn.Antall elever\"");
    }
    Set<String> seen = new HashSet<>();
    for (String heading : headings) {
      if (!seen.add(heading.strip())) {
        throw new StatbankFileException(
            Problem.DUPLICATE,
            "the headings",
            CubeException.quote(heading) + " twice",
            "each heading once");
      }
    }
  }

  private void assign(UdirHeading mark) {
    String about = mark.brokenHeading().orElseThrow();
    List<UdirHeading> same = values.stream().filter(v -> v.text().equals(about)).toList();
    List<UdirHeading> marked =
        same.isEmpty()
            ? values.stream().filter(v -> v.text().startsWith(about + ".")).toList()
            : same;
    if (marked.isEmpty()) {
      throw new StatbankFileException(
          Problem.UNKNOWN_REFERENCE,
          "the heading " + CubeException.quote(mark.text()),
          "no column " + CubeException.quote(about),
          "breaks of columns that are there");
    }
    marked.forEach(v -> breakColumns.computeIfAbsent(v, x -> new ArrayList<>()).add(mark.column()));
  }

  private void collectParts() {
    int count = values.get(0).groups().size() + 2;
    for (int p = 0; p < count; p++) {
      Map<String, Integer> categories = new LinkedHashMap<>();
      for (UdirHeading value : values) {
        categories.putIfAbsent(part(value, p), categories.size());
      }
      parts.add(categories);
    }
  }

  private static String part(UdirHeading heading, int part) {
    return part == 0
        ? heading.year()
        : part <= heading.groups().size() ? heading.groups().get(part - 1) : heading.measure();
  }

  List<UdirHeading> values() {
    return values;
  }

  /** The columns that mark breaks of one. */
  List<Integer> breaksOf(UdirHeading value) {
    return breakColumns.getOrDefault(value, List.of());
  }

  /** The columns that say what a row is about. */
  List<Integer> rowColumns() {
    return rowColumns;
  }

  /** How many combinations of the parts there are. */
  long size() {
    long size = 1;
    for (Map<String, Integer> categories : parts) {
      size = Math.multiplyExact(size, (long) categories.size());
    }
    return size;
  }

  /** Where the combination of a heading is, in row-major order. */
  long positionOf(UdirHeading heading) {
    long position = 0;
    for (int p = 0; p < parts.size(); p++) {
      Integer index = parts.get(p).get(part(heading, p));
      position = position * parts.get(p).size() + (index == null ? 0 : index);
    }
    return position;
  }

  /**
   * The dimensions of the parts.
   *
   * @param taken the ids that others have
   * @param percent the measures all of whose numbers have a percent sign
   */
  List<Dimension> dimensions(Set<String> taken, Set<String> percent) {
    Set<String> ids = new HashSet<>(taken);
    List<Dimension> dimensions = new ArrayList<>();
    for (int p = 0; p < parts.size(); p++) {
      Set<String> categories = parts.get(p).keySet();
      if (p == 0) {
        dimensions.add(years(unique(YEAR, ids), categories));
      } else if (p == parts.size() - 1) {
        dimensions.add(measures(unique(MEASURE, ids), categories, percent));
      } else {
        String id = unique(name(categories).orElse("Inndeling" + (p + 1)), ids);
        dimensions.add(Dimension.of(id, categories.toArray(String[]::new)));
      }
    }
    return dimensions;
  }

  private static String unique(String id, Set<String> ids) {
    String unique = id;
    for (int n = 2; !ids.add(unique); n++) {
      unique = id + n;
    }
    return unique;
  }

  private static Optional<String> name(Set<String> categories) {
    return categories.stream()
        .filter(c -> c.startsWith("Alle ") || c.startsWith("Begge "))
        .map(c -> c.substring(c.indexOf(' ') + 1))
        .filter(n -> !n.isBlank())
        .findFirst();
  }

  private static Dimension years(String id, Set<String> categories) {
    Dimension.Builder years = Dimension.builder(id).role(DimensionRole.TIME);
    categories.forEach(year -> years.category(Category.of(UdirHeading.yearCode(year), year)));
    return years.build();
  }

  private static Dimension measures(String id, Set<String> categories, Set<String> percent) {
    Dimension.Builder measures = Dimension.builder(id).role(DimensionRole.METRIC);
    for (String name : categories) {
      Category category = Category.of(name);
      String lower = name.toLowerCase(Locale.ROOT);
      if (percent.contains(name) || lower.contains("andel") || lower.contains("prosent")) {
        category = category.withUnit(CategoryUnit.of("prosent"));
      } else if (lower.startsWith("antall")) {
        category = category.withUnit(CategoryUnit.of("antall"));
      }
      measures.category(category);
    }
    return measures.build();
  }
}
