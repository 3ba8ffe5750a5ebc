package io.quittance.core.rating;

import static io.quittance.core.Samples.JANUARY;

import io.quittance.core.contract.Contract;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.contract.TermsVersion;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageEvent;
import java.util.List;
import java.util.function.UnaryOperator;

/** January 2014, in which something changes on the 16th: terms of its halves of 15 and 16 days, and their usage. */
final class Halves {
    static final ServicePeriod FIRST = ServicePeriod.of("2014-01-01", "2014-01-16");
    static final ServicePeriod SECOND = ServicePeriod.of("2014-01-16", "2014-02-01");
    /** The key of the terms of the second half. */
    static final String CHANGED = "A-1";

    private Halves() {}

    static Contract contract(UnaryOperator<Contract.Builder> terms) {
        return terms.apply(Contract.builder("C-1")
                        .customer("1")
                        .currency("USD")
                        .zone("UTC")
                        .term("2014-01-01", "2015-01-01")
                        .paymentTerms(PaymentTerms.net(30)))
                .build();
    }

    /** January under one version of the terms. */
    static RatingRequest whole(UnaryOperator<Contract.Builder> terms, UsageEvent... usage) {
        return RatingRequest.of(contract(terms), List.of(usage), JANUARY);
    }

    /** January, of which the second half has other terms. */
    static RatingRequest changing(
            UnaryOperator<Contract.Builder> first, UnaryOperator<Contract.Builder> second, UsageEvent... usage) {
        return whole(second, usage).versions(versions(first, second));
    }

    static List<TermsVersion> versions(UnaryOperator<Contract.Builder> first, UnaryOperator<Contract.Builder> second) {
        return List.of(
                TermsVersion.signed(FIRST, contract(first).terms()),
                new TermsVersion(SECOND, contract(second).terms(), CHANGED));
    }

    /** Used on 10 January. */
    static UsageEvent early(String meter, String quantity) {
        return UsageEvent.of("early " + meter, "1", meter, quantity, "2014-01-10T12:00:00Z");
    }

    /** Used on 20 January. */
    static UsageEvent late(String meter, String quantity) {
        return UsageEvent.of("late " + meter, "1", meter, quantity, "2014-01-20T12:00:00Z");
    }

    /** What each line costs, in their order, with its charge. */
    static List<String> costs(Rating rating) {
        return rating.charges().stream()
                .map(line -> line.charge() + " " + line.amount().getNumber())
                .toList();
    }

    static List<String> costs(RatingRequest request) {
        return costs(Rating.of(request));
    }

    /** The reasons of a line in words. */
    static List<String> texts(RatedCharge line) {
        return line.explanations().stream().map(Object::toString).toList();
    }

    static Amount usd(String number) {
        return Amount.of(number, "USD");
    }
}
