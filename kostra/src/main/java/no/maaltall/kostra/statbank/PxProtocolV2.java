package no.maaltall.kostra.statbank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.maaltall.kostra.client.CallLimits;
import no.maaltall.kostra.http.Request;
import no.maaltall.kostra.statbank.TableMetadata.CodeListReference;

/** PxWebApi 2: codes and expressions in one list; metadata is JSON-stat without values. */
final class PxProtocolV2 implements PxProtocol {
  private static final String FORMAT = "outputFormat=json-stat2";
  private static final int PAGE_SIZE = 100;

  @Override
  public Request limits(Service service) {
    return Request.get("limits", service.at("/config"));
  }

  @Override
  public CallLimits limits(JsonNode answer) {
    CallLimits usual = CallLimits.SSB;
    return new CallLimits(
        Json.number(answer, "maxDataCells", usual.maxCells()),
        Math.toIntExact(Json.number(answer, "maxCallsPerTimeWindow", usual.maxCalls())),
        Duration.ofSeconds(Json.number(answer, "timeWindow", usual.window().toSeconds())));
  }

  @Override
  public Request find(Service service, String text) {
    return Request.get(
        "tables with \"" + text + "\"",
        service.at(
            "/tables?"
                + language(service)
                + "&pageSize="
                + PAGE_SIZE
                + "&query="
                + Service.encoded(text)));
  }

  @Override
  public ImmutableList<TableSummary> tables(JsonNode answer) {
    return PxProtocol.tables(Json.array(answer, "tables"), "label", "updated");
  }

  @Override
  public Request metadata(Service service, String table) {
    return Request.get(
        "table " + table, service.at(path(table) + "/metadata?" + language(service)));
  }

  @Override
  public TableMetadata metadata(String table, byte[] answer) {
    Cube cube = JsonStat.read(new ByteArrayInputStream(answer));
    ImmutableListMultimap.Builder<String, CodeListReference> lists =
        ImmutableListMultimap.builder();
    for (Dimension dimension : cube.dimensions()) {
      lists.putAll(dimension.id(), codeLists(dimension));
    }
    return new TableMetadata(
        table, cube.label().orElse(table), cube.updated(), cube.dimensions(), lists.build());
  }

  private static ImmutableList<CodeListReference> codeLists(Dimension dimension) {
    ImmutableList.Builder<CodeListReference> lists = ImmutableList.builder();
    JsonNode extension = json(dimension.extension().orElse("{}"));
    for (JsonNode list : extension.path("codelists")) {
      String id = Json.text(list, "id");
      lists.add(
          new CodeListReference(
              id, Json.optionalText(list, "label").orElse(id), type(Json.text(list, "type"))));
    }
    return lists.build();
  }

  private static JsonNode json(String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Grouping.Type type(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "aggregation" -> Grouping.Type.AGGREGATION;
      case "valueset" -> Grouping.Type.VALUE_SET;
      default ->
          throw new Json.FormException(
              "type \"" + type + "\"",
              Json.MAPPER.createObjectNode().textNode(type),
              "Aggregation, Valueset");
    };
  }

  @Override
  public Optional<Request> grouping(Service service, String id) {
    return Optional.of(
        Request.get(
            "code list " + id,
            service.at("/codelists/" + Service.encoded(id) + "?" + language(service))));
  }

  /** The code list of an answer. */
  static Grouping grouping(JsonNode answer) {
    ImmutableList.Builder<Grouping.Group> groups = ImmutableList.builder();
    for (JsonNode value : Json.array(answer, "values")) {
      String code = Json.text(value, "code");
      groups.add(
          new Grouping.Group(
              code,
              Json.optionalText(value, "label").orElse(code),
              value.has("valueMap") ? Json.texts(value, "valueMap") : ImmutableList.of(code)));
    }
    String id = Json.text(answer, "id");
    return new Grouping(
        id,
        Json.optionalText(answer, "label").orElse(id),
        type(Json.text(answer, "type")),
        groups.build());
  }

  @Override
  public Request data(Service service, String table, List<SelectedDimension> dimensions) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    ArrayNode selections = body.putArray("selection");
    StringBuilder address = new StringBuilder(path(table) + "/data?" + language(service));
    address.append('&').append(FORMAT);
    for (SelectedDimension dimension : dimensions) {
      ObjectNode selection = selections.addObject().put("variableCode", dimension.id());
      ArrayNode codes = selection.putArray("valueCodes");
      dimension.written().expressions().forEach(codes::add);
      if (dimension.written() instanceof Selection.CodeListed listed) {
        selection.put("codelist", listed.codelist());
      }
      address.append(outputValues(dimension));
    }
    return Request.post("table " + table, service.at(address.toString()), body.toString());
  }

  @Override
  public Optional<String> address(
      Service service, String table, List<SelectedDimension> dimensions) {
    StringBuilder address = new StringBuilder(path(table) + "/data?" + language(service));
    address.append('&').append(FORMAT);
    for (SelectedDimension dimension : dimensions) {
      for (String expression : dimension.written().expressions()) {
        if (expression.contains(",") && !(dimension.written() instanceof Selection.Range)) {
          throw new QueryException(
              table,
              dimension.id(),
              "has a comma in the code \"" + expression + "\"",
              "in an address, codes without comma");
        }
      }
      address.append(
          parameter(
              "valueCodes", dimension.id(), String.join(",", dimension.written().expressions())));
      if (dimension.written() instanceof Selection.CodeListed listed) {
        address.append(parameter("codelist", dimension.id(), listed.codelist()));
      }
      address.append(outputValues(dimension));
    }
    return Optional.of(service.at(address.toString()).toString());
  }

  private static String outputValues(SelectedDimension dimension) {
    return dimension.written() instanceof Selection.CodeListed listed
            && listed.kind() == Selection.Kind.AGGREGATION_SINGLE
        ? parameter("outputValues", dimension.id(), "single")
        : "";
  }

  private static String parameter(String name, String dimension, String value) {
    return "&" + name + "%5B" + Service.encoded(dimension) + "%5D=" + Service.encoded(value);
  }

  private static String language(Service service) {
    return "lang=" + service.language();
  }

  private static String path(String table) {
    return "/tables/" + Service.encoded(table);
  }
}
