package no.maaltall.examples;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Unit;
import no.maaltall.kostra.report.Table;
import no.maaltall.kostra.report.Table.Align;
import no.maaltall.projections.population.AgeGroup;
import no.maaltall.projections.population.Ages;
import no.maaltall.projections.population.Component;
import no.maaltall.projections.population.Population;
import no.maaltall.projections.population.Projection;
import no.maaltall.projections.population.Sex;

/** A projection as printed: per region one table of what changes it and one of age groups. */
final class ProjectionSummary {
  private static final int MOST_REGIONS = 10;
  private static final int MOST_YEARS = 12;

  /** Service areas' age groups, for single years of age. */
  private static final ImmutableList<String> SINGLE =
      ImmutableList.of("0", "1-5", "6-12", "13-15", "16-19", "20-66", "67-79", "80-89", "90+");

  private static final ImmutableList<String> FIVE =
      ImmutableList.of("0-4", "5-14", "15-19", "20-64", "65-79", "80+");

  private final Projection projection;
  private final ImmutableList<AgeGroup> groups;

  ProjectionSummary(Projection projection) {
    this.projection = projection;
    this.groups = groups(projection.first().ages());
  }

  /** Everybody, and the groups that the ages allow. */
  private static ImmutableList<AgeGroup> groups(Ages ages) {
    ImmutableList.Builder<AgeGroup> groups = ImmutableList.builder();
    groups.add(AgeGroup.ALL);
    for (String text : ages.width() == 1 ? SINGLE : FIVE) {
      AgeGroup group = AgeGroup.parse(text);
      if (group.from() > ages.openAge()) {
        break;
      }
      if (!group.isOpen() && group.to() >= ages.openAge()) {
        groups.add(AgeGroup.from(group.from()));
        break;
      }
      groups.add(group);
    }
    return groups.build();
  }

  ImmutableList<AgeGroup> groups() {
    return groups;
  }

  String text(String preset) {
    StringBuilder text = new StringBuilder();
    int regions = projection.regions().size();
    for (int region = 0; region < Math.min(regions, MOST_REGIONS); region++) {
      String name = projection.regions().get(region).name();
      text.append(changes(name + ": folketall og endringer (" + preset + ")", region).toText());
      text.append('\n');
      text.append(ages(name + ": aldersgrupper ved årets begynnelse", region).toText());
      text.append(region + 1 < Math.min(regions, MOST_REGIONS) ? "\n" : "");
    }
    if (regions > MOST_REGIONS) {
      text.append("... og ").append(regions - MOST_REGIONS).append(" regioner til, i filene\n");
    }
    return text.toString();
  }

  /** All years, or every fifth and the last. */
  private List<Population> shown() {
    List<Population> all = projection.populations();
    if (all.size() <= MOST_YEARS) {
      return all;
    }
    return IntStream.range(0, all.size())
        .filter(i -> i % 5 == 0 || i == all.size() - 1)
        .mapToObj(all::get)
        .toList();
  }

  private Table changes(String title, int region) {
    Table.Builder table = Table.builder(title).column("År", Align.LEFT);
    for (String heading :
        List.of("Folketall", "Fødte", "Døde", "Netto flytting", "SFT", "e0 menn", "e0 kvinner")) {
      table.column(heading, Align.RIGHT);
    }
    for (Population p : shown()) {
      int year = p.year();
      List<String> row = new ArrayList<>();
      row.add(Integer.toString(year));
      row.add(number(p.sum(region, AgeGroup.ALL), 0));
      if (year == projection.last().year()) {
        row.addAll(List.of("-", "-", "-", "-", "-", "-"));
      } else {
        for (Component component : Component.values()) {
          double both =
              projection.component(component, year, region, Sex.MALE)
                  + projection.component(component, year, region, Sex.FEMALE);
          row.add(number(both, 0));
        }
        row.add(number(projection.totalFertility(year, region), 2));
        row.add(number(projection.lifeExpectancy(year, region, Sex.MALE), 2));
        row.add(number(projection.lifeExpectancy(year, region, Sex.FEMALE), 2));
      }
      table.row(row);
    }
    table.note("SFT: samlet fruktbarhetstall. e0: forventet levealder ved fødselen.");
    for (Caveat caveat : projection.caveats(projection.last().year(), region)) {
      table.note("Forbehold: " + caveat.detail() + ".");
    }
    return table.build();
  }

  private Table ages(String title, int region) {
    Table.Builder table = Table.builder(title).column("Alder", Align.LEFT);
    shown().forEach(p -> table.column(Integer.toString(p.year()), Align.RIGHT));
    for (AgeGroup group : groups) {
      List<String> row = new ArrayList<>();
      row.add(group.equals(AgeGroup.ALL) ? "I alt" : group.toString());
      shown().forEach(p -> row.add(number(p.sum(region, group), 0)));
      table.row(row);
    }
    return table.build();
  }

  private static String number(double value, int decimals) {
    return Double.isFinite(value) ? Unit.COUNT.format(value, decimals) : "-";
  }
}
