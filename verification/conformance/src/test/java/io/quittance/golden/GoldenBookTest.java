package io.quittance.golden;

import static io.quittance.ar.receivable.ReceivableType.FEE;
import static io.quittance.ar.receivable.ReceivableType.INTEREST;
import static io.quittance.ar.receivable.ReceivableType.PRINCIPAL;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.AsRemitted;
import io.quittance.ar.allocation.ByPriority;
import io.quittance.ar.allocation.ClearAccount;
import io.quittance.ar.allocation.EvenSpread;
import io.quittance.ar.allocation.ExactMatch;
import io.quittance.ar.allocation.InOrder;
import io.quittance.ar.allocation.KeepPrepaid;
import io.quittance.ar.allocation.LargestFirst;
import io.quittance.ar.allocation.NewestFirst;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.allocation.OldestInvoiceFirst;
import io.quittance.ar.allocation.ProRata;
import io.quittance.ar.allocation.SmallestFirst;
import io.quittance.ar.allocation.Waterfall;
import io.quittance.ar.allocation.Waterfall.Standing;
import io.quittance.ar.allocation.Waterfall.Tier;
import io.quittance.ar.interest.DayBasis;
import io.quittance.ar.interest.InterestCharge;
import io.quittance.ar.interest.LateFee;
import io.quittance.ar.interest.LateInterest;
import io.quittance.ar.interest.LatenessTiers;
import io.quittance.ar.interest.OverdueBalance;
import io.quittance.ar.interest.OverdueBalances;
import io.quittance.ar.interest.OverdueItem;
import io.quittance.ar.interest.PeriodFormula;
import io.quittance.ar.interest.PeriodicCharge;
import io.quittance.ar.interest.RateTable;
import io.quittance.ar.journal.InvoiceAccounts;
import io.quittance.ar.journal.Journal;
import io.quittance.ar.journal.JournalEntry;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.plan.EqualParts;
import io.quittance.ar.plan.InstalmentPlan;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.settlement.AdjustmentLimit;
import io.quittance.ar.settlement.DiscountPolicy;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.ar.settlement.TolerancePolicy;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.revenue.ContractRevenue;
import io.quittance.core.revenue.RevenueBook;
import io.quittance.core.revenue.RevenuePeriod;
import io.quittance.core.schedule.Schedule;
import io.quittance.json.KpiResults;
import io.quittance.json.KpiResultsJson;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.collection.AverageDaysLate;
import io.quittance.kpi.collection.CollectionEffectiveness;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.CollectionRate;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.collection.OverdueShare;
import io.quittance.kpi.collection.ReceivablesTurnover;
import io.quittance.kpi.collection.UnappliedCash;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * As {@link GoldenCorpusTest}, for a book small enough to be checked by hand, in which every strategy answers something else: it is settled with
 * discounts and tolerances, late, earned, journalled and put into instalments.
 */
class GoldenBookTest {
    private static final String INVOICE = "book/invoice-" + Invoice.CONVENTION + "/";

    private static final Map<String, AllocationStrategy> STRATEGIES = new TreeMap<>(Map.ofEntries(
            Map.entry("oldest-due", new OldestDueFirst()),
            Map.entry("oldest-invoice", new OldestInvoiceFirst()),
            Map.entry("newest", new NewestFirst()),
            Map.entry("largest", new LargestFirst()),
            Map.entry("smallest", new SmallestFirst()),
            Map.entry("pro-rata", new ProRata()),
            Map.entry("even-spread", new EvenSpread()),
            Map.entry("by-priority", ByPriority.ofTypes(INTEREST, FEE)),
            Map.entry(
                    "in-order",
                    InOrder.of(
                            "last-id-first", Comparator.comparing(OpenItem::id).reversed())),
            Map.entry("exact-match", new ExactMatch()),
            Map.entry("clear-account", new ClearAccount()),
            Map.entry("as-remitted", new AsRemitted()),
            Map.entry("keep-prepaid", new KeepPrepaid(new OldestDueFirst())),
            Map.entry("waterfall-by-item", Waterfall.byItem(tiers())),
            Map.entry("waterfall-by-component", Waterfall.byComponent(tiers())),
            Map.entry("then", new AsRemitted().then(new ExactMatch()).then(new OldestDueFirst())),
            Map.entry("where", new OldestDueFirst().where("undisputed", item -> !item.isDisputed()))));

