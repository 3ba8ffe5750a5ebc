package io.quittance.core.contract;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part of an invoice and when it is due: a percentage of the total, an amount in the invoice's currency, or what the others
 * leave. {@code Instalment.percent("30", DueDateRule.days(10))} is 30 % within ten days.
 */
public final class Instalment implements Serializable {
    /** What the value means. */
    public enum Kind {
        /** So many percent of the total: 30 means 30 %. */
        PERCENT,
        /** So much, in the currency of the invoice. */
        AMOUNT,
        /** What the instalments before leave of the total. */
        REST
    }

    private static final long serialVersionUID = 1L;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Kind kind;
    private final BigDecimal value;
    private final DueDateRule due;

    private Instalment(Kind kind, BigDecimal value, DueDateRule due) {
        this.kind = requireNonNull(kind, "kind");
        this.value = kind == Kind.REST ? BigDecimal.ZERO : Require.positive(value, "value");
        this.due = requireNonNull(due, "due");
        Require.that(
                kind != Kind.PERCENT || value.compareTo(HUNDRED) < 0,
                "instalment.percent",
                "value",
                "must be less than 100",
                value);
    }

    /** A percentage of the total, more than 0 and less than 100. */
    public static Instalment percent(BigDecimal percent, DueDateRule due) {
        return new Instalment(Kind.PERCENT, percent, due);
    }

    /** As {@link #percent(BigDecimal, DueDateRule)}, from text. */
    public static Instalment percent(String percent, DueDateRule due) {
        return percent(Require.decimal(percent, "value"), due);
    }

    /** An amount in the currency of the invoice, more than 0. */
    public static Instalment amount(BigDecimal amount, DueDateRule due) {
        return new Instalment(Kind.AMOUNT, amount, due);
    }

    /** As {@link #amount(BigDecimal, DueDateRule)}, from text. */
    public static Instalment amount(String amount, DueDateRule due) {
        return amount(Require.decimal(amount, "value"), due);
    }

    /** What the instalments before leave. */
    public static Instalment rest(DueDateRule due) {
        return new Instalment(Kind.REST, BigDecimal.ZERO, due);
    }

    /**
     * Instalments by percentages that are the whole: each but the last a percentage, the last the rest. 33.3, 33.3 and 33.4 are.
     *
     * @param percents more than 0 each, together exactly 100; at least one
     * @param due when each is due, in their order
     * @throws IllegalArgumentException if they add up to anything else, 99.9 or 100.1 as well
     */
    public static List<Instalment> wholeOf(List<BigDecimal> percents, List<DueDateRule> due) {
        Require.that(
                due.size() == Require.notEmpty(percents, "percents").size(),
                "instalments.due",
                "due",
                "must be one for each of " + percents.size() + " percentages",
                due.size());
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < percents.size(); i++) {
            sum = sum.add(Require.positive(percents.get(i), "percents[" + i + "]"));
        }
        Require.that(
                sum.compareTo(HUNDRED) == 0,
                "instalments.percent",
                "percents",
                "must add up to 100",
                sum.toPlainString());
        var instalments = new ArrayList<Instalment>();
        int last = percents.size() - 1;
        for (int i = 0; i < last; i++) {
            instalments.add(percent(percents.get(i), due.get(i)));
        }
        instalments.add(rest(due.get(last)));
        return List.copyOf(instalments);
    }

    /** What {@link #value()} means. */
    public Kind kind() {
        return kind;
    }

    /** Percent, or an amount in the currency of the invoice; 0 for the rest. */
    public BigDecimal value() {
        return value;
    }

    /** When it is due. */
    public DueDateRule due() {
        return due;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Instalment that
                && kind == that.kind
                && value.compareTo(that.value) == 0
                && due.equals(that.due);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind.name(), value.stripTrailingZeros(), due);
    }

    /** For example {@code 30% after 10 days}. */
    @Override
    public String toString() {
        return switch (kind) {
                    case PERCENT -> value.toPlainString() + "%";
                    case AMOUNT -> value.toPlainString();
                    case REST -> "the rest";
                }
                + " after " + due;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new Instalment(kind, value, due);
    }
}
