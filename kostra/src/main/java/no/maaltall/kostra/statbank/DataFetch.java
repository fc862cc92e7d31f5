package no.maaltall.kostra.statbank;

import com.google.common.collect.ImmutableList;
import com.google.common.math.LongMath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.maaltall.kostra.client.CallException;
import no.maaltall.kostra.client.CallException.Problem;
import no.maaltall.kostra.client.CallProgress;
import no.maaltall.kostra.http.Answers;
import no.maaltall.kostra.http.DiskCache;
import no.maaltall.kostra.http.Request;

/**
 * Fetches the answer to one query: what the table has now, the plan, its parts, the cube.
 *
 * <p>A table may change while it is fetched. Then an answer is not what the metadata promised, or
 * two parts are of different times; everything is asked for once more, with all codes by name.
 */
final class DataFetch {
  private static final int MOST_PARTS = 1_000;

  private final PxWebClient client;
  private final Query query;
  private final Optional<DiskCache> cache;

  DataFetch(PxWebClient client, Query query) {
    this.client = client;
    this.query = query;
    this.cache =
        client
            .options()
            .cache()
            .map(directory -> DiskCache.in(directory, client.options().maxBytes()));
  }

  /** The form in which the selections are sent. */
  private enum Form {
    /** As the query has them. */
    WRITTEN,
    /** Every code by name. */
    NAMED
  }

  Cube cube() {
    try {
      return attempt(Form.WRITTEN);
    } catch (CallException e) {
      if (e.problem() != Problem.OTHER_THAN_ASKED) {
        throw e;
      }
      return attempt(Form.NAMED);
    }
  }

  private Cube attempt(Form form) {
    TableMetadata metadata = client.metadata(query.table());
    ImmutableList<SelectedDimension> asked = select(metadata, form);
    long cells = cells(asked);
    List<QueryPlan.Part> plan =
        QueryPlan.of(query.table(), asked, client.currentLimits().maxCells(), MOST_PARTS);
    // Codes by name in all parts: top(5) may mean other years when the last part is fetched.
    ImmutableList<SelectedDimension> sent = plan.size() > 1 ? named(asked) : asked;
    Optional<String> version = cache.isPresent() ? version(metadata) : Optional.empty();
    List<Cube> parts = new ArrayList<>();
    long done = 0;
    tell(0, plan.size(), done, cells);
    for (QueryPlan.Part part : plan) {
      parts.add(part(part, sent, version));
      done += part.cells();
      tell(parts.size(), plan.size(), done, cells);
    }
    return inOrder(join(parts, sent), sent);
  }

  private void tell(int parts, int all, long done, long cells) {
    client.progress().accept(new CallProgress(query.table(), parts, all, done, cells));
  }

  private ImmutableList<SelectedDimension> select(TableMetadata metadata, Form form) {
    ImmutableList<SelectedDimension> asked =
        selected(query, metadata, listed -> client.groupingOf(listed));
    return form == Form.NAMED ? named(asked) : asked;
  }

  /** Finds the code list that a selection is of, where the service can tell it. */
  interface Groupings {
    Optional<Grouping> find(Selection.CodeListed listed);
  }

  /** Every dimension of a table, in its order, with what the query asks of it. */
  static ImmutableList<SelectedDimension> selected(
      Query query, TableMetadata metadata, Groupings groupings) {
    for (String dimension : query.selections().keySet()) {
      metadata.dimension(dimension);
    }
    ImmutableList.Builder<SelectedDimension> selected = ImmutableList.builder();
    for (Dimension dimension : metadata.dimensions()) {
      Selection written = query.selections().getOrDefault(dimension.id(), new Selection.All());
      Optional<Grouping> grouping =
          written instanceof Selection.CodeListed listed
              ? groupings.find(listed)
              : Optional.empty();
      selected.add(SelectedDimension.of(query.table(), dimension, written, grouping));
    }
    return selected.build();
  }

