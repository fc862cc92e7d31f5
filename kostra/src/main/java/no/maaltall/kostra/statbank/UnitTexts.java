package no.maaltall.kostra.statbank;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.maaltall.core.indicator.Unit;

/**
 * The unit that the words of a publisher denote: {@code units.csv} and {@code per.csv} say which.
 *
 * <p>SSB's unit of <i>Frie inntekter per innbygger (kr)</i> is {@code kr}: what a number is per
 * stands in the name only. It is looked for there, since kroner add up over a merger of
 * municipalities and kroner per inhabitant do not. For the same reason a unit that is not known is
 * a ratio, not a count.
 */
final class UnitTexts {
  private static final ImmutableMap<String, String> UNITS = read("units.csv", "UNIT_MEASURE");
  private static final ImmutableMap<String, String> PER = read("per.csv", "PER");
  private static final ImmutableSet<String> HOW_OFTEN = ImmutableSet.of("week", "month", "year");
  private static final int LONGEST = 300;
  private static final Pattern PER_WHAT =
      Pattern.compile(
          "(?:^|[\\s,(/])(?:per|pr\\.?)\\s+(?<number>\\d[\\d \\u00a0]*+)?(?<word>\\p{L}[\\p{L}-]*+)",
          Pattern.UNICODE_CHARACTER_CLASS);

  private UnitTexts() {}

  private static ImmutableMap<String, String> read(String file, String column) {
    ImmutableMap.Builder<String, String> texts = ImmutableMap.builder();
    InputStream in = Objects.requireNonNull(UnitTexts.class.getResourceAsStream(file), file);
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .allowUnclosedQuote(false)
            .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()))) {
      rows.forEach(row -> texts.put(row.getField("TEXT"), row.getField(column)));
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + file, e);
    }
    return texts.buildOrThrow();
  }

  /** The unit of a statistical variable. */
  static Unit unit(Category category) {
    return known(category).map(unit -> withPer(unit, category.label())).orElse(Unit.RATIO);
  }

  /** The name of a statistical variable, with the words for its unit when no unit says the same. */
  static String nameWithUnit(String name, Category category) {
    String words = category.unit().map(CategoryUnit::text).orElse("");
    return words.isBlank() || known(category).isPresent() ? name : name + " (" + words + ")";
  }

  private static Optional<Unit> known(Category category) {
    return category
        .unit()
        .flatMap(
            u ->
                Stream.of(u.base(), u.label(), u.symbol())
                    .flatMap(Optional::stream)
                    .flatMap(text -> known(text).stream())
                    .findFirst()
                    .flatMap(unit -> scaled(unit, u.multiplier().orElse(0))));
  }

  /** The unit that a text denotes, which may say what it is per: {@code kr per innbygger}. */
  static Optional<Unit> known(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s\\u00a0]+", " ");
    String whole = UNITS.get(plain);
    if (whole != null) {
      return Optional.of(Unit.parse(whole));
    }
    Matcher per = PER_WHAT.matcher(plain);
    if (!per.find()) {
      return Optional.empty();
    }
    String counted = UNITS.get(plain.substring(0, per.start()).strip());
    return counted == null ? Optional.empty() : Optional.of(withPer(Unit.parse(counted), plain));
  }

  /** Thousands and millions of kroner are units of their own; other multiples are not. */
  private static Optional<Unit> scaled(Unit unit, int multiplier) {
    if (multiplier == 0) {
      return Optional.of(unit);
    }
    if (unit.equals(Unit.NOK) && (multiplier == 3 || multiplier == 6)) {
      return Optional.of(multiplier == 3 ? Unit.KNOK : Unit.MNOK);
    }
    return Optional.empty();
  }

  private static Unit withPer(Unit unit, String text) {
    boolean mayBePer =
        switch (unit.kind()) {
          case COUNT, NOK, KNOK, MNOK, FTE, HOURS -> unit.per().isEmpty();
          default -> false;
        };
    if (!mayBePer || text.length() > LONGEST) {
      return unit;
    }
    Matcher per = PER_WHAT.matcher(text.toLowerCase(Locale.ROOT));
    if (!per.find()) {
      return unit;
    }
    String word = per.group("word");
    String what = PER.getOrDefault(word, word);
    if (what.isEmpty() || (unit.kind() == Unit.Kind.COUNT && HOW_OFTEN.contains(what))) {
      return unit; // "Folkemengde per januar" and "per måned" say when it is counted.
    }
    String number = per.group("number");
    String digits = number == null ? "" : number.replaceAll("[ \\u00a0]", "") + " ";
    return unit.per(digits + what);
  }
}
