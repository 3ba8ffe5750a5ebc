package io.quittance.core.audit;

import static java.util.Objects.requireNonNull;

import io.quittance.core.billing.BillLine;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.PriceIndex;
import io.quittance.core.contract.PublishedIndex;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.ContractId;
import io.quittance.core.internal.Require;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceSeries;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageSource;
import io.quittance.core.verification.InvoicedLine;
import io.quittance.core.verification.Verification;
import io.quittance.core.verification.VerificationReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The records of a seller, out of which bundles for an auditor are made.
 *
 * <pre>{@code
 * AuditBundle bundle = Audit.of(documents, AsOf.endOf("2026-12-31"))
 *         .drawn(series, DrawnNumbers.of("R-0001", "R-0412"))
 *         .contracts(histories).billed(lines).delivered(usage)
 *         .bundle(document -> document.invoice().customer().equals(acme));
 * }</pre>
 *
 * <p>Give all documents of the series, all lines that were billed of the contracts, and all usage: what is left out is missing. The
 * bundle has the documents that were chosen, and proves the completeness of all. Immutable.
 */
public final class Audit {
    private final List<IssuedDocument> documents;
    private final AsOf asOf;
    private final Map<InvoiceSeries, DrawnNumbers> drawn;
    private final Map<ContractId, ContractHistory> contracts;
    private final Map<String, BillLine> billed;
    private final UsageSource delivered;
    private final PriceIndex index;

    private Audit(
            List<IssuedDocument> documents,
            AsOf asOf,
            Map<InvoiceSeries, DrawnNumbers> drawn,
            Map<ContractId, ContractHistory> contracts,
            Map<String, BillLine> billed,
            UsageSource delivered,
            PriceIndex index) {
        this.documents = documents;
        this.asOf = asOf;
        this.drawn = drawn;
        this.contracts = contracts;
        this.billed = billed;
        this.delivered = delivered;
        this.index = index;
    }

    /**
     * Records.
     *
     * @param documents all of their series, in any order
     * @param asOf the day up to which what is due should be invoiced, and the instant up to which amendments count
     */
    public static Audit of(List<IssuedDocument> documents, AsOf asOf) {
        return new Audit(
                List.copyOf(documents),
                requireNonNull(asOf, "asOf"),
                Map.of(),
                Map.of(),
                Map.of(),
                UsageSource.none(),
                PublishedIndex.none());
    }

    /** The same with the numbers that were drawn from a series, in the place of what was said of it. */
    public Audit drawn(InvoiceSeries series, DrawnNumbers numbers) {
        var more = new LinkedHashMap<>(drawn);
        more.put(requireNonNull(series, "series"), requireNonNull(numbers, "numbers"));
        return new Audit(documents, asOf, more, contracts, billed, delivered, index);
    }

    /** The same with the contracts of which the documents are, in the place of others. */
    public Audit contracts(Collection<ContractHistory> histories) {
        var byId = new LinkedHashMap<ContractId, ContractHistory>();
        for (ContractHistory history : histories) {
            Require.that(
                    byId.put(history.signed().id(), history) == null,
                    "audit.contract-twice",
                    "contracts",
                    "must be one for each id",
                    history.signed().id());
        }
        return new Audit(documents, asOf, drawn, byId, billed, delivered, index);
    }

    /**
     * The same with the lines of all bill runs of the contracts, in the place of others.
     *
     * @throws IllegalArgumentException if two lines have one id and are not equal
     */
    public Audit billed(Collection<BillLine> lines) {
        var byId = new LinkedHashMap<String, BillLine>();
        for (BillLine line : lines) {
            BillLine known = byId.putIfAbsent(line.id(), line);
            if (known != null && !known.equals(line)) {
                throw new InvalidArgumentException(
                        "audit.line-twice", "billed", "must be one line for each id", line.id());
            }
        }
        return new Audit(documents, asOf, drawn, contracts, byId, delivered, index);
    }

    /** The same with what was used and delivered. */
    public Audit delivered(UsageSource usage) {
        return new Audit(documents, asOf, drawn, contracts, billed, requireNonNull(usage, "usage"), index);
    }

