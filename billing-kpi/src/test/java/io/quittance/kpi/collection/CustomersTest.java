package io.quittance.kpi.collection;

import static io.quittance.kpi.collection.Answers.code;
import static io.quittance.kpi.collection.Answers.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.CreditExposures.Line;
import io.quittance.kpi.collection.PlanAccounts.Account;
import io.quittance.kpi.collection.PlanAccounts.Plan;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Concentration, use of limits and payment plans, by hand. */
class CustomersTest {

    private static final CustomerBalances THREE =
            CustomerBalances.of(Map.of("A", usd("50"), "B", usd("30"), "C", usd("20")));

    @Test
    void topCustomersHaveTheirShare() {
        KpiResult result = Concentration.top(2).compute(THREE);
        assertThat(result.value()).contains(Fraction.of(80));
        assertThat(result.basis().kpi()).isEqualTo("concentration.top.2");
        assertThat(result.basis().count()).contains(3L);
        assertThat(result.basis().items())
                .containsExactly(
                        new KpiItem("A", Fraction.of(50), Fraction.of(50)),
                        new KpiItem("B", Fraction.of(30), Fraction.of(30)),
                        new KpiItem("C", Fraction.ZERO, Fraction.of(20)));
        assertThat(Concentration.top(9).compute(THREE).value()).contains(Fraction.of(100));
    }

    @Test
    void indexSquaresTheShares() {
        assertThat(Concentration.herfindahl().compute(THREE).value()).contains(Fraction.of(3800));
        assertThat(Concentration.herfindahl()
                        .compute(CustomerBalances.of(Map.of("A", usd("7"))))
                        .value())
                .contains(Fraction.of(10_000));
    }

    @Test
    void leavesOutWhoHasMoreOnAccount() {
        KpiResult result = Concentration.top(1)
                .compute(CustomerBalances.of(Map.of("A", usd("50"), "B", usd("50"), "C", usd("-9"))));
        assertThat(result.value()).contains(Fraction.of(50));
        assertThat(result.basis().exclusions()).containsExactly("CREDIT_BALANCES");
        assertThat(code(Concentration.herfindahl().compute(CustomerBalances.of(Map.of("C", usd("-9"))))))
                .isEqualTo("NO_RECEIVABLES: no customer owes anything");
        assertThat(code(Concentration.top(1).compute(CustomerBalances.of(Map.of()))))
                .startsWith("NO_RECEIVABLES");
    }

