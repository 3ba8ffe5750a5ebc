package io.quittance.core.billing;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ChargeKind;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.TermsVersion;
import io.quittance.core.error.Refusal;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.ChargeId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.TermCommitment;
import io.quittance.core.rating.BilledBefore;
import io.quittance.core.rating.RatedCharge;
import io.quittance.core.rating.Rating;
import io.quittance.core.rating.RatingRequest;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxTreatment;
import io.quittance.core.usage.UsageSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One period of one cycle: what is due for it on a day, and what of that is to be billed. */
final class PeriodBilling {
    private final KnownContract contract;
    private final UsageSource source;
    private final CycleKey cycle;
    private final long number;
    private final LocalDate date;
    private final BilledBefore before;
    private final List<BilledLine> billed;
    private final List<BillingFinding> findings = new ArrayList<>();
    private final List<BillLine> lines = new ArrayList<>();
    private final Set<ChargeId> failed = new HashSet<>();

    private PeriodBilling(
            KnownContract contract,
            UsageSource source,
            CycleKey cycle,
            long number,
            LocalDate date,
            BilledBefore before,
            List<BilledLine> billed) {
        this.contract = contract;
        this.source = source;
        this.cycle = cycle;
        this.number = number;
        this.date = date;
        this.before = before;
        this.billed = billed;
    }

    /** What came of it: lines, findings, and the period as it is billed then. */
    record Result(List<BillLine> lines, List<BillingFinding> findings, BilledPeriod period) {}

    /**
     * Bills a period.
     *
     * @param date the day of the run
     * @param before what earlier periods left
     * @param billed what was billed for the period
     */
    static Result bill(
            KnownContract contract,
            UsageSource source,
            CycleKey cycle,
            long number,
            LocalDate date,
            BilledBefore before,
            List<BilledLine> billed) {
        return new PeriodBilling(contract, source, cycle, number, date, before, billed).result();
    }

    /** The days that a period of a cycle has in a contract by a day; empty if there are none. */
    static Optional<ServicePeriod> service(KnownContract contract, CycleKey cycle, long number, LocalDate date) {
        ServicePeriod term = contract.term();
        if (!cycle.overTerm()) {
            return cycle.schedule().period(number).intersection(term);
        }
        LocalDate boundary = cycle.schedule().lastEndedBy(date).end();
        LocalDate end = date.isBefore(term.end()) ? boundary : term.end();
        return end.isAfter(term.start()) ? new ServicePeriod(term.start(), end).intersection(term) : Optional.empty();
    }

    private ServicePeriod whole() {
        return cycle.overTerm() ? contract.term() : cycle.schedule().period(number);
    }

    private Result result() {
        ServicePeriod service = service(contract, cycle, number, date).orElse(null);
        if (service == null) {
            boolean closed = !cycle.overTerm();
            return settle(List.of(), whole(), closed, before);
        }
        boolean over = !date.isBefore(service.end());
        boolean complete = over
                && (!cycle.overTerm() || service.end().equals(contract.term().end()));
        List<ServicePeriod> served = contract.served(service);
        Rating rating = rate(service, served, over);
        if (rating == null) {
            return settle(List.of(), service, complete && failed.isEmpty(), complete ? after(before, service) : before);
        }
        List<DueLine> due = due(rating); // what cannot be taxed fails here
        boolean closed = complete && failed.isEmpty();
        return settle(due, service, closed, complete ? after(left(rating), service) : before);
    }

    /** What the term committed to is settled at its end, and begins anew where the contract is renewed. */
    private BilledBefore after(BilledBefore left, ServicePeriod service) {
        return contract.endsTermWithin(service) ? left.commitment(TermCommitment.Progress.NONE) : left;
    }

    private @Nullable Rating rate(ServicePeriod service, List<ServicePeriod> served, boolean over) {
        List<TermsVersion> versions = contract.versions(service);
        ContractTerms closing = versions.get(versions.size() - 1).terms();
        var charges = new CycleCharges(cycle, contract.term().start(), versions);
        boolean main = charges.isOwnOf(versions.get(versions.size() - 1));
        boolean needed = over && (main || isMetered(versions));
        PeriodUsage usage = needed
                ? PeriodUsage.of(source, contract, service, versions, served, charges::contains)
                : PeriodUsage.none();
        if (main) { // what no charge counts is told once, with the periods of the terms' own cycle
            findings.addAll(usage.findings());
        }
        RatingRequest request = RatingRequest.of(contract.on(closing), usage.charged(), service)
                .partOf(whole())
                .versions(versions)
                .zones(contract.zones())
                .index(contract.index())
                .lastOfTerm(contract.endsTermWithin(service))
                .after(agreed(versions));
        request = served.isEmpty() ? request.resting() : request.served(served);
        if (main && !versions.stream().allMatch(charges::isOwnOf)) {
            request = request.agreedFor(agreedDays(charges, versions, served));
        }
        if (needsStarts(versions)) {
            request = request.startingOn(contract.starts());
        }
        request = main ? request : request.withoutAgreements();
        Map<String, Set<ChargeId>> due = dueCharges(charges, versions, over, served.isEmpty());
        if (due.values().stream().allMatch(Set::isEmpty) && !(main && over && hasAgreement(closing))) {
            return null;
        }
        PartialRating rating = PartialRating.of(request, due, over);
        failed.addAll(rating.failed());
        findings.addAll(rating.findings());
        return rating.rating().orElse(null);
    }

