package no.maaltall.core.norm;

import com.google.common.collect.ImmutableList;
import java.util.List;
import no.maaltall.core.csv.CsvRow;
import no.maaltall.core.csv.NamedCsv;
import no.maaltall.core.io.TableProblem.Kind;
import no.maaltall.core.io.TableSource;

/** Reads the numbers of norms from a file. */
final class NormTableFile {
  private static final List<String> COLUMNS =
      List.of(
          "NORM",
          "PARAMETER",
          "GROUP",
          "VALID_FROM",
          "VALUE",
          "SENSE",
          "LEGAL_BASIS",
          "SOURCE",
          "CONFIDENCE");

  private NormTableFile() {}

  static ImmutableList<NormValue> read(TableSource source, String file) {
    return new NamedCsv(file, COLUMNS, List.of())
        .read(source).stream().map(NormTableFile::value).collect(ImmutableList.toImmutableList());
  }

  private static NormValue value(CsvRow row) {
    return new NormValue(
        "",
        row.text("NORM"),
        row.text("PARAMETER"),
        row.optionalText("GROUP").orElse(""),
        row.date("VALID_FROM"),
        row.number("VALUE"),
        row.parsed("SENSE", Kind.INVALID_CODE, NormValue.Sense::parse),
        row.optionalText("LEGAL_BASIS").orElse(""),
        row.optionalText("SOURCE").orElse(""),
        row.parsed("CONFIDENCE", Kind.INVALID_CODE, Confidence::parse));
  }
}
