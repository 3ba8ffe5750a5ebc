package io.quittance.testkit.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.invoice.TaxDetermination;
import io.quittance.core.invoice.TaxTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * How lines are taxed, as far as it is known: by one table, and from an instant on by another, for all days.
 *
 * @param first what runs know before the instant
 * @param corrected when it turned out to be otherwise
 * @param then what runs know from then on
 */
public record KnownTaxes(TaxTable first, Instant corrected, TaxTable then) {
    private static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

    /** Checks that all are there. */
    public KnownTaxes {
        requireNonNull(first, "first");
        requireNonNull(corrected, "corrected");
        requireNonNull(then, "then");
    }

    /** What is known at an instant. */
    public TaxDetermination at(Instant knownAt) {
        return knownAt.isBefore(corrected) ? first : then.correctedFrom(ALWAYS);
    }

    /** An engine each of whose runs knows what is known by then. */
    public BillingEngine engine(Function<TaxDetermination, BillingEngine> engines) {
        return (contract, usage, before, asOf) ->
                engines.apply(at(asOf.knownAt())).bill(contract, usage, before, asOf);
    }
}
