package no.maaltall.kostra.statbank;

/** A query that a table cannot answer: what, in which dimension, what is allowed. */
public final class QueryException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The table. */
  private final String table;

  /** The dimension, or nothing. */
  private final String dimension;

  /**
   * Says what is wrong with a query.
   *
   * @param table the table's id
   * @param dimension the dimension's code; empty when it is about all of them
   * @param problem what is wrong
   * @param allowed what is allowed
   */
  public QueryException(String table, String dimension, String problem, String allowed) {
    super(
        "the query of table "
            + table
            + (dimension.isEmpty() ? " " : ", dimension " + dimension + ", ")
            + problem
            + "; allowed: "
            + allowed);
    this.table = table;
    this.dimension = dimension;
  }

  /** {@return the table's id} */
  public String table() {
    return table;
  }

  /** {@return the dimension's code; empty when it is about all of them} */
  public String dimension() {
    return dimension;
  }
}
