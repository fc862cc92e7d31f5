package no.maaltall.kostra.client;

/**
 * How far a fetch has come: told once before the first call for data, and after each part.
 *
 * @param table the table's id
 * @param parts the number of parts that are done
 * @param allParts the number of parts in all
 * @param cells the cells in the parts that are done
 * @param allCells the cells in all
 */
public record CallProgress(String table, int parts, int allParts, long cells, long allCells) {
  /**
   * {@return the same as a line for a person: {@code 12362: 3 av 12 deler, 2400000 av 9000000
   * celler}}
   */
  public String text() {
    return "%s: %d av %d deler, %d av %d celler".formatted(table, parts, allParts, cells, allCells);
  }
}
