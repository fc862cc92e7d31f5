package no.maaltall.core.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import no.maaltall.core.indicator.DataSet;

/**
 * Reads and writes data sets as tidy tables: a directory of CSV files.
 *
 * <pre>{@code
 * DataSet baerum = TidyTables.read(Path.of("baerum"));
 * TidyTables.write(baerum, Path.of("copy"));
 * }</pre>
 *
 * <h2>The files</h2>
 *
 * <p>UTF-8, with commas, a header row, a decimal point and quotes as in RFC 4180. Columns are found
 * by their names, in any order. A field in quotes means the same as one without. Empty lines are
 * skipped; a byte order mark and any line ends are accepted. Nothing is trimmed.
 *
 * <table>
 * <caption>indicators.csv: one row for each indicator</caption>
 * <tr><th>Column</th><th>Content</th></tr>
 * <tr><td>INDICATOR</td><td>the id</td></tr>
 * <tr><td>NAME</td><td>the name; empty: the id</td></tr>
 * <tr><td>UNIT_MEASURE</td><td>the unit, as {@code percent} or {@code NOK/child}</td></tr>
 * <tr><td>DIRECTION</td><td>the desired direction: 1, 0 or -1; empty: 0</td></tr>
 * <tr><td>DECIMALS</td><td>how many decimals are printed, 0 to 15; empty: 0</td></tr>
 * <tr><td>AREA, SOURCE, PRICE_BASE</td><td>optional texts</td></tr>
 * <tr><td>TARGET</td><td>optional: the value to reach</td></tr>
 * <tr><td>PARENT</td><td>optional: the indicator that it is a part of</td></tr>
 * <tr><td>NUMERATOR, DENOMINATOR, FACTOR</td><td>optional: the indicators that it is a ratio of,
 * and what the quotient is multiplied with; empty factor: 1</td></tr>
 * </table>
 *
 * <table>
 * <caption>observations.csv: one row for each observation, in any order</caption>
 * <tr><th>Column</th><th>Content</th></tr>
 * <tr><td>INDICATOR</td><td>an id from indicators.csv</td></tr>
 * <tr><td>REF_AREA</td><td>the code of the region</td></tr>
 * <tr><td>TIME_PERIOD</td><td>the period: 2018, 2018/2019, 2018-Q1, 2018-01</td></tr>
 * <tr><td>OBS_VALUE</td><td>the value, as 76.6 or 1e6; empty when it is missing</td></tr>
 * <tr><td>OBS_STATUS</td><td>optional: a letter of SDMX; empty: A with a value, M without</td></tr>
 * </table>
 *
 * <table>
 * <caption>regions.csv: optional. When it is there, it lists all regions; when it is not, a
 * region's name is its code</caption>
 * <tr><th>Column</th><th>Content</th></tr>
 * <tr><td>REF_AREA</td><td>the code</td></tr>
 * <tr><td>NAME</td><td>the name; empty: the code</td></tr>
 * <tr><td>VALID_FROM, VALID_TO</td><td>optional: first and last day, as 2020-01-01</td></tr>
 * </table>
 *
 * <table>
 * <caption>breaks.csv: optional, one row for each break in series</caption>
 * <tr><th>Column</th><th>Content</th></tr>
 * <tr><td>INDICATOR</td><td>the indicator; empty: all</td></tr>
 * <tr><td>REF_AREA</td><td>the region; empty: all</td></tr>
 * <tr><td>TIME_PERIOD</td><td>the first period after the break</td></tr>
 * <tr><td>REASON</td><td>why; may be empty</td></tr>
 * </table>
 *
 * <p>A small sample:
 *
 * <pre>
 * indicators.csv
 * INDICATOR,NAME,UNIT_MEASURE,DIRECTION,DECIMALS,NUMERATOR,DENOMINATOR,FACTOR
 * bhg.ledere,Pedagogiske ledere,count,0,0,,,
 * bhg.godkjent,"Ledere, godkjent utdanning",count,1,0,,,
 * bhg.andel,Andel godkjent,percent,1,1,bhg.godkjent,bhg.ledere,100
 *
 * observations.csv
 * INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS
 * bhg.ledere,3201,2018,420,
 * bhg.godkjent,3201,2018,322,P
 * bhg.godkjent,3201,2019,,Q
 * </pre>
 *
 * <h2>What cannot be read</h2>
 *
 * <p>The strict form, {@code read}, throws {@link TidyTableException} at the first problem; it says
 * what, where, what was got and what is allowed. The lenient form, {@code readLenient}, throws
 * nothing: it gives the good rows and the {@linkplain Reading#problems() problems}. It does not
 * guess:
 *
 * <ul>
 *   <li>a row with a problem is left out as a whole; an unknown column is not looked at;
 *   <li>of equal rows the first is kept; of rows that contradict each other none is, and neither is
 *       any observation of a series that mixes kinds of periods;
 *   <li>an indicator whose ratio names an unknown one, or leads back to itself, is left out with
 *       its observations and all that is computed from it; where it is the parent that does, only
 *       the parent is;
 *   <li>where the file cannot be followed, as after a quote that does not end, the rest of it is
 *       one problem. A file whose header cannot be used is as one that is not there.
 * </ul>
 *
 * <p>A field has at most 1 000 000 characters and no NUL. However broken a file is, no more of it
 * is held than that, its good rows and 10 000 problems.
 */
public final class TidyTables {
  private TidyTables() {}

  /**
   * {@return the data set in a directory}
   *
   * @param directory the directory that has the files
   * @throws TidyTableException at the first thing that cannot be read
   */
  public static DataSet read(Path directory) {
    return read(TableSource.directory(directory));
  }

  /**
   * {@return the data set in a source}
   *
   * @param source the source that has the files
   * @throws TidyTableException at the first thing that cannot be read
   */
  public static DataSet read(TableSource source) {
    return new TidyTableReader(source, new Problems(true)).read();
  }

  /**
   * {@return what is good in a directory, and what is not}
   *
   * @param directory the directory that has the files
   */
  public static Reading readLenient(Path directory) {
    return readLenient(TableSource.directory(directory));
  }

  /**
   * {@return what is good in a source, and what is not}
   *
   * @param source the source that has the files
   */
  public static Reading readLenient(TableSource source) {
    Problems problems = new Problems(false);
    return problems.reading(new TidyTableReader(source, problems).read());
  }

  /**
   * Writes a data set so that {@link #read(Path)} gives an equal one.
   *
   * <p>Only the files and optional columns that it needs are written; a {@code regions.csv} or
   * {@code breaks.csv} that it does not need is deleted. The same data set gives the same bytes,
   * whatever the machine. No file is ever half written: each is moved in place when it is whole.
   *
   * @param dataSet the data set
   * @param directory the directory, which is made when it is not there
   * @throws UncheckedIOException if the files cannot be written
   * @throws IllegalArgumentException if a text would not read back the same: it has a NUL or half a
   *     surrogate pair, or over 1 000 000 characters, or is empty where that means that there is
   *     none; or a break names a region that is not among the regions. Nothing is written then
   */
  public static void write(DataSet dataSet, Path directory) {
    try {
      new TableDirectory(directory).write(new TidyTableWriter(dataSet));
    } catch (IOException e) {
      throw new UncheckedIOException("the tables cannot be written to " + directory, e);
    }
  }
}
