package no.maaltall.kostra.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import no.maaltall.core.measure.MissingRegions;

/** Laws that hold for every ledger. */
class AccountPropertiesTest {
  /** Diamonds, minus signs, both nettings with copies, and formulas that need one another. */
  private static final AccountingRules RULES =
      AccountingRules.builder(2024)
          .functions(
              Hierarchy.builder("functions")
                  .add("FGA", "202", 1)
                  .add("FGA", "252", 1)
                  .add("FGB", "252", 1)
                  .add("FGB", "800", -1)
                  .add("FG2", "FGA", 1)
                  .add("FG2", "FGB", 1)
                  .build())
          .arts(
              Hierarchy.builder("arts")
                  .add("PAY", "010", 1)
                  .add("BUY", "380", 1)
                  .add("BUY", "370", 1)
                  .add("OUT", "PAY", 1)
                  .add("OUT", "BUY", 1)
                  .add("IN", "600", 1)
                  .add("IN", "780", 1)
                  .add("TRADE", "380", 1)
                  .add("TRADE", "780", 1)
                  .add("NET", "OUT", 1)
                  .add("NET", "IN", -1)
                  .add("NET", "PAY", 1)
                  .build())
          .enterpriseNetting(
              Hierarchy.builder("saer")
                  .add("OUT", "TRADE", -1)
                  .add("IN", "TRADE", -1)
                  .add("NET", "COPY", -1)
                  .build())
          .municipalityNetting(Hierarchy.builder("kasse").add("BUY", "380", -1).build())
          .formula("FG2:NET = FG2:NET - 800:IN + 2 * FG2:OUT")
          .formula("D:FG2:OUT = D:FG2:OUT - I:FGA:PAY")
          .build();

  private static final List<String> REGIONS = List.of("0301", "1103", "3201", "030101");

  /** Lines of both ledgers: those of the municipality first. */
  record Lines(List<LedgerLine> own, List<LedgerLine> enterprises) {
    Ledger ownLedger() {
      return ledger("own", own);
    }

    Ledger enterpriseLedger() {
      return ledger("enterprises", enterprises);
    }

    AccountTable table() {
      return RULES.apply(ownLedger(), enterpriseLedger());
    }
  }

  private static Ledger ledger(String name, List<LedgerLine> lines) {
    Ledger.Builder builder = Ledger.builder(name).duplicates(DuplicateLines.SUM);
    lines.forEach(builder::add);
    return builder.build();
  }

  @Provide
  Arbitrary<LedgerLine> line() {
    return Combinators.combine(
            Arbitraries.integers().between(2, 100_000),
            Arbitraries.of(REGIONS),
            Arbitraries.of(Kontoklasse.values()),
            Arbitraries.of("202", "252", "800"),
            Arbitraries.of("010", "370", "380", "600", "780"),
            Arbitraries.longs().between(-1_000_000_000_000L, 1_000_000_000_000L))
        .as((line, region, k, f, a, amount) -> new LedgerLine(line, region, k, f, a, amount));
  }

  @Provide
  Arbitrary<Lines> lines() {
    return Combinators.combine(
            line().list().ofMinSize(1).ofMaxSize(40), line().list().ofMaxSize(25))
        .as(Lines::new);
  }

  private static Map<AccountKey, Long> amounts(AccountTable table) {
    Map<AccountKey, Long> amounts = new TreeMap<>();
    table.rows().forEach(r -> amounts.put(r.key(), r.amount()));
    return amounts;
  }

  @Property(tries = 60)
  void contributionsAddUpToTheAmount(@ForAll("lines") Lines lines) {
    AccountTable table = lines.table();
    table
        .rows()
        .forEach(
            r ->
                assertThat(
                        table.contributions(r.key()).stream().mapToLong(Contribution::amount).sum())
                    .as("%s", r.key())
                    .isEqualTo(r.amount()));
  }

  /** Figures find amounts by another way than tables and contributions do. */
  @Property(tries = 60)
  void amountsStraightFromTheLinesAreTheSame(@ForAll("lines") Lines lines) {
    AccountTable table = lines.table();
    table
        .rows()
        .filter(r -> table.rules().plan().formula(r.key().cell()) == null)
        .forEach(
            r ->
                assertThat(
                        table
                            .baseAmounts()
                            .amount(
                                r.key().scope(), table.regionsIn(r.key().region()), r.key().cell()))
                    .isEqualTo(r.amount()));
  }

  @Property(tries = 60)
  void everyContributionHasAWayDown(@ForAll("lines") Lines lines) {
    AccountTable table = lines.table();
    for (String art : List.of("NET", "OUT", "IN", "BUY", "PAY")) {
      AccountKey key =
          new AccountKey(Scope.A, lines.own().get(0).region(), "FG2", Kontoklasse.D, art);
      for (Contribution c : table.contributions(key)) {
        assertThat(c.factor()).isNotZero();
        assertThat(c.functionPath()).endsWith(c.line().funksjon());
        assertThat(c.artPath()).endsWith(c.line().art());
      }
    }
  }

  @Property(tries = 100)
  void scalingTheLedgerScalesEverything(
      @ForAll("lines") Lines lines, @ForAll @LongRange(min = -1000, max = 1000) long factor) {
    Lines scaled = new Lines(scaled(lines.own(), factor), scaled(lines.enterprises(), factor));
    Map<AccountKey, Long> expected = new TreeMap<>();
    amounts(lines.table()).forEach((key, amount) -> expected.put(key, factor * amount));
    assertThat(amounts(scaled.table())).isEqualTo(expected);
  }

  private static List<LedgerLine> scaled(List<LedgerLine> lines, long factor) {
    return lines.stream()
        .map(
            l ->
                new LedgerLine(
                    l.line(),
                    l.region(),
                    l.kontoklasse(),
                    l.funksjon(),
                    l.art(),
                    factor * l.amount()))
        .toList();
  }