    @Test
    void refusesNoCustomersAndTwoCurrencies() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Concentration.top(0))
                .withMessage("customers must be 1 or more, but was 0");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> CustomerBalances.of(Map.of("A", usd("1"), "B", Amount.of("1", "EUR"))));
    }

    /** Of two who owe the same, the first by name is the one, in whatever order the map has them. */
    @Test
    void theOrderOfTheMapDecidesNothing() {
        var backwards = new TreeMap<String, Amount>(Comparator.reverseOrder());
        backwards.putAll(Map.of("A", usd("50"), "B", usd("50")));
        var balances = new CustomerBalances(backwards);
        assertThat(balances.byCustomer().keySet()).containsExactly("A", "B");
        assertThat(Concentration.top(1).compute(balances).basis().items())
                .containsExactly(
                        new KpiItem("A", Fraction.of(50), Fraction.of(50)),
                        new KpiItem("B", Fraction.ZERO, Fraction.of(50)));
    }

    @Property
    void moreCustomersNeverHaveLess(
            @ForAll @LongRange(min = 1, max = 100) long a,
            @ForAll @LongRange(min = 1, max = 100) long b,
            @ForAll @LongRange(min = 1, max = 100) long c) {
        CustomerBalances balances = CustomerBalances.of(
                Map.of("A", usd(Long.toString(a)), "B", usd(Long.toString(b)), "C", usd(Long.toString(c))));
        Fraction one = Concentration.top(1).compute(balances).value().orElseThrow();
        Fraction two = Concentration.top(2).compute(balances).value().orElseThrow();
        assertThat(one).isLessThan(two);
        assertThat(two).isLessThan(Fraction.of(100));
    }

    /** 700 + 60 + 40 of 1000 and 100 of 2000. */
    @Test
    void limitsAreUsedTogether() {
        var exposures = new CreditExposures(
                List.of(
                        Line.of("A", usd("700"), usd("60"), usd("40"), usd("1000")),
                        Line.of("B", usd("100"), usd("0"), usd("0"), usd("2000"))),
                List.of("C"));
        KpiResult result = new CreditUtilisation().compute(exposures);
        assertThat(result.value()).contains(Fraction.of(30));
        assertThat(result.basis().exclusions()).containsExactly("NO_LIMIT");
        assertThat(code(new CreditUtilisation().compute(new CreditExposures(List.of(), List.of("C")))))
                .isEqualTo("NO_LIMIT: no customer has a limit");
    }

    @Test
    void refusesLimitsThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Line.of("A", usd("1"), usd("0"), usd("0"), usd("0")))
                .withMessageContaining("limit must be more than 0");
        Line line = Line.of("A", usd("1"), usd("0"), usd("0"), usd("1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CreditExposures(List.of(line), List.of("A")))
                .withMessage("customer must be there once, but was A");
    }

    @Test
    void brokenPlansAreNone() {
        var accounts = new PlanAccounts(List.of(
                Account.of("A", usd("300"), Plan.ACTIVE),
                Account.of("B", usd("300"), Plan.BROKEN),
                Account.of("C", usd("300"), Plan.NONE),
                Account.of("D", usd("100"), Plan.NONE)));
        KpiResult byCount = PaymentPlanShare.byCount().compute(accounts);
        assertThat(byCount.value()).contains(Fraction.of(25));
        assertThat(byCount.basis().exclusions()).containsExactly("BROKEN_PLANS");
        assertThat(accounts.broken()).isEqualTo(1);
        assertThat(PaymentPlanShare.byAmount().compute(accounts).value()).contains(Fraction.of(30));
        KpiResult overdue = PaymentPlanShare.ofOverdueByCount().compute(accounts);
        assertThat(overdue.value()).contains(Fraction.of(25));
        assertThat(overdue.basis().kpi()).isEqualTo("payment-plan.share.of-overdue.count");
        assertThat(PaymentPlanShare.ofOverdueByAmount().compute(accounts).value())
                .contains(Fraction.of(30));
        assertThat(code(PaymentPlanShare.byCount().compute(new PlanAccounts(List.of()))))
                .isEqualTo("NO_OPEN_ITEMS: no account owes anything");
    }

    @Test
    void refusesAccountsThatOweNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Account.of("A", usd("0"), Plan.NONE));
        Account account = Account.of("A", usd("1"), Plan.NONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlanAccounts(List.of(account, account)))
                .withMessage("accounts must be there once, but was A");
    }

    /** 800 of 1000 and 800 on account with another limit of 1000: 40 % are used, not 0. */
    @Test
    void whatIsOnAccountFreesNoLimitOfAnother() {
        var exposures = new CreditExposures(
                List.of(
                        Line.of("A", usd("800"), usd("0"), usd("0"), usd("1000")),
                        Line.of("B", usd("-800"), usd("0"), usd("0"), usd("1000"))),
                List.of());
        KpiResult result = new CreditUtilisation().compute(exposures);
        assertThat(result.value()).contains(Fraction.of(40));
        assertThat(result.basis().exclusions()).containsExactly("CREDIT_BALANCES");
    }

    /** So that the results of several months make a series. */
    @Test
    void resultsCarryThePeriodAtWhoseEndItIsSo() {
        var march = ServicePeriod.of("2026-03-01", "2026-04-01");
        var plans = new PlanAccounts(List.of(Account.of("A", usd("1"), Plan.NONE)));
        var exposures = new CreditExposures(List.of(Line.of("A", usd("1"), usd("0"), usd("0"), usd("1"))), List.of());
        var aged = new AgedReceivables(List.of(AgedReceivables.Bucket.of("a", usd("1"), Fraction.ONE)));
        assertThat(periodOf(PaymentPlanShare.byCount().compute(plans.withPeriod(march))))
                .contains(march);
        assertThat(periodOf(new CreditUtilisation().compute(exposures.withPeriod(march))))
                .contains(march);
        assertThat(periodOf(Concentration.top(1).compute(THREE.withPeriod(march))))
                .contains(march);
        assertThat(periodOf(Concentration.herfindahl().compute(THREE))).isEmpty();
        assertThat(periodOf(
                        new ExpectedCreditLoss().compute(aged.withPeriod(march).lookingAhead(new BigDecimal("1.1")))))
                .contains(march);
    }

    private static Optional<ServicePeriod> periodOf(KpiResult result) {
        return result.basis().period();
    }

    /** B owes most, though A comes first by name: 50 of 70. */
    @Test
    void whoOwesMostIsOnTopWhateverTheName() {
        KpiResult result = Concentration.top(1).compute(CustomerBalances.of(Map.of("A", usd("20"), "B", usd("50"))));
        assertThat(result.value()).contains(Fraction.of(500, 7));
        assertThat(result.basis().items())
                .containsExactly(
                        new KpiItem("A", Fraction.ZERO, Fraction.of(20)),
                        new KpiItem("B", Fraction.of(50), Fraction.of(50)));
    }

    /** Who owes nothing has nothing on account either: neither measured nor told as left out. */
    @Test
    void whoOwesNothingIsNotThere() {
        KpiResult result =
                Concentration.herfindahl().compute(CustomerBalances.of(Map.of("A", usd("50"), "B", usd("0"))));
        assertThat(result.value()).contains(Fraction.of(10_000));
        assertThat(result.basis().kpi()).isEqualTo("concentration.hhi");
        assertThat(result.basis().count()).contains(1L);
        assertThat(result.basis().items()).extracting(KpiItem::id).containsExactly("A");
        assertThat(result.basis().exclusions()).isEmpty();
        KpiResult unused = new CreditUtilisation()
                .compute(new CreditExposures(
                        List.of(Line.of("A", usd("0"), usd("0"), usd("0"), usd("1000"))), List.of()));
        assertThat(unused.value()).contains(Fraction.ZERO);
        assertThat(unused.basis().exclusions()).isEmpty();
    }

    @Test
    void refusesCustomersWithoutNameAndLimitsInTwoCurrencies() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomerBalances.of(Map.of("", usd("1"))))
                .withMessage("customer must have 1 to 200 characters, but was ");
        Line dollars = Line.of("A", usd("1"), usd("0"), usd("0"), usd("1"));
        Amount euro = Amount.of("1", "EUR");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(
                        () -> new CreditExposures(List.of(dollars, new Line("B", euro, euro, euro, euro)), List.of()))
                .withMessage("lines must be in USD, but was EUR");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> new PlanAccounts(
                        List.of(Account.of("A", usd("1"), Plan.NONE), Account.of("B", euro, Plan.NONE))))
                .withMessage("accounts must be in USD, but was EUR");
    }

    /** Where no plan was broken, none is left out. */
    @Test
    void withoutBrokenPlansNothingIsLeftOut() {
        var accounts = new PlanAccounts(
                List.of(Account.of("A", usd("300"), Plan.ACTIVE), Account.of("B", usd("100"), Plan.NONE)));
        KpiResult share = PaymentPlanShare.byAmount().compute(accounts);
        assertThat(share.value()).contains(Fraction.of(75));
        assertThat(share.basis().exclusions()).isEmpty();
    }
}
