package no.maaltall.kostra.accounts;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.core.measure.MissingRegions;
import no.maaltall.kostra.accounts.AccountsFileException.Problem;
import no.maaltall.kostra.catalog.Catalog;
import no.maaltall.kostra.catalog.CodeNotValidException;
import org.jspecify.annotations.Nullable;

/** One run of rules over ledgers: region by region, with one place of work for all of them. */
final class AccountRun {
  private final AccountingRules rules;
  private final Plan plan;
  private final Ledger ledger;
  private final Ledger enterprises;
  private final boolean consolidated;

  AccountRun(AccountingRules rules, Ledger ledger, Optional<Ledger> enterprises) {
    this.rules = rules;
    this.plan = rules.plan();
    this.ledger = ledger;
    this.consolidated = enterprises.isPresent();
    this.enterprises = enterprises.orElseGet(() -> Ledger.empty("no enterprises"));
    if (this.enterprises.size() > 0 && !this.enterprises.unit().equals(ledger.unit())) {
      throw new IllegalArgumentException(
          "ledger "
              + ledger.name()
              + " is in "
              + ledger.unit()
              + ", ledger "
              + this.enterprises.name()
              + " in "
              + this.enterprises.unit()
              + "; allowed: the same unit");
    }
    check(ledger);
    check(this.enterprises);
  }

  private void check(Ledger checked) {
    for (int i = 0; i < checked.size(); i++) {
      if (plan.functionOfNumber[checked.funksjon(i)] < 0) {
        throw unknown(checked, i, "funksjon", Ledger.code(checked.funksjon(i)), rules.functions());
      }
      if (plan.artOfNumber[checked.art(i)] < 0) {
        throw unknown(checked, i, "art", Ledger.code(checked.art(i)), rules.arts());
      }
    }
  }

  private AccountsFileException unknown(
      Ledger checked, int index, String column, String code, Hierarchy hierarchy) {
    IllegalArgumentException cause = unknown(column, code, hierarchy);
    AccountsFileException problem =
        new AccountsFileException(
            Problem.UNKNOWN_CODE,
            checked.name(),
            checked.lineNumber(index),
            column,
            code,
            "those of "
                + hierarchy.name()
                + " in "
                + rules.year()
                + " that are no sums ("
                + cause.getMessage()
                + ")");
    problem.initCause(cause);
    return problem;
  }

  /** Why a code is unknown: a code of other years, if the catalog has it, or else none at all. */
  private IllegalArgumentException unknown(String column, String code, Hierarchy hierarchy) {
    Catalog catalog = Catalog.standard();
    try {
      (column.equals(catalog.arts().what()) ? catalog.arts() : catalog.functions())
          .require(code, rules.year());
    } catch (CodeNotValidException e) {
      return e;
    } catch (UnknownCodeException e) {
      // The catalog is not what the rules go by; their own codes are nearer.
    }
    return new UnknownCodeException(
        column,
        code,
        hierarchy.codes().stream().filter(c -> Plan.isBooked(c) && !hierarchy.isSum(c)).toList());
  }

  AccountTable table() {
    return table(Hierarchy.builder("no groups").build(), MissingRegions.LEAVE_OUT);
  }

