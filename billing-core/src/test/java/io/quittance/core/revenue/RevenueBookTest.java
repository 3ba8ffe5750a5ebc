package io.quittance.core.revenue;

import static io.quittance.core.revenue.Books.YEAR;
import static io.quittance.core.revenue.Books.billed;
import static io.quittance.core.revenue.Books.book;
import static io.quittance.core.revenue.Books.eur;
import static io.quittance.core.revenue.Books.subscription;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.id.ObligationId;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.Test;

class RevenueBookTest {

    /** By hand: 1200 × 31 / 365 = 101.917…. */
    @Test
    void aYearBilledInAdvanceIsDeferred() {
        ContractRevenue january = subscription().at("2026-01-31");
        assertThat(january.contract()).isEqualTo(ContractId.of("C-1"));
        assertThat(january.promised()).isEqualTo(eur("1200"));
        assertThat(january.billed()).isEqualTo(eur("1200"));
        assertThat(january.earned()).isEqualTo(eur("101.92"));
        assertThat(january.deferred()).isEqualTo(eur("1098.08"));
        assertThat(january.unbilled()).isEqualTo(eur("0"));
        assertThat(january.remaining()).isEqualTo(eur("1098.08"));
        assertThat(january).hasToString("C-1 by 2026-01-31: EUR 101.92 of EUR 1200.00 earned, EUR 1200.00 billed");
    }

    @Test
    void everyFigureIsExplainedAndNamesItsClause() {
        ContractRevenue january = subscription().at("2026-01-31");
        assertThat(Arrays.stream(RevenueFigure.values())
                        .map(figure -> january.explanation(figure).text() + " = " + january.amount(figure) + ", "
                                + figure.clause()))
                .containsExactly(
                        "EUR 1200.00 promised by 2026-01-31 = EUR 1200.00, IFRS 15.47 / ASC 606-10-32-2",
                        "EUR 1200.00 billed by 2026-01-31 = EUR 1200.00, IFRS 15.108 / ASC 606-10-45-4",
                        "EUR 101.92 earned by 2026-01-31 = EUR 101.92, IFRS 15.46 / ASC 606-10-32-1",
                        "billed EUR 1200.00, earned EUR 101.92: EUR 1098.08 deferred = EUR 1098.08, IFRS 15.106 / ASC 606-10-45-2",
                        "billed EUR 1200.00, earned EUR 101.92: EUR 0.00 unbilled = EUR 0.00, IFRS 15.107 / ASC 606-10-45-3",
                        "promised EUR 1200.00, earned EUR 101.92: EUR 1098.08 remaining = EUR 1098.08, IFRS 15.120 / ASC 606-10-50-13");
        ObligationRevenue platform = january.obligations().get(0);
        assertThat(platform.explanations())
                .extracting(Explanation::text)
                .containsExactly("31 of 365 days", "31/365 of EUR 1200.00: EUR 101.92");
        assertThat(platform.explanations().get(0).text(Locale.GERMAN)).isEqualTo("31 von 365 Tagen");
        assertThat(platform).hasToString("o by 2026-01-31: EUR 101.92 of EUR 1200.00 earned, EUR 1200.00 billed");
    }

    /** The example of docs/revenue.md. */
    @Test
    void aPlatformWithASetUp() {
        ContractRevenue january = RevenueBook.of(
                        "C-1",
                        List.of(
                                Obligation.of("platform", eur("1200"), StraightLine.over("2026-01-01", "2027-01-01")),
                                Obligation.of("set-up", eur("300"), PointInTime.onDelivery())),
                        List.of(
                                BilledAmount.of("i-1", "platform", "2026-17", "2026-01-01", eur("1200")),
                                PerformanceFact.delivered("d-1", "set-up", "2026-01-20")))
                .at("2026-01-31");
        assertThat(january.earned()).isEqualTo(eur("401.92"));
        assertThat(january.obligations().get(0).deferred()).isEqualTo(eur("1098.08"));
        assertThat(january.obligations().get(1).unbilled()).isEqualTo(eur("300"));
        assertThat(january.deferred()).isEqualTo(eur("798.08"));
        assertThat(january.remaining()).isEqualTo(eur("1098.08"));
    }

