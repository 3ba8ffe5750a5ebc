package io.quittance.json;

import static java.time.temporal.ChronoUnit.DAYS;

import io.quittance.core.contract.DueDateRule;
import io.quittance.core.contract.EarlyPaymentDiscount;
import io.quittance.core.contract.Instalment;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.schedule.BusinessDayConvention;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Payment terms of all kinds. */
final class PaymentTermsArbitraries {
    private PaymentTermsArbitraries() {}

    static Arbitrary<PaymentTerms> terms() {
        Arbitrary<PaymentTerms> net = Arbitraries.integers().between(0, 3650).map(PaymentTerms::net);
        Arbitrary<PaymentTerms> parts = Combinators.combine(instalments().list().ofMaxSize(4), rules())
                .as((before, last) -> {
                    var all = new ArrayList<>(before);
                    all.add(Instalment.rest(last));
                    return PaymentTerms.inInstalments(all);
                });
        return Combinators.combine(
                        Arbitraries.oneOf(net, parts),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(EarlyPaymentDiscount.Base.class),
                        Arbitraries.of(BusinessDayConvention.class))
                .as(PaymentTermsArbitraries::terms);
    }

    private static PaymentTerms terms(
            PaymentTerms due, int discounts, EarlyPaymentDiscount.Base base, BusinessDayConvention moved) {
        PaymentTerms terms = due.onBusinessDays(moved);
        LocalDate issued = LocalDate.of(2026, 7, 1);
        long most = DAYS.between(issued, due.dueDate(issued)); // whoever may take longer is not refused
        for (int i = 0; i < discounts && 7L * i <= most; i++) {
            terms = terms.discount(EarlyPaymentDiscount.of(BigDecimal.valueOf(45 - 10 * i, 1), 7 * i)
                    .on(base));
        }
        return terms;
    }

    /** At most four of less than 25 % each leave a rest. */
    private static Arbitrary<Instalment> instalments() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 249).map(tenths -> BigDecimal.valueOf(tenths, 1)),
                        rules(),
                        Arbitraries.of(true, false))
                .as((value, due, percent) -> percent ? Instalment.percent(value, due) : Instalment.amount(value, due));
    }

    private static Arbitrary<DueDateRule> rules() {
        Arbitrary<Integer> days = Arbitraries.integers().between(0, 3650);
        Arbitrary<Integer> dayOfMonth = Arbitraries.integers().between(1, 31);
        return Arbitraries.oneOf(List.of(
                days.map(DueDateRule::days),
                days.map(DueDateRule::daysAfterEndOfMonth),
                Combinators.combine(days, dayOfMonth).as(DueDateRule::daysThenDayOfMonth),
                Combinators.combine(days, Arbitraries.integers().between(0, 31)).as(DueDateRule::endOfMonthThenDay),
                Arbitraries.integers().between(0, 120).map(DueDateRule::lastDayOfMonth),
                Arbitraries.just(DueDateRule.firstDayOfNextMonth())));
    }
}
