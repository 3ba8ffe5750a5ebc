package io.quittance.core.contract;

import io.quittance.core.explain.Explanation;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.schedule.ServicePeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Contracts of the year 2026 that are reviewed, and what is found in them. */
final class Reviews {
    static final Charge PLATFORM = Charge.recurring("platform", FlatFee.of("499.00"));
    static final Charge API = Charge.usage("api", "calls", PerUnit.of("0.10"));
    private static final Instant SIGNED = Instant.parse("2025-12-01T09:00:00Z");
    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    private Reviews() {}

    /** With nothing to be found in it. */
    static Contract.Builder contract(Charge... charges) {
        Contract.Builder contract = Contract.builder("C-1")
                .customer("ACME")
                .term("2026-01-01", "2027-01-01")
                .currency("EUR")
                .zone("Europe/Berlin")
                .paymentTerms(PaymentTerms.net(30));
        List.of(charges).forEach(contract::charge);
        return contract;
    }

    static ContractTerms terms(Charge... charges) {
        return contract(charges).build().terms();
    }

    /** One recorded each day after the contract was signed. */
    static ContractHistory history(Contract.Builder signed, Amendment... amendments) {
        return ContractHistory.of(signed.build(), SIGNED).amendedAll(List.of(amendments));
    }

    static Amendment terms(int number, String from, Charge... charges) {
        return Amendment.terms("A-" + number, LocalDate.parse(from), recorded(number), terms(charges));
    }

    static Amendment end(int number, String end) {
        return Amendment.end("A-" + number, LocalDate.parse(end), recorded(number));
    }

    static Amendment pause(int number, String start, String end) {
        return Amendment.pause("A-" + number, ServicePeriod.of(start, end), recorded(number));
    }

    static Amendment withdrawal(int number, int withdrawn) {
        return Amendment.withdrawal("A-" + number, "A-" + withdrawn, recorded(number));
    }

    /** When the amendment of that number became known. */
    static Instant recorded(int number) {
        return SIGNED.plusSeconds(number * 86_400L);
    }

    /** Each finding as its kind, path and code without {@code review.}. */
    static List<String> found(Contract.Builder contract) {
        return found(ContractReview.of(contract.build()));
    }

    /** As {@link #found(Contract.Builder)}, with all that was recorded. */
    static List<String> found(ContractHistory history) {
        return found(ContractReview.of(history, LATER));
    }

    static List<String> found(ContractReview review) {
        var found = new ArrayList<String>();
        review.findings()
                .forEach(finding -> found.add(finding.kind() + " " + finding.path() + " "
                        + finding.code().substring("review.".length())));
        return found;
    }

    /** The only reason. */
    static Explanation reason(Contract.Builder contract) {
        List<ReviewFinding> findings = ContractReview.of(contract.build()).findings();
        if (findings.size() != 1) {
            throw new AssertionError(findings.toString());
        }
        return findings.get(0).reason();
    }
}
