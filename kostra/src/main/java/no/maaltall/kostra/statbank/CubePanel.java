package no.maaltall.kostra.statbank;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Rounding;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.panel.Panel;
import no.maaltall.core.panel.PanelBuilder;

/** A cube seen as indicators × regions × periods. */
final class CubePanel {
  /** A panel has a value for every cell, whether the file had one or not. */
  private static final long MOST_EMPTY = 10_000_000;

  private final Cube cube;
  private final PanelLayout layout;
  private final long[] strides;
  private final ImmutableList<Dimension> indicatorDimensions;
  private final Optional<Dimension> regionDimension;
  private final Dimension periodDimension;

  private CubePanel(Cube cube, PanelLayout layout) {
    this.cube = cube;
    this.layout = layout;
    this.strides = CubeSelection.strides(cube.dimensions());
    layout.fixed().keySet().forEach(cube::dimensionIndex);
    this.periodDimension =
        layout
            .periodDimension()
            .map(cube::dimension)
            .or(() -> only(DimensionRole.TIME))
            .orElseThrow(() -> unclear("period", "PanelLayout.period"));
    this.regionDimension = layout.place().isPresent() ? Optional.empty() : Optional.of(region());
    this.indicatorDimensions =
        layout.measured().isPresent()
            ? ImmutableList.of()
            : layout.indicatorDimensions().isEmpty()
                ? unfixed(cube.dimensions(DimensionRole.METRIC))
                : layout.indicatorDimensions().stream()
                    .map(cube::dimension)
                    .collect(ImmutableList.toImmutableList());
  }

  static CubePanel of(Cube cube, PanelLayout layout) {
    return new CubePanel(cube, layout);
  }

  private Dimension region() {
    return layout
        .regionDimension()
        .map(cube::dimension)
        .or(() -> only(DimensionRole.GEO))
        .or(() -> onlyOf(cube.dimensions().stream().filter(CubePanel::isCalledRegion).toList()))
        .orElseThrow(() -> unclear("region", "PanelLayout.region or PanelLayout.in"));
  }

  private static boolean isCalledRegion(Dimension dimension) {
    return dimension.role() == DimensionRole.NONE
        && (dimension.id().equalsIgnoreCase("region")
            || dimension.label().equalsIgnoreCase("region"));
  }

  private Optional<Dimension> only(DimensionRole role) {
    return onlyOf(unfixed(cube.dimensions(role)));
  }

  private ImmutableList<Dimension> unfixed(List<Dimension> dimensions) {
    return dimensions.stream()
        .filter(d -> !layout.fixed().containsKey(d.id()))
        .collect(ImmutableList.toImmutableList());
  }

  private static Optional<Dimension> onlyOf(List<Dimension> dimensions) {
    return dimensions.size() == 1 ? Optional.of(dimensions.get(0)) : Optional.empty();
  }

  private CubeException unclear(String what, String remedy) {
    return new CubeException(
        CubeException.Problem.NOT_CHOSEN,
        "the " + what,
        "no single dimension of that role in " + cube.dimensions(),
        "a choice by " + remedy);
  }

  /** An indicator, and where its cells start. */
  private record Measured(Indicator indicator, long offset) {}

  Panel panel() {
    long base = base(layout.fixed());
    List<Measured> indicators = indicators();
    List<Region> regions =
        layout.place().map(List::of).orElseGet(() -> regions(regionDimension.orElseThrow()));
    Map<Period, Integer> periods = periods();
    requireRoom((long) indicators.size() * regions.size() * periods.size());
    long regionStride = regionDimension.map(this::stride).orElse(0L);
    PanelBuilder panel =
        Panel.builder(
            indicators.stream().map(Measured::indicator).toList(),
            regions,
            List.copyOf(periods.keySet()));
    for (Measured measured : indicators) {
      for (int r = 0; r < regions.size(); r++) {
        long at = base + measured.offset() + regionStride * r;
        for (Map.Entry<Period, Integer> period : periods.entrySet()) {
          panel.add(
              measured.indicator().id(),
              regions.get(r).code(),
              period.getKey(),
              cube.observationAt(at + stride(periodDimension) * period.getValue()));
        }
      }
    }
    return panel.build();
  }

  private void requireRoom(long cells) {
    if (cells - cube.store().stored() > MOST_EMPTY) {
      throw new CubeException(
          CubeException.Problem.TOO_MANY_CELLS,
          "the panel",
          cells + " cells, of which the cube has " + cube.store().stored(),
          "at most " + MOST_EMPTY + " without anything; select some categories first");
    }
  }

  private static List<Region> regions(Dimension dimension) {
    return dimension.categories().stream().map(c -> Region.of(c.code(), c.label())).toList();
  }

