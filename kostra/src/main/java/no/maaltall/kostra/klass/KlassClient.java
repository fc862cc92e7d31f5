package no.maaltall.kostra.klass;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import no.maaltall.kostra.client.CallException;
import no.maaltall.kostra.client.CallLimits;
import no.maaltall.kostra.client.Cancellation;
import no.maaltall.kostra.client.ClientOptions;
import no.maaltall.kostra.http.Answers;
import no.maaltall.kostra.http.DiskCache;
import no.maaltall.kostra.http.Pace;
import no.maaltall.kostra.http.Request;
import no.maaltall.kostra.http.Throttle;
import no.maaltall.kostra.http.Transport;

/**
 * A client of KLASS, Statistics Norway's service of classifications: municipalities (131), counties
 * (104), KOSTRA groups (112), city districts (241). It needs a network.
 *
 * <pre>{@code
 * ImmutableList<KlassCode> municipalities =
 *     KlassClient.ssb().codesAt(131, LocalDate.of(2024, 1, 1));
 * }</pre>
 *
 * <p>Every method that returns what KLASS knows makes one call, and throws {@link CallException}
 * when there is no usable answer. Calls are made one at a time, and no more often than the
 * statistics bank allows; what may pass is tried again. Ranges of dates are from their first day to
 * the day before their last, as KLASS has them.
 *
 * <p>With a cache, an answer is kept until the end of the day in UTC: KLASS does not tell when what
 * it answers was last changed.
 *
 * <p>Clients are immutable and thread-safe. Those that come from one another share what they know
 * of the calls that were made, so make one and keep it.
 *
 * @see <a href="https://data.ssb.no/api/klass/v1/api-guide.html">SSB's guide to the API</a>
 */
public final class KlassClient {
  /** Statistics Norway's KLASS. */
  public static final URI SSB = URI.create("https://data.ssb.no/api/klass/v1");

  /** Whether changes that are decided but not yet in force are told. */
  public enum Future {
    /** Those that are decided, too. */
    INCLUDED,
    /** Only those in force. */
    EXCLUDED
  }

  /** One for everybody: the service counts the calls of an address, not of an object. */
  private static final class Ssb {
    static final KlassClient CLIENT = at(SSB);
  }

  private final String base;
  private final Pace pace;
  private final Throttle throttle;
  private final ClientOptions options;
  private final Cancellation cancellation;
  private final Transport transport;

  private KlassClient(
      String base, Pace pace, Throttle throttle, ClientOptions options, Cancellation cancellation) {
    this.base = base;
    this.pace = pace;
    this.throttle = throttle;
    this.options = options;
    this.cancellation = cancellation;
    this.transport = new Transport(options, throttle, pace);
  }

  /** {@return the client of Statistics Norway's service} */
  public static KlassClient ssb() {
    return Ssb.CLIENT;
  }

  /**
   * A client of a service at another address.
   *
   * @param base the address, up to and with the version
   * @return the client
   * @throws IllegalArgumentException when the address is not one of http or https
   */
  public static KlassClient at(URI base) {
    return at(base, Pace.SYSTEM);
  }

  static KlassClient at(URI base, Pace pace) {
    return new KlassClient(
        Request.baseAddress(base),
        pace,
        new Throttle(CallLimits.SSB, pace),
        ClientOptions.defaults(),
        Cancellation.create());
  }

  /**
   * The same client with other bounds.
   *
   * @param other the bounds
   * @return the client
   */
  public KlassClient withOptions(ClientOptions other) {
    return new KlassClient(base, pace, throttle, other, cancellation);
  }

  /**
   * The same client with a directory where answers are kept for the day.
   *
   * @param directory the directory; it is made when it is not there
   * @return the client
   */
  public KlassClient withCache(Path directory) {
    return withOptions(options.withCache(directory));
  }

  /**
   * The same client, which can be stopped.
   *
   * @param handle stops it
   * @return the client
   */
  public KlassClient withCancellation(Cancellation handle) {
    return new KlassClient(base, pace, throttle, options, handle);
  }

  /**
   * Asks for a classification and its versions.
   *
   * @param classification the classification's number: 131
   * @return the classification; its versions come without their codes
   * @throws CallException when there is no usable answer
   */
  public Classification classification(int classification) {
    return get("/classifications/" + classification, KlassJson::classification);
  }

