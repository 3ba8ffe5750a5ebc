package io.quittance.core.revenue;

import static io.quittance.core.revenue.Books.EUR;
import static io.quittance.core.revenue.Books.eur;
import static io.quittance.core.tax.TaxTreatment.standard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.BilledPeriods;
import io.quittance.core.billing.Billing;
import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.ObligationId;
import io.quittance.core.invoice.AllowanceCharge;
import io.quittance.core.invoice.Correction;
import io.quittance.core.invoice.CorrectionReason;
import io.quittance.core.invoice.Creditable;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.InvoiceType;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The door from issued invoices. */
class InvoicedRevenueTest {
    private static final ContractId CONTRACT = ContractId.of("C-1");

    private static InvoiceLine line(String name, String quantity, String price) {
        return InvoiceLine.priced(name, new BigDecimal(quantity), "C62", eur(price), Rounding.halfUp(2))
                .taxed(standard("19"));
    }

    private static InvoiceLine during(InvoiceLine line, String start, String end) {
        return line.during(ServicePeriod.of(start, end));
    }

    private static InvoiceDraft.Builder draft(InvoiceLine... lines) {
        var builder = InvoiceDraft.builder(CustomerId.of("ACME"), EUR).paymentTerms(PaymentTerms.net(30));
        for (InvoiceLine line : lines) {
            builder.line(line);
        }
        return builder;
    }

    private static RevenueBook book(Invoice... invoices) {
        return RevenueBook.ofInvoices(CONTRACT, List.of(invoices));
    }

    /** By hand: the year is 31 of 365 days of 1,200, the set-up is earned at once. No figure has a tax. */
    @Test
    void linesAreEarnedOverTheirDaysElseOnTheDateOfTheInvoice() {
        RevenueBook book =
                book(draft(during(line("Platform", "1", "1200"), "2026-01-01", "2027-01-01"), line("Set-up", "1", "90"))
                        .build()
                        .issue("2026-17", "2025-12-15"));
        assertThat(book.at("2025-12-14").promised()).isEqualTo(eur("0"));
        ContractRevenue issued = book.at("2025-12-15");
        assertThat(issued.billed()).isEqualTo(eur("1290"));
        assertThat(issued.earned()).isEqualTo(eur("90"));
        assertThat(issued.deferred()).isEqualTo(eur("1200"));
        ContractRevenue january = book.at("2026-01-31");
        assertThat(january.obligation(ObligationId.of("2026-17/1")))
                .hasValueSatisfying(platform -> assertThat(platform.earned()).isEqualTo(eur("101.92")));
        assertThat(january.obligation(ObligationId.of("2026-17/2")))
                .hasValueSatisfying(setUp -> assertThat(setUp.clauses()).containsExactly(new Clause("38", "25-30")));
        assertThat(book.facts()).first().hasToString("2026-17/1: EUR 1200.00 billed by 2026-17 on 2025-12-15");
    }

    @Test
    void aLineWithoutDaysHasThoseOfItsInvoice() {
        RevenueBook book = book(draft(line("Platform", "1", "31"))
                .period(ServicePeriod.of("2026-01-01", "2026-02-01"))
                .build()
                .issue("1", "2026-01-01"));
        assertThat(book.at("2026-01-10").earned()).isEqualTo(eur("10"));
    }

    /** Usage of January, billed on 1 February: earned on its days, unbilled until then. */
    @Test
    void whatIsBilledInArrearsIsEarnedBefore() {
        Invoice invoice = draft(during(line("Calls", "31", "1"), "2026-01-01", "2026-02-01"))
                .build()
                .issue("1", "2026-02-01");
        assertThat(book(invoice).at("2025-12-31").remaining()).isEqualTo(eur("0"));
        assertThat(book(invoice).at("2026-01-01").remaining()).isEqualTo(eur("30"));
        assertThat(book(invoice).at("2026-01-31").unbilled()).isEqualTo(eur("31"));
        assertThat(book(invoice).at("2026-02-01").unbilled()).isEqualTo(eur("0"));
    }

