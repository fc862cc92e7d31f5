package no.maaltall.kostra.statbank;

import com.google.common.base.Splitter;
import java.util.List;

/** Notes of a PC-Axis file: {@code ##} is a new paragraph, and {@code #} a new line. */
final class PxNotes {
  private static final Splitter PARAGRAPHS = Splitter.on("##").trimResults().omitEmptyStrings();

  private PxNotes() {}

  static List<String> of(List<String> texts) {
    return texts.stream()
        .flatMap(text -> PARAGRAPHS.splitToStream(text))
        .map(paragraph -> paragraph.replace('#', '\n'))
        .toList();
  }
}
