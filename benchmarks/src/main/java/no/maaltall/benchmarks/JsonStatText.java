package no.maaltall.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A generated answer of the Statbank: regions × 8 variables × 14 years × 20 ages. */
final class JsonStatText {
  private static final int[] SIZES = {8, 14, 20};
  private static final String[] IDS = {"Region", "ContentsCode", "Tid", "Alder"};
  private static final String[] SIGNS = {"..", ":", "."};
  private static final int MISSING_ONE_IN = 25;

  private JsonStatText() {}

  static byte[] of(int regions) {
    int[] sizes = {regions, SIZES[0], SIZES[1], SIZES[2]};
    StringBuilder json = new StringBuilder();
    json.append("{\"version\":\"2.0\",\"class\":\"dataset\",\"label\":\"Generated\",");
    json.append("\"source\":\"none\",\"updated\":\"2026-03-16T07:00:00Z\",");
    json.append(
        "\"role\":{\"time\":[\"Tid\"],\"geo\":[\"Region\"],\"metric\":[\"ContentsCode\"]},");
    json.append("\"id\":[\"").append(String.join("\",\"", IDS)).append("\"],\"size\":[");
    for (int d = 0; d < sizes.length; d++) {
      json.append(d == 0 ? "" : ",").append(sizes[d]);
    }
    json.append("],\"dimension\":{");
    for (int d = 0; d < sizes.length; d++) {
      json.append(d == 0 ? "" : ",");
      appendDimension(json, IDS[d], sizes[d]);
    }
    appendCells(json.append("},"), sizes[0] * sizes[1] * sizes[2] * sizes[3]);
    return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void appendDimension(StringBuilder json, String id, int size) {
    json.append('"').append(id).append("\":{\"label\":\"").append(id);
    json.append("\",\"category\":{\"index\":{");
    for (int i = 0; i < size; i++) {
      json.append(i == 0 ? "" : ",").append('"').append(1000 + i).append("\":").append(i);
    }
    json.append("},\"label\":{");
    for (int i = 0; i < size; i++) {
      json.append(i == 0 ? "" : ",").append('"').append(1000 + i).append("\":\"Navn ").append(i);
      json.append('"');
    }
    json.append("}}}");
  }

  private static void appendCells(StringBuilder json, int cells) {
    Random random = new Random(357);
    StringBuilder statuses = new StringBuilder();
    json.append("\"value\":[");
    for (int i = 0; i < cells; i++) {
      json.append(i == 0 ? "" : ",");
      if (random.nextInt(MISSING_ONE_IN) == 0) {
        json.append("null");
        statuses.append(statuses.isEmpty() ? "" : ",").append('"').append(i).append("\":\"");
        statuses.append(SIGNS[random.nextInt(SIGNS.length)]).append('"');
      } else if (random.nextBoolean()) {
        json.append(random.nextInt(1_000_000));
      } else {
        json.append(random.nextInt(1_000)).append('.').append(1 + random.nextInt(9));
      }
    }
    json.append("],\"status\":{").append(statuses).append('}');
  }
}