  /**
   * Asks for the codes that were valid at some time in a range.
   *
   * @param classification the classification's number
   * @param from the first day
   * @param to the day after the last
   * @return the codes, each with the part of the range in which it was valid
   * @throws CallException when there is no usable answer
   * @throws IllegalArgumentException when the range is empty
   */
  public ImmutableList<KlassCode> codes(int classification, LocalDate from, LocalDate to) {
    return get(
        "/classifications/" + classification + "/codes?" + range(from, to), KlassJson::codes);
  }

  /**
   * Asks for the codes that are valid on a day.
   *
   * @param classification the classification's number
   * @param date the day
   * @return the codes
   * @throws CallException when there is no usable answer
   */
  public ImmutableList<KlassCode> codesAt(int classification, LocalDate date) {
    return get("/classifications/" + classification + "/codesAt?date=" + date, KlassJson::codes);
  }

  /**
   * Asks for the changes in a range.
   *
   * @param classification the classification's number
   * @param from the first day
   * @param to the day after the last
   * @param future whether changes that are not yet in force are told
   * @return the changes
   * @throws CallException when there is no usable answer
   * @throws IllegalArgumentException when the range is empty
   */
  public CodeChanges changes(int classification, LocalDate from, LocalDate to, Future future) {
    return get(
        "/classifications/"
            + classification
            + "/changes?"
            + range(from, to)
            + (future == Future.INCLUDED ? "&includeFuture=true" : ""),
        KlassJson::changes);
  }

  /**
   * Asks which codes of two classifications belong together in a range.
   *
   * @param source the number of the one: 131
   * @param target the number of the other: 104
   * @param from the first day
   * @param to the day after the last
   * @return the correspondences
   * @throws CallException when there is no usable answer; with {@link
   *     CallException.Problem#NOT_FOUND} when there is no correspondence for a part of the range
   * @throws IllegalArgumentException when the range is empty
   */
  public ImmutableList<Correspondence> corresponds(
      int source, int target, LocalDate from, LocalDate to) {
    return get(
        "/classifications/"
            + source
            + "/corresponds?targetClassificationId="
            + target
            + "&"
            + range(from, to),
        KlassJson::correspondences);
  }

  /**
   * Asks which codes of two classifications belong together on a day.
   *
   * @param source the number of the one
   * @param target the number of the other
   * @param date the day
   * @return the correspondences
   * @throws CallException when there is no usable answer
   */
  public ImmutableList<Correspondence> correspondsAt(int source, int target, LocalDate date) {
    return get(
        "/classifications/"
            + source
            + "/correspondsAt?targetClassificationId="
            + target
            + "&date="
            + date,
        KlassJson::correspondences);
  }

  /**
   * Asks for a version of a classification, with its codes.
   *
   * @param version the version's number, as {@link #classification} tells it
   * @return the version
   * @throws CallException when there is no usable answer
   */
  public KlassVersion version(long version) {
    return get("/versions/" + version, KlassJson::version);
  }

  /**
   * Asks for a table of correspondences.
   *
   * @param table the table's number
   * @return the table
   * @throws CallException when there is no usable answer
   */
  public CorrespondenceTable correspondenceTable(long table) {
    return get("/correspondencetables/" + table, KlassJson::correspondenceTable);
  }

  private static String range(LocalDate from, LocalDate to) {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "the range of dates is from " + from + " to " + to + "; allowed: to a later day");
    }
    return "from=" + from + "&to=" + to;
  }

  /** Reads an answer. */
  private interface Reader<T> {
    T read(InputStream answer) throws IOException;
  }

  private <T> T get(String path, Reader<T> reader) {
    Request request = Request.get("KLASS " + path, URI.create(base + path));
    Optional<DiskCache> cache =
        options.cache().map(directory -> DiskCache.in(directory, options.maxBytes()));
    String today = LocalDate.ofInstant(pace.now(), ZoneOffset.UTC).toString();
    Optional<byte[]> kept = cache.flatMap(c -> c.read(request.key(), today));
    byte[] answer = kept.orElseGet(() -> transport.call(request, cancellation));
    T read = Answers.read(request, answer, body -> reader.read(new ByteArrayInputStream(body)));
    if (kept.isEmpty()) {
      cache.ifPresent(c -> c.write(request.key(), today, answer));
    }
    return read;
  }
}
