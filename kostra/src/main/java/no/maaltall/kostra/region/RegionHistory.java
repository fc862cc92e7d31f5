package no.maaltall.kostra.region;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.core.norm.Confidence;
import no.maaltall.core.panel.Panel;
import no.maaltall.kostra.klass.CodeChange;
import no.maaltall.kostra.klass.CodeChanges;
import no.maaltall.kostra.klass.KlassCode;
import no.maaltall.kostra.region.HistoryBuilder.NameRow;

/**
 * Norway's municipalities and counties through the reforms.
 *
 * <pre>{@code
 * RegionHistory history = RegionHistory.standard();
 * LocalDate today = LocalDate.of(2024, 1, 1);
 * history.municipality("3024", LocalDate.of(2021, 1, 1)).name();              // Bærum
 * history.becomes("0220", LocalDate.of(2019, 1, 1), today);                   // [3203 Asker (2024-)]
 * Carried<DataSet> carried = history.carry(dataSet, today, CarryRule.strict());
 * carried.report().toText();                                                  // hva som er lagt sammen
 * }</pre>
 *
 * <p>A municipality is its code and its extent: see {@link Municipality}. The table of the library
 * begins on 1 January 1972, and is of SSB's classification 131 (KLASS); a row of the files has its
 * source.
 */
public final class RegionHistory {
  private static final String MUNICIPALITY = "municipality";
  private static final String OSLO = "0301";

  private final LocalDate firstDay;
  private final ImmutableListMultimap<String, Municipality> byCode;
  private final ImmutableListMultimap<Municipality, Municipality> after;
  private final ImmutableListMultimap<Municipality, Municipality> before;
  private final ImmutableList<RegionChange> changes;
  private final ImmutableList<County> counties;

  RegionHistory(
      LocalDate firstDay,
      ImmutableListMultimap<String, Municipality> byCode,
      ImmutableListMultimap<Municipality, Municipality> after,
      ImmutableListMultimap<Municipality, Municipality> before,
      ImmutableList<RegionChange> changes,
      ImmutableList<County> counties) {
    this.firstDay = firstDay;
    this.byCode = byCode;
    this.after = after;
    this.before = before;
    this.changes = changes;
    this.counties = counties;
  }

  /** Read once: the table is immutable, and everyone asks for it. */
  private static final class Standard {
    private static final RegionHistory HISTORY =
        ofRows(
            FactRows.bundled("kommuner.csv", RegionHistory::nameRow),
            FactRows.bundled("kommuneendringer.csv", RegionHistory::changeRow),
            FactRows.bundled("fylker.csv", row -> row));
  }

  /** {@return the history that comes with the library} */
  public static RegionHistory standard() {
    return Standard.HISTORY;
  }

  /**
   * {@return a history of one's own, from the files {@code kommuner.csv} ({@code
   * kode,navn,gyldig_fra,gyldig_til,kilde}: one row for each name, with first and last day), {@code
   * kommuneendringer.csv} ({@code dato,fra,til,kilde}: one row for each pair of old and new code,
   * an empty one for a municipality that is new or ceased) and {@code fylker.csv} (as {@code
   * kommuner.csv})}
   *
   * <p>It begins on the earliest day that {@code kommuner.csv} has.
   *
   * @param directory the directory that has the files
   * @throws RegionHistoryException if the tables contradict themselves or each other
   * @throws no.maaltall.core.indicator.InvalidNotationException if a row cannot be read
   */
  public static RegionHistory read(Path directory) {
    return ofRows(
        FactRows.read(directory.resolve("kommuner.csv"), RegionHistory::nameRow),
        FactRows.read(directory.resolve("kommuneendringer.csv"), RegionHistory::changeRow),
        FactRows.read(directory.resolve("fylker.csv"), row -> row));
  }

