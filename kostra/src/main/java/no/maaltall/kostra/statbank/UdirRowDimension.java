package no.maaltall.kostra.statbank;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A dimension of the rows of an export of Udir: some columns that together say what it is. */
final class UdirRowDimension {
  private static final String UNIT = "Enhet";
  private static final Pattern OF_UNIT =
      Pattern.compile("(?:Enhet|Nasjonal|Fylke|Kommune|Organisasjon|Orgnr|Bydel).*");
  private static final Pattern SUFFIX =
      Pattern.compile("(?:kode|navn|nivaa|niv\u00e5|id)?(?:_over)?$", Pattern.CASE_INSENSITIVE);

  /** From the smallest unit to the largest. */
  private static final List<String> UNIT_CODES =
      List.of("organisasjonsnummer", "bydelkode", "kommunekode", "fylkekode", "nasjonaltkode");

  private static final List<String> UNIT_NAMES =
      List.of("enhetnavn", "bydel", "kommune", "fylke", "nasjonalt");

  private final String id;
  private final List<String> headings;
  private final List<Integer> columns;
  private final Map<List<String>, Integer> indexes = new LinkedHashMap<>();

  private UdirRowDimension(String id, List<String> headings, List<Integer> columns) {
    this.id = id;
    this.headings = headings;
    this.columns = columns;
  }

  /** The dimensions of some columns, in the order in which they first appear. */
  static List<UdirRowDimension> of(List<String> headings, List<Integer> columns) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int column : columns) {
      groups.computeIfAbsent(stem(headings.get(column)), s -> new ArrayList<>()).add(column);
    }
    List<UdirRowDimension> dimensions = new ArrayList<>();
    groups.forEach(
        (id, ofGroup) ->
            dimensions.add(
                new UdirRowDimension(
                    id, ofGroup.stream().map(c -> headings.get(c).strip()).toList(), ofGroup)));
    return dimensions;
  }

  private static String stem(String heading) {
    String name = heading.strip();
    if (OF_UNIT.matcher(name).matches()) {
      return UNIT;
    }
    String stem = SUFFIX.matcher(name).replaceFirst("");
    return stem.isEmpty() ? name : stem;
  }

  String id() {
    return id;
  }

  int size() {
    return indexes.size();
  }

  /** Where the category of a row is; one that was not seen before comes last. */
  int indexOf(List<String> row) {
    List<String> texts = columns.stream().map(c -> row.get(c).strip()).toList();
    Integer index = indexes.putIfAbsent(texts, indexes.size());
    return index == null ? indexes.size() - 1 : index;
  }

  /** The dimension, when all rows were seen. */
  Dimension dimension() {
    Dimension.Builder dimension =
        Dimension.builder(id).role(id.equals(UNIT) ? DimensionRole.GEO : DimensionRole.NONE);
    Map<List<String>, String> codes = codes();
    Map<String, Set<String>> children = children(codes);
    codes.forEach(
        (texts, code) -> {
          Category category = Category.of(code, label(texts));
          Set<String> below = children.get(code);
          dimension.category(
              below == null ? category : category.withChildren(ImmutableList.copyOf(below)));
        });
    return dimension.build();
  }

  private Map<List<String>, String> codes() {
    Map<List<String>, String> codes = new LinkedHashMap<>();
    Set<String> seen = new LinkedHashSet<>();
    boolean unique = true;
    for (List<String> texts : indexes.keySet()) {
      String code = code(texts);
      unique &= seen.add(code);
      codes.put(texts, code);
    }
    if (!unique) {
      codes.replaceAll((texts, code) -> String.join("/", texts));
    }
    return codes;
  }

  private String code(List<String> texts) {
    if (id.equals(UNIT)) {
      return firstOf(UNIT_CODES, texts, String.join("/", texts));
    }
    String lower = id.toLowerCase(Locale.ROOT);
    return firstOf(List.of(lower + "kode", lower), texts, String.join("/", texts));
  }

  private String label(List<String> texts) {
    if (!id.equals(UNIT)) {
      return firstOf(List.of(id.toLowerCase(Locale.ROOT) + "navn"), texts, code(texts));
    }
    for (String name : UNIT_NAMES) {
      String text = firstOf(List.of(name), texts, "");
      if (!text.isEmpty() && !text.startsWith("Alle ")) {
        return text;
      }
    }
    return code(texts);
  }

  private String firstOf(List<String> names, List<String> texts, String otherwise) {
    for (String name : names) {
      for (int i = 0; i < headings.size(); i++) {
        if (headings.get(i).equalsIgnoreCase(name) && !texts.get(i).isEmpty()) {
          return texts.get(i);
        }
      }
    }
    return otherwise;
  }

  private Map<String, Set<String>> children(Map<List<String>, String> codes) {
    Map<String, Set<String>> children = new LinkedHashMap<>();
    codes.forEach(
        (texts, code) -> {
          String parent = firstOf(List.of(id.toLowerCase(Locale.ROOT) + "kode_over"), texts, code);
          if (!parent.equals(code)) {
            children.computeIfAbsent(parent, p -> new LinkedHashSet<>()).add(code);
          }
        });
    return children;
  }
}
