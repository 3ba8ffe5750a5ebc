package io.quittance.ar.dunning;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.interest.ExplainedCharge;
import io.quittance.ar.interest.LateCharges;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What to send, or whom to call, with all that a personal text needs. It is a decision: nothing is sent or booked by it. Once it went out, record {@link
 * #contact} in the history under {@link #key}, and what it charges as receivables if it is to be owed.
 *
 * @param customer who owes
 * @param date the day of the run
 * @param level by which it is done
 * @param attempt the how manyth notice of that level this is in the history, from 1, with those that bounced or were withdrawn
 * @param items what is claimed, by due date
 * @param fee of the notice, 0 or more, with its reason
 * @param contacts what was said before about these items or the account, by date
 * @param promises what was promised of these items, and how it stands
 * @param onAccount money on account and credits; in the currency of the account
 * @param addressees whom it goes to, by opaque ids; empty if that is the customer
 * @param explanation why this level, now
 */
public record DunningNotice(
        CustomerId customer,
        LocalDate date,
        DunningLevel level,
        int attempt,
        List<NoticeItem> items,
        ExplainedCharge fee,
        List<ContactRecord> contacts,
        List<PromiseRecord> promises,
        Amount onAccount,
        List<String> addressees,
        Explanation explanation)
        implements Serializable {
    /** Copies the lists. */
    public DunningNotice {
        requireNonNull(customer, "customer");
        Dates.inCalendar(date, "date");
        requireNonNull(level, "level");
        Require.that(attempt >= 1, "dunning.attempt", "attempt", "must be 1 or more", attempt);
        items = List.copyOf(Require.notEmpty(items, "items"));
        requireNonNull(fee, "fee");
        contacts = List.copyOf(contacts);
        promises = List.copyOf(promises);
        requireNonNull(onAccount, "onAccount");
        addressees = List.copyOf(addressees);
        requireNonNull(explanation, "explanation");
    }

    /** What is done. */
    public ContactKind action() {
        return level.action();
    }

    /** What is claimed of the items, without charges. */
    public Amount claimed() {
        return sum(NoticeItem::claimed);
    }

    /** Fixed sums for the items. */
    public Amount compensation() {
        return sum(item -> item.compensation().amount());
    }

    /** Interest for the items. */
    public Amount interest() {
        return sum(item -> item.interest().amount());
    }

    /** What is claimed in all: items, interest, compensation and fee. */
    public Amount total() {
        return charges().total();
    }

    /** Items, interest, and fee with compensation, of which a {@link DunningClaim} is made. */
    public LateCharges charges() {
        return new LateCharges(claimed(), interest(), fee.amount().add(compensation()));
    }

    private Amount sum(Function<NoticeItem, Amount> part) {
        return items.stream().map(part).reduce(Amount.zero(fee.amount().getCurrency()), Amount::add);
    }

    /**
     * A key for the entry of its contact, such as {@code dunning 2026-03-15 letter 1}: the same run gives the same, so that recording it twice has no second
     * effect. A notice that comes after one that was withdrawn has another.
     */
    public EntryKey key() {
        return EntryKey.of(String.format(Locale.ROOT, "dunning %s %s %s", date, level.name(), attempt));
    }

    /**
     * The contact that it becomes once it went out.
     *
     * @param channel how, in the host's words
     */
    public Contact contact(String channel) {
        List<ReceivableId> bearing = items.stream()
                .filter(item ->
                        level.interest().isPresent() && item.interest().amount().signum() > 0)
                .map(item -> item.item().id())
                .toList();
        return new Contact(
                level.action(),
                level.name(),
                channel,
                date,
                items.stream().map(item -> item.item().id()).toList(),
                bearing,
                total(),
                addressees);
    }
}
