package no.maaltall.kostra.accounts;

import com.google.common.collect.ImmutableList;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.maaltall.kostra.accounts.LedgerFinding.Severity;
import no.maaltall.kostra.catalog.Catalog;
import no.maaltall.kostra.catalog.CatalogEntry;
import no.maaltall.kostra.catalog.CodeList;

/**
 * Checks a ledger as Statistics Norway's control program checks what municipalities report: codes
 * valid in the year, classes, signs, sums that must balance, duplicates.
 *
 * <p>Rules, with Statistics Norway's numbers:
 *
 * <ul>
 *   <li>010 (error): the function is valid in the year;
 *   <li>012 (error): the account type is valid in the year;
 *   <li>015 (warning): one line per region, class, function and account type; more are summed;
 *   <li>020, 040 (error): the function may be used in the current, or the investment, account;
 *   <li>025, 050 (error): the account type may be used in the current, or the investment, account;
 *   <li>095, 110 (error): {@code |Σ expenses − Σ incomes| ≤ tolerance} in the investment, or the
 *       current, account of a region; 30 (1000 kr) unless set otherwise;
 *   <li>100, 105 (error): expenses, and incomes, of the current account are more than 0;
 *   <li>M01 (warning): an expense (account types to 599) or income is not negative. Ours; a
 *       negative line may be a correction.
 * </ul>
 *
 * <p>The ledger has expenses and incomes positive. Lines of city districts (six digits) are left
 * out of 095 to 110: they balance only within their city. Immutable and thread-safe.
 */
public final class LedgerControl {
  private static final long STANDARD_TOLERANCE = 30;
  private static final int FIRST_INCOME = 600;
  private static final int DISTRICT_DIGITS = 6;

  private final int year;
  private final Catalog catalog;
  private final long tolerance;

  private LedgerControl(int year, Catalog catalog, long tolerance) {
    this.year = year;
    this.catalog = catalog;
    this.tolerance = tolerance;
  }

  /**
   * {@return the control of a year, with the standard catalog and a tolerance of 30 units}
   *
   * @param year the year
   */
  public static LedgerControl of(int year) {
    return new LedgerControl(year, Catalog.standard(), STANDARD_TOLERANCE);
  }

  /**
   * {@return this control with another catalog}
   *
   * @param catalog the catalog
   */
  public LedgerControl withCatalog(Catalog catalog) {
    return new LedgerControl(year, catalog, tolerance);
  }

  /**
   * {@return this control with another tolerance for sums that must balance}
   *
   * @param units the largest difference that is let through, not negative
   * @throws IllegalArgumentException if it is negative
   */
  public LedgerControl withTolerance(long units) {
    if (units < 0) {
      throw new IllegalArgumentException("tolerance is " + units + " units; allowed: 0 or more");
    }
    return new LedgerControl(year, catalog, units);
  }

  /**
   * {@return what is wrong with a ledger}
   *
   * @param ledger the ledger
   * @throws ArithmeticException if a sum does not fit in 64 bits
   */
  public LedgerReport check(Ledger ledger) {
    List<LedgerFinding> findings = new ArrayList<>();
    for (String region : ledger.regions()) {
      checkLines(ledger, region, findings);
      if (region.length() < DISTRICT_DIGITS) {
        checkBalance(ledger, region, findings);
      }
    }
    findings.sort(
        Comparator.comparing(LedgerFinding::region)
            .thenComparingLong(LedgerFinding::line)
            .thenComparing(LedgerFinding::rule));
    return new LedgerReport(ImmutableList.copyOf(findings));
  }

  private void checkLines(Ledger ledger, String region, List<LedgerFinding> findings) {
    List<LedgerLine> lines = ledger.lines(region).toList();
    for (int i = 0; i < lines.size(); i++) {
      LedgerLine line = lines.get(i);
      checkCode(ledger, line, catalog.functions(), line.funksjon(), "010", "020", "040", findings);
      checkCode(ledger, line, catalog.arts(), line.art(), "012", "025", "050", findings);
      if (line.amount() < 0) {
        findings.add(
            finding(
                "M01",
                Severity.WARNING,
                ledger,
                line,
                "beløpet "
                    + number(line.amount())
                    + " på "
                    + (isIncome(line) ? "inntektsart " : "utgiftsart ")
                    + line.art()
                    + " er negativt.",
                "Kontroller at det er en korreksjon."));
      }
      if (i > 0 && isSameKey(lines.get(i - 1), line)) {
        findings.add(
            finding(
                "015",
                Severity.WARNING,
                ledger,
                line,
                "det er flere beløp på "
                    + line.kontoklasse()
                    + " "
                    + line.funksjon()
                    + " "
                    + line.art()
                    + "; det forrige står på linje "
                    + lines.get(i - 1).line()
                    + ".",
                "Er det riktig, summeres de; ellers må den ene rettes."));
      }
    }
  }

