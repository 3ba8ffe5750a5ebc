package io.quittance.testkit.billing;

import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.pricing.ChargeModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Other contracts made of one. */
final class Contracts {
    /** A charge that no run can rate, due from the first day on. */
    static final Charge REFUSED = Charge.recurring("refused", refusing())
            .billed(BillingCycle.monthly().inAdvance());

    private Contracts() {}

    private static ChargeModel refusing() {
        return input -> {
            throw new IllegalStateException("cannot be rated, on purpose");
        };
    }

    /** Those that were signed, and those of all amendments. */
    static List<ContractTerms> terms(ContractHistory contract) {
        var terms = new ArrayList<ContractTerms>();
        terms.add(contract.signed().terms());
        contract.amendments().forEach(amendment -> amendment.terms().ifPresent(terms::add));
        return terms;
    }

    /** What of a contract was known at an instant. */
    static ContractHistory known(ContractHistory contract, Instant knownAt) {
        return ContractHistory.of(contract.signed(), contract.signedAt())
                .amendedAll(contract.amendments().subList(0, contract.knownCount(knownAt)));
    }

    /** An amendment under another key, recorded at another instant. */
    static Amendment recorded(Amendment amendment, String key, Instant at) {
        return switch (amendment.kind()) {
            case TERMS ->
                Amendment.terms(
                        key,
                        amendment.date().orElseThrow(),
                        at,
                        amendment.terms().orElseThrow());
            case END -> Amendment.end(key, amendment.date().orElseThrow(), at);
            case PAUSE -> Amendment.pause(key, amendment.days().orElseThrow(), at);
            case WITHDRAWAL -> Amendment.withdrawal(key, amendment.withdrawn().orElseThrow(), at);
        };
    }

    /** Whether an amendment leaves in its cycle what is counted from one period to the next, without which it is refused. */
    static boolean keepsCycles(ContractHistory contract, Amendment amendment) {
        try {
            contract.amended(amendment);
            return true;
        } catch (InvalidArgumentException e) {
            if (e.code().equals("amendment.cycle")) {
                return false;
            }
            throw e;
        }
    }

    /** The contract with one more charge at all times. */
    static ContractHistory beside(ContractHistory contract, Charge charge) {
        Contract signed = contract.signed();
        Contract more = Contract.of(signed.id(), signed.customer(), signed.term(), beside(signed.terms(), charge))
                .renewed(signed.renewal());
        ContractHistory history = ContractHistory.of(more, contract.signedAt());
        for (Amendment amendment : contract.amendments()) {
            history = history.amended(amendment
                    .terms()
                    .map(terms -> Amendment.terms(
                            amendment.key(),
                            amendment.date().orElseThrow(),
                            amendment.recordedAt(),
                            beside(terms, charge)))
                    .orElse(amendment));
        }
        return history;
    }

    private static ContractTerms beside(ContractTerms terms, Charge charge) {
        ContractTerms.Builder builder = ContractTerms.builder()
                .currency(terms.currency())
                .zone(terms.zone())
                .paymentTerms(terms.paymentTerms())
                .lineRounding(terms.lineRounding())
                .conventions(terms.conventions())
                .billed(terms.cycle())
                .invoicing(terms.invoicing());
        terms.charges().forEach(builder::charge);
        terms.discounts().list().forEach(builder::discount);
        terms.maximum().ifPresent(builder::maximum);
        terms.minimum().ifPresent(builder::minimum);
        terms.commitment().ifPresent(builder::commitment);
        return builder.charge(charge).build();
    }
}
