package io.quittance.examples.monthend;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.dunning.HoldReason;
import io.quittance.ar.reconciliation.AccountReconciliation;
import io.quittance.ar.reconciliation.Difference;
import io.quittance.core.money.Amount;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The dispute, the dunning run and the reconciliation of 31 December 2013. Expected amounts are of the rows of the data that were open on that day (issued by then and
 * settled later), added up and multiplied by hand:
 *
 * <pre>
 * customer   invoice    due   amount disputed | customer   invoice    due   amount disputed
 * 2125-HJDLA 6178537152 12-13 82.68  yes      | 8690-EEBEO 2238411112 12-30 56.21
 * 0688-XNJRO 6254565489 12-15 56.04           | 9322-YCTQO 3362601597 12-30 52.54
 * 6391-GBFQJ 2464264785 12-21 34.22  yes      | 8389-TCXFQ 8502171486 12-30 73.60  yes
 * 0688-XNJRO 1436424010 12-24 25.19           | 8389-TCXFQ 0208940420 12-31 70.45  yes
 * 1408-OQZUE 7127477711 12-25 41.08           | 3831-FXWYK 9914585915 12-31 86.29
 * 9323-NDIOV 4025313129 12-29 84.38           | 8887-NCUZC 2455126326 01-01 49.51
 * 7856-ODQFO 0300108731 12-30 49.71  yes      |
 * </pre>
 */
class CollectionsTest {
    private static final LocalDate DAY = LocalDate.of(2013, 12, 31);
    private static final CollectionsJob.Result LATE =
            Shipped.CLOSE.collections().orElseThrow();

