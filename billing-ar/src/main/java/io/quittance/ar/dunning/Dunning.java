package io.quittance.ar.dunning;

import io.quittance.ar.exchange.StoredRate;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One account on one day: each open item goes to a notice, or is held. */
final class Dunning {
    private final DunningAccount account;
    private final DunningPolicy policy;
    private final LocalDate on;
    private final @Nullable StoredRate rate;
    private final boolean isConvertible;
    private final CollectionView view;
    private final Agreements agreements;
    private final PastContacts past;
    private final List<DunningLevel> late;
    private final List<DunningLevel> beforeDue;
    private final List<HeldItem> held = new ArrayList<>();
    private final Map<DunningLevel, List<Candidate>> dunned = new LinkedHashMap<>();

    /** @param rate from the currency of the account to that of the policy; null if they are one, or none is known */
    Dunning(DunningAccount account, DunningPolicy policy, AsOf asOf, @Nullable StoredRate rate) {
        this.account = account;
        this.policy = policy;
        this.on = asOf.date();
        this.rate = rate;
        String currency = account.account().onAccount().getCurrency().getCurrencyCode();
        this.isConvertible = rate != null || currency.equals(policy.currency().getCurrencyCode());
        this.view = account.history().asOf(asOf);
        this.agreements = new Agreements(view, account);
        this.late =
                policy.levels().stream().filter(level -> !level.isBeforeDue()).toList();
        this.beforeDue =
                policy.levels().stream().filter(DunningLevel::isBeforeDue).toList();
        Set<ReceivableId> open =
                account.account().openItems().stream().map(OpenItem::id).collect(Collectors.toSet());
        this.past = new PastContacts(view.contacts(), policy, late, open);
    }

    DunningDecision decide() {
        var toRemind = new ArrayList<Candidate>();
        var toClaim = new ArrayList<Candidate>();
        for (Candidate candidate : candidates()) {
            Optional<Hold> hold = hold(candidate);
            if (hold.isPresent()) {
                hold(candidate, hold.get());
            } else if (candidate.lateness().pastDueDays() < 0) {
                toRemind.add(candidate);
            } else {
                toClaim.add(candidate);
            }
        }
        remind(toRemind);
        claim(toClaim);
        held.sort(Comparator.comparing(HeldItem::item, OpenItem.BY_DUE_DATE));
        var notices = new NoticeWriter(account, policy, on, view, agreements.promises(), past);
        return new DunningDecision(
                account.customer(),
                on,
                policy.levels().stream()
                        .filter(dunned::containsKey)
                        .map(level -> notices.write(level, dunned.getOrDefault(level, List.of())))
                        .toList(),
                held);
    }

    /** All items by due date, with what money on account covers of them, the oldest first. */
    private List<Candidate> candidates() {
        Amount onAccount = account.account().onAccount();
        Amount left = policy.isOnAccountOffset() ? onAccount : Amount.zero(onAccount.getCurrency());
        var candidates = new ArrayList<Candidate>();
        for (OpenItem item : account.account().openItems().stream()
                .sorted(OpenItem.BY_DUE_DATE)
                .toList()) {
            Amount offset = item.undisputed().min(left);
            left = left.subtract(offset);
            Amount claimed = item.undisputed().subtract(offset);
            candidates.add(new Candidate(
                    item,
                    new Delinquency(item.dueDate(), on, policy.graceDays(), agreements.pausesOf(item.id())),
                    offset,
                    rate == null ? claimed : rate.convert(claimed)));
        }
        return candidates;
    }