  @Property(tries = 60)
  void splittingALedgerByRegionChangesNothing(@ForAll("lines") Lines lines) {
    AccountTable whole = lines.table();
    Map<AccountKey, Long> parts = new TreeMap<>();
    for (String region : whole.regions()) {
      parts.putAll(
          amounts(new Lines(of(lines.own(), region), of(lines.enterprises(), region)).table()));
    }
    assertThat(parts).isEqualTo(amounts(whole));
  }

  private static List<LedgerLine> of(List<LedgerLine> lines, String region) {
    return lines.stream().filter(l -> l.region().equals(region)).toList();
  }

  @Property(tries = 60)
  void theOrderOfRowsChangesNothing(@ForAll("lines") Lines lines, @ForAll long seed) {
    AccountTable table = lines.table();
    AccountTable shuffled =
        new Lines(shuffled(lines.own(), seed), shuffled(lines.enterprises(), seed)).table();
    assertThat(amounts(shuffled)).isEqualTo(amounts(table));
    AccountKey key =
        new AccountKey(Scope.A, lines.own().get(0).region(), "FG2", Kontoklasse.D, "NET");
    assertThat(shuffled.explain(key)).isEqualTo(table.explain(key));
  }

  private static List<LedgerLine> shuffled(List<LedgerLine> lines, long seed) {
    List<LedgerLine> shuffled = new ArrayList<>(lines);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }

  @Property(tries = 60)
  void aGroupIsTheSumOfItsMembers(@ForAll("lines") Lines lines) {
    Hierarchy groups =
        Hierarchy.builder("groups")
            .add("EAK", "0301", 1)
            .add("EAK", "1103", 1)
            .add("EAK", "3201", 1)
            .add("EAKUO", "EAK", 1)
            .add("EAKUO", "0301", -1)
            .build();
    AccountTable table =
        RULES.apply(lines.ownLedger(), lines.enterpriseLedger(), groups, MissingRegions.LEAVE_OUT);
    Map<AccountKey, Long> all = amounts(table);
    for (String group : List.of("EAK", "EAKUO")) {
      if (!table.regions().contains(group)) {
        continue;
      }
      table
          .rows(Scope.A, group)
          .forEach(
              r -> {
                long sum =
                    REGIONS.stream()
                        .filter(m -> m.length() == 4)
                        .filter(m -> group.equals("EAK") || !m.equals("0301"))
                        .mapToLong(m -> all.getOrDefault(in(r.key(), m), 0L))
                        .sum();
                assertThat(r.amount()).as("%s", r.key()).isEqualTo(sum);
                assertThat(
                        table.contributions(r.key()).stream().mapToLong(Contribution::amount).sum())
                    .isEqualTo(sum);
              });
    }
  }

  private static AccountKey in(AccountKey key, String region) {
    return new AccountKey(key.scope(), region, key.funksjon(), key.kontoklasse(), key.art());
  }

  @Property(tries = 100)
  void withoutEnterprisesTheScopesDifferByTheNettingOfTheMunicipalityAlone(
      @ForAll("lines") Lines lines) {
    AccountTable table = RULES.apply(lines.ownLedger(), Ledger.empty("none"));
    table
        .rows(Scope.A, lines.own().get(0).region())
        .filter(r -> !r.key().art().equals("BUY"))
        .forEach(
            r -> {
              AccountKey b =
                  new AccountKey(
                      Scope.B,
                      r.key().region(),
                      r.key().funksjon(),
                      r.key().kontoklasse(),
                      r.key().art());
              assertThat(r.amount()).isEqualTo(table.amount(b));
            });
  }

  /** Near the end of the range the exact way is taken; it gives the same, or refuses. */
  @Property(tries = 200)
  void largeAmountsAreExactOrRefused(
      @ForAll @LongRange(min = Long.MIN_VALUE + 1) long a,
      @ForAll @LongRange(min = Long.MIN_VALUE + 1) long b,
      @ForAll @IntRange(min = 0, max = 1) int enterprise) {
    Ledger own =
        Ledger.builder("own")
            .add("0301", Kontoklasse.D, "202", "010", a)
            .add("0301", Kontoklasse.D, "252", "600", b)
            .build();
    Ledger others =
        enterprise == 0
            ? Ledger.empty("none")
            : Ledger.builder("e").add("0301", Kontoklasse.D, "252", "780", b).build();
    AccountTable table;
    try {
      table = RULES.apply(own, others);
    } catch (AmountOverflowException e) {
      assertThat(e.region()).isEqualTo("0301");
      assertThat(Math.max(Math.abs(a), Math.abs(b))).isGreaterThan(Long.MAX_VALUE / 1000);
      return;
    }
    assertThat(table.amount(AccountKey.parse("B:0301:FGA:D:PAY"))).isEqualTo(a);
    BigInteger net = BigInteger.valueOf(a).multiply(BigInteger.TWO).subtract(BigInteger.valueOf(b));
    assertThat(table.amount(AccountKey.parse("B:0301:FGA:D:NET"))).isEqualTo(net.longValueExact());
  }

  @Property(tries = 100)
  void hostileRowsGiveATypedErrorOrALedger(
      @ForAll @Size(max = 6) List<@StringLength(max = 12) String> fields) throws IOException {
    String csv = "region,kontoklasse,funksjon,art,belop\n" + String.join(",", fields) + "\n";
    try {
      Ledger.reader()
          .leadingZeros(LeadingZeros.RESTORE)
          .read("hostile.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    } catch (AccountsFileException e) {
      assertThat(e.file()).isEqualTo("hostile.csv");
    }
  }
}