  private Map<Period, Integer> periods() {
    Map<Period, Integer> periods = new TreeMap<>();
    for (int i = 0; i < periodDimension.size(); i++) {
      String code = periodDimension.codes().get(i);
      if (periods.put(Period.parse(code), i) != null) {
        throw new CubeException(
            CubeException.Problem.DUPLICATE_CODE,
            "dimension " + periodDimension.id(),
            "the period " + code + " in two notations",
            "each period once");
      }
    }
    return periods;
  }

  private long stride(Dimension dimension) {
    return strides[cube.dimensionIndex(dimension.id())];
  }

  /** The position of the first cell, the dimensions that are not in the panel being fixed. */
  private long base(Map<String, String> fixed) {
    long base = 0;
    for (Dimension dimension : cube.dimensions()) {
      String code = fixed.get(dimension.id());
      if (code != null) {
        base += stride(dimension) * dimension.indexOf(code);
      } else if (dimension.size() != 1 && !isUsed(dimension)) {
        throw CubeSelection.notChosen(
            dimension, "PanelLayout.fix with a code of it, or it as part of the indicator");
      }
    }
    return base;
  }

  private boolean isUsed(Dimension dimension) {
    return isSame(dimension, periodDimension)
        || indicatorDimensions.stream().anyMatch(d -> isSame(d, dimension))
        || regionDimension.filter(r -> isSame(r, dimension)).isPresent();
  }

  private static boolean isSame(Dimension a, Dimension b) {
    return a.id().equals(b.id());
  }

  private List<Measured> indicators() {
    List<Measured> found = new ArrayList<>();
    int[] at = new int[indicatorDimensions.size()];
    long combinations = Cube.size(indicatorDimensions);
    requireRoom(combinations);
    for (long i = 0; i < combinations; i++) {
      long offset = 0;
      List<Category> categories = new ArrayList<>();
      for (int d = 0; d < at.length; d++) {
        offset += stride(indicatorDimensions.get(d)) * at[d];
        categories.add(indicatorDimensions.get(d).categories().get(at[d]));
      }
      found.add(new Measured(indicator(categories), offset));
      for (int d = at.length - 1; d >= 0 && ++at[d] == indicatorDimensions.get(d).size(); d--) {
        at[d] = 0;
      }
    }
    return found;
  }

  private Indicator indicator(List<Category> categories) {
    if (layout.measured().isPresent()) {
      return layout.measured().get();
    }
    return indicator(categories.isEmpty() ? constants() : categories, cube);
  }

  /** What a cube without a metric dimension says that it measures. */
  private List<Category> constants() {
    List<Category> single =
        cube.constants().stream()
            .filter(d -> d.size() == 1 && d.categories().get(0).unit().isPresent())
            .map(d -> d.categories().get(0))
            .limit(1)
            .toList();
    return single.isEmpty() ? List.of(Category.of(cube.label().orElse("value"))) : single;
  }

  private static Indicator indicator(List<Category> categories, Cube cube) {
    Category measured =
        categories.stream().filter(c -> c.unit().isPresent()).findFirst().orElse(categories.get(0));
    String name = String.join(", ", categories.stream().map(Category::label).toList());
    Indicator.Builder indicator = Indicator.builder();
    indicator.id(String.join(".", categories.stream().map(Category::code).toList()));
    indicator.name(UnitTexts.nameWithUnit(name, measured));
    indicator.unit(UnitTexts.unit(measured));
    measured
        .unit()
        .ifPresent(
            u -> indicator.decimals(Math.min(Rounding.MAX_DECIMALS, u.decimals().orElse(0))));
    cube.source().ifPresent(indicator::source);
    return indicator.build();
  }

  Series series(Map<String, String> codes) {
    codes.keySet().forEach(cube::dimensionIndex);
    Map<String, String> all = new HashMap<>(layout.fixed());
    all.putAll(codes);
    long base = 0;
    Map<String, Category> chosen = new LinkedHashMap<>();
    for (Dimension dimension : cube.dimensions()) {
      if (!isSame(dimension, periodDimension)) {
        String code = all.get(dimension.id());
        if (code == null && dimension.size() != 1) {
          throw CubeSelection.notChosen(dimension, "a code of it");
        }
        int index = code == null ? 0 : dimension.indexOf(code);
        base += stride(dimension) * index;
        chosen.put(dimension.id(), dimension.categories().get(index));
      }
    }
    return series(base, chosen);
  }

  private Series series(long base, Map<String, Category> chosen) {
    List<Category> measured = new ArrayList<>();
    indicatorDimensions.forEach(
        d -> Optional.ofNullable(chosen.get(d.id())).ifPresent(measured::add));
    Region region =
        layout
            .place()
            .or(
                () ->
                    regionDimension
                        .map(d -> chosen.get(d.id()))
                        .map(c -> Region.of(c.code(), c.label())))
            .orElseThrow();
    Series.Builder series = Series.builder(indicator(measured), region);
    periods()
        .forEach(
            (period, index) ->
                series.add(period, cube.observationAt(base + stride(periodDimension) * index)));
    return series.build();
  }
}