  private static RegionHistory ofRows(
      ImmutableList<NameRow> names,
      ImmutableList<CodeChange> changes,
      ImmutableList<FactRows.Row> counties) {
    LocalDate firstDay =
        names.stream().map(NameRow::from).min(LocalDate::compareTo).orElse(LocalDate.EPOCH);
    return HistoryBuilder.build(
        firstDay,
        names,
        CodeChanges.of(changes),
        counties.stream().map(row -> County.of(row, firstDay)).toList());
  }

  private static NameRow nameRow(FactRows.Row row) {
    return new NameRow(
        row.required("kode"),
        row.required("navn"),
        row.date("gyldig_fra"),
        row.optionalDate("gyldig_til"));
  }

  private static CodeChange changeRow(FactRows.Row row) {
    Optional<String> from = Optional.of(row.get("fra")).filter(c -> !c.isEmpty());
    Optional<String> to = Optional.of(row.get("til")).filter(c -> !c.isEmpty());
    if (from.isEmpty() && to.isEmpty()) {
      throw row.problem("fra", "", "an old code, a new code, or both", null);
    }
    return new CodeChange(from, "", to, "", row.date("dato"));
  }

  /**
   * {@return a history of KLASS's responses, with the counties of the library}
   *
   * @param codes the codes of classification 131: those of today, or of a range of dates that ends
   *     today, of which those that have ended are left out, since the changes tell of them
   * @param changes all changes of the range
   * @param firstDay the day that the range begins on; changes on that day or before are left out
   * @throws RegionHistoryException if codes and changes contradict each other
   */
  public static RegionHistory ofKlass(
      List<KlassCode> codes, CodeChanges changes, LocalDate firstDay) {
    return HistoryBuilder.build(
        firstDay,
        KlassHistory.rows(
            codes.stream().filter(c -> !SpecialRegions.isSpecial(c.code())).toList(),
            KlassHistory.after(firstDay, changes),
            firstDay),
        KlassHistory.after(firstDay, changes),
        standard().counties);
  }

  /** {@return the day that it begins on; what was before is not known} */
  public LocalDate firstDay() {
    return firstDay;
  }

  /** {@return every municipality that there was, by code, then by time} */
  public ImmutableList<Municipality> municipalities() {
    return byCode.values().asList();
  }

  /**
   * {@return the municipalities of a day, by code}
   *
   * @param date the day
   * @throws IllegalArgumentException if it is before the first day
   */
  public ImmutableList<Municipality> on(LocalDate date) {
    requireKnown(date);
    return municipalities().stream()
        .filter(m -> m.isValidOn(date))
        .collect(ImmutableList.toImmutableList());
  }

  private void requireKnown(LocalDate date) {
    if (date.isBefore(firstDay)) {
      throw new IllegalArgumentException(
          "municipalities on " + date + " are not known; allowed: " + firstDay + " and later");
    }
  }

  /**
   * {@return the municipality with a code on a day, if there is one}
   *
   * @param code the code
   * @param date the day
   */
  public Optional<Municipality> find(String code, LocalDate date) {
    return date.isBefore(firstDay)
        ? Optional.empty()
        : byCode.get(code).stream().filter(m -> m.isValidOn(date)).findFirst();
  }

  /**
   * {@return the municipality with a code on a day}
   *
   * @param code the code
   * @param date the day
   * @throws UnknownCodeException if there never was one; it lists the nearest
   * @throws RegionNotValidException if there was one on other days; it says when, and what to use
   *     instead
   * @throws IllegalArgumentException if the day is before the first one
   */
  public Municipality municipality(String code, LocalDate date) {
    requireKnown(date);
    ImmutableList<Municipality> all = ofCode(code);
    return find(code, date)
        .orElseThrow(
            () ->
                new RegionNotValidException(
                    MUNICIPALITY,
                    code,
                    date,
                    all.stream()
                        .map(m -> m.name() + " " + m.validity())
                        .collect(ImmutableList.toImmutableList()),
                    all.stream()
                        .flatMap(m -> Shares.to(this, date, SplitWeights.none()).of(m).stream())
                        .map(s -> s.municipality().code())
                        .distinct()
                        .sorted()
                        .collect(ImmutableList.toImmutableList())));
  }

