package io.quittance.ar.dunning;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.plan.PromiseToPay;
import io.quittance.ar.receivable.ReceivableId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * The customer promised to pay. What it is about is not dunned while there is time; what is paid on it keeps it.
 *
 * @param promise how much until when
 * @param items which items, by id; empty if all of the account
 */
public record PromiseMade(PromiseToPay promise, List<ReceivableId> items) implements CollectionFact {
    /** Sorts the items. */
    public PromiseMade {
        requireNonNull(promise, "promise");
        items = Items.of(items);
    }

    /** About the account. */
    public static PromiseMade of(PromiseToPay promise) {
        return new PromiseMade(promise, List.of());
    }

    /** The same about some items. */
    public PromiseMade about(Collection<ReceivableId> newItems) {
        return new PromiseMade(promise, Items.of(newItems));
    }

    @Override
    public LocalDate effectiveDate() {
        return promise.made();
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.promise(this);
    }
}