    /** January 2014 has nothing open, December is the last month end with something late; the reference has 761.90 open in 13 invoices. */
    @Test
    void looksAtTheLastMonthEndOnWhichSomethingIsLate() {
        JsonNode reference = Shipped.reference("ibm-ar")
                .get("aging")
                .valueStream()
                .filter(node -> node.get("as_of").asString().equals(DAY.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(LATE.day()).isEqualTo(DAY);
        assertThat(Text.money(LATE.aging().open().amount()))
                .isEqualTo("761.90")
                .isEqualTo(reference.get("open_amount").asString());
        assertThat(LATE.aging().open().count()).isEqualTo(13);
    }

    /**
     * Of 82.68, half is 41.34. Disputed elsewhere: 34.22 + 49.71 + 73.60 + 70.45 = 227.98. Interest at 7.62 % for 18 days: 82.68 × 0.0762 × 18 / 365 = 0.3107, and
     * 0.1553 for the half. With an order of 30.00, 112.68 are more than 100.00, and 71.34 are not. Allowance: 82.68 × 2 % = 1.6536; 41.34 × 2 % = 0.8268 and
     * 41.34 × 20 % = 8.268; 82.68 × 20 % = 16.536.
     */
    @Test
    void aPartThatIsContestedChangesAllThatFollowsFromIt() {
        DisputeJob.Result dispute = LATE.dispute().orElseThrow();
        assertThat(dispute.item().id().value()).isEqualTo("6178537152");
        assertThat(dispute.effects())
                .extracting(CollectionsTest::effect)
                .containsExactly(
                        "0.00: aging 82.68 + 0.00 of 761.90, 227.98; claimed 82.68, 0.31; 82.68 too much; 1.65",
                        "41.34: aging 41.34 + 41.34 of 761.90, 269.32; claimed 41.34, 0.16; 41.34 within; 9.10",
                        "82.68: aging 0.00 + 82.68 of 761.90, 310.66; claimed 0.00, 0.00; 0.00 within; 16.54");
    }

    private static String effect(DisputeJob.Effect one) {
        Amount claimed = one.decision().notices().stream()
                .map(notice -> notice.claimed())
                .reduce(one.interest().subtract(one.interest()), Amount::add);
        return String.format(
                Locale.ROOT,
                "%s: aging %s + %s of %s, %s; claimed %s, %s; %s %s; %s",
                Text.money(one.contested()),
                Text.money(one.aging().buckets().get(1).amount()),
                Text.money(one.aging().disputed().amount()),
                Text.money(one.book().open().amount()),
                Text.money(one.book().disputed().amount()),
                Text.money(claimed),
                Text.money(one.interest()),
                Text.money(one.limit().exposure()),
                one.limit().isExceeded() ? "too much" : "within",
                Text.money(one.allowance().total()));
    }

    /** What all of it is contested in the book is what the aging of the report has in its column of disputes. */
    @Test
    void theBookIsThatOfTheAging() {
        DisputeJob.Effect book = LATE.dispute().orElseThrow().effects().get(2);
        assertThat(Text.money(book.book().open().amount()))
                .isEqualTo(Text.money(LATE.aging().open().amount()));
        assertThat(Text.money(book.book().disputed().amount()))
                .isEqualTo(Text.money(LATE.aging().open().disputed()))
                .isEqualTo("310.66");
    }

    /** Half of 41.34 is 20.67; 82.68 less 20.67 leave 62.01, which come on the day of the data, 3 January. */
    @Test
    void theCaseEndsWithACreditNote() {
        DisputeCourse.Result course = LATE.dispute().orElseThrow().course();
        assertThat(course.steps())
                .extracting(step -> step.date() + " " + step.what() + " " + Text.money(step.amount()) + ": "
                        + Text.money(step.open()) + ", " + Text.money(step.contested()))
                .containsExactly(
                        "2013-12-13 opened: another price was agreed 41.34: 82.68, 41.34",
                        "2013-12-31 handed to sales 41.34: 82.68, 41.34",
                        "2014-01-03 a part is accepted 20.67: 82.68, 0.00",
                        "2014-01-03 credited by CN-6178537152 20.67: 62.01, 0.00",
                        "2014-01-03 the customer pays the rest 62.01: 0.00, 0.00");
        assertThat(course.ended().isOpen()).isFalse();
        assertThat(course.ended().stage().map(stage -> stage.key())).contains("at-sales");
        assertThat(Text.money(course.creditNote().amountDue())).isEqualTo("20.67");
    }

    /**
     * Runs are on 10, 17, 24 and 31 December. 0688-XNJRO: reminded on the 10th and, for the second invoice, on the 17th; letter on the 24th, when the first is 9
     * days late; called on the 31st, with interest for 7 days on each: 56.04 × 0.0762 × 7 / 365 = 0.0819, 25.19 × 0.0762 × 7 / 365 = 0.0368. 1408-OQZUE: reminded on
     * the 24th, letter 6 days late, 41.08 × 0.0762 × 6 / 365 = 0.0515 and a fee of 5.00. 8887-NCUZC: reminded a day before.
     */
    @Test
    void eachCustomerGetsTheNoticeOfItsLevel() {
        assertThat(LATE.dunning().notices())
                .extracting(notice -> notice.customer() + " " + notice.level().name() + " "
                        + Text.money(notice.claimed()) + " + " + Text.money(notice.interest()) + " + "
                        + Text.money(notice.fee().amount()) + " = " + Text.money(notice.total()))
                .containsExactly(
                        "0688-XNJRO call 81.23 + 0.12 + 0.00 = 81.35",
                        "1408-OQZUE letter 41.08 + 0.05 + 5.00 = 46.13",
                        "8887-NCUZC reminder 49.51 + 0.00 + 0.00 = 49.51");
    }

    /** 82.68 + 34.22 + 49.71 + 73.60 + 70.45 are contested; 84.38 + 56.21 + 52.54 + 86.29 are late by less than 5 days or not at all. */
    @Test
    void whatIsLeftAloneHasItsReason() {
        Map<HoldReason, String> held = LATE.dunning()
                .held()
                .collect(Collectors.groupingBy(
                        one -> one.reason(),
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                all -> all.size() + ": "
                                        + Text.money(all.stream()
                                                .map(one -> one.item().open())
                                                .reduce(Amount::add)
                                                .orElseThrow()))));
        assertThat(held)
                .containsExactly(
                        Map.entry(HoldReason.NOT_DUE, "4: 279.42"), Map.entry(HoldReason.DISPUTED, "5: 310.66"));
    }

    /** The newest open invoice, 49.51, is typed as 58.51, and 86.29 are forgotten; the last payment of December, 21.94, comes on 1 January. */
    @Test
    void plantedDifferencesAreFoundWithTheirTypes() {
        assertThat(LATE.reconciliation().run().accounts())
                .extracting(account -> account.account() + " " + Text.money(account.ledgerBalance()) + " "
                        + account.stated().map(Text::money).orElse("") + " " + account.status())
                .containsExactly(
                        "1400 761.90 684.61 DIFFERS",
                        "bank-1 146941.28 146919.34 AGREED_WITH_TIMING",
                        "8389-TCXFQ 144.05 60.45 DIFFERS");
        assertThat(LATE.reconciliation().run().differences())
                .extracting(one -> one.difference().type() + " "
                        + one.difference().about().orElse("") + " "
                        + Text.money(one.difference().amount()))
                .containsExactly(
                        "AMOUNT 2455126326 9.00",
                        "MISSING_AT_COUNTERPARTY 9914585915 -86.29",
                        "TIMING P-3861006083 -21.94",
                        "IN_DISPUTE 8502171486 -73.60",
                        "MISSING_IN_LEDGER claim-77 -10.00");
    }

    /** One of three accounts agrees; the bank's outcome proved wrong, for a charge of 4.50, and the customer's two points are open. */
    @Test
    void theRunIsMeasured() {
        var accuracy = LATE.reconciliation().accuracy();
        assertThat(accuracy.agreedPercent().map(Object::toString)).contains("100/3");
        assertThat(accuracy.accuracyPercent().map(Object::toString)).contains("200/3");
        assertThat(accuracy.unresolved()).isEqualTo(2);
        assertThat(LATE.reconciliation().run().unresolved())
                .extracting(one -> one.account())
                .containsOnly("8389-TCXFQ");
    }

    static Stream<LocalDate> quarterEnds() {
        return Shipped.CLOSE.asRemitted().kpis().months().stream()
                .filter(month -> month.aging().total().open().count() > 0
                        && month.month().getMonthValue() % 3 == 0)
                .map(month -> month.month().atEndOfMonth());
    }

    /** On every end of a quarter of the data, what is claimed and left alone is what is open, and differences add up to what balances differ by. */
    @ParameterizedTest
    @MethodSource("quarterEnds")
    void everythingAddsUpOnEveryQuarterEnd(LocalDate day) {
        var ledger = Shipped.CLOSE.asRemitted().receivables().ledger();
        Amount open = ledger.asOf(day).open();
        var run = DunningJob.run(ledger.customers(), CollectionTerms.dunning(ledger.currency()), day);
        Amount decided = Stream.concat(
                        run.notices().flatMap(one -> one.items().stream()).map(one -> one.item()),
                        run.held().map(one -> one.item()))
                .map(item -> item.open())
                .reduce(Amount.zero(ledger.currency()), Amount::add);
        assertThat(decided).isEqualTo(open);
        List<HistoricInvoice> history = Shipped.CLOSE.history().accepted();
        List<AccountReconciliation> accounts =
                ReconciliationJob.run(ledger, history, day).run().accounts();
        assertThat(accounts.get(0).ledgerBalance()).isEqualTo(open);
        assertThat(accounts)
                .allSatisfy(account -> assertThat(account.differences().stream()
                                .map(Difference::amount)
                                .reduce(Amount.zero(ledger.currency()), Amount::add))
                        .isEqualTo(account.difference().orElseThrow()));
        Optional<DisputeJob.Result> dispute = DisputeJob.run(ledger, history, day);
        dispute.ifPresent(result -> {
            assertThat(result.effects())
                    .allSatisfy(
                            effect -> assertThat(effect.book().open().amount()).isEqualTo(open));
            var steps = result.course().steps();
            assertThat(steps.get(steps.size() - 1).open().signum()).isZero();
        });
    }

    @Test
    void theCallsAreAListToWorkWith() throws IOException {
        assertThat(written(CollectionsCsv::calls)).isEqualTo("""
                customer,currency,claimed,interest,fee,total,invoices,oldest,dueDate,daysLate,before
                0688-XNJRO,USD,81.23,0.12,0.00,81.35,2,6254565489,2013-12-15,16,"letter of 2013-12-24, reminder of 2013-12-17, reminder of 2013-12-10"
                """);
        assertThat(written(CollectionsCsv::dunning).lines()).hasSize(1 + 13 + 1);
        assertThat(written(CollectionsCsv::reconciliation).lines()).hasSize(1 + 5);
    }

    @Test
    void eachPageSaysWhatTheAgingSays() throws IOException {
        assertThat(written(ReportCollections::dispute))
                .contains(
                        "Customer 2125-HJDLA contests USD 41.34 of the USD 82.68", "310.66", "761.90", "CN-6178537152")
                .doesNotContain("{{");
        assertThat(written(ReportCollections::dunning))
                .contains("Of USD 761.90 that are open", "USD 171.82 are claimed and USD 590.08 left alone")
                .doesNotContain("{{");
        assertThat(written(ReportCollections::reconciliation))
                .contains("33.33 %", "66.67 %", "3 of 5", "761.90", "9.00 too high", "differs")
                .doesNotContain("{{");
        assertThat(ReportCollections.links(Shipped.CLOSE))
                .containsExactly(Map.of(
                        "day", "2013-12-31",
                        "dispute", "customer 2125-HJDLA contests USD 41.34 of the USD 82.68 of invoice 6178537152.",
                        "dunning",
                                "3 customers hear of USD 171.82 that they owe, 1 of them by telephone; USD 590.08 are left alone.",
                        "reconciliation", "1 of 3 accounts agree with the ledger; of 5 differences, 3 are cleared."));
    }

    private interface Content {
        void write(Close close, OutputStream out) throws IOException;
    }

    private static String written(Content content) throws IOException {
        var out = new ByteArrayOutputStream();
        content.write(Shipped.CLOSE, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