    private static final List<Kpi<CollectionFigures>> KPIS = List.of(
            DaysSalesOutstanding.simple(),
            DaysSalesOutstanding.countback(),
            DaysSalesOutstanding.bestPossible(),
            CollectionRate.ofPeriod(),
            CollectionRate.gross(),
            CollectionEffectiveness.ofPeriod(),
            OverdueShare.byAmount(),
            OverdueShare.byCount(),
            ReceivablesTurnover.ofPeriod(),
            UnappliedCash.ofReceipts(),
            new AverageDaysLate());

    private static Tier[] tiers() {
        return new Tier[] {
            new Tier(Standing.DUE, List.of(INTEREST, FEE, PRINCIPAL)), new Tier(Standing.IN_ADVANCE, List.of(PRINCIPAL))
        };
    }

    /** What is paid on time has its discount, and what is short by up to 2.00 is closed. */
    private static BookResults settled() {
        List<Invoice> invoices = BookResults.settled(new OldestDueFirst(), SettlementPolicy.MONEY_ONLY)
                .allInvoices();
        return BookResults.settled(
                new AsRemitted().then(new OldestDueFirst()),
                SettlementPolicy.MONEY_ONLY
                        .discounts(DiscountPolicy.ofInvoices(invoices))
                        .tolerance(TolerancePolicy.pooled(AdjustmentLimit.of(Amount.of("2.00", "EUR")))));
    }

    static Stream<Map.Entry<String, AllocationStrategy>> strategies() {
        return STRATEGIES.entrySet().stream();
    }

    static Stream<Map.Entry<String, Conventions>> conventions() {
        return GoldenCorpusTest.conventions();
    }

