package no.maaltall.kostra.statbank;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.kostra.client.CallException;
import no.maaltall.kostra.client.CallException.Problem;
import no.maaltall.kostra.client.CallLimits;
import no.maaltall.kostra.client.CallProgress;
import no.maaltall.kostra.client.Cancellation;
import no.maaltall.kostra.client.ClientOptions;
import no.maaltall.kostra.http.Answers;
import no.maaltall.kostra.http.Pace;
import no.maaltall.kostra.http.Request;
import no.maaltall.kostra.http.Throttle;
import no.maaltall.kostra.http.Transport;
import org.jspecify.annotations.Nullable;

/**
 * A client of a statistics bank that speaks PxWebApi: Statistics Norway's, and those of other
 * agencies. It needs a network.
 *
 * <pre>{@code
 * Cube cube =
 *     PxWebClient.ssb()
 *         .fetch(Query.of("12362").items("KOKkommuneregion0000", "3201").top("Tid", 5));
 * }</pre>
 *
 * <p>A fetch asks for the table's metadata, states every dimension, divides a query that is over
 * the service's limit into several calls, joins their answers, and checks that the cube has the
 * cells that were asked for and no others. Calls are made one at a time and no more often than the
 * service allows. What may pass is tried again: too many calls, a failing service, a cut
 * connection.
 *
 * <p>Calls are made by {@link #fetch}, {@link #metadata}, {@link #grouping}, {@link #find} and
 * {@link #limits}, and by nothing else. All of them throw {@link CallException} when there is no
 * usable answer.
 *
 * <p>Clients are immutable and thread-safe. Those that come from one another share what they know
 * of the calls that were made, so make one and keep it.
 */
public final class PxWebClient {
  /** Statistics Norway's PxWebApi 2. */
  public static final URI SSB_V2 = URI.create("https://data.ssb.no/api/pxwebapi/v2");

  /** Statistics Norway's PxWebApi 1. */
  public static final URI SSB_V1 = URI.create("https://data.ssb.no/api/v0");

  /** One for everybody: the service counts the calls of an address, not of an object. */
  private static final class Ssb {
    static final PxWebClient CLIENT = at(SSB_V2, PxWebVersion.V2);
  }

  /** What a client and those made from it have in common. */
  private record Shared(
      Pace pace, Throttle throttle, AtomicReference<@Nullable CallLimits> limits) {}

  private final Service service;
  private final PxProtocol protocol;
  private final Shared shared;
  private final ClientOptions options;
  private final Consumer<CallProgress> progress;
  private final Cancellation cancellation;
  private final Transport transport;

  private PxWebClient(
      Service service,
      PxProtocol protocol,
      Shared shared,
      ClientOptions options,
      Consumer<CallProgress> progress,
      Cancellation cancellation) {
    this.service = service;
    this.protocol = protocol;
    this.shared = shared;
    this.options = options;
    this.progress = progress;
    this.cancellation = cancellation;
    this.transport = new Transport(options, shared.throttle(), shared.pace());
  }

  /** {@return the client of Statistics Norway's statistics bank, by PxWebApi 2, in Norwegian} */
  public static PxWebClient ssb() {
    return Ssb.CLIENT;
  }

  /**
   * A client of another service, or of another version.
   *
   * @param base the address: {@link #SSB_V1}, say
   * @param version the version that is spoken there
   * @return the client
   * @throws IllegalArgumentException when the address is not one of http or https
   */
  public static PxWebClient at(URI base, PxWebVersion version) {
    return at(base, version, Pace.SYSTEM);
  }

  static PxWebClient at(URI base, PxWebVersion version, Pace pace) {
    return new PxWebClient(
        Service.of(base, "no"),
        version.protocol(),
        new Shared(pace, new Throttle(CallLimits.SSB, pace), new AtomicReference<>()),
        ClientOptions.defaults(),
        told -> {},
        Cancellation.create());
  }

  /**
   * The same client with other bounds.
   *
   * @param other the bounds
   * @return the client
   */
  public PxWebClient withOptions(ClientOptions other) {
    return new PxWebClient(service, protocol, shared, other, progress, cancellation);
  }

  /**
   * The same client with a directory where answers are kept until their table changes.
   *
   * @param directory the directory; it is made when it is not there
   * @return the client
   */
  public PxWebClient withCache(Path directory) {
    return withOptions(options.withCache(directory));
  }

  /**
   * The same client in another language.
   *
   * @param language the language: {@code en}
   * @return the client
   */
  public PxWebClient withLanguage(String language) {
    Service other = Service.of(URI.create(service.base()), language);
    return new PxWebClient(other, protocol, shared, options, progress, cancellation);
  }

  /**
   * The same client, which tells how far a fetch has come.
   *
   * @param listener is told, in the thread that fetches
   * @return the client
   */
  public PxWebClient withProgress(Consumer<CallProgress> listener) {
    return new PxWebClient(service, protocol, shared, options, listener, cancellation);
  }

