package io.quittance.core.verification;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.money.Amount;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.GraduatedTiers;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A contract, what was delivered in January 2026 and the right lines for it: a fee of 310.00, 415 calls at 0.10, and 150 GB of which
 * 100 cost 1.00 and the others 0.50.
 */
final class Verified {
    static final ServicePeriod JANUARY = ServicePeriod.of("2026-01-01", "2026-02-01");
    static final LocalDate FEBRUARY_1 = LocalDate.of(2026, 2, 1);
    static final Charge PLATFORM =
            Charge.recurring("platform", FlatFee.of("310")).named("Platform");
    static final Charge CALLS = Charge.usage("calls", "calls", PerUnit.of("0.10"));
    static final Charge DATA =
            Charge.usage("data", "data", GraduatedTiers.upTo("100", "1.00").then("0.50"));
    static final UsageSource USED = used(event("u-1", "calls", "415"), event("u-2", "data", "150"));

    private Verified() {}

    static Contract.Builder contract(Charge... charges) {
        Contract.Builder builder = Contract.builder("C-1")
                .customer("ACME")
                .currency("EUR")
                .zone("Europe/Berlin")
                .term("2026-01-01", "2027-01-01")
                .paymentTerms(PaymentTerms.net(30));
        for (Charge charge : charges) {
            builder.charge(charge);
        }
        return builder;
    }

    static ContractHistory signed(Charge... charges) {
        return ContractHistory.of(contract(charges).build(), Instant.parse("2025-12-01T00:00:00Z"));
    }

    static UsageEvent event(String key, String meter, String quantity) {
        return UsageEvent.of(key, "ACME", meter, quantity, "2026-01-15T10:00:00Z");
    }

    static UsageSource used(UsageEvent... events) {
        return UsageSource.of(List.of(events));
    }

    static Amount eur(String number) {
        return Amount.of(number, "EUR");
    }

    /** For January, on R-1 of 1 February. */
    static InvoicedLine line(String charge, String amount) {
        return line(charge, JANUARY, amount);
    }

    static InvoicedLine line(String charge, ServicePeriod days, String amount) {
        return InvoicedLine.of("C-1", charge, days, eur(amount)).on("R-1", "2026-02-01");
    }

    static List<InvoicedLine> right(InvoicedLine... more) {
        var lines =
                new ArrayList<>(List.of(line("platform", "310.00"), line("calls", "41.50"), line("data", "125.00")));
        lines.addAll(List.of(more));
        return lines;
    }

    /** The right lines with another one of its charge. */
    static List<InvoicedLine> with(InvoicedLine other) {
        return right().stream()
                .map(line -> line.charge().equals(other.charge()) ? other : line)
                .toList();
    }

    static Verification verification() {
        return Verification.of(signed(PLATFORM, CALLS, DATA), USED, FEBRUARY_1);
    }

    /** Codes and differences, for example {@code DUPLICATE:310 MISSING:-41.5}. */
    static String said(VerificationReport report) {
        return String.join(
                " ",
                report.findings().stream()
                        .map(finding -> finding.code() + ":"
                                + finding.difference()
                                        .toBigDecimal()
                                        .stripTrailingZeros()
                                        .toPlainString())
                        .toList());
    }

    /** The only finding of lines that are held against the contract. */
    static VerificationFinding only(Verification verification, List<InvoicedLine> lines) {
        List<VerificationFinding> findings = verification.check(lines).findings();
        if (findings.size() != 1) {
            throw new AssertionError("one finding was expected: " + findings);
        }
        return findings.get(0);
    }
}