    /** What earlier periods left of what these terms agree. */
    private BilledBefore agreed(List<TermsVersion> versions) {
        Set<String> known = new HashSet<>();
        for (TermsVersion version : versions) {
            Stream.concat(
                            version.terms().discounts().list().stream(),
                            version.terms().charges().stream().flatMap(charge -> charge.discounts().list().stream()))
                    .forEach(discount -> known.add(discount.id()));
        }
        BilledBefore agreed = BilledBefore.nothing();
        for (Map.Entry<String, Fraction> used : before.discounts().entrySet()) {
            agreed = known.contains(used.getKey()) ? agreed.discount(used.getKey(), used.getValue()) : agreed;
        }
        return hasCommitment(versions) ? agreed.commitment(before.commitment()) : agreed;
    }

    private static boolean hasCommitment(List<TermsVersion> versions) {
        return versions.get(versions.size() - 1).terms().commitment().isPresent();
    }

    /** What is left for the next period, also of what these terms do not agree but later ones may again. */
    private BilledBefore left(Rating rating) {
        BilledBefore left = rating.after();
        for (Map.Entry<String, Fraction> used : before.discounts().entrySet()) {
            left = left.discounts().containsKey(used.getKey()) ? left : left.discount(used.getKey(), used.getValue());
        }
        return hasCommitment(rating.request().versions()) ? left : left.commitment(before.commitment());
    }

    private static boolean hasAgreement(ContractTerms terms) {
        return terms.minimum().isPresent() || terms.commitment().isPresent();
    }

    private static boolean needsStarts(List<TermsVersion> versions) {
        return versions.stream()
                .flatMap(version -> version.terms().charges().stream())
                .anyMatch(charge ->
                        (charge.kind() == ChargeKind.ONE_OFF && charge.date().isEmpty())
                                || !charge.phases().list().isEmpty());
    }

    /** The served days whose terms have this cycle. */
    private static List<ServicePeriod> agreedDays(
            CycleCharges charges, List<TermsVersion> versions, List<ServicePeriod> served) {
        return ServicePeriod.merged(versions.stream()
                .filter(charges::isOwnOf)
                .flatMap(version -> served.stream().flatMap(each -> each.intersection(version.days()).stream()))
                .toList());
    }

    private static boolean isMetered(List<TermsVersion> versions) {
        return versions.stream()
                .anyMatch(version -> version.terms().charges().stream()
                        .anyMatch(charge -> charge.kind().isMetered()));
    }

    /** What is due on the day of the run: all of a period that is over, and before that what is due in advance. */
    private Map<String, Set<ChargeId>> dueCharges(
            CycleCharges charges, List<TermsVersion> versions, boolean over, boolean resting) {
        var due = new LinkedHashMap<String, Set<ChargeId>>();
        Map<ChargeId, CycleCharges.Begin> begins = charges.begins();
        for (TermsVersion version : versions) {
            Set<ChargeId> ids = due.computeIfAbsent(version.key(), key -> new HashSet<>());
            for (Charge charge : version.terms().charges()) {
                if (charges.contains(version, charge)
                        && !(resting && charge.kind() != ChargeKind.ONE_OFF)
                        && (over || isDueEarly(charge, begins))) {
                    ids.add(charge.id());
                }
            }
        }
        return due;
    }

    /** In advance is on the first day for which it is charged in the period. */
    private boolean isDueEarly(Charge charge, Map<ChargeId, CycleCharges.Begin> begins) {
        if (charge.kind() == ChargeKind.ONE_OFF) {
            return !charge.date().orElseGet(() -> contract.startOf(charge)).isAfter(date);
        }
        CycleCharges.Begin begin = begins.get(charge.id());
        return charge.kind() == ChargeKind.RECURRING
                && begin != null
                && begin.inAdvance()
                && !begin.day().isAfter(date);
    }

