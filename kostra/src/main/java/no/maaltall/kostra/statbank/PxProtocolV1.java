package no.maaltall.kostra.statbank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import no.maaltall.kostra.client.CallLimits;
import no.maaltall.kostra.http.Request;

/**
 * PxWebApi 1: the dimensions in one array, each with a filter.
 *
 * <p>What it has no filter for (masks, bottom, from, to, range) is sent as items, which the
 * metadata has told.
 */
final class PxProtocolV1 implements PxProtocol {
  private static final String CONTENTS = "ContentsCode";

  @Override
  public Request limits(Service service) {
    return Request.get("limits", service.at("/" + service.language() + "/?config"));
  }

  @Override
  public CallLimits limits(JsonNode answer) {
    CallLimits usual = CallLimits.SSB;
    long cells =
        Math.min(
            Json.number(answer, "maxCells", usual.maxCells()),
            Json.number(answer, "maxValues", usual.maxCells()));
    return new CallLimits(
        cells,
        Math.toIntExact(Json.number(answer, "maxCalls", usual.maxCalls())),
        Duration.ofSeconds(Json.number(answer, "timeWindow", usual.window().toSeconds())));
  }

  @Override
  public Request find(Service service, String text) {
    return Request.get(
        "tables with \"" + text + "\"",
        service.at("/" + service.language() + "/table/?query=" + Service.encoded(text)));
  }

  @Override
  public ImmutableList<TableSummary> tables(JsonNode answer) {
    if (!answer.isArray()) {
      throw new Json.FormException("$", answer, "an array");
    }
    return PxProtocol.tables(answer, "title", "published");
  }

  @Override
  public Request metadata(Service service, String table) {
    return Request.get("table " + table, service.at(path(service, table)));
  }

  @Override
  public TableMetadata metadata(String table, byte[] answer) {
    JsonNode root;
    try {
      root = Json.read(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ImmutableList.Builder<Dimension> dimensions = ImmutableList.builder();
    for (JsonNode variable : Json.array(root, "variables")) {
      dimensions.add(dimension(variable));
    }
    return new TableMetadata(
        table,
        Json.text(root, "title"),
        Optional.empty(),
        dimensions.build(),
        ImmutableListMultimap.of());
  }

  private static Dimension dimension(JsonNode variable) {
    String code = Json.text(variable, "code");
    ImmutableList<String> values = Json.texts(variable, "values");
    ImmutableList<String> texts = Json.texts(variable, "valueTexts");
    if (values.size() != texts.size()) {
      throw new Json.FormException(
          "valueTexts of " + code + " with " + texts.size() + " texts",
          variable.path("valueTexts"),
          "one for each of the " + values.size() + " values");
    }
    Dimension.Builder builder =
        Dimension.builder(code)
            .label(Json.optionalText(variable, "text").orElse(code))
            .role(role(code, variable));
    for (int i = 0; i < values.size(); i++) {
      builder.category(Category.of(values.get(i), texts.get(i)));
    }
    return builder.build();
  }

  private static DimensionRole role(String code, JsonNode variable) {
    if (variable.path("time").asBoolean(false)) {
      return DimensionRole.TIME;
    }
    return code.equals(CONTENTS) ? DimensionRole.METRIC : DimensionRole.NONE;
  }

  @Override
  public Optional<Request> grouping(Service service, String id) {
    return Optional.empty();
  }

  @Override
  public Request data(Service service, String table, List<SelectedDimension> dimensions) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    ArrayNode query = body.putArray("query");
    for (SelectedDimension dimension : dimensions) {
      ObjectNode selection = query.addObject().put("code", dimension.id()).putObject("selection");
      selection.put("filter", filter(dimension.written()));
      ArrayNode values = selection.putArray("values");
      values(dimension).forEach(values::add);
    }
    body.putObject("response").put("format", "json-stat2");
    return Request.post("table " + table, service.at(path(service, table)), body.toString());
  }

  private static String filter(Selection selection) {
    if (selection instanceof Selection.All) {
      return "all";
    } else if (selection instanceof Selection.Top) {
      return "top";
    } else if (selection instanceof Selection.CodeListed listed) {
      return listed.filter();
    }
    return "item";
  }

  private static ImmutableList<String> values(SelectedDimension dimension) {
    Selection selection = dimension.written();
    if (selection instanceof Selection.All) {
      return selection.expressions();
    } else if (selection instanceof Selection.Top top) {
      return ImmutableList.of(Integer.toString(top.count()));
    }
    return dimension.codes();
  }

  @Override
  public Optional<String> address(
      Service service, String table, List<SelectedDimension> dimensions) {
    return Optional.empty();
  }

  private static String path(Service service, String table) {
    return "/" + service.language() + "/table/" + Service.encoded(table);
  }
}
