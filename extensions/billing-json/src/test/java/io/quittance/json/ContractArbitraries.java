package io.quittance.json;

import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.InvoicingRequirements;
import io.quittance.core.contract.InvoicingRequirements.Channel;
import io.quittance.core.contract.InvoicingRequirements.Credits;
import io.quittance.core.contract.InvoicingRequirements.Grouping;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.contract.Renewal;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.SellerId;
import io.quittance.core.schedule.ServicePeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Contracts with all that may be agreed of them, and histories with amendments of all kinds. */
final class ContractArbitraries {
    private static final ServicePeriod TERM = ServicePeriod.of("2026-01-01", "2027-01-01");

    private ContractArbitraries() {}

    static Arbitrary<Contract> contracts() {
        Arbitrary<Renewal> renewals = Arbitraries.of(
                Renewal.none(),
                Renewal.of("P1Y", "P3M"),
                Renewal.of("P14D", "P0D").atMost(10_000),
                Renewal.of("P100Y", "P36525D").atMost(1));
        return Combinators.combine(texts(), texts(), texts().optional(), renewals, terms())
                .as((id, customer, seller, renewal, terms) -> {
                    Contract contract = Contract.of(ContractId.of(id), CustomerId.of(customer), TERM, terms)
                            .renewed(renewal);
                    return seller.map(SellerId::of).map(contract::soldBy).orElse(contract);
                });
    }

    static Arbitrary<ContractTerms> terms() {
        return Combinators.combine(ChargeArbitraries.charges("c"), invoicing())
                .as((charge, invoicing) -> ContractTerms.builder()
                        .currency("EUR")
                        .zone("Europe/Berlin")
                        .charge(charge)
                        .invoicing(invoicing)
                        .paymentTerms(PaymentTerms.net(30))
                        .build());
    }

    static Arbitrary<InvoicingRequirements> invoicing() {
        return Combinators.combine(
                        Arbitraries.of(Grouping.values()),
                        Arbitraries.of(Credits.values()),
                        Arbitraries.of(Channel.values()).optional(),
                        texts().optional(),
                        Arbitraries.of("0", "25", "0.000000000000000001"))
                .as(ContractArbitraries::invoicing);
    }

    private static InvoicingRequirements invoicing(
            Grouping grouping, Credits credits, Optional<Channel> channel, Optional<String> text, String minimum) {
        InvoicingRequirements some = InvoicingRequirements.none()
                .groupedBy(grouping)
                .withCredits(credits)
                .withMinimum(minimum);
        some = channel.map(some::deliveredBy).orElse(some);
        if (text.isEmpty()) {
            return some;
        }
        InvoicingRequirements more = some.withPurchaseOrder(text.get())
                .withBuyerReference(text.get())
                .withFormat(text.get());
        return channel.map(by -> more.deliveredBy(by, text.get())).orElse(more);
    }

    /** As many amendments as were drawn, a minute apart, withdrawals of the one before. */
    static Arbitrary<ContractHistory> histories() {
        Arbitrary<List<Amendment.Kind>> kinds =
                Arbitraries.of(Amendment.Kind.values()).list().ofMaxSize(4);
        Arbitrary<Instant> instants = Arbitraries.of(
                        "0001-01-01T00:00:00Z", "2026-01-01T09:00:00.5Z", "2026-05-20T09:00:00.000000001Z")
                .map(Instant::parse);
        return Combinators.combine(contracts(), instants, kinds, terms()).as((contract, signedAt, drawn, terms) -> {
            ContractHistory history = ContractHistory.of(contract, signedAt);
            for (Amendment.Kind kind : drawn) {
                history = amended(history, kind, terms);
            }
            return history;
        });
    }

    /** The history with other terms, unless they bill in another cycle what is counted over periods, which is refused. */
    private static ContractHistory withTerms(ContractHistory history, Amendment amendment) {
        try {
            return history.amended(amendment);
        } catch (InvalidArgumentException e) {
            if (e.code().equals("amendment.cycle")) {
                return history;
            }
            throw e;
        }
    }

    private static ContractHistory amended(ContractHistory history, Amendment.Kind kind, ContractTerms terms) {
        int count = history.amendments().size();
        String key = "A \"" + count + "\"";
        Instant recordedAt = history.signedAt().plusSeconds(60L * count);
        return switch (kind) {
            case TERMS ->
                withTerms(history, Amendment.terms(key, LocalDate.of(2026, 4, 1).plusDays(count), recordedAt, terms));
            case END -> history.amended(Amendment.end(key, LocalDate.of(2026, 10, 1), recordedAt));
            case PAUSE ->
                history.amended(Amendment.pause(key, ServicePeriod.of("2026-05-01", "2026-05-10"), recordedAt));
            case WITHDRAWAL ->
                count == 0 || history.amendments().get(count - 1).kind() == Amendment.Kind.WITHDRAWAL
                        ? history
                        : history.amended(Amendment.withdrawal(
                                key, history.amendments().get(count - 1).key(), recordedAt));
        };
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.of("PO-4711", "Größe \"7\"", "\uD83D\uDE00".repeat(200));
    }
}
