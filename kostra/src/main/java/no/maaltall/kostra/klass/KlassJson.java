package no.maaltall.kostra.klass;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;

/**
 * Reads KLASS's responses in JSON.
 *
 * <pre>{@code
 * ImmutableList<KlassCode> codes = KlassJson.codes(in);      // classifications/131/codesAt?date=2024-01-01
 * CodeChanges changes = KlassJson.changes(in);               // classifications/131/changes?from=2013-01-01
 * }</pre>
 *
 * <p>The stream is read to its end and closed, token by token: at most 1 000 000 rows, texts of at
 * most 1 000 000 characters, 256 MiB in all. Whatever cannot be used is a {@link
 * KlassFormatException} that names the JSON path; fields that are not known are not looked at.
 *
 * @see <a href="https://data.ssb.no/api/klass/v1/api-guide.html">SSB's guide to the API</a>
 */
public final class KlassJson {
  private static final ImmutableSet<String> CODE =
      ImmutableSet.of(
          "code",
          "parentCode",
          "level",
          "name",
          "shortName",
          "validFrom",
          "validTo",
          "validFromInRequestedRange",
          "validToInRequestedRange",
          "notes");
  private static final ImmutableSet<String> CHANGE =
      ImmutableSet.of("oldCode", "oldName", "newCode", "newName", "changeOccurred");
  private static final ImmutableSet<String> CORRESPONDENCE =
      ImmutableSet.of(
          "sourceCode", "sourceName", "targetCode", "targetName", "validFrom", "validTo");

  private KlassJson() {}

  /**
   * {@return the codes of {@code classifications/{id}/codes} or {@code codesAt}}
   *
   * @param in the response
   * @throws KlassFormatException if it is not such a response
   * @throws IOException if the stream cannot be read
   */
  public static ImmutableList<KlassCode> codes(InputStream in) throws IOException {
    return list(in, "codes", CODE, Fields::toCode);
  }

  /**
   * {@return the changes of {@code classifications/{id}/changes}}
   *
   * @param in the response
   * @throws KlassFormatException if it is not such a response
   * @throws IOException if the stream cannot be read
   */
  public static CodeChanges changes(InputStream in) throws IOException {
    return CodeChanges.of(list(in, "codeChanges", CHANGE, Fields::toChange));
  }

  /**
   * {@return the correspondences of {@code classifications/{id}/corresponds} or {@code
   * correspondsAt}}
   *
   * @param in the response
   * @throws KlassFormatException if it is not such a response
   * @throws IOException if the stream cannot be read
   */
  public static ImmutableList<Correspondence> correspondences(InputStream in) throws IOException {
    return list(in, "correspondenceItems", CORRESPONDENCE, Fields::toCorrespondence);
  }

  /**
   * {@return the table of {@code correspondencetables/{id}}}
   *
   * @param in the response
   * @throws KlassFormatException if it is not such a response
   * @throws IOException if the stream cannot be read
   */
  public static CorrespondenceTable correspondenceTable(InputStream in) throws IOException {
    ImmutableSet<String> names =
        ImmutableSet.<String>builder()
            .addAll(CORRESPONDENCE)
            .add("id", "name", "source", "target")
            .build();
    String rows = "correspondenceMaps";
    JsonDocument document = JsonDocument.read(in, names, ImmutableSet.of(rows));
    Fields fields = document.fields();
    return new CorrespondenceTable(
        fields.number("id"),
        fields.text("name"),
        fields.text("source"),
        fields.text("target"),
        each(document.requiredRows(rows), Fields::toCorrespondence));
  }

  /**
   * {@return the version of {@code versions/{id}}, with its codes}
   *
   * @param in the response
   * @throws KlassFormatException if it is not such a response
   * @throws IOException if the stream cannot be read
   */
  public static KlassVersion version(InputStream in) throws IOException {
    ImmutableSet<String> names = ImmutableSet.<String>builder().addAll(CODE).add("id").build();
    String rows = "classificationItems";
    JsonDocument document = JsonDocument.read(in, names, ImmutableSet.of(rows));
    return version(document.fields(), each(document.requiredRows(rows), Fields::toCode));
  }

  /**
   * {@return the classification of {@code classifications/{id}}, with its versions but not their
   * codes}
   *
   * @param in the response
   * @throws KlassFormatException if it is not such a response
   * @throws IOException if the stream cannot be read
   */
  public static Classification classification(InputStream in) throws IOException {
    ImmutableSet<String> names = ImmutableSet.of("id", "name", "validFrom", "validTo");
    String rows = "versions";
    JsonDocument document = JsonDocument.read(in, names, ImmutableSet.of(rows));
    return new Classification(
        document.fields().number("id"),
        document.fields().text("name"),
        each(document.requiredRows(rows), f -> version(f, ImmutableList.of())));
  }

  private static KlassVersion version(Fields fields, ImmutableList<KlassCode> codes) {
    return fields.make(
        () ->
            new KlassVersion(
                fields.number("id"),
                fields.text("name"),
                fields.date("validFrom"),
                fields.date("validTo"),
                codes));
  }

  private static <T> ImmutableList<T> list(
      InputStream in, String rows, ImmutableSet<String> names, Function<Fields, T> reading)
      throws IOException {
    return each(JsonDocument.read(in, names, ImmutableSet.of(rows)).requiredRows(rows), reading);
  }

  private static <T> ImmutableList<T> each(
      ImmutableList<Fields> rows, Function<Fields, T> reading) {
    return rows.stream().map(reading).collect(ImmutableList.toImmutableList());
  }
}
