package no.maaltall.kostra.statbank;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.maaltall.kostra.statbank.Selection.CodeListed;
import no.maaltall.kostra.statbank.Selection.Kind;

/**
 * What to fetch from a table: which categories of each of its dimensions.
 *
 * <p>Every dimension is stated to the service, also one that the query does not name: of that, all
 * categories are fetched. A service that is not told would leave the dimension out, or give some
 * selection of its own, often only the latest year.
 *
 * <pre>{@code
 * Query.of("12362")
 *     .items("KOKkommuneregion0000", "3201", "EAK")
 *     .items("ContentsCode", "KOSbelop0000")
 *     .top("Tid", 5);
 * }</pre>
 */
public final class Query {
  private static final int LONGEST_ID = 100;
  private final String table;
  private final ImmutableMap<String, Selection> selections;

  private Query(String table, ImmutableMap<String, Selection> selections) {
    if (table.isBlank() || table.length() > LONGEST_ID) {
      throw new IllegalArgumentException(
          "the table's id is \"" + table + "\"; allowed: 1 to " + LONGEST_ID + " characters");
    }
    this.table = table;
    this.selections = selections;
  }

  /**
   * A query for the whole table.
   *
   * @param table the table's id: {@code 12362}
   * @return the query
   * @throws IllegalArgumentException when the id is blank
   */
  public static Query of(String table) {
    return new Query(table, ImmutableMap.of());
  }

  /**
   * The same query with some categories of a dimension, in the order of the table.
   *
   * @param dimension the dimension's code: {@code KOKkommuneregion0000}
   * @param codes the codes of the categories
   * @return the query
   * @throws IllegalArgumentException when there is no code
   */
  public Query items(String dimension, String... codes) {
    return items(dimension, List.of(codes));
  }

  /**
   * The same query with some categories of a dimension, in the order of the table.
   *
   * @param dimension the dimension's code
   * @param codes the codes of the categories
   * @return the query
   * @throws IllegalArgumentException when there is no code
   */
  public Query items(String dimension, Iterable<String> codes) {
    ImmutableList<String> some = ImmutableList.copyOf(codes);
    requireSome(dimension, "codes", some);
    return with(dimension, new Selection.Items(some));
  }

  /**
   * The same query with all categories of a dimension.
   *
   * @param dimension the dimension's code
   * @return the query
   */
  public Query all(String dimension) {
    return with(dimension, new Selection.All());
  }

  /**
   * The same query with the categories whose code matches one of some masks.
   *
   * @param dimension the dimension's code
   * @param masks the masks: {@code *} stands for any characters, {@code ?} for one: {@code 32*},
   *     {@code 202?M12}
   * @return the query
   * @throws IllegalArgumentException when there is no mask
   */
  public Query matching(String dimension, String... masks) {
    ImmutableList<String> some = ImmutableList.copyOf(masks);
    requireSome(dimension, "masks", some);
    return with(dimension, new Selection.Matching(some));
  }

  /**
   * The same query with the newest periods of a dimension, or the first categories of one that is
   * not time.
   *
   * @param dimension the dimension's code: {@code Tid}
   * @param count how many; all when there are fewer
   * @return the query
   * @throws IllegalArgumentException when the count is not positive
   */
  public Query top(String dimension, int count) {
    return with(dimension, new Selection.Top(positive(dimension, count)));
  }

  /**
   * The same query with the oldest periods of a dimension, or the last categories of one that is
   * not time.
   *
   * @param dimension the dimension's code
   * @param count how many; all when there are fewer
   * @return the query
   * @throws IllegalArgumentException when the count is not positive
   */
  public Query bottom(String dimension, int count) {
    return with(dimension, new Selection.Bottom(positive(dimension, count)));
  }

  /**
   * The same query with the periods from one on, or the categories from one on of a dimension that
   * is not time.
   *
   * @param dimension the dimension's code
   * @param first the first
   * @return the query
   */
  public Query from(String dimension, String first) {
    return with(dimension, new Selection.From(first));
  }