    /** A host that has closed January counts what comes later from the date of its document on. */
    @Test
    void aRuleMaySayFromWhichDayOnALineCounts() {
        Invoice invoice = draft(during(line("Calls", "31", "1"), "2026-01-01", "2026-02-01"))
                .build()
                .issue("1", "2026-03-01");
        RevenueBook closed = RevenueBook.ofInvoices(CONTRACT, List.of(invoice), new LineRule() {
            @Override
            public RecognitionRule rule(Invoice of, InvoiceLine line) {
                return LineRule.byPeriod().rule(of, line);
            }

            @Override
            public LocalDate agreed(Invoice of, InvoiceLine line) {
                return of.issueDate();
            }
        });
        assertThat(closed.at("2026-02-28").earned()).isEqualTo(eur("0"));
        assertThat(closed.at("2026-03-01").earned()).isEqualTo(eur("31"));
    }

    /** docs/billing.md: 310.00 for January, of which 160.00 for the days from the 16th on are given back on the 10th. */
    @Test
    void whatIsGivenBackCountsFromItsDocumentOn() {
        Invoice invoice = draft(during(line("Platform", "1", "310"), "2026-01-01", "2026-02-01"))
                .build()
                .issue("1", "2026-01-01");
        Invoice credit = draft(during(line("Platform", "1", "160"), "2026-01-16", "2026-02-01"))
                .type(InvoiceType.CREDIT_NOTE)
                .build()
                .issue("2", "2026-01-10");
        RevenueBook book = book(credit, invoice);
        assertThat(book.at("2026-01-09").deferred()).isEqualTo(eur("220"));
        assertThat(book.at("2026-01-10").billed()).isEqualTo(eur("150"));
        assertThat(book.at("2026-01-10").deferred()).isEqualTo(eur("50"));
        assertThat(book.at("2026-01-10").remaining()).isEqualTo(eur("50"));
        assertThat(book.at("2026-01-31").earned()).isEqualTo(eur("150"));
        Invoice negative = draft(during(line("Platform", "-1", "160"), "2026-01-16", "2026-02-01"))
                .build()
                .issue("2", "2026-01-10");
        assertThat(book(invoice, negative).at("2026-01-20"))
                .isEqualTo(book(invoice, credit).at("2026-01-20"));
    }

    /** Given back for days that are over: the days stay as they were, and it is caught up on the date of the document. */
    @Test
    void whatIsGivenBackForThePastIsCaughtUp() {
        Invoice invoice = draft(during(line("Platform", "1", "310"), "2026-01-01", "2026-02-01"))
                .build()
                .issue("1", "2026-01-01");
        Invoice credit = draft(during(line("Platform", "-1", "160"), "2026-01-16", "2026-02-01"))
                .build()
                .issue("2", "2026-03-10");
        assertThat(book(invoice, credit).monthly("2026-01", 3).periods())
                .extracting(RevenuePeriod::earned)
                .containsExactly(eur("310"), eur("0"), eur("-160"));
    }

    private static Invoice credit(
            Invoice invoice, List<Invoice> before, CorrectionReason reason, int line, String amount) {
        return Creditable.of(invoice, before)
                .credit(Correction.of(reason))
                .amount(line, eur(amount))
                .draft()
                .issue("G-" + (before.size() + 1), "2026-02-01");
    }

    /** By hand: 31 of 365 days of 1,200 are 101.92, of 800 (a third less) 67.95 and a day more 70.14. */
    @Test
    void aNoteOutOfAnInvoiceChangesWhatItsLinePromises() {
        Invoice invoice = draft(during(line("Platform", "1", "1200"), "2026-01-01", "2027-01-01"))
                .build()
                .issue("R-1", "2026-01-01");
        Invoice first = credit(invoice, List.of(), CorrectionReason.DISPUTE, 0, "400");
        ObligationRevenue before = only(book(first, invoice).at("2026-01-31"));
        assertThat(before.earned()).isEqualTo(eur("101.92"));
        ObligationRevenue after = only(book(first, invoice).at("2026-02-01"));
        assertThat(after.obligation()).hasToString("R-1/1");
        assertThat(after.promised()).isEqualTo(eur("800"));
        assertThat(after.billed()).isEqualTo(eur("800"));
        assertThat(after.earned()).isEqualTo(eur("70.14"));
        assertThat(after.clauses()).contains(new Clause("87–88", "32-42 to 32-43"));
        assertThat(book(invoice, first).facts())
                .extracting(RevenueFact::key)
                .containsExactly("R-1/1", "G-1/R-1\\/1", "G-1/R-1\\/1/promised");
        Invoice second = credit(invoice, List.of(first), CorrectionReason.CONTRACT_CHANGE, 0, "400");
        Invoice third = credit(invoice, List.of(first, second), CorrectionReason.ERROR, 0, "400");
        RevenueBook all = book(third, first, invoice, second);
        assertThat(only(all.at("2026-02-01")).clauses()).contains(new Clause("21(b)", "25-13(b)"));
        for (int day = 32; day <= 366; day++) {
            ObligationRevenue figures = only(all.at(LocalDate.ofYearDay(2026, 1).plusDays(day - 1)));
            assertThat(List.of(figures.promised(), figures.billed(), figures.earned(), figures.remaining()))
                    .containsOnly(eur("0"));
        }
    }

