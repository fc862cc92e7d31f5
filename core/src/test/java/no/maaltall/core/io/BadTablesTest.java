package no.maaltall.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import no.maaltall.core.io.TableProblem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases of bad-tables.csv, each of which puts one file in place of that of a good table. There
 * {@code ↵} stands for a line end and {@code ␀} for a NUL.
 */
class BadTablesTest {
  /** A case: why it is there, what is read, and what is said of it. */
  record Case(
      String id,
      String why,
      String file,
      String content,
      TableProblem problem,
      String message,
      int kept,
      long problems) {

    TableSource source() {
      return SampleTables.with(file, content.replace('↵', '\n').replace('␀', '\0'));
    }

    @Override
    public String toString() {
      return id + ": " + why;
    }
  }

  static List<Case> cases() throws IOException {
    InputStream in = BadTablesTest.class.getResourceAsStream("bad-tables.csv");
    try (CsvReader<NamedCsvRecord> csv =
            CsvReader.builder().ofNamedCsvRecord(Objects.requireNonNull(in));
        Stream<NamedCsvRecord> rows = csv.stream()) {
      return rows.map(BadTablesTest::asCase).toList();
    }
  }

  private static Case asCase(NamedCsvRecord row) {
    String named = row.getField("MESSAGE");
    TableProblem place =
        new TableProblem(
            Kind.valueOf(row.getField("KIND")),
            named.substring(0, named.indexOf(".csv") + 4),
            Long.parseLong(row.getField("LINE")),
            row.getField("COLUMN"),
            "",
            "");
    return new Case(
        row.getField("ID"),
        row.getField("WHY"),
        row.getField("FILE"),
        row.getField("CONTENT"),
        place,
        named,
        Integer.parseInt(row.getField("KEPT")),
        Long.parseLong(row.getField("PROBLEMS")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void strictFormThrowsAtTheFirstProblem(Case given) {
    TidyTableException thrown =
        catchThrowableOfType(TidyTableException.class, () -> TidyTables.read(given.source()));

    assertThat(thrown).hasMessage(given.message());
    assertThat(place(thrown.problem())).isEqualTo(given.problem());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void lenientFormListsItAndKeepsTheGoodRows(Case given) {
    Reading reading = TidyTables.readLenient(given.source());

    assertThat(reading.problems()).extracting(TableProblem::message).contains(given.message());
    assertThat(reading.dataSet().size()).isEqualTo(given.kept());
    assertThat(reading.problemCount()).isEqualTo(given.problems());
    assertThat(reading.problems()).hasSize(Math.toIntExact(given.problems()));
  }

  private static final Set<Kind> OF_NORMS =
      EnumSet.of(
          Kind.INVALID_CODE,
          Kind.INVALID_COUNT,
          Kind.DUPLICATE_ROW,
          Kind.UNKNOWN_REFERENCE,
          Kind.CONTRADICTION);

  @Test
  void everyKindThatATextCanHaveIsAmongTheCases() throws IOException {
    // The others need bytes, a size or a failing stream, and are in HostileTablesTest and
    // TidyTablesTest, or are of the files of norms, and are in NormFilesTest.
    assertThat(cases())
        .extracting(c -> c.problem().kind())
        .contains(
            Stream.of(Kind.values())
                .filter(
                    k ->
                        k != Kind.MISSING_FILE
                            && k != Kind.UNREADABLE
                            && k != Kind.ENCODING
                            && k != Kind.FIELD_TOO_LONG
                            && k != Kind.DROPPED_INDICATOR
                            && !OF_NORMS.contains(k))
                .toArray(Kind[]::new));
  }

  private static TableProblem place(TableProblem problem) {
    return new TableProblem(
        problem.kind(), problem.file(), problem.line(), problem.column(), "", "");
  }
}
