package io.quittance.core.audit;

import static io.quittance.core.audit.AuditFinding.Code.UNKNOWN_TERMS;

import io.quittance.core.billing.BillLine;
import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.ContractId;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.schedule.ZoneHistory;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageSource;
import io.quittance.core.usage.UsageWindow;
import io.quittance.core.verification.InvoicedLine;
import io.quittance.core.verification.InvoicedLines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What lines of documents were made of: lines of bill runs, the terms of contracts, and usage. */
final class AuditSources {
    private final Map<ContractId, ContractHistory> contracts;
    private final Map<String, BillLine> billed;
    private final UsageSource delivered;
    private final Instant knownAt;
    private final Map<String, AuditedTerms> terms = new TreeMap<>();
    private final Set<AuditFinding> findings = new LinkedHashSet<>();

    AuditSources(
            Map<ContractId, ContractHistory> contracts,
            Map<String, BillLine> billed,
            UsageSource delivered,
            Instant knownAt) {
        this.contracts = contracts;
        this.billed = billed;
        this.delivered = delivered;
        this.knownAt = knownAt;
    }

    /** Each once: several lines may lack the same terms. */
    Set<AuditFinding> findings() {
        return findings;
    }

    /** The versions that lines have named so far. */
    Collection<AuditedTerms> terms() {
        return terms.values();
    }

    Optional<BillLine> billed(InvoiceLine line) {
        return line.id().map(billed::get);
    }

    /** What the lines of a document in the bundle rest on. */
    List<AuditedLine> lines(IssuedDocument document) {
        Invoice invoice = document.invoice();
        var lines = new ArrayList<AuditedLine>();
        for (int i = 0; i < invoice.lines().size(); i++) {
            InvoiceLine line = invoice.lines().get(i);
            Optional<BillLine> source = billed(line);
            source.ifPresent(from -> requireTerms(from, document));
            lines.add(new AuditedLine(
                    i, line, source.orElse(null), source.map(this::usage).orElse(List.of())));
        }
        return lines;
    }

    private void requireTerms(BillLine line, IssuedDocument document) {
        String name = line.contract() + "\t" + line.terms();
        if (terms.containsKey(name)) {
            return;
        }
        Optional<AuditedTerms> found = Optional.ofNullable(contracts.get(line.contract()))
                .flatMap(history -> history.terms(line.terms()).map(agreed -> version(history, line.terms(), agreed)));
        if (found.isPresent()) {
            terms.put(name, found.get());
        } else {
            add(
                    UNKNOWN_TERMS,
                    document.toString(),
                    Explanation.of(
                            "audit.unknown-terms",
                            "terms {1} of contract {0} are not among the records",
                            line.contract(),
                            line.terms()));
        }
    }

    private static AuditedTerms version(ContractHistory history, String key, ContractTerms agreed) {
        Optional<Amendment> amendment = history.amendment(key);
        return new AuditedTerms(
                history.signed().id(),
                key,
                amendment
                        .flatMap(Amendment::date)
                        .orElse(history.signed().term().start()),
                amendment.map(Amendment::recordedAt).orElse(history.signedAt()),
                agreed);
    }

    /** What the meters of a line's charge counted on its days. */
    private List<UsageEvent> usage(BillLine line) {
        ContractHistory history = contracts.get(line.contract());
        if (history == null) {
            return List.of();
        }
        Optional<Charge> charge = history.terms(line.terms()).flatMap(agreed -> agreed.charge(line.charge()));
        if (charge.isEmpty() || charge.get().meters().isEmpty()) {
            return List.of();
        }
        ZoneHistory zones = history.zones(knownAt)
                .orElseGet(() -> ZoneHistory.of(history.signed().terms().zone()));
        var window = new UsageWindow(line.days(), zones);
        return delivered.events(history.signed().customer(), window.start(), window.end()).stream()
                .filter(event -> window.contains(event.time())
                        && charge.get().meters().stream().anyMatch(meter -> meter.counts(event)))
                .sorted(UsageEvent.BY_TIME)
                .toList();
    }

    /** The days of the lines of each contract. */
    SortedMap<ContractId, ServicePeriod> days(List<HashedDocument> some) {
        var days = new TreeMap<ContractId, ServicePeriod>();
        for (HashedDocument each : some) {
            sources(each.invoice()).forEach(line -> days.merge(line.contract(), line.days(), AuditSources::spanning));
        }
        return days;
    }

    private static ServicePeriod spanning(ServicePeriod one, ServicePeriod other) {
        return new ServicePeriod(
                one.start().isBefore(other.start()) ? one.start() : other.start(),
                one.end().isAfter(other.end()) ? one.end() : other.end());
    }

    private List<BillLine> sources(Invoice invoice) {
        return invoice.lines().stream().flatMap(line -> billed(line).stream()).toList();
    }

    /**
     * What was invoiced of each contract, in its currency; a line that names none is of the first contract of its document.
     *
     * @param documents those that count
     */
    Map<ContractId, List<InvoicedLine>> invoiced(List<HashedDocument> documents) {
        var lines = new HashMap<ContractId, List<InvoicedLine>>();
        for (HashedDocument each : documents) {
            List<BillLine> from = sources(each.invoice());
            if (!from.isEmpty()) {
                InvoicedLines.of(from.get(0).contract(), each.invoice(), from).stream()
                        .filter(line -> isOfCurrency(line.contract(), line.amount()))
                        .forEach(line -> lines.computeIfAbsent(line.contract(), contract -> new ArrayList<>())
                                .add(line));
            }
        }
        return lines;
    }

    private boolean isOfCurrency(ContractId contract, Amount amount) {
        ContractHistory history = contracts.get(contract);
        return history != null && history.signed().terms().currency().equals(amount.getCurrency());
    }

    private void add(AuditFinding.Code code, String about, Explanation reason) {
        findings.add(new AuditFinding(code, about, reason));
    }
}