    /** IFRS 15.105 and BC317: one position for the contract; the obligations keep theirs. */
    @Test
    void aContractHasALiabilityOrAnAsset() {
        RevenueBook book = RevenueBook.of(
                ContractId.of("C-1"),
                List.of(
                        Obligation.of("platform", eur("60"), PointInTime.on("2026-12-31")),
                        Obligation.of("setup", eur("100"), PointInTime.on("2026-01-01"))),
                List.of(billed("i", "platform", "2026-01-01", "60")));
        ContractRevenue figures = book.at("2026-01-01");
        assertThat(figures.obligation(ObligationId.of("platform")))
                .hasValueSatisfying(platform -> assertThat(platform.deferred()).isEqualTo(eur("60")));
        assertThat(figures.obligation(ObligationId.of("setup")))
                .hasValueSatisfying(setup -> assertThat(setup.unbilled()).isEqualTo(eur("100")));
        assertThat(figures.obligation(ObligationId.of("x"))).isEmpty();
        assertThat(figures.deferred()).isEqualTo(eur("0"));
        assertThat(figures.unbilled()).isEqualTo(eur("40"));
        assertThat(figures.balance()).isEqualTo(eur("-40"));
    }

    @Test
    void aCreditNoteLessensWhatIsBilledFromItsDayOn() {
        RevenueBook book = subscription(billed("c-1", "o", "2026-03-01", "-200"));
        assertThat(book.at("2026-02-28").billed()).isEqualTo(eur("1200"));
        assertThat(book.at("2026-03-01").billed()).isEqualTo(eur("1000"));
        assertThat(book.at("2026-12-31").unbilled()).isEqualTo(eur("200"));
    }

    /** What is given back is the mirror of what is charged, so that both deferred parts add up to what is left. */
    @Test
    void whatIsGivenBackIsDeferredBelowZero() {
        RevenueBook book = book("-100", PointInTime.on("2026-06-01"), billed("i", "o", "2026-05-01", "-100"));
        ObligationRevenue before = book.at("2026-05-31").obligations().get(0);
        assertThat(before.deferred()).isEqualTo(eur("-100"));
        assertThat(before.unbilled()).isEqualTo(eur("0"));
        ObligationRevenue accrued = book("-100", PointInTime.on("2026-06-01"))
                .at("2026-06-01")
                .obligations()
                .get(0);
        assertThat(accrued.deferred()).isEqualTo(eur("0"));
        assertThat(accrued.unbilled()).isEqualTo(eur("-100"));
    }

    /** What was performed before the agreement is earned on its day. */
    @Test
    void nothingIsPromisedBeforeItIsAgreed() {
        RevenueBook book = RevenueBook.of(
                "C-1",
                List.of(Obligation.of("o", eur("365"), StraightLine.over(YEAR)).agreedOn("2026-01-11")),
                List.of(billed("i", "o", "2026-01-05", "365")));
        ObligationRevenue before = book.at("2026-01-10").obligations().get(0);
        assertThat(before.promised()).isEqualTo(eur("0"));
        assertThat(before.remaining()).isEqualTo(eur("0"));
        assertThat(before.deferred()).isEqualTo(eur("365"));
        assertThat(before.clauses()).isEmpty();
        assertThat(before.explanations().get(0).text()).isEqualTo("not agreed before 2026-01-11");
        assertThat(book.at("2026-01-11").earned()).isEqualTo(eur("11"));
    }

    /** JPY has no minor unit, KWD has three: 1 of 3 days of 100. */
    @Test
    void roundsToTheMinorUnitOfTheCurrency() {
        assertThat(third("JPY", "100")).isEqualTo(Amount.of("33", "JPY"));
        assertThat(third("KWD", "100")).isEqualTo(Amount.of("33.333", "KWD"));
    }

    private static Amount third(String currency, String amount) {
        return RevenueBook.of(
                        "C-1",
                        List.of(Obligation.of(
                                "o",
                                Money.of(new BigDecimal(amount), currency),
                                StraightLine.over("2026-01-01", "2026-01-04"))),
                        List.of())
                .at("2026-01-01")
                .earned();
    }

