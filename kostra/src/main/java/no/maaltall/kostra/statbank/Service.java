package no.maaltall.kostra.statbank;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import no.maaltall.kostra.http.Request;

/**
 * A service: where it is, and in which language it is asked.
 *
 * @param base the address, without a slash at the end
 * @param language the language: {@code no}
 */
record Service(String base, String language) {
  static Service of(URI base, String language) {
    if (!language.matches("[a-zA-Z-]{2,10}")) {
      throw new IllegalArgumentException(
          "the language is \"" + language + "\"; allowed: a code such as no or en");
    }
    return new Service(Request.baseAddress(base), language);
  }

  URI at(String path) {
    return URI.create(base + path);
  }

  /** A text as a segment of a path, or as a value or name in a query. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
