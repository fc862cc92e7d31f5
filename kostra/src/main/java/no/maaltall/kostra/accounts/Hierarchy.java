package no.maaltall.kostra.accounts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.kostra.accounts.AccountsFileException.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Sums of sums: signed edges from parts to sums, without circles.
 *
 * <p>The amount of a code that has edges is {@code Σ sign × amount(part)}; the others are leaves. A
 * leaf that reaches a sum by several paths counts once for each, with the product of the signs
 * along it, as the hierarchy says: {@code FG2 = FGF10 + FGK22 + ... - FG4} is right because FG4 is
 * in both of the first.
 *
 * <p>As CSV: {@code periode,to,from,sign}, sign {@code +} or {@code -}, period a year or a range
 * {@code 2020..2026}. A column {@code kilde} for the source may be there too.
 *
 * <p>Immutable and thread-safe.
 */
public final class Hierarchy {
  private static final ImmutableSet<String> REQUIRED = ImmutableSet.of("to", "from", "sign");
  private static final ImmutableSet<String> OPTIONAL = ImmutableSet.of("periode", "kilde");

  /**
   * An edge.
   *
   * @param to the sum
   * @param from the part
   * @param sign 1 or -1
   */
  public record Edge(String to, String from, int sign) {
    /**
     * Checks the sign.
     *
     * @param to the sum
     * @param from the part
     * @param sign 1 or -1
     * @throws IllegalArgumentException if the sign is something else
     */
    public Edge {
      if (sign != 1 && sign != -1) {
        throw new IllegalArgumentException(
            "the sign of " + to + " <- " + from + " is " + sign + "; allowed: 1 or -1");
      }
    }
  }

  private final String name;
  private final ImmutableList<Edge> edges;
  private final ImmutableMap<Edge, Long> lines;
  private final ImmutableListMultimap<String, Edge> parts;
  private final ImmutableSortedSet<String> codes;
  // Sums after their parts.
  private final ImmutableList<String> order;

  private Hierarchy(Builder builder) {
    this.name = builder.name;
    this.edges = ImmutableList.copyOf(builder.edges.keySet());
    this.lines = ImmutableMap.copyOf(builder.edges);
    ImmutableListMultimap.Builder<String, Edge> byTo = ImmutableListMultimap.builder();
    ImmutableSortedSet.Builder<String> all = ImmutableSortedSet.naturalOrder();
    edges.forEach(e -> byTo.put(e.to(), e));
    edges.forEach(e -> all.add(e.to(), e.from()));
    this.parts = byTo.build();
    this.codes = all.build();
    this.order = partsFirst();
  }

  /**
   * {@return a builder without edges}
   *
   * @param name what to call it in messages
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /**
   * {@return a hierarchy}
   *
   * @param name what to call it in messages
   * @param edges its edges
   * @throws HierarchyException if an edge is there twice, or there is a circle
   */
  public static Hierarchy of(String name, List<Edge> edges) {
    Builder builder = builder(name);
    edges.forEach(e -> builder.add(e.to(), e.from(), e.sign()));
    return builder.build();
  }

  /**
   * {@return the hierarchy of a region's groups, counties or country, read from CSV as above}
   *
   * @param file the file
   * @param year the year whose edges to read
   * @param zeros what to do about region codes that have lost zeros
   * @throws AccountsFileException if a row cannot be read
   * @throws HierarchyException if an edge is there twice, or there is a circle
   */
  public static Hierarchy readRegions(Path file, int year, LeadingZeros zeros) {
    Builder builder = builder(String.valueOf(file.getFileName()));
    CsvRows.read(
        file, REQUIRED, OPTIONAL, row -> builder.addRow(row, year, CodeNotation.REGION, zeros));
    return builder.build();
  }

  static Hierarchy read(
      String name, InputStream in, int year, CodeNotation notation, LeadingZeros zeros)
      throws IOException {
    Builder builder = builder(name);
    CsvRows.read(name, in, REQUIRED, OPTIONAL, row -> builder.addRow(row, year, notation, zeros));
    return builder.build();
  }