    @Test
    void aFactThatIsReportedTwiceHappenedOnce() {
        BilledAmount again = billed("i-1", "o", "2026-01-01", "1200.00");
        assertThat(subscription(again)).isEqualTo(subscription()).hasSameHashCodeAs(subscription());
        assertThat(subscription(again).facts()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> subscription(billed("i-1", "o", "2026-01-01", "1300")))
                .withMessage("facts[1].key must not be that of another fact, but was i-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> subscription(PromiseChange.price("i-1", "o", "2026-01-01", eur("1"))))
                .withMessage("facts[1].key must not be that of another fact, but was i-1");
    }

    @Test
    void keepsWhatItWasGiven() {
        RevenueBook book = subscription();
        assertThat(book.contract()).isEqualTo(ContractId.of("C-1"));
        assertThat(book.obligations())
                .singleElement()
                .hasToString("o: EUR 1200.00, straight-line over [2026-01-01, 2027-01-01)");
        assertThat(book).hasToString("revenue of C-1: 1 obligations, 1 facts");
        assertThat(book.with(List.of(billed("i-2", "o", "2026-02-01", "1"))).facts())
                .extracting(RevenueFact::key)
                .containsExactly("i-1", "i-2");
        assertThat(book)
                .isNotEqualTo(book.with(List.of(billed("i-2", "o", "2026-02-01", "1"))))
                .isNotEqualTo(RevenueBook.of("C-2", book.obligations(), book.facts()))
                .isNotEqualTo(book("1", StraightLine.over(YEAR), billed("i-1", "o", "2026-01-01", "1200")))
                .isNotEqualTo("C-1");
    }

    @Test
    void refusesCurrenciesThatDiffer() {
        Amount dollar = Amount.of("1", "USD");
        Obligation euros = Obligation.of("a", eur("1"), new RightToInvoice());
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> RevenueBook.of(
                        "C-1", List.of(euros, Obligation.of("b", dollar, new RightToInvoice())), List.of()))
                .withMessage("obligations[1].promised must be in EUR, but was USD");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> RevenueBook.of(
                        "C-1", List.of(euros), List.of(BilledAmount.of("i", "a", "1", "2026-01-01", dollar))))
                .withMessage("facts[i].amount must be in EUR, but was USD");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> RevenueBook.of(
                        "C-1", List.of(euros), List.of(PromiseChange.catchUp("c", "a", "2026-01-01", dollar))))
                .withMessage("facts[c].amount must be in EUR, but was USD");
    }

    @Test
    void refusesAmountsFinerThanACent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Obligation.of("o", eur("1.005"), new RightToInvoice()))
                .withMessage("promised must have at most 2 decimal places, but was EUR 1.005");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> billed("i", "o", "2026-01-01", "1.005"))
                .withMessage("amount must have at most 2 decimal places, but was EUR 1.005");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PromiseChange.price("i", "o", "2026-01-01", eur("1.005")))
                .withMessage("amount must have at most 2 decimal places, but was EUR 1.005");
    }

    @Test
    void refusesWhatDoesNotBelongTogether() {
        Obligation one = Obligation.of("o", eur("1"), new RightToInvoice());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RevenueBook.of("C-1", List.of(), List.of()))
                .withMessage("obligations must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RevenueBook.of("C-1", List.of(one, one), List.of()))
                .withMessage("obligations[1].id must be unique, but was o");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RevenueBook.of("C-1", List.of(one), List.of(billed("i", "p", "2026-01-01", "1"))))
                .withMessage("facts[i].obligation must be one of the contract, but was p");
        var withNull = new ArrayList<RevenueFact>();
        withNull.add(null);
        assertThatNullPointerException()
                .isThrownBy(() -> RevenueBook.of("C-1", List.of(one), withNull))
                .withMessage("facts[0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> subscription().at(LocalDate.of(0, 1, 1)))
                .withMessage("day must lie in the years 1 to 9999, but was 0000-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> subscription().at("2026-02-30"))
                .withMessageStartingWith("day must be an ISO date");
    }

    @Test
    void aScheduleRollsTheBalanceForward() {
        RevenueSchedule schedule = subscription().monthly("2026-01", 12);
        RevenuePeriod january = schedule.periods().get(0);
        assertThat(january.explanation().text())
                .isEqualTo("EUR 0.00 + EUR 1200.00 billed - EUR 101.92 earned = EUR 1098.08");
        assertThat(january)
                .hasToString("[2026-01-01, 2026-02-01): EUR 101.92 earned, EUR 1098.08 deferred, EUR 0.00 unbilled");
        assertThat(january.promised()).isEqualTo(eur("0"));
        assertThat(schedule.periods().get(1).explanation().text())
                .isEqualTo("EUR 1098.08 + EUR 0.00 billed - EUR 92.05 earned = EUR 1006.03");
        assertThat(schedule.earned()).isEqualTo(eur("1200"));
        assertThat(schedule.billed()).isEqualTo(eur("1200"));
        assertThat(schedule.opening().day()).isEqualTo("2025-12-31");
        assertThat(schedule.closing().balance()).isEqualTo(eur("0"));
        assertThat(RevenuePeriod.CLAUSE).hasToString("IFRS 15.116–118 / ASC 606-10-50-8 to 50-10");
    }

    /** The first day that there is has no day before it in the calendar, and opens with nothing. */
    @Test
    void aScheduleMayBeginWithTheCalendar() {
        RevenueSchedule schedule = subscription().schedule(List.of(ServicePeriod.of("0001-01-01", "2026-02-01")));
        assertThat(schedule.earned()).isEqualTo(eur("101.92"));
    }

    @Test
    void refusesPeriodsThatDoNotMeet() {
        RevenueBook book = subscription();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book.schedule(List.of()))
                .withMessage("periods must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book.schedule(List.of(
                        ServicePeriod.of("2026-01-01", "2026-02-01"), ServicePeriod.of("2026-03-01", "2026-04-01"))))
                .withMessage(
                        "periods[1] must begin on 2026-02-01, where the one before ends, but was [2026-03-01, 2026-04-01)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RevenueSchedule(List.of()))
                .withMessage("periods must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book.monthly("2026-01", 0))
                .withMessage("months must be between 1 and 1200, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book.monthly("2026-01", 1201))
                .withMessage("months must be between 1 and 1200, but was 1201");
        assertThat(book.monthly("2026-01", 1200).periods()).hasSize(1200);
    }

    @Test
    void refusesAPeriodWithFiguresOfOtherDays() {
        RevenueBook book = subscription();
        var january = ServicePeriod.of("2026-01-01", "2026-02-01");
        ContractRevenue first = book.at("2025-12-31");
        ContractRevenue last = book.at("2026-01-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RevenuePeriod(january, last, last))
                .withMessage("opening.day must be the day before [2026-01-01, 2026-02-01), but was 2026-01-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RevenuePeriod(january, first, first))
                .withMessage("closing.day must be the last day of [2026-01-01, 2026-02-01), but was 2025-12-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RevenuePeriod(
                        january, first, new ContractRevenue(ContractId.of("C-2"), last.day(), last.obligations())))
                .withMessage("closing.contract must be C-1, but was C-2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContractRevenue(ContractId.of("C-1"), first.day(), last.obligations()))
                .withMessage("obligations[0].day must be 2025-12-31, but was 2026-01-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContractRevenue(ContractId.of("C-1"), first.day(), List.of()))
                .withMessage("obligations must not be empty");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> new ObligationRevenue(
                        ObligationId.of("o"),
                        first.day(),
                        eur("1"),
                        Amount.of("1", "USD"),
                        eur("1"),
                        List.of(),
                        List.of()))
                .withMessage("billed must be in EUR, but was USD");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> new ObligationRevenue(
                        ObligationId.of("o"),
                        first.day(),
                        eur("1"),
                        eur("1"),
                        Amount.of("1", "USD"),
                        List.of(),
                        List.of()))
                .withMessage("earned must be in EUR, but was USD");
    }

    @Test
    void refusesFactsThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> billed("", "o", "2026-01-01", "1"))
                .withMessage("key must have 1 to 200 characters, but was ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PerformanceFact.used("", "o", "2026-01-01", "1"))
                .withMessage("key must have 1 to 200 characters, but was ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PromiseChange.price("", "o", "2026-01-01", eur("1")))
                .withMessage("key must have 1 to 200 characters, but was ");
        LocalDate far = LocalDate.of(10_000, 1, 1);
        ObligationId id = ObligationId.of("o");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PerformanceFact.delivered("k", id, far))
                .withMessageStartingWith("day must lie in the years 1 to 9999");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PromiseChange.price("k", id, far, eur("1")))
                .withMessageStartingWith("day must lie in the years 1 to 9999");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BilledAmount.of("k", id, InvoiceNumber.of("1"), far, eur("1")))
                .withMessageStartingWith("day must lie in the years 1 to 9999");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Obligation(id, eur("1"), new RightToInvoice(), far))
                .withMessageStartingWith("agreed must lie in the years 1 to 9999");
        var delivery = PerformanceFact.delivered("d", "o", "2026-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PerformanceFact(
                        "d", id, delivery.day(), PerformanceFact.Kind.DELIVERY, new BigDecimal("0.5"), null))
                .withMessage("quantity must be 1, or -1 where it is taken back, but was 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PerformanceFact(
                        "d", id, delivery.day(), PerformanceFact.Kind.DELIVERY, BigDecimal.ONE, "m"))
                .withMessage("milestone must be given for a milestone, and for nothing else, but was m");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PerformanceFact(
                        "d", id, delivery.day(), PerformanceFact.Kind.MILESTONE, BigDecimal.ONE, null))
                .withMessage("milestone must be given for a milestone, and for nothing else");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PerformanceFact.reached("d", "o", "2026-01-01", ""))
                .withMessage("milestone must have 1 to 200 characters, but was ");
        assertThat(PerformanceFact.used("u", "o", "2026-01-01", "0").isTakenBack())
                .isFalse();
        assertThat(delivery.takenBack()).hasToString("d: DELIVERY -1 on 2026-01-01");
        assertThat(PerformanceFact.reached("m", "o", "2026-01-01", "a")).hasToString("m: MILESTONE a 1 on 2026-01-01");
        assertThat(billed("i", "o", "2026-01-01", "1")).hasToString("i: EUR 1.00 billed by INV-i on 2026-01-01");
    }
}