    private static ObligationRevenue only(ContractRevenue revenue) {
        assertThat(revenue.obligations()).hasSize(1);
        return revenue.obligations().get(0);
    }

    /** Without its invoice, of which nothing is known then, a note is what it is by itself. */
    @Test
    void aNoteWithoutItsInvoiceGivesBackByItself() {
        Invoice invoice = draft(during(line("Platform", "1", "1200"), "2026-01-01", "2027-01-01"))
                .build()
                .issue("R-1", "2026-01-01");
        ObligationRevenue alone = only(book(credit(invoice, List.of(), CorrectionReason.ERROR, 0, "365"))
                .at("2026-02-01"));
        assertThat(alone.obligation()).hasToString("G-1/1");
        assertThat(alone.earned()).isEqualTo(eur("-32"));
    }

    /** A note that is dated before its line is promised takes back as soon as there is something. */
    @Test
    void aNoteCountsFromTheDayOnWhichItsLineIsPromised() {
        Invoice invoice = draft(line("Set-up", "1", "90")).build().issue("R-1", "2026-03-01");
        Invoice early = Creditable.of(invoice)
                .whole(Correction.of(CorrectionReason.ERROR))
                .issue("G-1", "2026-02-01");
        assertThat(book(invoice, early).at("2026-02-01").billed()).isEqualTo(eur("-90"));
        assertThat(only(book(invoice, early).at("2026-03-01")).promised()).isEqualTo(eur("0"));
    }