  /** {@return what it is called: the name of its file} */
  public String name() {
    return name;
  }

  /** {@return its edges, as they were added} */
  public ImmutableList<Edge> edges() {
    return edges;
  }

  /** {@return every code that is a sum or a part} */
  public ImmutableSortedSet<String> codes() {
    return codes;
  }

  /**
   * {@return whether a code is a sum}
   *
   * @param code the code
   */
  public boolean isSum(String code) {
    return parts.containsKey(code);
  }

  /**
   * {@return the edges from the parts of a sum; none for a leaf}
   *
   * @param code the code
   */
  public ImmutableList<Edge> parts(String code) {
    return parts.get(code);
  }

  /**
   * {@return how many times each leaf counts in a code, with sign, those that cancel out left out}
   *
   * @param code a sum, or a leaf: which counts once in itself
   * @throws UnknownCodeException if the hierarchy does not have it
   * @throws HierarchyException if a number does not fit in 64 bits
   */
  public ImmutableMap<String, Long> leafFactors(String code) {
    if (!codes.contains(code)) {
      throw new UnknownCodeException("code of " + name, code, codes);
    }
    Map<String, Long> factors = new HashMap<>();
    factors.put(code, 1L);
    ImmutableMap.Builder<String, Long> leaves = ImmutableMap.builder();
    for (int i = order.size() - 1; i >= 0; i--) {
      String at = order.get(i);
      Long factor = factors.get(at);
      if (factor == null || factor == 0) {
        continue;
      }
      if (!isSum(at)) {
        leaves.put(at, factor);
      }
      for (Edge e : parts(at)) {
        factors.merge(e.from(), factor * e.sign(), (a, b) -> add(a, b, code, e.from()));
      }
    }
    return leaves.buildOrThrow();
  }

  private long add(long a, long b, String code, String part) {
    long sum = a + b;
    if (((a ^ sum) & (b ^ sum)) < 0 || sum == Long.MIN_VALUE) {
      throw new HierarchyException(
          HierarchyException.Problem.TOO_MANY_PATHS,
          name,
          0,
          ImmutableList.of(code, part),
          "fewer than 2^63 paths from a code to a part");
    }
    return sum;
  }

  /**
   * {@return a shortest path from a code down to a part, both included; empty when there is none}
   *
   * @param code where it begins
   * @param part where it ends
   */
  public ImmutableList<String> path(String code, String part) {
    Map<String, String> above = new HashMap<>();
    Deque<String> next = new ArrayDeque<>();
    next.add(code);
    Set<String> seen = new HashSet<>(next);
    while (!next.isEmpty() && !seen.contains(part)) {
      String at = next.remove();
      for (Edge e : parts(at)) {
        if (seen.add(e.from())) {
          above.put(e.from(), at);
          next.add(e.from());
        }
      }
    }
    if (!seen.contains(part)) {
      return ImmutableList.of();
    }
    List<String> path = new ArrayList<>();
    for (@Nullable String at = part; at != null; at = above.get(at)) {
      path.add(at);
    }
    Collections.reverse(path);
    return ImmutableList.copyOf(path);
  }

  /** All codes, parts before the sums that they are in. */
  ImmutableList<String> order() {
    return order;
  }

  long line(Edge edge) {
    return lines.getOrDefault(edge, 0L);
  }