  /**
   * The same query with the periods up to and with one, or the categories up to and with one of a
   * dimension that is not time.
   *
   * @param dimension the dimension's code
   * @param last the last
   * @return the query
   */
  public Query to(String dimension, String last) {
    return with(dimension, new Selection.To(last));
  }

  /**
   * The same query with the periods from one to another, both with; or the categories from one to
   * another of a dimension that is not time.
   *
   * @param dimension the dimension's code
   * @param first the first
   * @param last the last
   * @return the query
   */
  public Query range(String dimension, String first, String last) {
    return with(dimension, new Selection.Range(first, last));
  }

  /**
   * The same query with the groups of a grouping, each with the sum of its members.
   *
   * @param dimension the dimension's code
   * @param grouping the grouping's id: {@code KommSummer}; {@code agg_} or {@code agg:} before it
   *     makes no difference
   * @param groups the codes of the groups; all when there is none, which PxWebApi v1 cannot answer
   * @return the query
   */
  public Query aggregation(String dimension, String grouping, String... groups) {
    return with(dimension, listed(Kind.AGGREGATION, grouping, groups));
  }

  /**
   * The same query with a grouping whose categories are given one by one, not added up ({@code
   * agg_single}).
   *
   * @param dimension the dimension's code
   * @param grouping the grouping's id: {@code KOGkommuneregion000005402}
   * @param codes the codes; all when there is none, which PxWebApi v1 cannot answer
   * @return the query
   */
  public Query aggregationSingle(String dimension, String grouping, String... codes) {
    return with(dimension, listed(Kind.AGGREGATION_SINGLE, grouping, codes));
  }

  /**
   * The same query with the categories of one of the value sets of a dimension.
   *
   * @param dimension the dimension's code
   * @param valueSet the value set's id; {@code vs_} or {@code vs:} before it makes no difference
   * @param codes the codes; all when there is none, which PxWebApi v1 cannot answer
   * @return the query
   */
  public Query valueSet(String dimension, String valueSet, String... codes) {
    return with(dimension, listed(Kind.VALUE_SET, valueSet, codes));
  }

  /**
   * The same query with what an expression of PxWebApi v2 selects of a dimension.
   *
   * @param dimension the dimension's code
   * @param expression {@code *}, {@code top(5)}, {@code bottom(1)}, {@code from(2015)}, {@code
   *     to(2020)}, {@code range(2015,2020)}, or codes or masks with commas between: {@code
   *     3201,EAK}
   * @return the query
   * @throws IllegalArgumentException when it is none of these
   */
  public Query selecting(String dimension, String expression) {
    return with(dimension, Selection.parse(dimension, expression));
  }

  /** {@return the table's id} */
  public String table() {
    return table;
  }

  /** What is selected of the dimensions that are named, in the order they were named. */
  ImmutableMap<String, Selection> selections() {
    return selections;
  }

  private static CodeListed listed(Kind kind, String id, String... codes) {
    return CodeListed.of(kind, id, ImmutableList.copyOf(codes));
  }

  private Query with(String dimension, Selection selection) {
    Map<String, Selection> changed = new LinkedHashMap<>(selections);
    changed.put(dimension, selection);
    return new Query(table, ImmutableMap.copyOf(changed));
  }

  private static void requireSome(String dimension, String what, List<String> given) {
    if (given.isEmpty()) {
      throw new IllegalArgumentException(
          "dimension " + dimension + ": there are no " + what + "; allowed: at least one");
    }
  }

  private static int positive(String dimension, int count) {
    if (count < 1) {
      throw new IllegalArgumentException(
          "dimension " + dimension + ": count is " + count + "; allowed: at least 1");
    }
    return count;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Query q
        && q.table.equals(table)
        && q.selections.equals(selections)
        && q.selections.keySet().asList().equals(selections.keySet().asList());
  }

  @Override
  public int hashCode() {
    return Objects.hash(table, selections);
  }

  /** {@return table and selections: {@code 12362[KOKkommuneregion0000=3201, Tid=top(5)]}} */
  @Override
  public String toString() {
    ImmutableList.Builder<String> parts = ImmutableList.builder();
    selections.forEach((d, s) -> parts.add(d + "=" + String.join(",", s.expressions())));
    return table + parts.build();
  }
}
