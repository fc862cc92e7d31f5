package no.maaltall.kostra.statbank;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import no.maaltall.kostra.client.CallLimits;
import no.maaltall.kostra.http.Request;

/** The form of requests and answers in one version of PxWebApi; no call is made here. */
sealed interface PxProtocol permits PxProtocolV1, PxProtocolV2 {
  /** Asks for the limits. */
  Request limits(Service service);

  /**
   * The limits of an answer; a number that is not there is that of {@link CallLimits#SSB}.
   *
   * @throws IllegalArgumentException when one is out of range
   */
  CallLimits limits(JsonNode answer);

  /** Asks for the tables that match a text. */
  Request find(Service service, String text);

  /** The tables of an answer. */
  ImmutableList<TableSummary> tables(JsonNode answer);

  /** Asks for the metadata of a table. */
  Request metadata(Service service, String table);

  /** The metadata of an answer. */
  TableMetadata metadata(String table, byte[] answer);

  /** Asks for a code list; empty when the version cannot. */
  Optional<Request> grouping(Service service, String id);

  /** Asks for data; every dimension of the table is among those given. */
  Request data(Service service, String table, List<SelectedDimension> dimensions);

  /** The address of the same data with everything in it; empty when the version has none. */
  Optional<String> address(Service service, String table, List<SelectedDimension> dimensions);

  /** The tables of an array, by the names that the version has for title and time. */
  static ImmutableList<TableSummary> tables(JsonNode array, String title, String updated) {
    ImmutableList.Builder<TableSummary> tables = ImmutableList.builder();
    for (JsonNode table : array) {
      tables.add(
          new TableSummary(
              Json.text(table, "id"), Json.text(table, title), Json.optionalText(table, updated)));
    }
    return tables.build();
  }
}
