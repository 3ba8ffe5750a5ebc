package io.quittance.core.contract;

import io.quittance.core.id.ChargeId;
import io.quittance.core.schedule.Schedule;
import io.quittance.core.schedule.ServicePeriod;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A contract as a review sees it: its days, the terms of these days, and where each stands. */
final class ReviewedContract {
    private final Renewal renewal;
    private final ServicePeriod term;
    private final ServicePeriod days;
    private final List<ReviewedTerms> versions;
    private final List<ServicePeriod> pauses;
    private final List<Amendment> amendments;
    private final Set<String> holding;
    private final Map<ChargeId, ServicePeriod> charged = new HashMap<>();

    private ReviewedContract(
            Renewal renewal,
            ServicePeriod term,
            ServicePeriod days,
            List<ReviewedTerms> versions,
            List<ServicePeriod> pauses,
            List<Amendment> amendments,
            Set<String> holding) {
        this.renewal = renewal;
        this.term = term;
        this.days = days;
        this.versions = versions;
        this.pauses = pauses;
        this.amendments = amendments;
        this.holding = holding;
        for (ReviewedTerms version : versions) {
            for (ReviewedCharge charge : version.charges()) {
                charge.days().ifPresent(own -> charged.merge(charge.charge().id(), own, ReviewedContract::spanning));
            }
        }
    }

    static ReviewedContract of(Contract contract) {
        ServicePeriod days = possible(contract.term(), contract.renewal());
        return new ReviewedContract(
                contract.renewal(),
                contract.term(),
                days,
                List.of(new ReviewedTerms("", days, contract.terms())),
                List.of(),
                List.of(),
                Set.of());
    }

    /** Empty where the contract was not known. */
    static Optional<ReviewedContract> of(ContractHistory history, Instant knownAt) {
        return history.term(knownAt).map(term -> of(history, term, knownAt));
    }

    private static ReviewedContract of(ContractHistory history, ServicePeriod term, Instant knownAt) {
        List<Amendment> amendments = history.amendments().subList(0, history.knownCount(knownAt));
        List<Amendment> holding = history.known(knownAt);
        boolean ended = holding.stream().anyMatch(amendment -> amendment.kind() == Amendment.Kind.END);
        Renewal renewal = ended ? Renewal.none() : history.signed().renewal();
        ServicePeriod days = possible(term, renewal);
        Map<String, Integer> places = new HashMap<>();
        amendments.forEach(amendment -> places.put(amendment.key(), places.size()));
        List<ReviewedTerms> versions = history.versionsOf(days, knownAt).stream()
                .map(version -> new ReviewedTerms(
                        places.containsKey(version.key()) ? "amendments[" + places.get(version.key()) + "].terms." : "",
                        version.days(),
                        version.terms()))
                .toList();
        return new ReviewedContract(
                renewal,
                term,
                days,
                versions,
                history.pauses(knownAt),
                amendments,
                holding.stream().map(Amendment::key).collect(Collectors.toSet()));
    }

    /** The term with all renewals that there may be. */
    private static ServicePeriod possible(ServicePeriod term, Renewal renewal) {
        if (renewal.length().isEmpty()) {
            return term;
        }
        Schedule ends = Schedule.every(renewal.length().get(), term.end());
        long times = renewal.times().orElse(Integer.MAX_VALUE);
        return new ServicePeriod(
                term.start(),
                times <= ends.numberOf(ContractHistory.FOREVER) ? ends.boundary(times) : ContractHistory.FOREVER);
    }

    private static ServicePeriod spanning(ServicePeriod one, ServicePeriod other) {
        return new ServicePeriod(
                one.start().isBefore(other.start()) ? one.start() : other.start(),
                one.end().isAfter(other.end()) ? one.end() : other.end());
    }

    /** None where an amendment says where the contract ends. */
    Renewal renewal() {
        return renewal;
    }

    /** The days of the contract before it renews itself. */
    ServicePeriod term() {
        return term;
    }

    /** The days of the contract with all renewals that there may be. */
    ServicePeriod days() {
        return days;
    }

    /** The terms of {@link #days()}, in order. */
    List<ReviewedTerms> versions() {
        return versions;
    }

    List<ReviewedCharge> charges() {
        return versions.stream().flatMap(version -> version.charges().stream()).toList();
    }

    /** The charges without those that stand in earlier terms just so. */
    List<ReviewedCharge> newCharges() {
        var known = new HashSet<Charge>();
        return charges().stream().filter(charge -> known.add(charge.charge())).toList();
    }

    /** From the first day on which some terms charge for it to the last; empty if none do. */
    Optional<ServicePeriod> charged(ChargeId charge) {
        return Optional.ofNullable(charged.get(charge));
    }

    boolean isPaused(ServicePeriod all) {
        return pauses.stream().anyMatch(pause -> pause.contains(all));
    }

    /** All that were known, by their places. */
    List<Amendment> amendments() {
        return amendments;
    }

    /** Whether it was not withdrawn; asked of what is no withdrawal. */
    boolean holds(Amendment amendment) {
        return holding.contains(amendment.key());
    }

    /** From the first to the last of some days, which are not empty. */
    static ServicePeriod span(List<ServicePeriod> days) {
        return days.stream().reduce(ReviewedContract::spanning).orElseThrow();
    }
}
