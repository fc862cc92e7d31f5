package no.maaltall.kostra.statbank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.maaltall.kostra.http.LocalServer;
import no.maaltall.kostra.http.LocalServer.Received;
import no.maaltall.kostra.http.LocalServer.Reply;
import no.maaltall.kostra.http.Pace;

/**
 * A small statistics bank with one table, which speaks PxWebApi 1 and 2 and finds out what a
 * request selects by code of its own. The value of a cell tells which cell it is.
 */
final class PretendService implements AutoCloseable {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Pattern CALL = Pattern.compile("([a-z]+)\\(([^,)]*),?([^)]*)\\)");

  final Map<String, List<String>> dimensions = new LinkedHashMap<>();
  final Map<String, Map<String, List<String>>> codeLists = new LinkedHashMap<>();
  String updated = "2026-03-16T07:00:00Z";
  long maxCells = 800_000;
  int maxCalls = 30;
  boolean hasLimits = true;

  /** Is run when data are asked for, before they are answered. */
  Runnable beforeData = () -> {};

  private final LocalServer server = LocalServer.answering(this::answer);

  PretendService() {
    dimensions.put("KOKkommuneregion0000", List.of("0301", "3201", "3203", "EAK"));
    dimensions.put("ContentsCode", List.of("KOSbelop0000", "KOSandel3501"));
    dimensions.put("Tid", List.of("2019", "2020", "2021", "2022", "2023", "2024"));
  }

  PxWebClient client(PxWebVersion version, Pace pace) {
    return PxWebClient.at(server.uri(), version, pace);
  }

  List<Received> received() {
    return server.received();
  }

  /** The requests for data, v1 or v2. */
  List<Received> posts() {
    return server.received().stream().filter(r -> r.method().equals("POST")).toList();
  }

  @Override
  public void close() {
    server.close();
  }

  /** What the service has in a cell; no value in one of 7. */
  double value(String... codes) {
    double value = 0;
    int d = 0;
    for (List<String> all : dimensions.values()) {
      value = value * 100 + all.indexOf(codes[d++]) + 1;
    }
    return value;
  }

  private synchronized Reply answer(Received request) {
    String path = request.path();
    if (request.method().equals("POST")) {
      beforeData.run();
      return data(request);
    } else if (path.equals("/config") || path.equals("/no/?config")) {
      return hasLimits ? LocalServer.json(limits(path)) : notFound();
    } else if (path.startsWith("/tables/12362/metadata") || path.equals("/no/table/12362")) {
      return LocalServer.json(path.startsWith("/no") ? metadataV1() : dataset(dimensions, true));
    } else if (path.startsWith("/codelists/")) {
      String id = path.substring("/codelists/".length(), path.indexOf('?'));
      return codeList(URLDecoder.decode(id, StandardCharsets.UTF_8));
    }
    return notFound();
  }

  private static <T> T known(Map<String, T> map, String key) {
    return Objects.requireNonNull(map.get(key), key);
  }

  private static Reply notFound() {
    return LocalServer.status(
        "404 Not Found",
        "Content-Type: application/problem+json",
        "{\"type\":\"about:blank\",\"title\":\"Non-existent table\",\"status\":404}");
  }

  private String limits(String path) {
    return path.equals("/config")
        ? "{\"apiVersion\":\"2.0.0\",\"maxDataCells\":%d,\"maxCallsPerTimeWindow\":%d,\"timeWindow\":60}"
            .formatted(maxCells, maxCalls)
        : "{\"maxValues\":%d,\"maxCells\":%d,\"maxCalls\":%d,\"timeWindow\":60,\"CORS\":true}"
            .formatted(maxCells, maxCells, maxCalls);
  }

  private Reply codeList(String id) {
    ObjectNode list = MAPPER.createObjectNode().put("id", id).put("label", id);
    list.put("type", id.startsWith("vs_") ? "Valueset" : "Aggregation");
    ArrayNode values = list.putArray("values");
    known(codeLists, id)
        .forEach(
            (code, members) -> {
              ArrayNode map =
                  values.addObject().put("code", code).put("label", code).putArray("valueMap");
              members.forEach(map::add);
            });
    return LocalServer.json(list.toString());
  }

  private String metadataV1() {
    ObjectNode root = MAPPER.createObjectNode().put("title", "12362: Utgifter");
    ArrayNode variables = root.putArray("variables");
    dimensions.forEach(
        (id, codes) -> {
          ObjectNode variable = variables.addObject().put("code", id).put("text", "t" + id);
          ArrayNode values = variable.putArray("values");
          ArrayNode texts = variable.putArray("valueTexts");
          codes.forEach(c -> values.add(c));
          codes.forEach(c -> texts.add("text of " + c));
          if (id.equals("Tid")) {
            variable.put("time", true);
          }
        });
    return root.toString();
  }

