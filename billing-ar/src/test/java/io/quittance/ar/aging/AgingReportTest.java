package io.quittance.ar.aging;

import static io.quittance.ar.Histories.EUR;
import static io.quittance.ar.Histories.FIRST_DAY;
import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.B;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.dispute;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.receivable;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.quittance.ar.Histories;
import io.quittance.ar.ledger.AccountView;
import io.quittance.ar.ledger.DisputeOpened;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerView;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AgingReportTest {
    private static final AgingBuckets USUAL = AgingBuckets.days(30, 60, 90);
    private static final LocalDate DATE = LocalDate.parse("2026-06-30");
    private static final Figures NOTHING = figures(0, "0", "0");

    @Test
    void putsEachItemInTheBucketOfItsAge() {
        AgingReport report = AgingReport.of(sample().asOf(DATE), USUAL);
        AgingRow row = requireNonNull(report.customers().get(A));
        assertThat(row.buckets())
                .extracting(Figures::of)
                .containsExactly(figures(2, "3", "0"), NOTHING, figures(1, "8", "0"), NOTHING, figures(1, "16", "0"));
        assertThat(Figures.of(row.unaged())).isEqualTo(NOTHING);
        assertThat(Figures.of(row.disputed())).isEqualTo(figures(1, "4", "4"));
        assertThat(Figures.of(row.open())).isEqualTo(figures(5, "31", "4"));
        assertThat(row.onAccount()).isEqualTo(eur("0"));
        assertThat(report.asOf()).isEqualTo(AsOf.endOf(DATE));
        assertThat(report.buckets()).isEqualTo(USUAL);
    }

    @Test
    void keepsMoneyOnAccountBesideTheBuckets() {
        AgingReport report = AgingReport.of(sample().asOf(DATE), USUAL);
        assertThat(report.customers().keySet()).containsExactly(A, B);
        AgingRow row = requireNonNull(report.customers().get(B));
        assertThat(Figures.of(row.open())).isEqualTo(NOTHING);
        assertThat(row.onAccount()).isEqualTo(eur("5"));
        assertThat(row.balance()).isEqualTo(eur("-5"));
        assertThat(report.total().onAccount()).isEqualTo(eur("5"));
        assertThat(report.total().balance()).isEqualTo(eur("26"));
    }

    @Test
    void reportsWhatAnIncompleteSetLeavesOut() {
        var late = AgingBuckets.completing(List.of(new AgingBucket("late", 1, 60)));
        AgingRow row = AgingReport.of(sample().asOf(DATE), late).total();
        assertThat(row.buckets()).extracting(Figures::of).containsExactly(figures(1, "8", "0"));
        assertThat(Figures.of(row.unaged())).isEqualTo(figures(3, "19", "0"));
        assertThat(Figures.of(row.open())).isEqualTo(figures(5, "31", "4"));
    }

    /** Each number explains itself: which items, in which bucket, of which day, by the age of what. */
    @Test
    void tellsTheItemsAndTheRuleOfEachAmount() {
        AgingReport report = AgingReport.of(sample().asOf(DATE), USUAL);
        AgedAmount current = report.total().buckets().get(0);
        assertThat(current.items()).extracting(OpenItem::id).containsExactly(id("R1"), id("R0"));
        assertThat(current.explanation()).hasToString("current: by whole days past the due date on 2026-06-30");
        assertThat(report.total().buckets().get(1).explanation().arguments()).containsExactly("1-30", "2026-06-30");
        assertThat(report.total().open().items())
                .extracting(OpenItem::id)
                .containsExactly(id("R1"), id("R0"), id("R3"), id("R4"), id("R2"));
        assertThat(report.total().disputed().items()).extracting(OpenItem::id).containsExactly(id("R2"));
        assertThat(report.total().disputed().explanation()).hasToString("disputed, of any age");
        assertThat(report.total().open().explanation()).hasToString("open, of any age");
        var late = AgingBuckets.completing(List.of(new AgingBucket("late", 1, 60)));
        AgedAmount unaged = AgingReport.of(sample().asOf(DATE), late).total().unaged();
        assertThat(unaged.items()).extracting(OpenItem::id).containsExactly(id("R4"), id("R1"), id("R0"));
        assertThat(unaged.explanation()).hasToString("in no bucket: by whole days past the due date on 2026-06-30");
        assertThat(unaged).hasToString(unaged.explanation() + ": 3 items, EUR 19.00");
    }

    @Test
    void refusesToAddUpTwoCurrencies() {
        var dollars = OpenItem.of(Receivable.of(id("R9"), A, DATE, DATE, Amount.of("1", "USD")));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> AgedAmount.of(EUR, List.of(dollars), Explanation.of("test", "all")));
    }

    @Test
    void isEmptyForAnEmptyLedger() {
        AgingReport report = AgingReport.of(Ledger.empty("EUR").asOf(DATE), USUAL);
        assertThat(report.customers()).isEmpty();
        assertThat(report.total().buckets()).hasSize(5).extracting(Figures::of).containsOnly(NOTHING);
        assertThat(report.total().balance()).isEqualTo(eur("0"));
    }

    /** ar.md 7, law 18. */
    @Property
    void bucketsLessMoneyOnAccountAreTheBalance(
            @ForAll("histories") List<LedgerEntry> entries,
            @ForAll @IntRange(min = -1, max = 200) int days,
            @ForAll("buckets") AgingBuckets buckets) {
        LedgerView view = Ledger.empty(EUR).postAll(entries).asOf(FIRST_DAY.plusDays(days));
        AgingReport report = AgingReport.of(view, buckets);
        assertThat(report.total().balance()).isEqualTo(view.balance());
        assertThat(sum(report.total()).subtract(view.onAccount())).isEqualTo(view.balance());
        Amount ofCustomers = Amount.zero(EUR);
        for (AccountView account : view.accounts()) {
            AgingRow row = report.customers().get(account.customer());
            if (row == null) {
                assertThat(account).isEqualTo(new AccountView(account.customer(), List.of(), eur("0")));
            } else {
                assertThat(sum(row).subtract(row.onAccount())).isEqualTo(account.balance());
                assertThat(row.open().count()).isEqualTo(account.openItems().size());
                assertThat(row.open().disputed()).isEqualTo(disputed(account));
                assertThat(row.disputed().amount()).isEqualTo(disputed(account));
                ofCustomers = ofCustomers.add(row.balance());
            }
        }
        assertThat(ofCustomers).isEqualTo(view.balance());
    }

    /** ar.md 7, law 18: what stands in a bucket today stands there or in the next one tomorrow. */
    @Property
    void aDayMovesEachAmountToTheSameBucketOrTheNext(
            @ForAll @IntRange(min = -30, max = 300) int age, @ForAll("buckets") AgingBuckets buckets) {
        Receivable debt = receivable("R1", DATE.minusDays(age).toString(), "7.00");
        Ledger ledger = Ledger.empty(EUR).postAll(List.of(posted("K1", debt)));
        int today = place(AgingReport.of(ledger.asOf(DATE), buckets));
        int tomorrow = place(AgingReport.of(ledger.asOf(DATE.plusDays(1)), buckets));
        assertThat(today)
                .isEqualTo(buckets.buckets().indexOf(buckets.bucketOf(age).orElseThrow()));
        assertThat(tomorrow)
                .isEqualTo(buckets.buckets().indexOf(buckets.bucketOf(age + 1L).orElseThrow()))
                .isBetween(today, today + 1);
    }

    @Test
    void isAValueThatCanBeStored() throws Exception {
        AgingReport report = AgingReport.of(sample().asOf(DATE), USUAL);
        assertThat(copy(report)).isEqualTo(report).hasSameHashCodeAs(report).hasToString(report.toString());
        assertThat(copy(report).customers()).isEqualTo(report.customers());
        assertThat(copy(report.total())).isEqualTo(report.total()).hasSameHashCodeAs(report.total());
        assertThat(report)
                .hasToString("aging at 2026-06-30 by [current, 1-30, 31-60, 61-90, over 90] by days past the due date:"
                        + " EUR 26.00")
                .isNotEqualTo(AgingReport.of(sample().asOf(DATE), AgingBuckets.days(30)))
                .isNotEqualTo(AgingReport.of(sample().asOf(DATE.minusDays(1)), USUAL));
    }

    @Test
    @SuppressWarnings("NullAway") // the null is the point
    void namesTheNull() {
        LedgerView view = sample().asOf(DATE);
        assertThatNullPointerException()
                .isThrownBy(() -> AgingReport.of(view, (AgingBuckets) null))
                .withMessage("buckets");
        assertThatNullPointerException()
                .isThrownBy(() -> new AgingRow(
                        List.of(),
                        AgedAmount.of(EUR, List.of(), Explanation.of("test", "none")),
                        AgedAmount.of(EUR, List.of(), Explanation.of("test", "none")),
                        null))
                .withMessage("onAccount");
        assertThatNullPointerException()
                .isThrownBy(() -> AgedAmount.of(EUR, List.of(), null))
                .withMessage("explanation");
    }

    @Provide
    Arbitrary<List<LedgerEntry>> histories() {
        return Histories.histories();
    }

    @Provide
    Arbitrary<AgingBuckets> buckets() {
        return Arbitraries.integers()
                .between(1, 200)
                .set()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(days -> AgingBuckets.days(
                        new TreeSet<>(days).stream().mapToInt(Integer::intValue).toArray()));
    }

    /** Customer A owes 1 not due, 2 due today, 4 (disputed) for 30 days, 8 for 31 and 16 for 91; B has paid 5 ahead. */
    private static Ledger sample() {
        var entries = new ArrayList<LedgerEntry>();
        int[] ages = {-1, 0, 30, 31, 91};
        for (int i = 0; i < ages.length; i++) {
            String due = DATE.minusDays(ages[i]).toString();
            entries.add(posted("K" + i, receivable("R" + i, due, Integer.toString(1 << i))));
        }
        entries.add(LedgerEntry.of(EntryKey.of("D"), new DisputeOpened(A, dispute("R2", "4"), DATE), Histories.START));
        var ahead = Payment.of(PaymentId.of("P1"), B, DATE, eur("5"));
        entries.add(LedgerEntry.of(EntryKey.of("P"), new PaymentReceived(ahead), Histories.START));
        return Ledger.empty(EUR).postAll(entries);
    }

    private static LedgerEntry posted(String key, Receivable receivable) {
        return LedgerEntry.of(EntryKey.of(key), new ReceivablePosted(receivable), Histories.START);
    }

    private static int place(AgingReport report) {
        List<AgedAmount> buckets = report.total().buckets();
        for (int i = 0; i < buckets.size(); i++) {
            if (buckets.get(i).count() == 1) {
                return i;
            }
        }
        throw new AssertionError("in no bucket");
    }

    private static Amount sum(AgingRow row) {
        return row.buckets().stream()
                .map(AgedAmount::amount)
                .reduce(row.disputed().amount(), Amount::add);
    }

    private static Amount disputed(AccountView account) {
        return account.openItems().stream().map(OpenItem::disputed).reduce(Amount.zero(EUR), Amount::add);
    }

    /** The numbers of an amount, without the items that they come from. */
    private record Figures(int count, Amount amount, Amount disputed) {
        static Figures of(AgedAmount aged) {
            return new Figures(aged.count(), aged.amount(), aged.disputed());
        }
    }

    private static Figures figures(int count, String amount, String disputed) {
        return new Figures(count, eur(amount), eur(disputed));
    }

    /** A host that keeps its collectors in a map may have none for a customer. */
    @Test
    void refusesCustomersAndItemsWithoutAGroup() {
        AgingReport report = AgingReport.of(sample().asOf(DATE), USUAL);
        Map<CustomerId, String> collectors = Map.of(B, "C. B.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report.by(collectors::get))
                .withMessage("group must have a group for each, also for A");
        Map<ReceivableId, String> regions = Map.of();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report.byItem(item -> regions.get(item.id())))
                .withMessageStartingWith("group must have a group for each, also for ");
    }

    @Test
    void refusesRowsThatCannotBeAddedUp() {
        AgingRow row = AgingReport.of(sample().asOf(DATE), USUAL).total();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AgingRow(row.buckets(), row.unaged(), row.disputed(), eur("-5")))
                .withMessage("onAccount must be 0 or more, but was EUR -5.00");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> new AgingRow(row.buckets(), row.unaged(), row.disputed(), Amount.of("5", "USD")))
                .withMessage("buckets[0] must be in USD, but was EUR");
        AgedAmount dollars =
                AgedAmount.of(Amount.of("5", "USD").getCurrency(), List.of(), Explanation.of("test.why", "because"));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> new AgingRow(row.buckets(), dollars, row.disputed(), eur("5")))
                .withMessage("unaged must be in EUR, but was USD");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> new AgingRow(row.buckets(), row.unaged(), dollars, eur("5")))
                .withMessage("disputed must be in EUR, but was USD");
    }

    @Test
    void refusesDaysThatNoCalendarHas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BulkAging.of(AgingRule.of(USUAL), LocalDate.MAX))
                .withMessageStartingWith("day must lie in the years 1 to 9999");
        AccountView account = sample().asOf(DATE).accounts().iterator().next();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AgingRow.of(account, List.of(), AgingRule.of(USUAL), LocalDate.MIN))
                .withMessageStartingWith("day must lie in the years 1 to 9999");
    }
}