  /**
   * {@return every municipality that had a code, in order of time}
   *
   * @param code the code
   * @throws UnknownCodeException if there never was one; it lists the nearest
   */
  public ImmutableList<Municipality> ofCode(String code) {
    ImmutableList<Municipality> all = byCode.get(code);
    if (all.isEmpty()) {
      throw new UnknownCodeException(MUNICIPALITY, code, byCode.keySet());
    }
    return all;
  }

  /**
   * {@return whether there ever was a municipality with a code}
   *
   * @param code the code
   */
  public boolean hasCode(String code) {
    return byCode.containsKey(code);
  }

  /**
   * {@return what a municipality became, as a whole or in part; empty while it is there, and when
   * it ceased}
   *
   * @param municipality one of the history
   */
  public ImmutableList<Municipality> successors(Municipality municipality) {
    return after.get(municipality);
  }

  /**
   * {@return what a municipality was before, as a whole or in part; empty when it was always there,
   * and when it was new}
   *
   * @param municipality one of the history
   */
  public ImmutableList<Municipality> predecessors(Municipality municipality) {
    return before.get(municipality);
  }

  /**
   * {@return the municipalities of a day that have land of one of another day, by code}
   *
   * @param code the code
   * @param on a day on which it has the code
   * @param date the day asked for, before or after
   * @throws UnknownCodeException as in {@link #municipality}
   * @throws RegionNotValidException as there
   */
  public ImmutableList<Municipality> becomes(String code, LocalDate on, LocalDate date) {
    requireKnown(date);
    return Shares.to(this, date, SplitWeights.none()).of(municipality(code, on)).stream()
        .map(Shares.Share::municipality)
        .collect(ImmutableList.toImmutableList());
  }

  /** {@return all changes, names included, by date and then by code} */
  public ImmutableList<RegionChange> changes() {
    return changes;
  }

