package no.maaltall.kostra.statbank;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.maaltall.core.indicator.UnknownCodeException;

/**
 * A dimension of a query, with the codes that the selection stands for in the table as it is now.
 *
 * @param id the dimension's code
 * @param written the selection as the query has it
 * @param codes the codes that the answer must have, in the order of the table
 * @param divisible whether it may be divided between several calls
 */
record SelectedDimension(
    String id, Selection written, ImmutableList<String> codes, boolean divisible) {

  /**
   * Finds the codes.
   *
   * @param grouping the code list that the selection is of, where the service can tell it
   * @throws UnknownCodeException when the query names a code that the table does not have
   * @throws QueryException when the selection selects nothing, or cannot be found out
   */
  static SelectedDimension of(
      String table, Dimension dimension, Selection written, Optional<Grouping> grouping) {
    ImmutableList<String> codes =
        written instanceof Selection.CodeListed listed
            ? ofList(table, dimension, listed, grouping)
            : ofTable(table, dimension, written);
    if (codes.isEmpty()) {
      throw new QueryException(
          table,
          dimension.id(),
          "selects nothing: " + String.join(",", written.expressions()),
          "a selection of some of its " + dimension.size() + " categories");
    }
    // The members of two groups may overlap, so parts by group could give a cell twice.
    boolean divisible =
        !(written instanceof Selection.CodeListed listed
            && listed.kind() == Selection.Kind.AGGREGATION_SINGLE
            && grouping.isPresent());
    return new SelectedDimension(dimension.id(), written, codes, divisible);
  }

  private static ImmutableList<String> ofTable(
      String table, Dimension dimension, Selection written) {
    Stream<String> codes = dimension.codes().stream();
    boolean time = dimension.role() == DimensionRole.TIME;
    if (written instanceof Selection.Items items) {
      return inOrder(table, dimension.id(), items.codes(), dimension.codes());
    } else if (written instanceof Selection.Matching matching) {
      codes = codes.filter(c -> matching.masks().stream().anyMatch(m -> Glob.matches(m, c)));
    } else if (written instanceof Selection.Top top) {
      return time ? newest(dimension, top.count()) : first(dimension, top.count());
    } else if (written instanceof Selection.Bottom bottom) {
      return time ? oldest(dimension, bottom.count()) : last(dimension, bottom.count());
    } else if (written instanceof Selection.From from) {
      codes = codes.filter(c -> !before(dimension, c, from.first()));
    } else if (written instanceof Selection.To to) {
      codes = codes.filter(c -> !before(dimension, to.last(), c));
    } else if (written instanceof Selection.Range range) {
      codes =
          codes.filter(
              c -> !before(dimension, c, range.first()) && !before(dimension, range.last(), c));
    }
    return codes.collect(ImmutableList.toImmutableList());
  }

  // Periods of one table have codes of one form, so that their order is that of their codes; a
  // period that the table does not have is before or after those that it has.
  private static boolean before(Dimension dimension, String a, String b) {
    return dimension.role() == DimensionRole.TIME
        ? a.compareTo(b) < 0
        : dimension.indexOf(a) < dimension.indexOf(b);
  }

  private static ImmutableList<String> first(Dimension dimension, int count) {
    return dimension.codes().subList(0, Math.min(count, dimension.size()));
  }

  private static ImmutableList<String> last(Dimension dimension, int count) {
    return dimension.codes().subList(Math.max(0, dimension.size() - count), dimension.size());
  }

  private static ImmutableList<String> newest(Dimension dimension, int count) {
    return extreme(dimension, count, Comparator.reverseOrder());
  }

  private static ImmutableList<String> oldest(Dimension dimension, int count) {
    return extreme(dimension, count, Comparator.naturalOrder());
  }

  private static ImmutableList<String> extreme(
      Dimension dimension, int count, Comparator<String> order) {
    Set<String> chosen =
        dimension.codes().stream()
            .sorted(order)
            .limit(count)
            .collect(ImmutableSet.toImmutableSet());
    return dimension.codes().stream()
        .filter(chosen::contains)
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<String> ofList(
      String table, Dimension dimension, Selection.CodeListed listed, Optional<Grouping> grouping) {
    if (grouping.isEmpty()) {
      if (listed.codes().isEmpty()) {
        throw new QueryException(
            table,
            dimension.id(),
            "asks for all of " + listed.filter() + ", which this service cannot list",
            "the codes by name, or PxWebApi v2");
      }
      return ImmutableSet.copyOf(listed.codes()).asList();
    }
    Grouping known = grouping.get();
    ImmutableList<String> groups =
        listed.codes().isEmpty()
            ? known.codes()
            : inOrder(table, dimension.id(), listed.codes(), known.codes());
    return listed.kind() == Selection.Kind.AGGREGATION_SINGLE ? known.membersOf(groups) : groups;
  }

  private static ImmutableList<String> inOrder(
      String table, String dimension, List<String> asked, List<String> known) {
    Set<String> all = ImmutableSet.copyOf(known);
    for (String code : asked) {
      if (!all.contains(code)) {
        throw new UnknownCodeException("code of " + dimension + " in table " + table, code, known);
      }
    }
    Set<String> wanted = ImmutableSet.copyOf(asked);
    return known.stream().filter(wanted::contains).collect(ImmutableList.toImmutableList());
  }

  /** The same with some of the codes, named one by one. */
  SelectedDimension part(int from, int to) {
    if (from == 0 && to == codes.size()) {
      return this;
    }
    return named(codes.subList(from, to));
  }

  /** The same with its codes named one by one, so that it means the same whatever the table has. */
  SelectedDimension named() {
    return divisible ? named(codes) : this;
  }

  private SelectedDimension named(ImmutableList<String> some) {
    Selection named =
        written instanceof Selection.CodeListed listed
            ? new Selection.CodeListed(listed.kind(), listed.id(), some)
            : new Selection.Items(some);
    return new SelectedDimension(id, named, some, divisible);
  }
}
