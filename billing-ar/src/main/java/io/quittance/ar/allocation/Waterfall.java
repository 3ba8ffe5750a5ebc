package io.quittance.ar.allocation;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Rounding;
import java.io.Serializable;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Pays components of items class by class, as loans, leases and rents have it: what is past due, then what is due, then what is
 * paid in advance, and in each class penalties, fees, interest and principal in an order of their own (ar.md 4.4).
 *
 * <pre>{@code
 * Waterfall.byItem(
 *         new Tier(Standing.PAST_DUE, List.of(PENALTY, FEE, INTEREST, PRINCIPAL)),
 *         new Tier(Standing.DUE, List.of(PENALTY, FEE, INTEREST, PRINCIPAL)),
 *         new Tier(Standing.IN_ADVANCE, List.of(PRINCIPAL, INTEREST)))
 *     .inAdvance(Advance.LAST);
 * }</pre>
 *
 * <p>The class of a debt follows from its own due date and the day of the payment. Two dates for one item, as of a penalty that is
 * due at once and an instalment at the end of the month, are two classes; a host that ages all components with their item gives
 * them one date. Where no tier is for what is past due, it belongs to what is due. What no tier names is left alone, and the money
 * stays on account.
 *
 * <p>By item, each {@linkplain io.quittance.ar.receivable.Receivable#item item} of a class is paid with all its components before
 * the next; by component, the penalties of all items of the class are, before the next component of any. Items go by their due
 * date, then by id; components of one type by their own due date, document date and id. With a penalty of 20.00 and a principal of
 * 250.00 on each of two items that are due, 35.00 pays by item 20.00 and 15.00 of the first, and by component 20.00 and 15.00 of
 * both penalties.
 */
public final class Waterfall implements AllocationStrategy, Serializable {
    private static final long serialVersionUID = 1L;

    /** Where a debt stands on the day of the payment. */
    public enum Standing {
        /** Due before that day. */
        PAST_DUE("past due"),
        /** Due on that day; or before, where nothing is said of what is past due. */
        DUE("due"),
        /** Due after that day. */
        IN_ADVANCE("in advance");

        private final String title;

        Standing(String title) {
            this.title = title;
        }

        /** The name as reasons write it: {@code past due}. */
        @Override
        public String toString() {
            return title;
        }
    }

    /** Which of the items that are not due yet are paid first. It never decides about what is due. */
    public enum Advance {
        /** The one that is due next. */
        NEXT("next first"),
        /** The one that is due last. */
        LAST("last first"),
        /** All of them, the same of each up to what is open, in rounds until the money is gone. */
        EVEN("all evenly");

        private final String title;

        Advance(String title) {
            this.title = title;
        }

        /** The name as {@link Waterfall#toString()} writes it. */
        @Override
        public String toString() {
            return title;
        }
    }

    /**
     * The components that are paid in a class.
     *
     * @param standing which class
     * @param components in the order of payment; those that are not named are not paid in this class
     */
    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    public record Tier(Standing standing, List<ReceivableType> components) implements Serializable {
        /** Checks that there are components, none of them twice. */
        public Tier {
            requireNonNull(standing, "standing");
            components = List.copyOf(Require.notEmpty(components, "components"));
            for (int i = 0; i < components.size(); i++) {
                ReceivableType type = components.get(i);
                Require.that(
                        components.indexOf(type) == i,
                        "waterfall.component",
                        "components[" + i + "]",
                        "must not repeat",
                        type);
            }
        }

        @Override
        public String toString() {
            return standing + " ("
                    + String.join(
                            ", ",
                            components.stream().map(ReceivableType::toString).toList()) + ")";
        }
    }

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<Tier> tiers;

    private final boolean byItem;
    private final Advance advance;
    private final @Nullable Rounding unit;

    private Waterfall(List<Tier> tiers, boolean byItem, Advance advance, @Nullable Rounding unit) {
        this.tiers = List.copyOf(Require.notEmpty(tiers, "tiers"));
        this.byItem = byItem;
        this.advance = requireNonNull(advance, "advance");
        this.unit = unit;
        List<Standing> standings = this.tiers.stream().map(Tier::standing).toList();
        for (int i = 0; i < standings.size(); i++) {
            Standing standing = standings.get(i);
            Require.that(
                    standings.indexOf(standing) == i,
                    "waterfall.standing",
                    "tiers[" + i + "].standing",
                    "must not repeat",
                    standing);
        }
    }

    /**
     * Item by item within each tier; of what is not due yet, the next first.
     *
     * @param tiers in the order of payment
     * @throws IllegalArgumentException if there is no tier, or two are for one class
     */
    public static Waterfall byItem(Tier... tiers) {
        return new Waterfall(List.of(tiers), true, Advance.NEXT, null);
    }

    /**
     * Component by component within each tier; of what is not due yet, the next first.
     *
     * @param tiers in the order of payment
     * @throws IllegalArgumentException if there is no tier, or two are for one class
     */
    public static Waterfall byComponent(Tier... tiers) {
        return new Waterfall(List.of(tiers), false, Advance.NEXT, null);
    }

    /** The same, paying what is not due yet in that order. */
    public Waterfall inAdvance(Advance newAdvance) {
        return new Waterfall(tiers, byItem, newAdvance, unit);
    }

    /**
     * The same, with even shares in coarser units than the cent: 100.00 over three items is 33.00, 33.00 and 34.00 by {@code
     * Rounding.halfUp(0)}. The last item that is not full takes what is left over. A unit finer than the minor unit is the minor
     * unit.
     */
    public Waterfall sharedBy(Rounding newUnit) {
        return new Waterfall(tiers, byItem, advance, requireNonNull(newUnit, "unit"));
    }

    @Override
    public List<AllocationLine> propose(AllocationRequest request) {
        var cascade = new Cascade(request.available(), unitOf(request));
        for (Tier tier : tiers) {
            List<OpenItem> members = request.items().stream()
                    .filter(item -> standing(item, request.date()) == tier.standing)
                    .toList();
            boolean even = tier.standing == Standing.IN_ADVANCE && advance == Advance.EVEN;
            boolean lastFirst = tier.standing == Standing.IN_ADVANCE && advance == Advance.LAST;
            for (List<ReceivableType> types : byItem ? List.of(tier.components) : singly(tier.components)) {
                List<Components> items = Components.of(members, types, lastFirst);
                if (even) {
                    cascade.share(items, tier.standing);
                } else {
                    cascade.pour(items, tier.standing);
                }
            }
        }
        return cascade.lines();
    }

    private static List<List<ReceivableType>> singly(List<ReceivableType> types) {
        var single = new ArrayList<List<ReceivableType>>();
        types.forEach(type -> single.add(List.of(type)));
        return single;
    }

    private Standing standing(OpenItem item, LocalDate date) {
        long days = item.daysPastDue(date);
        if (days < 0) {
            return Standing.IN_ADVANCE;
        }
        boolean apart = tiers.stream().anyMatch(tier -> tier.standing == Standing.PAST_DUE);
        return days > 0 && apart ? Standing.PAST_DUE : Standing.DUE;
    }

    private Rounding unitOf(AllocationRequest request) {
        Rounding cents = Rounding.toMinorUnit(request.available().getCurrency());
        if (unit == null) {
            return cents;
        }
        RoundingMode mode = unit.mode();
        return Rounding.of(Math.min(unit.scale(), cents.scale()), mode);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Waterfall that
                && tiers.equals(that.tiers)
                && byItem == that.byItem
                && advance == that.advance
                && Objects.equals(unit, that.unit);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tiers, byItem, advance, unit);
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new Waterfall(tiers, byItem, advance, unit);
    }

    @Override
    public String toString() {
        String order = String.join(", then ", tiers.stream().map(Tier::toString).toList());
        return "waterfall by " + (byItem ? "item" : "component") + ": " + order + "; in advance " + advance;
    }
}