  /**
   * The same client, which can be stopped.
   *
   * @param handle stops it
   * @return the client
   */
  public PxWebClient withCancellation(Cancellation handle) {
    return new PxWebClient(service, protocol, shared, options, progress, handle);
  }

  /**
   * Asks the service for its limits, and keeps to them from now on; so do the clients that this one
   * was made from, or that were made from it.
   *
   * @return the limits
   * @throws CallException when there is no usable answer
   */
  public CallLimits limits() {
    Request request = protocol.limits(service);
    CallLimits asked = Answers.read(request, call(request), a -> protocol.limits(Json.read(a)));
    keepTo(asked);
    return asked;
  }

  /** The limits that were last told; asked for when none were, and SSB's when none are told. */
  CallLimits currentLimits() {
    CallLimits known = shared.limits().get();
    if (known != null) {
      return known;
    }
    try {
      return limits();
    } catch (CallException e) {
      return switch (e.problem()) {
        case BAD_REQUEST, FORBIDDEN, NOT_FOUND, UNEXPECTED_STATUS, NOT_JSON, UNREADABLE ->
            keepTo(CallLimits.SSB);
        default -> throw e;
      };
    }
  }

  private CallLimits keepTo(CallLimits limits) {
    shared.limits().set(limits);
    shared.throttle().limit(limits);
    return limits;
  }

  /**
   * Asks for the first hundred tables that match a text.
   *
   * @param text words of the title, or an id
   * @return the tables, best match first
   * @throws CallException when there is no usable answer
   */
  public ImmutableList<TableSummary> find(String text) {
    Request request = protocol.find(service, text);
    return Answers.read(request, call(request), a -> protocol.tables(Json.read(a)));
  }

  /**
   * Asks for what a table has: its dimensions, their categories and code lists.
   *
   * @param table the table's id
   * @return the metadata
   * @throws CallException when there is no usable answer; with {@link Problem#NOT_FOUND} when there
   *     is no such table
   */
  public TableMetadata metadata(String table) {
    Request request = protocol.metadata(service, table);
    return Answers.read(request, call(request), a -> protocol.metadata(table, a));
  }

  /**
   * Asks for a code list, such as a grouping of municipalities.
   *
   * @param id its id, as the metadata of a table has it: {@code agg_KommSummer}
   * @return the code list
   * @throws CallException when there is no usable answer
   * @throws UnsupportedOperationException in PxWebApi 1, which cannot tell
   */
  public Grouping grouping(String id) {
    Request request =
        protocol
            .grouping(service, id)
            .orElseThrow(
                () ->
                    new UnsupportedOperationException(
                        "PxWebApi 1 has no code lists; use a client of version 2"));
    return Answers.read(request, call(request), a -> PxProtocolV2.grouping(Json.read(a)));
  }

  Optional<Grouping> groupingOf(Selection.CodeListed listed) {
    return protocol.grouping(service, listed.codelist()).map(r -> grouping(listed.codelist()));
  }

  /**
   * Fetches data.
   *
   * @param query what
   * @return a cube with the cells that the query asks for and no others, whichever number of calls
   *     it takes; categories are in the order of the table
   * @throws CallException when there is no usable answer
   * @throws UnknownCodeException when the table does not have a dimension or a code of the query;
   *     it lists the nearest
   * @throws QueryException when a selection selects nothing, or the query has more cells than
   *     {@link ClientOptions#maxCells}
   */
  public Cube fetch(Query query) {
    return new DataFetch(this, query).cube();
  }

  /**
   * The address where a browser finds the answer to a query, for a reference under a figure. Makes
   * no call.
   *
   * @param query the query; it does not select by code lists
   * @param metadata the metadata of its table
   * @return the address; it states every dimension
   * @throws UnsupportedOperationException in PxWebApi 1, where a query has no address
   * @throws QueryException when a code has a comma, or a code list is used
   */
  public URI address(Query query, TableMetadata metadata) {
    ImmutableList<SelectedDimension> selected =
        DataFetch.selected(query, metadata, listed -> Optional.empty());
    return protocol
        .address(service, query.table(), selected)
        .map(URI::create)
        .orElseThrow(
            () ->
                new UnsupportedOperationException(
                    "in PxWebApi 1 a query has no address; use a client of version 2"));
  }

  Request dataRequest(String table, List<SelectedDimension> dimensions) {
    return protocol.data(service, table, dimensions);
  }

  byte[] call(Request request) {
    return transport.call(request, cancellation);
  }

  Cube cube(Request request, byte[] answer) {
    return Answers.read(request, answer, a -> JsonStat.read(new ByteArrayInputStream(a)));
  }

  ClientOptions options() {
    return options;
  }

  Consumer<CallProgress> progress() {
    return progress;
  }
}
