package no.maaltall.core.io;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Direction;
import no.maaltall.core.indicator.Frequency;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.RatioDefinition;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.SeriesBreak;
import no.maaltall.core.indicator.Unit;

/** Laws of reading and writing: nothing is lost, and order means nothing. */
class TidyTablePropertiesTest {
  private static final List<String> ODD =
      List.of("\"", "\"\"", ",", "\n", "\r\n", "\r", " ", "#", "æøå", "😀", "�", "'", "\t", "x");

  @Property(tries = 300)
  void writingAndReadingGivesAnEqualDataSet(@ForAll("dataSets") DataSet dataSet)
      throws IOException {
    Path directory = Files.createTempDirectory("tidy");
    try {
      TidyTables.write(dataSet, directory);
      DataSet back = TidyTables.read(directory);

      assertThat(back).isEqualTo(dataSet);
      assertThat(back.regions()).containsExactlyElementsOf(dataSet.regions());
      assertThat(back.indicators()).containsExactlyElementsOf(dataSet.indicators());
      Map<String, String> first = texts(directory);
      TidyTables.write(back, directory);
      assertThat(texts(directory)).isEqualTo(first);
      Reading lenient = TidyTables.readLenient(directory);
      assertThat(lenient.isClean()).isTrue();
      assertThat(lenient.dataSet()).isEqualTo(dataSet);
    } finally {
      delete(directory);
    }
  }

  @Property(tries = 200)
  void permutingRowsAndColumnsChangesNothing(@ForAll("dataSets") DataSet dataSet, @ForAll long seed)
      throws IOException {
    Path directory = Files.createTempDirectory("tidy");
    try {
      TidyTables.write(dataSet, directory);
      Map<String, String> shuffled = new LinkedHashMap<>();
      Random random = new Random(seed);
      texts(directory).forEach((name, text) -> shuffled.put(name, shuffle(name, text, random)));

      assertThat(TidyTables.read(TableSource.ofTexts(shuffled))).isEqualTo(dataSet);
    } finally {
      delete(directory);
    }
  }

  /** Breaks are a list, so their rows stay; every other row may come anywhere. */
  private static String shuffle(String name, String text, Random random) {
    List<List<String>> rows = CsvRows.parse(text);
    List<Integer> columns = new ArrayList<>();
    for (int i = 0; i < rows.get(0).size(); i++) {
      columns.add(i);
    }
    Collections.shuffle(columns, random);
    List<List<String>> body = new ArrayList<>(rows.subList(1, rows.size()));
    if (!name.equals("breaks.csv")) {
      Collections.shuffle(body, random);
    }
    List<List<String>> all = new ArrayList<>(List.of(rows.get(0)));
    all.addAll(body);
    return CsvRows.format(all.stream().map(r -> columns.stream().map(r::get).toList()).toList());
  }

