package io.quittance.ar.dunning;

import io.quittance.ar.interest.ExplainedCharge;
import io.quittance.ar.interest.InterestCharge;
import io.quittance.ar.interest.ItemCharge;
import io.quittance.ar.interest.LateInterest;
import io.quittance.ar.interest.OverdueBalance;
import io.quittance.ar.interest.OverdueItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes notices of the items that are dunned: charges, and what was said and promised before. */
final class NoticeWriter {
    private final DunningAccount account;
    private final DunningPolicy policy;
    private final LocalDate on;
    private final CollectionView view;
    private final List<PromiseRecord> promises;
    private final PastContacts past;
    /** How many contacts of each level were ever recorded, also those that were withdrawn: their keys are taken. */
    private final Map<String, Integer> attempts = new HashMap<>();

    NoticeWriter(
            DunningAccount account,
            DunningPolicy policy,
            LocalDate on,
            CollectionView view,
            List<PromiseRecord> promises,
            PastContacts past) {
        this.account = account;
        this.policy = policy;
        this.on = on;
        this.view = view;
        this.promises = promises;
        this.past = past;
        for (CollectionEntry entry : account.history().entries()) {
            if (entry.fact() instanceof Contact contact
                    && view.asOf().includes(entry.effectiveDate(), entry.recordedAt())) {
                contact.levelName().ifPresent(level -> attempts.merge(level, 1, Integer::sum));
            }
        }
    }

    /** @param candidates one at least, by due date */
    DunningNotice write(DunningLevel level, List<Dunning.Candidate> candidates) {
        Set<ReceivableId> ids =
                candidates.stream().map(candidate -> candidate.item().id()).collect(Collectors.toSet());
        List<NoticeItem> items =
                candidates.stream().map(candidate -> item(level, candidate)).toList();
        Amount claimed = items.stream().map(NoticeItem::claimed).reduce(Amount.zero(policy.currency()), Amount::add);
        ExplainedCharge fee = level.fee()
                .map(rule -> rule.on(claimed))
                .orElseGet(() -> none("dunning.no-fee", "no fee by {0}", level));
        long oldest = items.stream().mapToLong(NoticeItem::daysPastDue).max().orElse(0);
        return new DunningNotice(
                account.customer(),
                on,
                level,
                attempts.getOrDefault(level.name(), 0) + 1,
                items,
                fee,
                view.contacts().stream()
                        .filter(record -> record.contact().items().isEmpty()
                                || record.contact().items().stream().anyMatch(ids::contains))
                        .toList(),
                promises.stream()
                        .filter(promise -> promise.made().items().isEmpty()
                                || promise.made().items().stream().anyMatch(ids::contains))
                        .toList(),
                account.account().onAccount(),
                account.addressees(),
                Explanation.of(
                        "dunning.notice",
                        "{0} on {1}: {2} items over {3}, the oldest {4} days past due, {5} asked for; fee {6}",
                        level.name(),
                        on,
                        items.size(),
                        claimed,
                        oldest,
                        level.daysPastDue(),
                        fee.amount()));
    }

    private NoticeItem item(DunningLevel level, Dunning.Candidate candidate) {
        PastContacts.Past before = past.of(candidate.item().id());
        boolean isFirst = candidate.isPrincipal() && !before.wasAt(level);
        ExplainedCharge compensation = level.compensation()
                .filter(tiers -> isFirst)
                .map(tiers -> tiers.forDebt(candidate.claimed()))
                .orElseGet(() -> none("dunning.no-compensation", "no compensation by {0}", level));
        ExplainedCharge interest = level.interest()
                .filter(rule -> candidate.isPrincipal())
                .map(rule -> byDay(rule, candidate, before))
                .or(() -> level.periodicCharge().filter(rule -> isFirst).map(rule -> {
                    ItemCharge charge = rule.charge(
                            OverdueItem.of(
                                    candidate.item().id(), candidate.item().dueDate(), candidate.claimed()),
                            on);
                    return new ExplainedCharge(charge.amount(), charge.explanation());
                }))
                .orElseGet(() -> none("dunning.no-interest", "no interest by {0}", level));
        return new NoticeItem(
                candidate.item(),
                candidate.lateness(),
                candidate.offset(),
                candidate.claimed(),
                compensation,
                interest);
    }

    /** For the days since the last that was claimed; all of them if none was. */
    private ExplainedCharge byDay(LateInterest rule, Dunning.Candidate candidate, PastContacts.Past before) {
        OverdueBalance balance =
                OverdueBalance.of(candidate.claimed(), candidate.item().dueDate());
        LocalDate through = before.interestThrough();
        InterestCharge charge = through == null || !through.isBefore(on)
                ? rule.charge(balance, through == null ? on : candidate.item().dueDate())
                : rule.charge(balance, ServicePeriod.closed(through.plusDays(1), on));
        return new ExplainedCharge(charge.amount(), charge.explanation());
    }

    private ExplainedCharge none(String key, String pattern, DunningLevel level) {
        return new ExplainedCharge(Amount.zero(policy.currency()), Explanation.of(key, pattern, level.name()));
    }
}