    /** The same with the published values of price indexes. */
    public Audit index(PriceIndex published) {
        return new Audit(documents, asOf, drawn, contracts, billed, delivered, requireNonNull(published, "published"));
    }

    /** The bundle of all documents. */
    public AuditBundle bundle() {
        return bundle(document -> true);
    }

    /** The bundle of some documents. */
    public AuditBundle bundle(Predicate<? super IssuedDocument> chosen) {
        List<IssuedDocument> some = documents.stream().filter(chosen).toList();
        var corrections = new Corrections(documents);
        Set<IssuedDocument> related = new LinkedHashSet<>();
        some.forEach(document -> related.addAll(corrections.related(document)));
        some.forEach(related::remove);
        var sources = new AuditSources(contracts, billed, delivered, asOf.knownAt());
        var findings = new ArrayList<AuditFinding>();
        List<SeriesProof> series = series(findings);
        List<AuditedDocument> audited = audited(some, corrections, sources, findings);
        List<AuditedDocument> beside = audited(related, corrections, sources, findings);
        sources.compareWith(documents, sources.days(some).keySet());
        findings.addAll(sources.findings());
        return new AuditBundle(
                audited,
                beside,
                List.copyOf(sources.terms()),
                series,
                AuditTotal.of(some.stream().map(IssuedDocument::invoice).toList()),
                verifications(some, sources),
                findings);
    }

    private List<SeriesProof> series(List<AuditFinding> findings) {
        var bySeries = new TreeMap<InvoiceSeries, List<Invoice>>(
                Comparator.comparing(InvoiceSeries::seller).thenComparing(InvoiceSeries::name));
        drawn.keySet().forEach(each -> bySeries.put(each, new ArrayList<>()));
        for (IssuedDocument document : documents) {
            bySeries.computeIfAbsent(document.series(), each -> new ArrayList<>())
                    .add(document.invoice());
        }
        var proofs = new ArrayList<SeriesProof>();
        bySeries.forEach((each, invoices) -> {
            var check = new SeriesCheck(each, drawn.get(each));
            proofs.add(check.proof(invoices));
            findings.addAll(check.findings());
        });
        return proofs;
    }

    private static List<AuditedDocument> audited(
            Collection<IssuedDocument> some,
            Corrections corrections,
            AuditSources sources,
            List<AuditFinding> findings) {
        var audited = new ArrayList<AuditedDocument>();
        for (IssuedDocument document : some) {
            String hash = document.invoice().contentHash();
            hashFinding(document, hash).ifPresent(findings::add);
            findings.addAll(corrections.findings(document));
            audited.add(new AuditedDocument(
                    document,
                    hash,
                    sources.lines(document),
                    Corrections.corrects(document),
                    corrections.correctedBy(document).stream()
                            .map(other -> other.invoice().number())
                            .toList(),
                    document.invoice().check()));
        }
        return audited;
    }

    private static Optional<AuditFinding> hashFinding(IssuedDocument document, String hash) {
        if (document.hash().isEmpty()) {
            return Optional.of(new AuditFinding(
                    AuditFinding.Code.NOT_HASHED,
                    document.toString(),
                    Explanation.of("audit.not-hashed", "no hash of it was stored")));
        }
        return document.hash()
                .filter(stored -> !stored.equals(hash))
                .map(stored -> new AuditFinding(
                        AuditFinding.Code.ALTERED,
                        document.toString(),
                        Explanation.of("audit.altered", "its hash is {0} and was {1}", hash, stored)));
    }

    private List<VerificationReport> verifications(List<IssuedDocument> some, AuditSources sources) {
        Map<ContractId, ServicePeriod> days = sources.days(some);
        Map<ContractId, List<InvoicedLine>> invoiced = sources.invoiced(documents, days.keySet());
        var reports = new ArrayList<VerificationReport>();
        days.forEach((contract, span) -> {
            ContractHistory history = contracts.get(contract);
            if (history != null) {
                reports.add(Verification.of(history, delivered, asOf)
                        .index(index)
                        .during(span)
                        .check(invoiced.getOrDefault(contract, List.of())));
            }
        });
        return reports;
    }

    /** For example {@code audit of 412 documents as of 2026-12-31}. */
    @Override
    public String toString() {
        return "audit of " + documents.size() + " documents as of " + asOf.date();
    }
}