  /**
   * {@return the counties of a day, by code}
   *
   * @param date the day
   */
  public ImmutableList<County> counties(LocalDate date) {
    requireKnown(date);
    return counties.stream()
        .filter(c -> c.isValidOn(date))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * {@return the municipalities of a county on a day, as KOSTRA averages them: {@code EKA32}}
   *
   * @param code the two digits of the county
   * @param date the day
   * @throws UnknownCodeException if there never was one
   * @throws RegionNotValidException if there was one on other days
   */
  public RegionGroup county(String code, LocalDate date) {
    requireKnown(date);
    ImmutableList<County> all =
        counties.stream()
            .filter(c -> c.code().equals(code))
            .collect(ImmutableList.toImmutableList());
    if (all.isEmpty()) {
      throw new UnknownCodeException(
          "county", code, counties.stream().map(County::code).distinct().toList());
    }
    County county =
        all.stream()
            .filter(c -> c.isValidOn(date))
            .findFirst()
            .orElseThrow(
                () ->
                    new RegionNotValidException(
                        "county",
                        code,
                        date,
                        all.stream()
                            .map(
                                c ->
                                    c.name() + " " + Municipality.years(c.validFrom(), c.validTo()))
                            .collect(ImmutableList.toImmutableList()),
                        ImmutableList.of()));
    return group(county.averageCode(), county.name(), date, m -> m.code().startsWith(code));
  }

  /**
   * {@return all municipalities of a day, as KOSTRA averages them: {@code EAK}. Longyearbyen is not
   * among them: it reports, but is kept out of averages}
   *
   * @param date the day
   */
  public RegionGroup country(LocalDate date) {
    return group("EAK", "Landet", date, m -> true);
  }

  /**
   * {@return all municipalities of a day but Oslo: {@code EAKUO}}
   *
   * @param date the day
   */
  public RegionGroup countryWithoutOslo(LocalDate date) {
    return group("EAKUO", "Landet uten Oslo", date, m -> !m.code().equals(OSLO));
  }

  private RegionGroup group(
      String code, String name, LocalDate date, Predicate<Municipality> test) {
    return RegionGroup.of(
        code,
        name,
        on(date).stream()
            .filter(test)
            .map(m -> new GroupMember(m.code(), Confidence.HIGH, "KLASS 131"))
            .toList());
  }

  /**
   * {@return a data set on the municipalities of a day}
   *
   * <p>Counts and amounts add up where municipalities merged: {@code Σ x}, or {@code Σ w x} where
   * one was divided and the rule has weights. An indicator that is defined as a ratio is computed
   * of its carried parts. Everything else is only carried where the extent is the same, and
   * otherwise missing. What is missing, and why, is in the report; no value is counted twice, and
   * none is taken from a period in which its code did not exist or had another extent.
   *
   * <p>A region in the result has the validity of its extent. Where a series goes through a change
   * of extent it has a break that tells of it.
   *
   * @param dataSet observations by municipality
   * @param date the day whose municipalities the result is about
   * @param rule what to do about what is not plain
   * @throws UnknownCodeException if a region is no municipality and the rule does not allow others
   * @throws IllegalArgumentException if the day is before the first one, or a weight is of a
   *     division that there was not
   */
  public Carried<DataSet> carry(DataSet dataSet, LocalDate date, CarryRule rule) {
    requireKnown(date);
    rule.alreadyOn().ifPresent(this::requireKnown);
    return new Carrier(this, date, rule).carry(dataSet);
  }

  /**
   * {@return a panel on the municipalities of a day}
   *
   * <p>As of its last period. An indicator that is defined as a ratio of two others of the panel is
   * computed of their carried values; one without its parts is carried only where the extent is the
   * same.
   *
   * @param panel values by municipality
   * @param date the day whose municipalities the result is about
   * @param rule what to do about what is not plain
   * @throws UnknownCodeException as {@link #carry(DataSet, LocalDate, CarryRule)}
   */
  public Carried<Panel> carry(Panel panel, LocalDate date, CarryRule rule) {
    Carried<DataSet> carried = carry(SeriesTables.of(panel.allSeries()), date, rule);
    return new Carried<>(Panel.of(carried.data()), carried.report());
  }

  /**
   * {@return some series on the municipalities of a day, by indicator and then by code}
   *
   * <p>Give all regions that merged: a sum without one of its parts is missing. Ratios are treated
   * as in a panel.
   *
   * @param series one for each indicator and municipality
   * @param date the day whose municipalities the result is about
   * @param rule what to do about what is not plain
   * @throws UnknownCodeException as {@link #carry(DataSet, LocalDate, CarryRule)}
   */
  public Carried<ImmutableList<Series>> carry(List<Series> series, LocalDate date, CarryRule rule) {
    Carried<DataSet> carried = carry(SeriesTables.of(series), date, rule);
    return new Carried<>(carried.data().allSeries(), carried.report());
  }

  /** The municipalities that were divided or put together with weights needed, either way. */
  ImmutableSet<String> weightPairs() {
    List<String> pairs = new ArrayList<>();
    after.asMap().forEach((from, to) -> to.forEach(t -> pairs.add(from.code() + ">" + t.code())));
    before.asMap().forEach((to, from) -> from.forEach(f -> pairs.add(to.code() + ">" + f.code())));
    return ImmutableSet.copyOf(pairs);
  }

  /** {@return how many municipalities and changes there are, and since when} */
  @Override
  public String toString() {
    return "RegionHistory from "
        + firstDay
        + ": "
        + byCode.size()
        + " municipalities, "
        + changes.size()
        + " changes";
  }
}
