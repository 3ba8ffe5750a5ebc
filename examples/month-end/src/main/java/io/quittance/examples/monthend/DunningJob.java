package io.quittance.examples.monthend;

import io.quittance.ar.dunning.CollectionEntry;
import io.quittance.ar.dunning.CollectionHistory;
import io.quittance.ar.dunning.ContactKind;
import io.quittance.ar.dunning.DunningAccount;
import io.quittance.ar.dunning.DunningDecision;
import io.quittance.ar.dunning.DunningNotice;
import io.quittance.ar.dunning.DunningPolicy;
import io.quittance.ar.dunning.DunningRun;
import io.quittance.ar.dunning.HeldItem;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A dunning run of each week up to a day: what one run sends is in the history that the next one looks at. Nothing is sent or booked; a host would
 * send each notice, and then record it.
 */
final class DunningJob {
    /** Weeks of runs, so that all levels can have been reached before the last one. */
    private static final int RUNS = 12;

    private final DunningPolicy policy;
    private final LocalDate day;

    private DunningJob(DunningPolicy policy, LocalDate day) {
        this.policy = policy;
        this.day = day;
    }

    /**
     * What the last run decided.
     *
     * @param decisions of the customers who owe something on that day, by their ids
     */
    record Result(LocalDate day, DunningPolicy policy, List<DunningDecision> decisions) {

        Stream<DunningNotice> notices() {
            return decisions.stream().flatMap(decision -> decision.notices().stream());
        }

        /** What was left alone, each item with its reason. */
        Stream<HeldItem> held() {
            return decisions.stream().flatMap(decision -> decision.held().stream());
        }

        /** Whom to call: who owes most first, and of those who owe the same, by id. */
        List<DunningNotice> calls() {
            return notices()
                    .filter(notice -> notice.action() == ContactKind.CALL)
                    .sorted(Comparator.<DunningNotice, Amount>comparing(DunningNotice::total)
                            .reversed()
                            .thenComparing(DunningNotice::customer))
                    .toList();
        }
    }

    /** Runs over all customers of a ledger. */
    static Result run(List<CustomerLedger> customers, DunningPolicy policy, LocalDate day) {
        var job = new DunningJob(policy, day);
        return new Result(
                day,
                policy,
                customers.stream()
                        .map(job::decide)
                        .filter(decision ->
                                !decision.isSilent() || !decision.held().isEmpty())
                        .toList());
    }

    private DunningDecision decide(CustomerLedger customer) {
        CollectionHistory history = CollectionHistory.empty(customer.customer());
        for (int weeks = RUNS - 1; weeks > 0; weeks--) {
            LocalDate earlier = day.minusWeeks(weeks);
            for (DunningNotice notice : decide(customer, history, earlier).notices()) {
                history = history.with(recorded(notice));
            }
        }
        return decide(customer, history, day);
    }

    private DunningDecision decide(CustomerLedger customer, CollectionHistory history, LocalDate on) {
        return DunningRun.on(on).decide(DunningAccount.of(customer, history, AsOf.endOf(on)), policy);
    }

    private static CollectionEntry recorded(DunningNotice notice) {
        return CollectionEntry.of(
                notice.key(), notice.customer(), notice.contact(channel(notice)), Noon.of(notice.date()));
    }

    private static String channel(DunningNotice notice) {
        return switch (notice.action()) {
            case LETTER -> "post";
            case CALL -> "telephone";
            default -> "e-mail";
        };
    }
}
