package io.quittance.core.verification;

import static io.quittance.core.verification.VerificationFinding.Code.DUPLICATE;

import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line too many: days that another line of the same sign charges already, so that the rest is right without it, or at least less
 * wrong if it is the other line once more. Of two lines that are the same the later one is it.
 */
final class DuplicateRule implements VerificationRule {
    @Override
    public List<Cause> causes(Comparison comparison) {
        var causes = new ArrayList<Cause>();
        var left = new ArrayList<>(comparison.invoiced());
        Amount open = comparison.open();
        Cause next = next(comparison, left, open);
        while (next != null) {
            causes.add(next);
            left.remove(left.lastIndexOf(next.lines().get(1)));
            open = open.subtract(next.difference());
            next = next(comparison, left, open);
        }
        return causes;
    }

    private static @Nullable Cause next(Comparison comparison, List<InvoicedLine> left, Amount open) {
        for (Sameness sameness : Sameness.values()) {
            for (int i = left.size() - 1; i >= 0; i--) {
                InvoicedLine line = left.get(i);
                if (explains(comparison, line, open)) {
                    InvoicedLine other = other(comparison, left, i, open, sameness);
                    if (other != null) {
                        return cause(other, line);
                    }
                }
            }
        }
        return null;
    }

    /** Whether less is open without the line, on the same side; never of one where nothing is open, since each has an amount. */
    private static boolean explains(Comparison comparison, InvoicedLine line, Amount open) {
        Amount rest = open.subtract(line.amount());
        return line.amount().signum() == open.signum()
                && (rest.signum() == open.signum() || comparison.isNothing(rest));
    }

    private static @Nullable InvoicedLine other(
            Comparison comparison, List<InvoicedLine> left, int index, Amount open, Sameness sameness) {
        InvoicedLine line = left.get(index);
        boolean isAlone = comparison.pairing().invoiced().contains(line);
        Amount rest = open.subtract(line.amount());
        for (int i = 0; i < left.size(); i++) {
            InvoicedLine other = left.get(i);
            boolean meets = i != index
                    && other.amount().signum() == line.amount().signum()
                    && other.days().intersection(line.days()).isPresent();
            boolean again = switch (sameness) {
                case ID -> hasSameId(other, line);
                case REST -> isAlone && rest.signum() == 0;
                case ROUNDED_REST -> isAlone && comparison.isNothing(rest);
                case AMOUNT -> isSame(other, line);
            };
            if (meets && again) {
                return other;
            }
        }
        return null;
    }

    /** What tells that a line is one too many, the surest first. */
    private enum Sameness {
        /** It is another line once more, with its id. */
        ID,
        /** It has no partner, and without it all is right. */
        REST,
        /** It has no partner, and without it all is right but for rounding. */
        ROUNDED_REST,
        /** It is another line once more, by days and amount. */
        AMOUNT
    }

    /** Whether they are one line twice, by id, days and amount. */
    static boolean hasSameId(InvoicedLine first, InvoicedLine second) {
        return first.id().isPresent() && first.id().equals(second.id()) && isSame(first, second);
    }

    /** Whether they have the same days and amount. */
    static boolean isSame(InvoicedLine first, InvoicedLine second) {
        return first.days().equals(second.days()) && first.amount().isEqualTo(second.amount());
    }

    /** A line that is there once more. */
    static Cause cause(InvoicedLine first, InvoicedLine again) {
        return Cause.of(
                        DUPLICATE,
                        again.amount(),
                        Explanation.of(
                                "verification.duplicate",
                                "{0} of {1} are invoiced twice",
                                again.amount(),
                                again.days()))
                .about(List.of(first, again));
    }
}