  private ImmutableList<String> partsFirst() {
    Map<String, Integer> waiting = new HashMap<>();
    ImmutableListMultimap.Builder<String, String> sums = ImmutableListMultimap.builder();
    for (Edge e : edges) {
      waiting.merge(e.to(), 1, Integer::sum);
      sums.put(e.from(), e.to());
    }
    ImmutableListMultimap<String, String> sumsOf = sums.build();
    Deque<String> ready = new ArrayDeque<>();
    codes.stream().filter(c -> !waiting.containsKey(c)).forEach(ready::add);
    ImmutableList.Builder<String> done = ImmutableList.builder();
    int count = 0;
    while (!ready.isEmpty()) {
      String code = ready.remove();
      done.add(code);
      count++;
      for (String sum : sumsOf.get(code)) {
        if (waiting.merge(sum, -1, Integer::sum) == 0) {
          ready.add(sum);
        }
      }
    }
    if (count < codes.size()) {
      throw circle(waiting);
    }
    return done.build();
  }

  /** From any code that never became ready there is always a part that did not either. */
  private HierarchyException circle(Map<String, Integer> waiting) {
    List<String> walked = new ArrayList<>();
    Map<String, Integer> at = new HashMap<>();
    String code =
        codes.stream().filter(c -> waiting.getOrDefault(c, 0) > 0).findFirst().orElseThrow();
    while (!at.containsKey(code)) {
      at.put(code, walked.size());
      walked.add(code);
      code =
          parts(code).stream()
              .map(Edge::from)
              .filter(c -> waiting.getOrDefault(c, 0) > 0)
              .findFirst()
              .orElseThrow();
    }
    walked.add(code);
    List<String> path = walked.subList(at.get(code), walked.size());
    String from = path.get(1);
    long line =
        parts(code).stream()
            .filter(e -> e.from().equals(from))
            .mapToLong(this::line)
            .findFirst()
            .orElse(0);
    return new HierarchyException(
        HierarchyException.Problem.CYCLE,
        name,
        line,
        ImmutableList.copyOf(path),
        "sums of parts that are not sums of them in turn");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Hierarchy h
        && h.name.equals(name)
        && ImmutableSet.copyOf(h.edges).equals(ImmutableSet.copyOf(edges));
  }

  @Override
  public int hashCode() {
    return ImmutableSet.copyOf(edges).hashCode();
  }

  /** {@return name, number of edges and codes} */
  @Override
  public String toString() {
    return "Hierarchy " + name + ": " + edges.size() + " edges, " + codes.size() + " codes";
  }

  /** Collects edges. */
  public static final class Builder {
    private final String name;
    private final Map<Edge, Long> edges = new java.util.LinkedHashMap<>();

    private Builder(String name) {
      this.name = name;
    }

    /**
     * Adds an edge.
     *
     * @param to the sum
     * @param from the part
     * @param sign 1 or -1
     * @return this builder
     * @throws HierarchyException if the edge is there already, with whatever sign
     */
    public Builder add(String to, String from, int sign) {
      return add(new Edge(to, from, sign), 0);
    }

    private Builder add(Edge edge, long line) {
      if (edges.containsKey(edge) || edges.containsKey(opposite(edge))) {
        throw new HierarchyException(
            HierarchyException.Problem.DUPLICATE_EDGE,
            name,
            line,
            ImmutableList.of(edge.to(), edge.from()),
            "each part of a sum once");
      }
      edges.put(edge, line);
      return this;
    }

    private static Edge opposite(Edge edge) {
      return new Edge(edge.to(), edge.from(), -edge.sign());
    }

    private void addRow(CsvRows.Row row, int year, CodeNotation notation, LeadingZeros zeros) {
      if (!row.isFor(year)) {
        return;
      }
      int sign =
          switch (row.get("sign").strip()) {
            case "+" -> 1;
            case "-" -> -1;
            default -> throw row.problem(Problem.INVALID_SIGN, "sign", "+ or -");
          };
      String to = notation.ofRules(row.get("to"), zeros, row.file(), row.line());
      String from = notation.ofRules(row.get("from"), zeros, row.file(), row.line());
      add(new Edge(to, from, sign), row.line());
    }

    /**
     * {@return the hierarchy}
     *
     * @throws HierarchyException if there is a circle
     */
    public Hierarchy build() {
      return new Hierarchy(this);
    }
  }
}
