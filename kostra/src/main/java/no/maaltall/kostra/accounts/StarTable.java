package no.maaltall.kostra.accounts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.maaltall.core.indicator.InvalidNotationException;
import no.maaltall.kostra.accounts.AccountsFileException.Problem;

/**
 * Which amounts are of interest (stjernetabell): patterns for region, class, function and account
 * type, each with a sign.
 *
 * <p>A field that is empty has no say. Rows are grouped by which of their fields are filled. A
 * group lets through what matches one of its {@code +} rows, or everything when it has none, and
 * then takes away what matches one of its {@code -} rows. An amount is selected when every group
 * lets it through.
 *
 * <p>Patterns: {@code *} any characters, {@code ?} one, {@code 010..285} a range of equally long
 * codes, and {@code !} in front for all that do not match. As CSV: {@code
 * periode,region,kontoklasse,funksjon,art,sign}.
 *
 * <p>Immutable and thread-safe.
 */
public final class StarTable {
  private static final ImmutableSet<String> REQUIRED =
      ImmutableSet.of("region", "kontoklasse", "funksjon", "art", "sign");
  private static final ImmutableSet<String> OPTIONAL = ImmutableSet.of("periode", "kilde");
  private static final String ALLOWED_SIGN = "+ or -";

  /**
   * A row; an empty field has no say.
   *
   * @param region pattern of regions
   * @param kontoklasse pattern of classes
   * @param funksjon pattern of functions
   * @param art pattern of account types
   * @param sign 1 to select, -1 to take away
   */
  public record Row(String region, String kontoklasse, String funksjon, String art, int sign) {
    /**
     * Checks the sign and that some field is filled.
     *
     * @param region pattern of regions
     * @param kontoklasse pattern of classes
     * @param funksjon pattern of functions
     * @param art pattern of account types
     * @param sign 1 to select, -1 to take away
     * @throws InvalidNotationException if a field is no pattern, or the sign not 1 or -1
     */
    public Row {
      if (sign != 1 && sign != -1) {
        throw new InvalidNotationException("sign", Integer.toString(sign), "1 or -1");
      }
      if (region.isEmpty() && kontoklasse.isEmpty() && funksjon.isEmpty() && art.isEmpty()) {
        throw new InvalidNotationException("row", "", "at least one field with a pattern");
      }
      for (String field : List.of(region, kontoklasse, funksjon, art)) {
        if (!field.isEmpty()) {
          CodePattern.parse(field);
        }
      }
    }

    private int filled() {
      return (region.isEmpty() ? 0 : 1)
          + (kontoklasse.isEmpty() ? 0 : 2)
          + (funksjon.isEmpty() ? 0 : 4)
          + (art.isEmpty() ? 0 : 8);
    }
  }

  private final ImmutableList<Row> rows;

  private StarTable(ImmutableList<Row> rows) {
    this.rows = rows;
  }

  /** {@return the table that selects everything} */
  public static StarTable everything() {
    return new StarTable(ImmutableList.of());
  }

  /**
   * {@return a table}
   *
   * @param rows its rows; without any it selects everything
   */
  public static StarTable of(List<Row> rows) {
    return new StarTable(ImmutableList.copyOf(rows));
  }

  static StarTable read(String name, InputStream in, int year, LeadingZeros zeros)
      throws IOException {
    ImmutableList.Builder<Row> rows = ImmutableList.builder();
    CsvRows.read(
        name,
        in,
        REQUIRED,
        OPTIONAL,
        row -> {
          if (row.isFor(year)) {
            rows.add(row(row, zeros));
          }
        });
    return new StarTable(rows.build());
  }

  private static Row row(CsvRows.Row row, LeadingZeros zeros) {
    int sign =
        switch (row.get("sign").strip()) {
          case "+" -> 1;
          case "-" -> -1;
          default -> throw row.problem(Problem.INVALID_SIGN, "sign", ALLOWED_SIGN);
        };
    try {
      return new Row(
          field(row, CodeNotation.REGION, zeros),
          row.get("kontoklasse").strip(),
          field(row, CodeNotation.FUNKSJON, zeros),
          field(row, CodeNotation.ART, zeros),
          sign);
    } catch (InvalidNotationException e) {
      throw new AccountsFileException(
          Problem.INVALID_CODE, row.file(), row.line(), "", e.text(), e.allowed());
    }
  }

  private static String field(CsvRows.Row row, CodeNotation notation, LeadingZeros zeros) {
    String text = row.get(notation.column()).strip();
    return text.isEmpty() ? "" : notation.ofRules(text, zeros, row.file(), row.line());
  }

  /** {@return its rows} */
  public ImmutableList<Row> rows() {
    return rows;
  }

  /** The selection among given codes, with every pattern matched once. */
  Selection among(List<String> functions, List<String> arts) {
    return new Selection(rows, functions, arts);
  }

  /** {@return the number of rows} */
  @Override
  public String toString() {
    return "StarTable: " + rows.size() + " rows";
  }

  /** What a table selects among given functions and account types. */
  static final class Selection {
    private final int arts;
    private final List<Matched> rows = new ArrayList<>();

    private record Matched(
        int group, int sign, String region, BitSet classes, BitSet functions, BitSet arts) {}

    private Selection(List<Row> rows, List<String> functions, List<String> arts) {
      this.arts = arts.size();
      List<String> classes = List.of(Kontoklasse.D.name(), Kontoklasse.I.name());
      for (Row row : rows) {
        this.rows.add(
            new Matched(
                row.filled(),
                row.sign(),
                row.region(),
                matching(row.kontoklasse(), classes),
                matching(row.funksjon(), functions),
                matching(row.art(), arts)));
      }
    }

    private static BitSet matching(String pattern, List<String> codes) {
      BitSet matching = new BitSet(codes.size());
      if (pattern.isEmpty()) {
        matching.set(0, codes.size());
        return matching;
      }
      CodePattern p = CodePattern.parse(pattern);
      for (int i = 0; i < codes.size(); i++) {
        matching.set(i, p.matches(codes.get(i)));
      }
      return matching;
    }

    /** Which rows concern a region: regions with the same have the same amounts selected. */
    BitSet rowsFor(String region) {
      BitSet concern = new BitSet(rows.size());
      for (int i = 0; i < rows.size(); i++) {
        String pattern = rows.get(i).region();
        concern.set(i, pattern.isEmpty() || CodePattern.parse(pattern).matches(region));
      }
      return concern;
    }

    /** The account types selected for a class and a function, given the rows of the region. */
    BitSet arts(BitSet concern, int kontoklasse, int function) {
      Map<Integer, BitSet> selected = new LinkedHashMap<>();
      Map<Integer, BitSet> taken = new LinkedHashMap<>();
      for (int i = 0; i < rows.size(); i++) {
        Matched row = rows.get(i);
        // Rows that select nothing here still say that their group must select.
        BitSet of =
            (row.sign() > 0 ? selected : taken).computeIfAbsent(row.group(), g -> new BitSet());
        if (concern.get(i) && row.classes().get(kontoklasse) && row.functions().get(function)) {
          of.or(row.arts());
        }
      }
      BitSet through = new BitSet(arts);
      through.set(0, arts);
      selected.values().forEach(through::and);
      taken.values().forEach(through::andNot);
      return through;
    }
  }
}