    @ParameterizedTest
    @MethodSource("conventions")
    void billsAsWhenTheConventionWasNamed(Map.Entry<String, Conventions> under) {
        GoldenFiles.holds(
                INVOICE + under.getKey() + ".csv",
                BookResults.billed(under.getValue()).text());
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void allocatesAndAgesAsWhenTheConventionWasNamed(Map.Entry<String, AllocationStrategy> by) {
        GoldenFiles.holds(INVOICE + "allocated-" + by.getKey() + ".csv", allocated(by.getValue()));
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void measuresAsWhenTheConventionWasNamed(Map.Entry<String, AllocationStrategy> by) {
        GoldenFiles.holds(
                "book/kpi-" + KpiBasis.CONVENTION + "/" + by.getKey() + ".csv",
                BookResults.settled(by.getValue(), SettlementPolicy.MONEY_ONLY).values(KPIS));
    }

    @Test
    void settlesAsWhenTheConventionWasNamed() {
        BookResults settled = settled();
        GoldenFiles.holds(INVOICE + "settled.csv", settled.aged().text());
        GoldenFiles.holds(
                "book/kpi-" + KpiBasis.CONVENTION + "/settled.json",
                KpiResultsJson.write(KpiResults.of(BookResults.END, settled.measured(KPIS))) + "\n");
    }

    @Test
    void chargesWhatIsLateAsWhenTheConventionWasNamed() {
        RateTable rates =
                RateTable.from("2026-01-01", "2.27").then("2026-04-15", "2.51").plus("8");
        var rows = new ArrayList<String>();
        for (CustomerLedger customer : settled().ledger().customers()) {
            Map<?, OverdueBalance> balances = OverdueBalances.of(
                    customer,
                    BookResults.END.date().withDayOfYear(1),
                    BookResults.END,
                    item -> item.receivable().type() == PRINCIPAL);
            for (DayBasis basis : DayBasis.values()) {
                balances.forEach((id, balance) -> {
                    InterestCharge charge =
                            LateInterest.of(rates, basis, Rounding.halfUp(2)).charge(balance, BookResults.END.date());
                    rows.add("interest," + basis + "," + id + "," + charge.days() + "," + charge.exact() + ","
                            + charge.amount());
                });
            }
            for (OpenItem item : customer.asOf(BookResults.END).openItems()) {
                rows.add("fee," + item.id() + "," + item.open() + ","
                        + LateFee.of(Amount.of("5.00", "EUR"))
                                .plusPercent("1.75", Rounding.halfUp(2))
                                .on(item.open())
                                .amount());
                for (PeriodFormula formula : List.of(PeriodFormula.FLAT, PeriodFormula.SIMPLE)) {
                    rows.add("periodic," + formula + "," + item.id() + ","
                            + PeriodicCharge.of(
                                            formula,
                                            LatenessTiers.upTo(30, "1.5").then("2.25"),
                                            30,
                                            Rounding.halfUp(2))
                                    .charge(OverdueItem.of(item), BookResults.END.date())
                                    .amount());
                }
            }
        }
        GoldenFiles.holds(INVOICE + "late.csv", lines(rows));
    }

    @Test
    void earnsAsWhenTheConventionWasNamed() {
        var rows = new ArrayList<String>();
        settled().invoices().forEach((contract, invoices) -> {
            RevenueBook book = RevenueBook.ofInvoices(contract, invoices);
            ContractRevenue middle = book.at("2026-02-14");
            rows.add("at," + contract + "," + middle.day() + "," + middle.billed() + "," + middle.earned() + ","
                    + middle.deferred() + "," + middle.unbilled());
            for (RevenuePeriod month : book.monthly("2026-01", 4).periods()) {
                rows.add("month," + contract + "," + month.period() + "," + month.billed() + "," + month.earned() + ","
                        + month.closing().deferred() + "," + month.closing().unbilled());
            }
        });
        GoldenFiles.holds(INVOICE + "earned.csv", lines(rows));
    }

    @Test
    void journalsAsWhenTheConventionWasNamed() {
        BookResults settled = settled();
        var entries = new ArrayList<JournalEntry>(
                Journal.of(settled.ledger(), InvoiceAccounts.of(settled.allInvoices()), BookResults.END));
        settled.invoices()
                .forEach((contract, invoices) -> RevenueBook.ofInvoices(contract, invoices)
                        .monthly("2026-01", 4)
                        .periods()
                        .forEach(month -> entries.addAll(Journal.of(month))));
        GoldenFiles.holds(
                INVOICE + "journal.csv",
                lines(entries.stream()
                        .flatMap(entry -> entry.lines().stream()
                                .map(line -> entry.date() + "," + entry.source() + "," + line.account() + ","
                                        + line.amount() + "," + line.reference()))
                        .toList()));
    }

    @Test
    void plansAsWhenTheConventionWasNamed() {
        Amount debt = Amount.of("1000.00", "EUR");
        Schedule dues = Schedule.every("P1M", "2026-01-31");
        EqualParts coins = EqualParts.of("0.05", RoundingMode.HALF_UP);
        EqualParts cents = EqualParts.of("0.01", RoundingMode.HALF_UP);
        var rows = new ArrayList<String>();
        Map.of(
                        "equal", InstalmentPlan.equal(debt, 3, dues, coins),
                        "flat", InstalmentPlan.flat(debt, new BigDecimal("9.9"), 6, dues, cents, cents))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(plan -> plan.getValue()
                        .instalments()
                        .forEach(each -> rows.add(plan.getKey() + "," + each.dueDate() + "," + each.principal() + ","
                                + each.interest())));
        GoldenFiles.holds(INVOICE + "planned.csv", lines(rows));
    }

    /** Those of the table of docs/allocation-strategies.md, in which no strategy is missing. */
    @Test
    void everyStrategyOfTheLibraryAllocatesTheBook() throws IOException {
        Path table = Path.of(System.getProperty("basedir", "."), "../../docs/allocation-strategies.md");
        List<String> classes = Files.readAllLines(table).stream()
                .map(Pattern.compile("^\\| [^|]+ \\| `([A-Z][a-z]\\w*)` \\|.*")::matcher)
                .filter(Matcher::matches)
                .map(row -> row.group(1))
                .toList();
        assertThat(classes).hasSizeGreaterThan(10);
        assertThat(STRATEGIES.values().stream()
                        .map(strategy -> strategy.getClass().getSimpleName()))
                .containsAll(classes);
    }

    /** So that none can take the place of another, and no figure stands for two. */
    @Test
    void theBookTellsStrategiesApart() {
        assertThat(STRATEGIES.values().stream().map(GoldenBookTest::allocated)).doesNotHaveDuplicates();
    }

    private static String allocated(AllocationStrategy strategy) {
        return BookResults.settled(strategy, SettlementPolicy.MONEY_ONLY).aged().text();
    }

    private static String lines(List<String> rows) {
        return rows.stream().map(row -> row + "\n").collect(joining());
    }
}
