package io.quittance.core.audit;

import static java.util.Objects.requireNonNull;

import io.quittance.core.billing.BillLine;
import io.quittance.core.billing.BillingMark;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.PriceIndex;
import io.quittance.core.contract.PublishedIndex;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.ContractId;
import io.quittance.core.internal.Require;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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
    private final List<BillLine> waiting;
    private final UsageSource delivered;
    private final PriceIndex index;

    private Audit(
            List<IssuedDocument> documents,
            AsOf asOf,
            Map<InvoiceSeries, DrawnNumbers> drawn,
            Map<ContractId, ContractHistory> contracts,
            Map<String, BillLine> billed,
            List<BillLine> waiting,
            UsageSource delivered,
            PriceIndex index) {
        this.documents = documents;
        this.asOf = asOf;
        this.drawn = drawn;
        this.contracts = contracts;
        this.billed = billed;
        this.waiting = waiting;
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
                List.of(),
                UsageSource.none(),
                PublishedIndex.none());
    }

    /** The same with the numbers that were drawn from a series, in the place of what was said of it. */
    public Audit drawn(InvoiceSeries series, DrawnNumbers numbers) {
        var more = new LinkedHashMap<>(drawn);
        more.put(requireNonNull(series, "series"), requireNonNull(numbers, "numbers"));
        return new Audit(documents, asOf, more, contracts, billed, waiting, delivered, index);
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
        return new Audit(documents, asOf, drawn, byId, billed, waiting, delivered, index);
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
        return new Audit(documents, asOf, drawn, contracts, byId, waiting, delivered, index);
    }

    /** The same with what was used and delivered. */
    public Audit delivered(UsageSource usage) {
        return new Audit(documents, asOf, drawn, contracts, billed, waiting, requireNonNull(usage, "usage"), index);
    }

    /** The same with the published values of price indexes. */
    public Audit index(PriceIndex published) {
        return new Audit(
                documents, asOf, drawn, contracts, billed, waiting, delivered, requireNonNull(published, "published"));
    }

    /** The same with lines that were billed and wait for a document ({@link BillingMark#waiting}), in the place of others. */
    public Audit waiting(Collection<BillLine> lines) {
        return new Audit(documents, asOf, drawn, contracts, billed, List.copyOf(lines), delivered, index);
    }

    /** The bundle of all documents, with all contracts. */
    public AuditBundle bundle() {
        return bundle(document -> true, contracts.keySet());
    }

    /** The bundle of some documents, with the contracts of their lines. */
    public AuditBundle bundle(Predicate<? super IssuedDocument> chosen) {
        return bundle(requireNonNull(chosen, "chosen"), Set.of());
    }

    /**
     * Makes a bundle.
     *
     * @param whole contracts that are verified over their whole term, the others for the days of the lines
     */
    private AuditBundle bundle(Predicate<? super IssuedDocument> chosen, Set<ContractId> whole) {
        List<HashedDocument> all = documents.stream().map(HashedDocument::of).toList();
        List<HashedDocument> some =
                all.stream().filter(each -> chosen.test(each.document())).toList();
        var corrections = new Corrections(all);
        List<HashedDocument> counting =
                all.stream().filter(each -> !corrections.isSuperseded(each)).toList();
        var sources = new AuditSources(contracts, billed, delivered, asOf.knownAt());
        var findings = new ArrayList<AuditFinding>();
        List<SeriesProof> series = series(all, findings);
        all.forEach(each -> hashFinding(each).ifPresent(findings::add));
        findings.addAll(corrections.findings());
        Set<String> waitingIds = waiting.stream().map(BillLine::id).collect(Collectors.toSet());
        findings.addAll(BilledLines.findings(counting, billed, waitingIds));
        List<AuditedDocument> audited = audited(some, corrections, sources);
        List<AuditedDocument> related = audited(corrections.related(some), corrections, sources);
        findings.addAll(sources.findings());
        return new AuditBundle(
                audited,
                related,
                List.copyOf(sources.terms()),
                series,
                AuditTotal.of(some.stream().map(HashedDocument::invoice).toList()),
                verifications(sources.days(some), whole, sources.invoiced(counting)),
                findings);
    }

    private List<SeriesProof> series(List<HashedDocument> all, List<AuditFinding> findings) {
        var bySeries = new TreeMap<InvoiceSeries, List<HashedDocument>>(
                Comparator.comparing(InvoiceSeries::seller).thenComparing(InvoiceSeries::name));
        drawn.keySet().forEach(each -> bySeries.put(each, new ArrayList<>()));
        for (HashedDocument each : all) {
            bySeries.computeIfAbsent(each.document().series(), series -> new ArrayList<>())
                    .add(each);
        }
        var proofs = new ArrayList<SeriesProof>();
        bySeries.forEach((each, of) -> {
            var check = new SeriesCheck(each, drawn.get(each));
            proofs.add(check.proof(of));
            findings.addAll(check.findings());
        });
        return proofs;
    }

    private static List<AuditedDocument> audited(
            List<HashedDocument> some, Corrections corrections, AuditSources sources) {
        var audited = new ArrayList<AuditedDocument>();
        for (HashedDocument each : some) {
            audited.add(new AuditedDocument(
                    each.document(),
                    each.hash(),
                    sources.lines(each.document()),
                    Corrections.corrects(each.invoice()),
                    corrections.correctedBy(each).stream()
                            .map(other -> other.invoice().number())
                            .toList(),
                    each.invoice().check()));
        }
        return audited;
    }

    private static Optional<AuditFinding> hashFinding(HashedDocument each) {
        String about = each.document().toString();
        if (each.document().hash().isEmpty()) {
            return Optional.of(new AuditFinding(
                    AuditFinding.Code.NOT_HASHED,
                    about,
                    Explanation.of("audit.not-hashed", "no hash of it was stored")));
        }
        return each.document()
                .hash()
                .filter(stored -> !stored.equals(each.hash()))
                .map(stored -> new AuditFinding(
                        AuditFinding.Code.ALTERED,
                        about,
                        Explanation.of("audit.altered", "its hash is {0} and was {1}", each.hash(), stored)));
    }

    private List<VerificationReport> verifications(
            Map<ContractId, ServicePeriod> days, Set<ContractId> whole, Map<ContractId, List<InvoicedLine>> invoiced) {
        var reports = new ArrayList<VerificationReport>();
        new TreeMap<>(contracts).forEach((contract, history) -> {
            ServicePeriod some = days.get(contract);
            if (some != null || whole.contains(contract)) {
                Verification all = Verification.of(history, delivered, asOf).index(index);
                var lines = new ArrayList<>(invoiced.getOrDefault(contract, List.of()));
                waiting.stream()
                        .filter(line -> line.contract().equals(contract))
                        .map(InvoicedLine::of)
                        .forEach(lines::add);
                reports.add((some == null || whole.contains(contract) ? all : all.during(some)).check(lines));
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
