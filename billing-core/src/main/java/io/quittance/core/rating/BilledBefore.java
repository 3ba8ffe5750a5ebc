package io.quittance.core.rating;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.ChargeId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.TermCommitment;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * What earlier runs left for the next one: what they billed in the same period and what of that a prepaid balance paid, and
 * what earlier periods used up of discounts and commitments. {@link Rating#after()} gives it; a host stores it and passes it
 * on.
 */
public final class BilledBefore implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final BilledBefore NOTHING = new BilledBefore(new Draft());

    @SuppressWarnings("serial") // an unmodifiable tree map, which is serialisable
    private final SortedMap<ChargeId, Amount> charges;

    @SuppressWarnings("serial") // as above
    private final SortedMap<String, Fraction> discounts;

    private final @Nullable Amount prepaid;
    private final TermCommitment.Progress commitment;

    private static final class Draft {
        private SortedMap<ChargeId, Amount> charges = new TreeMap<>();
        private SortedMap<String, Fraction> discounts = new TreeMap<>();
        private @Nullable Amount prepaid;
        private TermCommitment.Progress commitment = TermCommitment.Progress.NONE;
    }

    private BilledBefore(Draft draft) {
        charges = Collections.unmodifiableSortedMap(new TreeMap<>(draft.charges));
        discounts = Collections.unmodifiableSortedMap(new TreeMap<>(draft.discounts));
        prepaid = draft.prepaid;
        commitment = requireNonNull(draft.commitment, "commitment");
        Require.that(
                prepaid == null || prepaid.signum() >= 0,
                "number.negative",
                "prepaid",
                "must not be negative",
                prepaid);
    }

    private BilledBefore with(Consumer<Draft> change) {
        var draft = new Draft();
        draft.charges = new TreeMap<>(charges);
        draft.discounts = new TreeMap<>(discounts);
        draft.prepaid = prepaid;
        draft.commitment = commitment;
        change.accept(draft);
        return new BilledBefore(draft);
    }

    /** Nothing was billed before. */
    public static BilledBefore nothing() {
        return NOTHING;
    }

    /** The same, where so much was billed for a charge in the period; may be negative. */
    public BilledBefore charge(ChargeId charge, MonetaryAmount billed) {
        return with(draft -> draft.charges.put(requireNonNull(charge, "charge"), Amount.from(billed)));
    }

    /** As {@link #charge(ChargeId, MonetaryAmount)}. */
    public BilledBefore charge(String charge, MonetaryAmount billed) {
        return charge(new ChargeId(charge), billed);
    }

    /**
     * The same, where a prepaid balance paid so much of what was billed in the period. A balance of 30.00 paid 30.00 of
     * 40.00; where the period then comes to 25.00, it gets 5.00 back.
     *
     * @param applied zero or more, in the currency of the contract, and at most what was billed in the period
     */
    public BilledBefore prepaid(MonetaryAmount applied) {
        return with(draft -> draft.prepaid = Amount.from(applied));
    }

    /** The same, where earlier periods used up so much of a discount that is an amount; zero or more. */
    public BilledBefore discount(String discount, Fraction used) {
        Require.that(used.signum() >= 0, "number.negative", "used", "must not be negative", used);
        return with(draft -> draft.discounts.put(Require.id(discount, "discount"), used));
    }

    /** The same, where earlier periods spent so much of the commitment. */
    public BilledBefore commitment(TermCommitment.Progress progress) {
        return with(draft -> draft.commitment = progress);
    }

    /** The same, where all of these charges were billed in the period, each with its total. */
    BilledBefore charges(List<RatedCharge> billed) {
        return with(draft -> {
            billed.forEach(charge -> draft.charges.remove(charge.charge()));
            billed.forEach(charge -> draft.charges.merge(charge.charge(), charge.total(), Amount::add));
        });
    }

    /** The same, where so much of each discount was used up. */
    BilledBefore discounts(Map<String, Fraction> used) {
        return with(draft -> draft.discounts = new TreeMap<>(used));
    }

    /** The same without what was billed and paid in the period: the next one begins. */
    BilledBefore nextPeriod() {
        return with(draft -> {
            draft.charges = new TreeMap<>();
            draft.prepaid = null;
        });
    }

    /** What was billed in the period, by charge. */
    public SortedMap<ChargeId, Amount> charges() {
        return charges;
    }

    /** What a prepaid balance paid of what was billed in the period, if it was asked to. */
    public Optional<Amount> prepaid() {
        return Optional.ofNullable(prepaid);
    }

    /** What earlier periods used up of discounts that are amounts, by their ids. */
    public SortedMap<String, Fraction> discounts() {
        return discounts;
    }

    /** What earlier periods spent of the term's commitment. */
    public TermCommitment.Progress commitment() {
        return commitment;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BilledBefore that
                && charges.equals(that.charges)
                && discounts.equals(that.discounts)
                && Objects.equals(prepaid, that.prepaid)
                && commitment.equals(that.commitment);
    }

    @Override
    public int hashCode() {
        return Objects.hash(charges, discounts, prepaid, commitment);
    }

    @Override
    public String toString() {
        return "billed " + charges + (prepaid == null ? "" : ", prepaid " + prepaid) + ", discounts used " + discounts;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return with(draft -> {});
    }
}
