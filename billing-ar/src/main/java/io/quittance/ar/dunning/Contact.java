package io.quittance.ar.dunning;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * A reminder, letter or call that went out, or an inquiry or reply that came in. Whether it was personal or automatic, the origin of its entry says. One
 * that was made of a {@link DunningNotice} has its level; {@link DunningNotice#contact} makes it.
 *
 * <p>{@code Contact.of(ContactKind.INQUIRY, "e-mail", day).about(List.of(invoice))}
 *
 * @param kind what it is
 * @param level by which level of a policy it was sent; null if by none
 * @param channel how, in the host's words, such as e-mail; 1 to 100 characters
 * @param date when it was sent or came in
 * @param items which items it is about, by id; empty if about the account. One with a level names what it claims
 * @param interestOf for which of these it claimed interest through its date, by id
 * @param claimed what it claimed in all; null if nothing
 * @param addressees whom it went to, or came from, by opaque ids; empty if that is the customer
 */
public record Contact(
        ContactKind kind,
        @Nullable String level,
        String channel,
        LocalDate date,
        List<ReceivableId> items,
        List<ReceivableId> interestOf,
        @Nullable Amount claimed,
        List<String> addressees)
        implements CollectionFact {
    private static final int MAX_CHANNEL = 100;

    /** Checks the parts; sorts the items. */
    public Contact {
        requireNonNull(kind, "kind");
        Require.optionalId(level, "level");
        Require.id(channel, "channel", MAX_CHANNEL);
        Dates.inCalendar(date, "date");
        items = Items.of(items);
        interestOf = Items.of(interestOf);
        addressees = List.copyOf(addressees);
        addressees.forEach(id -> Require.id(id, "addressee"));
        Require.that(
                level == null || (kind.isOutgoing() && !items.isEmpty()),
                "contact.level",
                "level",
                "must only be given where something goes out that names items",
                level);
        Require.that(
                new HashSet<>(items).containsAll(interestOf),
                "contact.interest",
                "interestOf",
                "must be some of the items " + items,
                interestOf);
        Require.that(
                claimed == null || claimed.signum() >= 0,
                "contact.claimed",
                "claimed",
                "must not be negative",
                claimed);
    }

    /** One about the account, by no level. */
    public static Contact of(ContactKind kind, String channel, LocalDate date) {
        return new Contact(kind, null, channel, date, List.of(), List.of(), null, List.of());
    }

    /** The same about some items. */
    public Contact about(Collection<ReceivableId> newItems) {
        return new Contact(kind, level, channel, date, Items.of(newItems), interestOf, claimed, addressees);
    }

    /** The same by a level; say first which items it is about. */
    public Contact atLevel(String newLevel) {
        return new Contact(
                kind, requireNonNull(newLevel, "level"), channel, date, items, interestOf, claimed, addressees);
    }

    /** The same, which claimed so much. */
    public Contact claiming(MonetaryAmount amount) {
        return new Contact(kind, level, channel, date, items, interestOf, Amount.from(amount), addressees);
    }

    /** The same to or from those, by opaque ids. */
    public Contact with(List<String> newAddressees) {
        return new Contact(kind, level, channel, date, items, interestOf, claimed, newAddressees);
    }

    /** By which level, if by one. */
    public Optional<String> levelName() {
        return Optional.ofNullable(level);
    }

    @Override
    public LocalDate effectiveDate() {
        return date;
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.contact(this);
    }
}
