package no.maaltall.kostra.http;

import java.net.URI;
import java.util.Optional;

/**
 * One call.
 *
 * @param subject what is asked for, such as {@code table 12362}
 * @param uri where
 * @param body the JSON to post; a GET without
 */
public record Request(String subject, URI uri, Optional<String> body) {
  /**
   * A GET.
   *
   * @param subject what is asked for
   * @param uri where
   * @return the request
   */
  public static Request get(String subject, URI uri) {
    return new Request(subject, uri, Optional.empty());
  }

  /**
   * A POST of JSON.
   *
   * @param subject what is asked for
   * @param uri where
   * @param json the body
   * @return the request
   */
  public static Request post(String subject, URI uri, String json) {
    return new Request(subject, uri, Optional.of(json));
  }

  /**
   * Checks the address of a service.
   *
   * @param base the address
   * @return the address as text, without a slash at the end
   * @throws IllegalArgumentException when it is not one of http or https, or has a query
   */
  public static String baseAddress(URI base) {
    String scheme = String.valueOf(base.getScheme());
    if (!(scheme.equals("https") || scheme.equals("http"))
        || base.getHost() == null
        || base.getRawQuery() != null
        || base.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "the base address is "
              + base
              + "; allowed: one with http or https, a host and no query, such as"
              + " https://data.ssb.no/api/pxwebapi/v2");
    }
    String text = base.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  /** {@return what tells it from other requests} */
  public String key() {
    return body.map(b -> "POST " + uri + "\n" + b).orElse("GET " + uri);
  }
}