  private Reply data(Received request) {
    try {
      JsonNode body = MAPPER.readTree(request.body());
      Map<String, List<String>> selected = new LinkedHashMap<>();
      for (JsonNode s : body.path("query")) {
        JsonNode selection = s.path("selection");
        String filter = selection.path("filter").asText();
        List<String> values = texts(selection.path("values"));
        selected.put(s.path("code").asText(), v1(s.path("code").asText(), filter, values));
      }
      for (JsonNode s : body.path("selection")) {
        selected.put(s.path("variableCode").asText(), v2(s, request.path()));
      }
      // What is not stated gets the latest category, as a default selection would.
      Map<String, List<String>> all = new LinkedHashMap<>();
      dimensions.forEach(
          (id, codes) ->
              all.put(id, selected.getOrDefault(id, List.of(codes.get(codes.size() - 1)))));
      long cells = all.values().stream().mapToLong(List::size).reduce(1, (a, b) -> a * b);
      return cells > maxCells
          ? LocalServer.status("403 Forbidden", "Content-Type: application/problem+json", "{}")
          : LocalServer.json(dataset(all, false));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> v1(String id, String filter, List<String> values) {
    List<String> codes = known(dimensions, id);
    if (filter.equals("all")) {
      return matching(codes, values);
    } else if (filter.equals("top")) {
      int from = codes.size() - Integer.parseInt(values.get(0));
      return codes.subList(Math.max(0, from), codes.size());
    }
    return filter.equals("item") ? matching(codes, values) : values;
  }

  private List<String> v2(JsonNode selection, String path) {
    String id = selection.path("variableCode").asText();
    List<String> codes = known(dimensions, id);
    List<String> expressions = texts(selection.path("valueCodes"));
    if (selection.has("codelist")) {
      Map<String, List<String>> list = known(codeLists, selection.path("codelist").asText());
      List<String> groups = matching(List.copyOf(list.keySet()), expressions);
      boolean single = path.contains("outputValues%5B" + id + "%5D=single");
      return single
          ? groups.stream().flatMap(g -> known(list, g).stream()).distinct().toList()
          : groups;
    }
    Matcher call = CALL.matcher(expressions.get(0));
    if (!call.matches()) {
      return matching(codes, expressions);
    }
    int size = codes.size();
    return switch (call.group(1)) {
      case "top" -> codes.subList(size - Integer.parseInt(call.group(2)), size);
      case "bottom" -> codes.subList(0, Integer.parseInt(call.group(2)));
      case "from" -> codes.subList(codes.indexOf(call.group(2)), size);
      case "to" -> codes.subList(0, codes.indexOf(call.group(2)) + 1);
      case "range" -> codes.subList(codes.indexOf(call.group(2)), codes.indexOf(call.group(3)) + 1);
      default -> throw new IllegalArgumentException(call.group());
    };
  }

  private static List<String> matching(List<String> codes, List<String> masks) {
    List<Pattern> patterns =
        masks.stream().map(m -> Pattern.compile(m.replace("*", ".*").replace("?", "."))).toList();
    return codes.stream()
        .filter(c -> patterns.stream().anyMatch(p -> p.matcher(c).matches()))
        .toList();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(t -> texts.add(t.asText()));
    return texts;
  }

  private String dataset(Map<String, List<String>> selected, boolean metadata) {
    ObjectNode root = MAPPER.createObjectNode().put("version", "2.0").put("class", "dataset");
    root.put("label", "12362: Utgifter").put("source", "SSB").put("updated", updated);
    root.putObject("role").putArray("time").add("Tid");
    ArrayNode id = root.putArray("id");
    ArrayNode size = root.putArray("size");
    ObjectNode dimension = root.putObject("dimension");
    selected.forEach(
        (code, codes) -> {
          id.add(code);
          size.add(codes.size());
          ObjectNode category =
              dimension.putObject(code).put("label", "t" + code).putObject("category");
          ObjectNode index = category.putObject("index");
          for (int i = 0; i < codes.size(); i++) {
            index.put(codes.get(i), i);
          }
        });
    ArrayNode values = root.putArray("value");
    if (!metadata) {
      ObjectNode status = root.putObject("status");
      addValues(List.copyOf(selected.values()), new ArrayList<>(), values, status);
    }
    return root.toString();
  }

  private void addValues(
      List<List<String>> selected, List<String> codes, ArrayNode values, ObjectNode status) {
    if (codes.size() < selected.size()) {
      for (String code : selected.get(codes.size())) {
        codes.add(code);
        addValues(selected, codes, values, status);
        codes.remove(codes.size() - 1);
      }
      return;
    }
    double value = value(codes.toArray(String[]::new));
    if (value % 7 == 0) {
      status.put(Integer.toString(values.size()), ":");
      values.addNull();
    } else {
      values.add(value);
    }
  }
}