    /** What is beside the lines is spread over all notes as over one: line by line nothing is left in the end, on any day. */
    @Property
    void whatIsGivenBackWholeLeavesNothing(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 500) Integer> prices,
            @ForAll @IntRange(min = 0, max = 30) int off,
            @ForAll boolean withTax,
            @ForAll @Size(max = 5) List<@IntRange(min = 1, max = 900) Integer> parts) {
        var builder = draft();
        for (int i = 0; i < prices.size(); i++) {
            builder.line(
                    during(line("L" + i, String.valueOf(prices.get(i)), "0.37"), "2026-01-0" + (i + 1), "2026-03-01"));
        }
        builder.allowanceCharge(
                AllowanceCharge.allowance(Amount.ofMinor(off, EUR)).taxed(standard("19")));
        if (withTax) {
            builder.pricesIncludeTax();
        }
        Invoice invoice = builder.build().issue("R-1", "2026-01-03");
        var documents = new ArrayList<>(List.of(invoice));
        for (int part : parts) {
            Creditable left = Creditable.of(invoice, documents.subList(1, documents.size()));
            InvoiceDraft note = null;
            try {
                note = left.credit(Correction.of(CorrectionReason.RETURN))
                        .amount(part % prices.size(), Amount.ofMinor(part, EUR))
                        .draft();
            } catch (IllegalArgumentException e) {
                continue; // no more is left
            }
            documents.add(note.issue("G-" + documents.size(), "2026-01-2" + documents.size()));
        }
        RevenueBook some = book(documents.toArray(Invoice[]::new));
        assertThat(some.at("2026-03-01").billed())
                .isEqualTo(documents.stream()
                        .map(document -> document.type().isCredit()
                                ? document.totals().withoutTax().negate()
                                : document.totals().withoutTax())
                        .reduce(eur("0"), Amount::add));
        assertThat(some.at("2026-03-01").promised())
                .isEqualTo(some.at("2026-03-01").billed());
        Creditable left = Creditable.of(invoice, documents.subList(1, documents.size()));
        Assume.that(left.total().signum() > 0);
        documents.add(left.whole(Correction.of(CorrectionReason.ERROR)).issue("G-9", "2026-02-01"));
        RevenueBook book = book(documents.toArray(Invoice[]::new));
        for (int day = 1; day <= 30; day++) {
            assertThat(book.at(LocalDate.of(2026, 1, 31).plusDays(day)).obligations())
                    .allSatisfy(figures -> assertThat(List.of(figures.promised(), figures.billed(), figures.earned()))
                            .containsOnly(eur("0")));
        }
    }

    /** A line below zero on a credit note charges, and is accrued as a charge is. */
    @Test
    void aLineBelowZeroOnACreditNoteCharges() {
        Invoice credit = draft(
                        during(line("Fee", "-1", "31"), "2026-01-01", "2026-02-01"),
                        during(line("Platform", "1", "100"), "2026-01-01", "2026-02-01"))
                .type(InvoiceType.CREDIT_NOTE)
                .build()
                .issue("1", "2026-02-01");
        assertThat(book(credit).at("2026-01-31").earned()).isEqualTo(eur("31"));
        assertThat(book(credit).at("2026-02-01").earned()).isEqualTo(eur("-69"));
    }

    /** IFRS 15.81: 10.00 off a document of 60.00 and 30.00 take 6.67 and 3.33 off the lines; what is given back bears none. */
    @Test
    void whatIsOffTheDocumentIsSpreadOverItsLines() {
        Invoice invoice = draft(line("A", "1", "60"), line("B", "1", "30"), line("C", "-1", "30"))
                .allowanceCharge(AllowanceCharge.allowance(eur("12")).taxed(standard("19")))
                .allowanceCharge(AllowanceCharge.charge(eur("2")).taxed(standard("19")))
                .build()
                .issue("1", "2026-01-01");
        assertThat(book(invoice).at("2026-01-01").obligations())
                .extracting(ObligationRevenue::promised)
                .containsExactly(eur("53.33"), eur("26.67"), eur("-30"));
        assertThat(book(invoice).at("2026-01-01").billed())
                .isEqualTo(invoice.totals().withoutTax());
    }

    @Test
    void whereNothingIsChargedTheRestBearsIt() {
        Invoice given = draft(line("A", "-1", "60"), line("B", "-1", "30"), line("C", "1", "0"))
                .allowanceCharge(AllowanceCharge.charge(eur("10")).taxed(standard("19")))
                .build()
                .issue("1", "2026-01-01");
        assertThat(book(given).at("2026-01-01").obligations())
                .extracting(ObligationRevenue::promised)
                .containsExactly(eur("-53.33"), eur("-26.67"), eur("0"));
        Invoice free = draft(line("A", "1", "0"), line("B", "1", "0"))
                .allowanceCharge(AllowanceCharge.charge(eur("5")).taxed(standard("19")))
                .build()
                .issue("1", "2026-01-01");
        assertThat(book(free).at("2026-01-01").obligations())
                .extracting(ObligationRevenue::promised)
                .containsExactly(eur("2.50"), eur("2.50"));
    }

    /** Prices with tax: 119.00 at 19 % are revenue of 100.00. Groups show what counts already. */
    @Test
    void onlyLinesThatCountAreRevenueWithoutTax() {
        Invoice invoice = draft(
                        line("Group", "1", "0").identified("g").withStatus(InvoiceLine.Status.GROUP),
                        line("Platform", "1", "119").within("g"),
                        line("For your information", "1", "7").withStatus(InvoiceLine.Status.INFORMATION))
                .pricesIncludeTax()
                .build()
                .issue("1", "2026-01-01");
        assertThat(book(invoice).at("2026-01-01").obligations()).singleElement().satisfies(line -> {
            assertThat(line.obligation()).hasToString("1/2");
            assertThat(line.earned()).isEqualTo(eur("100"));
        });
    }

    @Test
    void aDocumentWithoutLinesThatCountHasNoRevenue() {
        Invoice invoice = draft(line("A", "1", "60")).build().issue("1", "2026-01-01");
        InvoiceLine information = line("For your information", "1", "7").withStatus(InvoiceLine.Status.INFORMATION);
        Invoice empty = draft(information).build().issue("2", "2026-01-01");
        assertThat(book(invoice, empty)).isEqualTo(book(invoice));
        Invoice fee = draft(information)
                .allowanceCharge(AllowanceCharge.charge(eur("5")).taxed(standard("19")))
                .build()
                .issue("2", "2026-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book(invoice, fee))
                .withMessage(
                        "invoices[1].lines must have one that counts, to bear what is beside them, but was EUR 5.00");
    }

    @Test
    void anInvoiceThatIsGivenTwiceCountsOnce() {
        Invoice invoice = draft(line("A", "1", "60")).build().issue("1", "2026-01-01");
        assertThat(book(invoice, invoice)).isEqualTo(book(invoice));
        Invoice other = draft(line("A", "1", "61")).build().issue("1", "2026-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book(invoice, other))
                .withMessage("invoices[1].number must not be that of another invoice, but was 1");
    }

    @Test
    @SuppressWarnings("NullAway") // a rule that breaks its contract
    void refusesWhatIsNoRevenue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RevenueBook.ofInvoices(CONTRACT, List.of()))
                .withMessage("invoices must not be empty");
        Invoice advance =
                draft(line("A", "1", "60")).type(InvoiceType.PREPAYMENT).build().issue("1", "2026-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book(advance))
                .withMessage(
                        "invoices[0].type must not be for an advance, which the final invoice bills again, but was 386");
        Invoice invoice = draft(line("A", "1", "60")).build().issue("1", "2026-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RevenueBook.ofInvoices(CONTRACT, List.of(invoice), (of, line) -> {
                    throw new IllegalStateException("unknown");
                }))
                .withMessage("rule must answer for the line 1/1, but was java.lang.IllegalStateException: unknown");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RevenueBook.ofInvoices(CONTRACT, List.of(invoice), (of, line) -> null))
                .withMessage("rule must answer for the line 1/1, but was no answer");
    }

    /** From a contract to its deferred revenue: three runs of a quarter in advance. */
    @Test
    void billsOfARunAreRevenueOfTheirDays() {
        Contract contract = Contract.builder("C-1")
                .customer("ACME")
                .currency("EUR")
                .zone("Europe/Berlin")
                .term("2026-01-01", "2027-01-01")
                .charge(Charge.recurring("platform", FlatFee.of("90"))
                        .billed(BillingCycle.every("P3M").inAdvance()))
                .paymentTerms(PaymentTerms.net(30))
                .build();
        var history = BilledPeriods.none();
        var invoices = new ArrayList<Invoice>();
        for (String day : List.of("2026-01-01", "2026-04-01", "2026-07-01")) {
            BillRun run = Billing.engine().bill(contract, UsageSource.of(List.of()), history, LocalDate.parse(day));
            history = history.after(run);
            run.documents().forEach(document -> invoices.add(document.issue("N-" + invoices.size(), day)));
        }
        RevenueSchedule schedule = RevenueBook.ofInvoices(CONTRACT, invoices).monthly("2026-01", 9);
        assertThat(schedule.periods())
                .extracting(RevenuePeriod::earned)
                .containsExactly(
                        eur("31"),
                        eur("28"),
                        eur("31"),
                        eur("29.67"),
                        eur("30.66"),
                        eur("29.67"),
                        eur("30.33"),
                        eur("30.32"),
                        eur("29.35"));
        assertThat(schedule.periods().get(1).closing().deferred()).isEqualTo(eur("31"));
        assertThat(schedule.earned()).isEqualTo(eur("270"));
    }

    /** The book bills what the documents do, and in the end earns it. */
    @Property
    void theBookBillsWhatTheDocumentsDo(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = -500, max = 500) Integer> prices,
            @ForAll @IntRange(min = 0, max = 5000) int off,
            @ForAll boolean credit,
            @ForAll boolean withTax) {
        var builder = draft();
        for (int i = 0; i < prices.size(); i++) {
            builder.line(
                    during(line("L" + i, String.valueOf(prices.get(i)), "0.37"), "2026-01-0" + (i + 1), "2026-02-01"));
        }
        builder.allowanceCharge(
                AllowanceCharge.allowance(Amount.ofMinor(off, EUR)).taxed(standard("19")));
        if (withTax) {
            builder.pricesIncludeTax();
        }
        boolean isCredit = credit && builder.build().totals().due().signum() >= 0;
        if (isCredit) {
            builder.type(InvoiceType.CREDIT_NOTE);
        }
        Invoice invoice = builder.build().issue("1", "2026-01-03");
        Amount total = invoice.totals().withoutTax();
        ContractRevenue last = book(invoice).at("2026-02-01");
        assertThat(last.billed()).isEqualTo(isCredit ? total.negate() : total);
        assertThat(last.earned()).isEqualTo(last.billed());
        assertThat(last.remaining()).isEqualTo(eur("0"));
    }
}