    /** Why an item is held by itself, whatever the level. */
    private Optional<Hold> hold(Candidate candidate) {
        OpenItem item = candidate.item();
        if (!isConvertible) {
            return Optional.of(Hold.of(
                    HoldReason.NO_RATE,
                    "dunning.no-rate",
                    "no rate from {0} to {1}",
                    item.open().getCurrency().getCurrencyCode(),
                    policy.currency().getCurrencyCode()));
        }
        if (item.undisputed().signum() == 0) {
            return Optional.of(
                    Hold.of(HoldReason.DISPUTED, "dunning.disputed", "{0} open, all of it contested", item.open()));
        }
        boolean isPaused = candidate.lateness().pauses().stream().anyMatch(pause -> pause.contains(on));
        if (isPaused) {
            return Optional.of(Hold.of(HoldReason.PAUSED, "dunning.paused", "paused on {0}", on));
        }
        Optional<Hold> promise = agreements.promiseFor(item.id());
        if (promise.isPresent()) {
            return promise;
        }
        if (candidate.offset().equals(item.undisputed())) {
            return Optional.of(Hold.of(
                    HoldReason.COVERED,
                    "dunning.covered",
                    "{0} covered by {1} on account",
                    candidate.offset(),
                    account.account().onAccount()));
        }
        if (candidate.claimed().signum() == 0) {
            return Optional.of(Hold.of(
                    HoldReason.BELOW_THRESHOLD,
                    "dunning.nothing-left",
                    "{0} are nothing in {1}",
                    item.undisputed().subtract(candidate.offset()),
                    policy.currency().getCurrencyCode()));
        }
        return check(candidate, null).grace();
    }

    private DunningCheck check(Candidate candidate, @Nullable LocalDate lastContact) {
        return new DunningCheck(
                candidate.lateness(), agreements.graceOf(candidate.item().id()), lastContact);
    }

    private void hold(Candidate candidate, Hold hold) {
        held.add(new HeldItem(candidate.item(), hold));
    }

    private void hold(List<Candidate> candidates, Hold hold) {
        candidates.forEach(candidate -> hold(candidate, hold));
    }

    private void dun(DunningLevel level, Candidate candidate) {
        dunned.computeIfAbsent(level, any -> new ArrayList<>()).add(candidate);
    }

    /** Of the reminders before the due date only the last that has been reached is given; those that were missed are not made up for. */
    private void remind(List<Candidate> candidates) {
        Optional<Hold> ofAll = hold(candidates, policy.threshold().ofAnyAge());
        for (Candidate candidate : candidates) {
            Optional<DunningLevel> reached = reminder(candidate);
            if (reached.isPresent()) {
                LocalDate last = past.of(candidate.item().id()).last();
                DunningLevel level = reached.get();
                dun(level, candidate, ofAll.or(() -> check(candidate, last).hold(level)));
            } else {
                hold(
                        candidate,
                        Hold.of(
                                HoldReason.NOT_DUE,
                                "dunning.before-due",
                                "due {0}, {1} days after {2}",
                                candidate.item().dueDate(),
                                -candidate.lateness().pastDueDays(),
                                on));
            }
        }
    }

    /** The last reminder that is reached, unless it was given. */
    private Optional<DunningLevel> reminder(Candidate candidate) {
        return beforeDue.stream()
                .filter(level -> candidate.lateness().pastDueDays() >= level.daysPastDue())
                .reduce((earlier, later) -> later)
                .filter(level -> !past.of(candidate.item().id()).wasAt(level));
    }

    private void dun(DunningLevel level, Candidate candidate, Optional<Hold> hold) {
        if (hold.isPresent()) {
            hold(candidate, hold.get());
        } else {
            dun(level, candidate);
        }
    }

    private void claim(List<Candidate> all) {
        Optional<Hold> hold = hold(all, policy.threshold());
        if (hold.isPresent()) {
            hold(all, hold.get());
            return;
        }
        if (policy.scope() == DunningScope.ITEM) {
            claimByItem(all);
        } else {
            claimOfCustomer(all);
        }
        if (policy.settledBy() == ClaimRule.PRINCIPAL) {
            holdChargesAlone();
        }
    }

    /** Where no principal is claimed today, as it is not late enough for its next level, charges wait for it. */
    private void holdChargesAlone() {
        boolean isBesidePrincipal = late.stream()
                .flatMap(level -> dunned.getOrDefault(level, List.of()).stream())
                .anyMatch(Candidate::isPrincipal);
        if (!isBesidePrincipal) {
            for (DunningLevel level : late) {
                List<Candidate> charges = dunned.remove(level);
                if (charges != null) {
                    hold(
                            charges,
                            Hold.of(
                                    HoldReason.PRINCIPAL_SETTLED,
                                    "dunning.principal-waits",
                                    "only charges could be claimed on {0}, beside no principal",
                                    on));
                }
            }
        }
    }