  private static ImmutableList<SelectedDimension> named(List<SelectedDimension> asked) {
    return asked.stream().map(SelectedDimension::named).collect(ImmutableList.toImmutableList());
  }

  private long cells(List<SelectedDimension> asked) {
    long cells = 1;
    for (SelectedDimension dimension : asked) {
      cells = LongMath.saturatedMultiply(cells, dimension.codes().size());
    }
    long most = client.options().maxCells();
    if (cells > most) {
      Map<String, Integer> sizes = new LinkedHashMap<>();
      asked.forEach(d -> sizes.put(d.id(), d.codes().size()));
      throw new QueryException(
          query.table(),
          "",
          "has " + cells + " cells: " + sizes,
          "at most " + most + ", unless ClientOptions.withMaxCells allows more");
    }
    return cells;
  }

  /**
   * When the table was last changed. Version 1 tells it with the data alone, so the first cell of
   * the table is asked for.
   */
  private Optional<String> version(TableMetadata metadata) {
    if (metadata.updated().isPresent()) {
      return metadata.updated();
    }
    ImmutableList<SelectedDimension> first =
        metadata.dimensions().stream()
            .map(d -> new SelectedDimension(d.id(), one(d), d.codes().subList(0, 1), true))
            .collect(ImmutableList.toImmutableList());
    Request request = client.dataRequest(query.table(), first);
    return client.cube(request, client.call(request)).updated();
  }

  private static Selection one(Dimension dimension) {
    return new Selection.Items(dimension.codes().subList(0, 1));
  }

  private Cube part(QueryPlan.Part part, List<SelectedDimension> sent, Optional<String> version) {
    ImmutableList.Builder<SelectedDimension> builder = ImmutableList.builder();
    for (int i = 0; i < sent.size(); i++) {
      builder.add(sent.get(i).part(part.from().get(i), part.to().get(i)));
    }
    ImmutableList<SelectedDimension> asked = builder.build();
    Request request = client.dataRequest(query.table(), asked);
    Optional<Cube> kept = kept(request, asked, version);
    if (kept.isPresent()) {
      return kept.get();
    }
    byte[] answer = client.call(request);
    Cube cube = client.cube(request, answer);
    Optional<String> problem = AnswerCheck.problem(cube, asked);
    if (problem.isPresent()) {
      throw Answers.failure(Problem.OTHER_THAN_ASKED, request, problem.get(), answer, null);
    }
    // Under the version that the answer itself tells: the table may have changed since.
    if (cache.isPresent() && version.isPresent()) {
      cube.updated().ifPresent(v -> cache.get().write(request.key(), v, answer));
    }
    return cube;
  }

  private Optional<Cube> kept(
      Request request, List<SelectedDimension> asked, Optional<String> version) {
    if (cache.isEmpty() || version.isEmpty()) {
      return Optional.empty();
    }
    return cache
        .get()
        .read(request.key(), version.get())
        .flatMap(answer -> usable(request, asked, answer));
  }

  /** An answer from the disk counts when it would count from the service. */
  private Optional<Cube> usable(Request request, List<SelectedDimension> asked, byte[] answer) {
    try {
      return Optional.of(client.cube(request, answer))
          .filter(cube -> AnswerCheck.problem(cube, asked).isEmpty());
    } catch (CallException e) {
      return Optional.empty();
    }
  }

  private Cube join(List<Cube> parts, List<SelectedDimension> sent) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    try {
      return Cube.join(parts);
    } catch (CubeException e) {
      Request request = client.dataRequest(query.table(), sent);
      throw Answers.failure(
          Problem.OTHER_THAN_ASKED, request, "the parts do not join", new byte[0], e);
    }
  }

  /** With categories in the order of the table, whatever order the service has them in. */
  private static Cube inOrder(Cube cube, List<SelectedDimension> asked) {
    Cube ordered = cube;
    for (SelectedDimension dimension : asked) {
      if (!ordered.dimension(dimension.id()).codes().equals(dimension.codes())) {
        ordered = ordered.select(dimension.id(), dimension.codes());
      }
    }
    return ordered;
  }
}
