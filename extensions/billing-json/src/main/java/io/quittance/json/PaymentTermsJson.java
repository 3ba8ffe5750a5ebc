package io.quittance.json;

import io.quittance.core.contract.DueDateRule;
import io.quittance.core.contract.EarlyPaymentDiscount;
import io.quittance.core.contract.Instalment;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.schedule.BusinessDayConvention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Payment terms: {@code {"netDays": 30}} for all of it so many days later, else {@code instalments}, the last one what the
 * others leave; with {@code discounts} for paying early and {@code businessDays}.
 */
final class PaymentTermsJson {
    /** Due so late that no discount is refused beside it. */
    private static final PaymentTerms STAND_IN = PaymentTerms.net(3650);

    private static final DueDateRule ON_RECEIPT = DueDateRule.days(0);

    private PaymentTermsJson() {}

    static void write(PaymentTerms terms, JsonObject object) {
        DueDateRule due = terms.instalments().get(0).due();
        if (terms.instalments().size() == 1 && due.kind() == DueDateRule.Kind.DAYS) {
            object.integer("netDays", due.days());
        } else {
            object.objects("instalments", terms.instalments(), PaymentTermsJson::write);
        }
        if (!terms.discounts().isEmpty()) {
            object.objects("discounts", terms.discounts(), PaymentTermsJson::write);
        }
        if (terms.businessDays() != BusinessDayConvention.NONE) {
            object.text("businessDays", terms.businessDays().name());
        }
    }

    private static void write(Instalment instalment, JsonObject object) {
        object.text("kind", instalment.kind().name());
        if (instalment.kind() != Instalment.Kind.REST) {
            object.decimal("value", instalment.value());
        }
        object.object("due", out -> write(instalment.due(), out));
    }

    private static void write(DueDateRule rule, JsonObject object) {
        object.text("kind", rule.kind().name());
        switch (rule.kind()) {
            case DAYS, DAYS_AFTER_END_OF_MONTH -> object.integer("days", rule.days());
            case DAY_OF_MONTH, END_OF_MONTH_THEN_DAY ->
                object.integer("days", rule.days()).integer("day", rule.day());
            case LAST_DAY_OF_MONTH -> object.integer("months", rule.months());
            case FIRST_OF_NEXT_MONTH -> {
                // nothing more to say
            }
        }
    }

    private static void write(EarlyPaymentDiscount discount, JsonObject object) {
        object.decimal("percent", discount.percent()).integer("days", discount.days());
        if (discount.base() != EarlyPaymentDiscount.Base.TOTAL) {
            object.text("base", discount.base().name());
        }
    }

    static PaymentTerms read(JsonFields fields) {
        PaymentTerms terms = fields.isGiven("instalments")
                ? instalments(fields)
                : fields.wholeNumber("netDays", PaymentTerms::net).orElse(STAND_IN);
        BusinessDayConvention moved = fields.optionalChoice("businessDays", BusinessDayConvention.values())
                .orElse(BusinessDayConvention.NONE);
        List<Optional<EarlyPaymentDiscount>> discounts = new ArrayList<>();
        for (JsonFields discount : fields.optionalObjects("discounts")) {
            discounts.add(discount(discount));
        }
        return fields.attempt(() -> Elements.made(
                        fields, "discounts", discounts, each -> discounted(terms.onBusinessDays(moved), each)))
                .orElse(STAND_IN);
    }

    private static PaymentTerms discounted(PaymentTerms terms, List<EarlyPaymentDiscount> discounts) {
        PaymentTerms discounted = terms;
        for (EarlyPaymentDiscount discount : discounts) {
            discounted = discounted.discount(discount);
        }
        return discounted;
    }

    private static PaymentTerms instalments(JsonFields fields) {
        List<Optional<Instalment>> instalments = new ArrayList<>();
        for (JsonFields instalment : fields.objects("instalments")) {
            instalments.add(instalment(instalment));
        }
        boolean allRead = instalments.stream().allMatch(Optional::isPresent);
        return allRead && fields.isSound("instalments")
                ? fields.attempt(() -> PaymentTerms.inInstalments(
                                instalments.stream().flatMap(Optional::stream).toList()))
                        .orElse(STAND_IN)
                : STAND_IN;
    }

    private static Optional<Instalment> instalment(JsonFields fields) {
        Optional<Instalment.Kind> kind = fields.chosen("kind", Instalment.Kind.values());
        Optional<DueDateRule> due = due(fields.object("due"));
        DueDateRule rule = due.orElse(ON_RECEIPT);
        if (kind.isEmpty()) {
            fields.leaveRest();
            return Optional.empty();
        }
        Optional<Instalment> instalment = switch (kind.get()) {
            case PERCENT -> fields.decimal("value", value -> Instalment.percent(value, rule));
            case AMOUNT -> fields.decimal("value", value -> Instalment.amount(value, rule));
            case REST -> Optional.of(Instalment.rest(rule));
        };
        return due.isEmpty() ? Optional.empty() : instalment;
    }

    private static Optional<DueDateRule> due(JsonFields fields) {
        Optional<DueDateRule.Kind> kind = fields.chosen("kind", DueDateRule.Kind.values());
        if (kind.isEmpty()) {
            fields.leaveRest();
            return Optional.empty();
        }
        return switch (kind.get()) {
            case DAYS -> fields.wholeNumber("days", DueDateRule::days);
            case DAYS_AFTER_END_OF_MONTH -> fields.wholeNumber("days", DueDateRule::daysAfterEndOfMonth);
            case DAY_OF_MONTH ->
                both(
                        fields.wholeNumber("days", DueDateRule::days),
                        fields.wholeNumber("day", day -> DueDateRule.daysThenDayOfMonth(0, day)),
                        DueDateRule::daysThenDayOfMonth);
            case END_OF_MONTH_THEN_DAY ->
                both(
                        fields.wholeNumber("days", DueDateRule::days),
                        fields.wholeNumber("day", day -> DueDateRule.endOfMonthThenDay(0, day)),
                        DueDateRule::endOfMonthThenDay);
            case LAST_DAY_OF_MONTH -> fields.wholeNumber("months", DueDateRule::lastDayOfMonth);
            case FIRST_OF_NEXT_MONTH -> Optional.of(DueDateRule.firstDayOfNextMonth());
        };
    }

    /** Makes a rule of days and a day. */
    @FunctionalInterface
    private interface OfDays {
        DueDateRule of(int days, int day);
    }

    private static Optional<DueDateRule> both(Optional<DueDateRule> days, Optional<DueDateRule> day, OfDays rule) {
        return days.flatMap(first -> day.map(second -> rule.of(first.days(), second.day())));
    }

    private static Optional<EarlyPaymentDiscount> discount(JsonFields fields) {
        Optional<EarlyPaymentDiscount> percent = fields.decimal("percent", value -> EarlyPaymentDiscount.of(value, 0));
        Optional<EarlyPaymentDiscount> days = fields.wholeNumber("days", value -> EarlyPaymentDiscount.of("1", value));
        Optional<EarlyPaymentDiscount.Base> base =
                fields.chosen("base", EarlyPaymentDiscount.Base.values(), EarlyPaymentDiscount.Base.TOTAL);
        return percent.flatMap(one -> days.flatMap(other -> base.map(
                of -> EarlyPaymentDiscount.of(one.percent(), other.days()).on(of))));
    }
}