  AccountTable table(Hierarchy groups, MissingRegions missing) {
    TreeSet<String> regions = new TreeSet<>(ledger.regions());
    regions.addAll(enterprises.regions());
    Map<String, Group> wanted = groups(groups, regions, missing);
    Map<String, List<Group>> groupsOf = new LinkedHashMap<>();
    wanted
        .values()
        .forEach(
            g ->
                g.factors.forEach(
                    (region, factor) ->
                        groupsOf.computeIfAbsent(region, r -> new ArrayList<>()).add(g)));
    ImmutableSortedMap.Builder<String, RegionAmounts> results = ImmutableSortedMap.naturalOrder();
    RegionSums sums = new RegionSums(plan, consolidated);
    for (String region : regions) {
      results.put(region, amounts(region, sums, groupsOf.getOrDefault(region, List.of())));
    }
    for (Group group : wanted.values()) {
      if (group.layout != null) {
        results.put(group.code, finished(group.code, group.sums, group.layout));
      }
    }
    ImmutableMap.Builder<String, ImmutableSortedSet<String>> leftOut = ImmutableMap.builder();
    ImmutableMap.Builder<String, ImmutableMap<String, Long>> members = ImmutableMap.builder();
    wanted.forEach(
        (code, group) -> {
          leftOut.put(code, ImmutableSortedSet.copyOf(group.missing));
          members.put(code, ImmutableMap.copyOf(group.factors));
        });
    return new AccountTable(
        rules,
        ledger,
        consolidated ? Optional.of(enterprises) : Optional.empty(),
        results.buildOrThrow(),
        members.buildOrThrow(),
        leftOut.buildOrThrow());
  }

  private RegionAmounts amounts(String region, RegionSums sums, List<Group> groups) {
    Layout layout = plan.layout(region);
    try {
      sums.compute(
          ledger, ledger.regionIndex(region), enterprises, enterprises.regionIndex(region));
    } catch (ArithmeticException e) {
      throw overflow(region, e);
    }
    for (Group group : groups) {
      try {
        group.sums.addMember(sums, group.factors.getOrDefault(region, 0L));
      } catch (ArithmeticException e) {
        throw overflow(group.code, e);
      }
      group.add(layout);
    }
    return finished(region, sums, layout);
  }

  private RegionAmounts finished(String region, RegionSums sums, Layout layout) {
    try {
      return new RegionAmounts(
          layout,
          consolidated ? sums.amounts(Scope.A, layout) : null,
          sums.amounts(Scope.B, layout));
    } catch (ArithmeticException e) {
      throw overflow(region, e);
    }
  }

  private static AmountOverflowException overflow(String region, ArithmeticException cause) {
    AmountOverflowException overflow = new AmountOverflowException(region);
    overflow.initCause(cause);
    return overflow;
  }

  /**
   * The amounts of a region in the order of its layout; those of scope A only when consolidated.
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared, never handed out.
  record RegionAmounts(Layout layout, long @Nullable [] a, long[] b) {}

  private final class Group {
    private final String code;
    private final Map<String, Long> factors = new TreeMap<>();
    private final TreeSet<String> missing = new TreeSet<>();
    private final RegionSums sums = new RegionSums(plan, consolidated);
    private final Set<Layout> layouts = Collections.newSetFromMap(new IdentityHashMap<>());
    private @Nullable Layout layout;

    private Group(String code) {
      this.code = code;
    }

    /** Members mostly have one layout between them; others are joined once each. */
    private void add(Layout of) {
      if (layouts.add(of)) {
        layout = layout == null ? of : layout.or(of, plan);
      }
    }
  }

  private Map<String, Group> groups(
      Hierarchy hierarchy, Set<String> regions, MissingRegions missing) {
    Map<String, Group> groups = new TreeMap<>();
    for (String code : hierarchy.codes()) {
      if (!hierarchy.isSum(code)) {
        continue;
      }
      if (regions.contains(code)) {
        throw new IllegalArgumentException(
            hierarchy.name()
                + ": group "
                + code
                + " has accounts of its own in the ledgers; allowed: groups with other codes");
      }
      Group group = new Group(code);
      hierarchy
          .leafFactors(code)
          .forEach(
              (region, factor) -> {
                if (regions.contains(region)) {
                  group.factors.put(region, factor);
                } else {
                  group.missing.add(region);
                }
              });
      if (!group.missing.isEmpty() && missing == MissingRegions.REFUSE) {
        throw new MissingMemberException(code, ImmutableSortedSet.copyOf(group.missing));
      }
      groups.put(code, group);
    }
    return groups;
  }
}
