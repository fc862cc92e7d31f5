package no.maaltall.kostra.statbank;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.math.LongMath;
import java.util.Optional;
import no.maaltall.core.indicator.UnknownCodeException;

/**
 * What a service tells of a table: its dimensions with their categories, and the code lists that
 * each may be asked for in.
 *
 * @param table the table's id
 * @param label its title
 * @param updated when its figures were last changed, as the service writes it; PxWebApi v1 does not
 *     tell
 * @param dimensions its dimensions, in order
 * @param codeLists the code lists of each dimension, by the dimension's code; PxWebApi v1 does not
 *     tell
 */
public record TableMetadata(
    String table,
    String label,
    Optional<String> updated,
    ImmutableList<Dimension> dimensions,
    ImmutableListMultimap<String, CodeListReference> codeLists) {
  /**
   * A code list that exists.
   *
   * @param id its id: {@code agg_KommSummer}
   * @param label its name
   * @param type what it is
   */
  public record CodeListReference(String id, String label, Grouping.Type type) {
    /**
     * Takes the parts as they are.
     *
     * @param id its id
     * @param label its name
     * @param type what it is
     */
    public CodeListReference {}
  }

  /**
   * Takes the parts as they are.
   *
   * @param table the table's id
   * @param label its title
   * @param updated when it was last changed
   * @param dimensions its dimensions
   * @param codeLists the code lists of each dimension
   */
  public TableMetadata {}

  /**
   * One of its dimensions.
   *
   * @param code its code
   * @return the dimension
   * @throws UnknownCodeException if there is none; it lists the nearest
   */
  public Dimension dimension(String code) {
    return dimensions.stream()
        .filter(d -> d.id().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownCodeException(
                    "dimension of table " + table,
                    code,
                    dimensions.stream().map(Dimension::id).toList()));
  }

  /**
   * {@return the number of cells of the whole table; {@link Long#MAX_VALUE} when there are more}
   */
  public long cells() {
    long cells = 1;
    for (Dimension dimension : dimensions) {
      cells = LongMath.saturatedMultiply(cells, dimension.size());
    }
    return cells;
  }
}
