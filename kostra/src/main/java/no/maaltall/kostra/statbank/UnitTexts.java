package no.maaltall.kostra.statbank;

import java.util.Locale;
import no.maaltall.core.indicator.Unit;

/** The unit that the words of a publisher denote. */
final class UnitTexts {
  private UnitTexts() {}

  static Unit unit(Category category) {
    String text =
        category.unit().map(u -> u.base().orElse(u.text())).orElse("").toLowerCase(Locale.ROOT);
    return switch (text) {
      case "prosent", "percent", "per cent", "%" -> Unit.PERCENT;
      case "kr", "kroner" -> Unit.NOK;
      case "antall", "personer", "persons", "barn", "elever" -> Unit.COUNT;
      default -> Unit.RATIO;
    };
  }

  static String nameWithUnit(String name, Category category) {
    return name
        + (category.unit().isPresent() && unit(category).equals(Unit.RATIO)
            ? " (" + category.unit().get().text() + ")"
            : "");
  }
}
