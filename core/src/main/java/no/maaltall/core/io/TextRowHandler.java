package no.maaltall.core.io;

import java.util.Arrays;
import no.maaltall.core.io.TableProblem.Kind;

/** Gives the rows of a small table as texts by column; a column that is not there is empty. */
abstract class TextRowHandler extends RowHandler {
  private final String[] texts = new String[Column.values().length];

  TextRowHandler(TableFile file, Problems problems) {
    super(file, problems);
    Arrays.fill(texts, "");
  }

  /** Takes a row; it may {@code fail} what it does not like, and then must keep nothing of it. */
  @Override
  abstract void row();

  @Override
  final void field(Column column, char[] buffer, int offset, int length) {
    String text = new String(buffer, offset, length);
    texts[column.ordinal()] = text;
    if (text.indexOf('\0') >= 0) {
      fail(Kind.INVALID_CHARACTER, column, text.replace('\0', '\u2400'), "text without it");
    }
  }

  @Override
  final void clear() {
    Arrays.fill(texts, "");
  }

  final String text(Column column) {
    return texts[column.ordinal()];
  }

  /** The text, which a row cannot do without; fails the row when it is blank. */
  final String requiredText(Column column, String allowed) {
    String text = text(column);
    if (text.isBlank()) {
      fail(Kind.MISSING_VALUE, column, text, allowed);
    }
    return text;
  }
}