    /** Why nothing of all this is claimed: it is charges only, or too little. */
    private Optional<Hold> hold(List<Candidate> all, OverdueCondition condition) {
        return policy.settledBy() == ClaimRule.PRINCIPAL && all.stream().noneMatch(Candidate::isPrincipal)
                ? Optional.of(
                        Hold.of(HoldReason.PRINCIPAL_SETTLED, "dunning.principal-settled", "only charges are open"))
                : threshold(all, condition);
    }

    private Optional<Hold> threshold(List<Candidate> candidates, OverdueCondition condition) {
        Amount total = Amount.zero(policy.currency());
        Long oldest = null;
        for (Candidate candidate : candidates) {
            total = total.add(candidate.claimed());
            long days = candidate.lateness().pastDueDays();
            oldest = oldest == null ? days : Math.max(oldest, days);
        }
        var figures = new OverdueFigures(candidates.size(), total, oldest);
        return condition.isMetBy(figures)
                ? Optional.empty()
                : Optional.of(Hold.of(
                        HoldReason.BELOW_THRESHOLD,
                        "dunning.below-threshold",
                        "{0} items over {1}, the oldest {2} days past due, of {3}",
                        figures.items(),
                        total,
                        oldest == null ? 0L : oldest,
                        condition));
    }

    private void claimByItem(List<Candidate> candidates) {
        for (Candidate candidate : candidates) {
            PastContacts.Past before = past.of(candidate.item().id());
            Optional<DunningLevel> next = next(before);
            if (next.isEmpty()) {
                hold(candidate, capReached(before));
            } else {
                dun(next.get(), candidate, check(candidate, before.last()).hold(next.get()));
            }
        }
    }

    /** The customer has the level of all that is open, held or not; the oldest of what is not held tells the days. */
    private void claimOfCustomer(List<Candidate> candidates) {
        PastContacts.Past before = past.ofCustomer();
        Optional<DunningLevel> next = next(before);
        if (next.isEmpty()) {
            hold(candidates, capReached(before));
            return;
        }
        long least = Math.min(1, late.get(0).daysPastDue());
        var dunnable = new ArrayList<Candidate>();
        for (Candidate candidate : candidates) {
            if (candidate.lateness().countedDays() >= least) {
                dunnable.add(candidate);
            } else {
                hold(
                        candidate,
                        Hold.of(
                                HoldReason.NOT_DUE,
                                "dunning.not-due",
                                "due {0}, asked on {1}",
                                candidate.item().dueDate(),
                                on));
            }
        }
        Optional<Candidate> oldest = dunnable.stream()
                .max(Comparator.comparing(candidate -> candidate.lateness().countedDays()));
        Optional<Hold> hold =
                oldest.flatMap(one -> new DunningCheck(one.lateness(), null, before.last()).hold(next.get()));
        dunnable.forEach(candidate -> dun(next.get(), candidate, hold));
    }

    /** The level after the highest that was done, or the last once more; empty if it was done as often as it may be. */
    private Optional<DunningLevel> next(PastContacts.Past before) {
        int next = before.highest() + 1;
        if (next < late.size()) {
            return Optional.of(late.get(next));
        }
        return late.isEmpty() || before.times() >= late.get(late.size() - 1).atMost()
                ? Optional.empty()
                : Optional.of(late.get(late.size() - 1));
    }

    private Hold capReached(PastContacts.Past before) {
        return late.isEmpty()
                ? Hold.of(HoldReason.CAP_REACHED, "dunning.no-level", "the policy has no level from the due date on")
                : Hold.of(
                        HoldReason.CAP_REACHED,
                        "dunning.cap-reached",
                        "{0} was given {1} times, of {2}",
                        late.get(late.size() - 1).name(),
                        before.times(),
                        late.get(late.size() - 1).atMost());
    }

    /**
     * An item that may be dunned.
     *
     * @param claimed in the currency of the policy
     */
    record Candidate(OpenItem item, Delinquency lateness, Amount offset, Amount claimed) {
        boolean isPrincipal() {
            return item.type() == ReceivableType.PRINCIPAL;
        }
    }
}