  private static boolean isSameKey(LedgerLine a, LedgerLine b) {
    return a.kontoklasse() == b.kontoklasse()
        && a.funksjon().equals(b.funksjon())
        && a.art().equals(b.art());
  }

  private void checkCode(
      Ledger ledger,
      LedgerLine line,
      CodeList codes,
      String code,
      String rule,
      String currentRule,
      String investmentRule,
      List<LedgerFinding> findings) {
    Optional<CatalogEntry> entry = codes.find(code, year);
    if (entry.isEmpty()) {
      ImmutableList<String> instead = codes.instead(code, year);
      String validity =
          codes.entries().stream()
              .filter(e -> e.code().equals(code))
              .map(LedgerControl::validity)
              .reduce((a, b) -> a + ", " + b)
              .map(v -> "; den gjelder " + v)
              .orElse("");
      findings.add(
          finding(
              rule,
              Severity.ERROR,
              ledger,
              line,
              codes.what() + " " + code + " er ikke gyldig i " + year + validity + ".",
              instead.isEmpty()
                  ? "Bruk en gyldig " + codes.what() + "."
                  : "Bruk " + String.join(" eller ", instead) + "."));
    } else if (!entry.get().classes().isEmpty()
        && !entry.get().classes().contains(line.kontoklasse().name())) {
      boolean current = line.kontoklasse() == Kontoklasse.D;
      findings.add(
          finding(
              current ? currentRule : investmentRule,
              Severity.ERROR,
              ledger,
              line,
              codes.what()
                  + " "
                  + code
                  + " kan ikke brukes i "
                  + (current ? "driftsregnskapet" : "investeringsregnskapet")
                  + ".",
              "Flytt beløpet til " + (current ? "investering." : "drift.")));
    }
  }

  private static String validity(CatalogEntry entry) {
    return entry.validTo().isPresent()
        ? entry.validFrom() + "–" + entry.validTo().getAsInt()
        : "fra " + entry.validFrom();
  }

  private void checkBalance(Ledger ledger, String region, List<LedgerFinding> findings) {
    for (Kontoklasse kontoklasse : Kontoklasse.values()) {
      List<LedgerLine> lines =
          ledger.lines(region).filter(l -> l.kontoklasse() == kontoklasse).toList();
      if (lines.isEmpty()) {
        continue;
      }
      long expenses = sum(lines, false);
      long incomes = sum(lines, true);
      boolean current = kontoklasse == Kontoklasse.D;
      String account = current ? "driftsregnskapet" : "investeringsregnskapet";
      if (current && expenses <= 0) {
        findings.add(
            ofRegion(
                "100",
                ledger,
                region,
                "utgiftene i driftsregnskapet er " + number(expenses) + "."));
      }
      if (current && incomes <= 0) {
        findings.add(
            ofRegion(
                "105",
                ledger,
                region,
                "inntektene i driftsregnskapet er " + number(incomes) + "."));
      }
      long difference = Math.subtractExact(expenses, incomes);
      if (difference > tolerance || difference < -tolerance) {
        findings.add(
            ofRegion(
                current ? "110" : "095",
                ledger,
                region,
                "utgifter ("
                    + number(expenses)
                    + ") og inntekter ("
                    + number(incomes)
                    + ") i "
                    + account
                    + " avviker med "
                    + number(difference)
                    + "; tillatt er "
                    + number(tolerance)
                    + "."));
      }
    }
  }

  private static long sum(List<LedgerLine> lines, boolean incomes) {
    long sum = 0;
    for (LedgerLine line : lines) {
      if (isIncome(line) == incomes) {
        sum = Math.addExact(sum, line.amount());
      }
    }
    return sum;
  }

  private static boolean isIncome(LedgerLine line) {
    return Integer.parseInt(line.art()) >= FIRST_INCOME;
  }

  private static String number(long amount) {
    return NumberFormat.getIntegerInstance(Locale.forLanguageTag("nb-NO")).format(amount);
  }

  private static LedgerFinding finding(
      String rule,
      Severity severity,
      Ledger ledger,
      LedgerLine line,
      String message,
      String remedy) {
    return new LedgerFinding(
        rule, severity, ledger.name(), line.line(), line.region(), message, remedy);
  }

  private static LedgerFinding ofRegion(String rule, Ledger ledger, String region, String message) {
    return new LedgerFinding(
        rule,
        Severity.ERROR,
        ledger.name(),
        0,
        region,
        message,
        "Finn linjene som mangler eller er feil, og rett dem.");
  }
}