    private List<DueLine> due(Rating rating) {
        var due = new ArrayList<DueLine>();
        for (RatedCharge charge : rating.charges()) {
            TermsVersion version = rating.request().versions().stream()
                    .filter(each -> each.key().equals(charge.terms()))
                    .findFirst()
                    .orElseThrow();
            Content content = contract.content(
                    version.terms(), charge.charge(), charge.period().start());
            try {
                due.addAll(taxed(charge, content));
            } catch (RuntimeException e) {
                requireRefusal(e);
                addNotTaxed(charge, e);
            }
        }
        return due;
    }

    /** What is due of a rated charge: one line, or that of each piece that is taxed by itself. */
    private List<DueLine> taxed(RatedCharge rated, Content content) {
        LineTaxes taxes = contract.taxes();
        Charge charge = content.charge();
        if (charge != null && charge.kind().isOverTerm() && taxes.isDetermined()) {
            List<BilledLine> same = billed.stream()
                    .filter(line -> line.charge().equals(rated.charge()))
                    .filter(line -> line.terms().equals(rated.terms()) || content.equals(contract.content(line)))
                    .toList();
            return OverTermPieces.of(rated, content, same, days -> taxes.of(rated.charge(), charge, days));
        }
        List<TaxTreatment> treatments = taxes.of(rated.charge(), charge, rated.period());
        return List.of(new DueLine(rated, content, rated.period(), rated.amount(), treatments));
    }

    /** A refusal is a reason not to bill; anything else is an error of the program. */
    private static void requireRefusal(RuntimeException e) {
        if (!(e instanceof Refusal)) {
            throw e;
        }
    }

    private void addNotTaxed(RatedCharge charge, RuntimeException reason) {
        if (failed.add(charge.charge())) {
            findings.add(new BillingFinding(
                    BillingFinding.Code.NOT_TAXED,
                    "charges[" + charge.charge() + "]",
                    charge.period(),
                    Explanation.of("bill.not-taxed", "{0}", String.valueOf(reason.getMessage()))));
        }
    }

    private Result settle(List<DueLine> due, ServicePeriod service, boolean closed, BilledBefore after) {
        List<DueLine> toBill = new ArrayList<>(due);
        List<BilledLine> kept = new ArrayList<>();
        List<BilledLine> compared = new ArrayList<>();
        Set<ChargeId> standing = new HashSet<>(failed);
        standing.addAll(standing(due));
        for (BilledLine line : billed) { // what is agreed for all charges waits for those that could not be rated
            if (!failed.isEmpty() && ContractTerms.isOwnLine(line.charge())) {
                standing.add(line.charge());
            }
            (standing.contains(line.charge()) ? kept : compared).add(line);
        }
        toBill.removeIf(line -> standing.contains(line.charge()));
        Correction correction = Correction.of(contract.signed().id(), whole(), compared, toBill, contract::content);
        lines.addAll(correction.lines());
        var all = new ArrayList<>(correction.after());
        all.addAll(kept);
        var period = BilledPeriod.of(cycle.name(), number, service, closed, all, before, after);
        return new Result(lines, findings, period);
    }

    /**
     * The charges that stay as they were billed: those that would bill less although they never do, and with them what was
     * derived from that for all charges: the lines of the terms and, where the terms have a maximum, all that it limits.
     */
    private Set<ChargeId> standing(List<DueLine> due) {
        Set<ChargeId> standing = decreasing(due);
        if (standing.isEmpty()) {
            return standing;
        }
        boolean limited = service(contract, cycle, number, date).stream()
                .flatMap(service -> contract.versions(service).stream())
                .anyMatch(version -> version.terms().maximum().isPresent());
        Stream.concat(due.stream().map(DueLine::charge), billed.stream().map(BilledLine::charge))
                .filter(charge -> limited || ContractTerms.isOwnLine(charge))
                .forEach(standing::add);
        return standing;
    }

    /** The charges that would bill less than before although they never do. */
    private Set<ChargeId> decreasing(List<DueLine> due) {
        Set<ChargeId> decreasing = new HashSet<>();
        Map<ChargeId, Amount> totals = new LinkedHashMap<>();
        due.stream()
                .filter(line -> line.content().charge() != null
                        && !line.content().charge().isDecreasing())
                .forEach(line -> totals.merge(line.charge(), line.amount(), Amount::add));
        totals.forEach((charge, total) -> {
            Amount was = billed.stream()
                    .filter(line -> line.charge().equals(charge))
                    .map(BilledLine::amount)
                    .reduce(Amount.zero(total.getCurrency()), Amount::add);
            if (total.compareTo(was) < 0) {
                decreasing.add(charge);
                findings.add(new BillingFinding(
                        BillingFinding.Code.DECREASE_REFUSED,
                        "charges[" + charge + "]",
                        whole(),
                        Explanation.of(
                                "bill.decrease",
                                "{0} are due, {1} were billed, and the charge never decreases",
                                total.toFraction(),
                                was.toFraction())));
            }
        });
        return decreasing;
    }
}