  private static Map<String, String> texts(Path directory) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.sorted().toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.of(ODD)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(parts -> String.join("", parts));
  }

  private static Arbitrary<List<String>> codes(int most) {
    return texts()
        .filter(t -> !t.isBlank())
        .list()
        .ofMinSize(1)
        .ofMaxSize(most)
        .map(texts -> texts.stream().distinct().collect(Collectors.toList()));
  }

  private static Arbitrary<Double> values() {
    return Arbitraries.oneOf(
        Arbitraries.doubles().filter(v -> Double.compare(v, -0.0) != 0),
        Arbitraries.integers().between(-1000, 1000).map(i -> i / 10.0),
        Arbitraries.of(
            Double.MIN_VALUE, Double.MAX_VALUE, 0.1 + 0.2, 1e21, 2e-3, 9007199254740992.0));
  }

  @Provide
  Arbitrary<DataSet> dataSets() {
    return Combinators.combine(codes(5), codes(4), Arbitraries.longs(), values().list().ofSize(60))
        .as(TidyTablePropertiesTest::dataSet);
  }

  /** A data set with any of what there can be, as a seed has it. */
  private static DataSet dataSet(
      List<String> ids, List<String> regions, long seed, List<Double> values) {
    Random random = new Random(seed);
    DataSet.Builder builder = DataSet.builder();
    List<Indicator> indicators = new ArrayList<>();
    for (String id : ids) {
      indicators.add(indicator(id, indicators, random, values));
    }
    Collections.shuffle(indicators, random);
    indicators.forEach(builder::addIndicator);
    if (random.nextBoolean()) {
      regions.forEach(r -> builder.addRegion(region(r, random)));
    }
    addBreaks(builder, ids, regions, random);
    int next = 0;
    for (Indicator indicator : indicators) {
      for (String region : regions) {
        if (indicator.ratio().isEmpty() && random.nextInt(4) > 0) {
          next = addSeries(builder, indicator.id(), region, random, values, next);
        }
      }
    }
    return builder.build();
  }

  private static Indicator indicator(
      String id, List<Indicator> before, Random random, List<Double> values) {
    Indicator.Builder builder = Indicator.builder().id(id);
    if (random.nextBoolean()) {
      builder.name(odd(random)).area(odd(random)).priceBase(odd(random));
    }
    if (random.nextBoolean()) {
      builder.source(odd(random)).target(random.nextBoolean() ? -0.0 : values.get(0));
    }
    Unit[] units = {Unit.PERCENT, Unit.KNOK, Unit.NOK.per("barn, \"1–5\" år"), Unit.POINTS};
    builder.unit(units[random.nextInt(units.length)]);
    builder.direction(Direction.values()[random.nextInt(3)]).decimals(random.nextInt(16));
    if (!before.isEmpty()) {
      String other = before.get(random.nextInt(before.size())).id();
      if (random.nextBoolean()) {
        builder.parent(other);
      }
      if (random.nextInt(3) == 0) {
        double factor = new double[] {1, 100, 1e-7}[random.nextInt(3)];
        builder.ratio(new RatioDefinition(other, before.get(0).id(), factor));
      }
    }
    return builder.build();
  }

  private static Region region(String code, Random random) {
    Optional<LocalDate> from =
        random.nextBoolean() ? Optional.of(LocalDate.of(1838, 1, 1)) : Optional.empty();
    Optional<LocalDate> to =
        random.nextBoolean() ? Optional.of(LocalDate.of(2019, 12, 31)) : Optional.empty();
    return new Region(code, random.nextBoolean() ? code : odd(random), from, to);
  }

  private static void addBreaks(
      DataSet.Builder builder, List<String> ids, List<String> regions, Random random) {
    for (int i = random.nextInt(3); i > 0; i--) {
      builder.addRegion(Region.of("break " + i));
      builder.addBreak(
          new SeriesBreak(
              random.nextBoolean() ? Optional.of(ids.get(0)) : Optional.empty(),
              random.nextBoolean() ? Optional.of("break " + i) : Optional.empty(),
              Period.ofOrdinal(Frequency.QUARTER, 8000 + random.nextInt(99)),
              regions.get(0) + (random.nextBoolean() ? odd(random) : "")));
    }
  }

  private static int addSeries(
      DataSet.Builder builder,
      String id,
      String region,
      Random random,
      List<Double> values,
      int from) {
    Frequency frequency = Frequency.values()[random.nextInt(4)];
    int next = from;
    for (int ordinal = 24000; ordinal < 24006; ordinal++) {
      int first = frequency.periodsPerYear() == 1 ? ordinal / 12 + ordinal % 12 : ordinal;
      if (random.nextInt(3) > 0) {
        ObservationStatus[] all = ObservationStatus.values();
        ObservationStatus status =
            random.nextBoolean() ? ObservationStatus.NORMAL : all[random.nextInt(all.length)];
        double value = status.isMissing() ? Double.NaN : values.get(next++ % values.size());
        Period period = Period.ofOrdinal(frequency, first);
        builder.addObservation(id, region, period, value, status);
      }
    }
    return next;
  }

  private static String odd(Random random) {
    return ODD.get(random.nextInt(ODD.size())) + ODD.get(random.nextInt(ODD.size()));
  }

  /** CSV rows, read and written by the library that is not under test here. */
  private static final class CsvRows {
    static List<List<String>> parse(String text) {
      return CsvReader.builder().ofCsvRecord(text).stream().map(CsvRecord::getFields).toList();
    }

    static String format(List<List<String>> rows) {
      StringWriter out = new StringWriter();
      try (CsvWriter csv = CsvWriter.builder().build(out)) {
        rows.forEach(csv::writeRecord);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return out.toString();
    }
  }

  @Property
  void decimalsAreThoseOfTheGrammarAndRoundAsTheJdkDoes(@ForAll("numberLike") String text) {
    char[] padded = ("7" + text + "7").toCharArray();
    boolean decimal = text.matches("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    assertThat(DecimalText.isDecimal(padded, 1, text.length())).isEqualTo(decimal);
    if (decimal) {
      double expected = Double.parseDouble(text);
      assertThat(DecimalText.parse(padded, 1, text.length())).isEqualTo(expected);
      boolean zero = text.replaceAll("[eE].*", "").matches("[^1-9]*");
      assertThat(DecimalText.isInRange(expected, padded, 1, text.length()))
          .isEqualTo(!Double.isInfinite(expected) && (expected != 0 || zero));
    }
  }

  @Provide
  Arbitrary<String> numberLike() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("0123456789+-.eExfd ,").ofMaxLength(12),
        Arbitraries.doubles().map(v -> Double.toString(v)),
        Arbitraries.bigDecimals().map(v -> v.toString()),
        Arbitraries.strings().withChars("0123456789").ofMinLength(1).ofMaxLength(900));
  }

  @Property
  void aDictionaryFindsWhatAMapFinds(
      @ForAll List<String> known, @ForAll List<String> asked, @ForAll long seed) {
    CodeDictionary dictionary = new CodeDictionary();
    Map<String, Integer> map = new LinkedHashMap<>();
    for (String code : known) {
      dictionary.put(code, map.size());
      map.put(code, map.size());
    }
    List<String> codes = new ArrayList<>(asked);
    codes.addAll(known);
    codes.addAll(known);
    Collections.shuffle(codes, new Random(seed));
    for (String code : codes) {
      char[] padded = ("<" + code + ">").toCharArray();
      assertThat(dictionary.find(padded, 1, code.length()))
          .isEqualTo(map.getOrDefault(code, CodeDictionary.ABSENT));
    }
  }

  @Property
  void noByteIsLostInDecoding(@ForAll byte[] bytes, @ForAll long seed) throws IOException {
    byte[] withStart = Arrays.copyOf("ab".getBytes(StandardCharsets.UTF_8), 2 + bytes.length);
    System.arraycopy(bytes, 0, withStart, 2, bytes.length);
    StringBuilder text = new StringBuilder();
    try (Utf8Reader reader = new Utf8Reader(new DribblingStream(withStart, seed))) {
      char[] buffer = new char[16];
      for (int n = reader.read(buffer, 3, 8); n >= 0; n = reader.read(buffer, 3, 8)) {
        text.append(buffer, 3, n);
      }
    }

    assertThat(DribblingStream.encode(text.toString())).isEqualTo(withStart);
  }
}
