package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import javax.money.MonetaryAmount;

/**
 * Which lines bear a customer's credits: credits in their order fill lines in theirs. Of 125.00, lines of 100.00 and 50.00 bear
 * 100.00 and 25.00, and 25.00 is left to pay. What is used of the credits is what the lines bear, to the last minor unit.
 *
 * @param applied what each line bears; zero for a line that is not more than zero
 * @param used what is used of each credit
 * @param net what is left of all lines
 */
public record CreditApplication(List<Amount> applied, List<Amount> used, Amount net) implements Serializable {

    /** Copies the lists. */
    public CreditApplication {
        applied = List.copyOf(applied);
        used = List.copyOf(used);
        requireNonNull(net, "net");
    }

    /**
     * Applies credits.
     *
     * @param lines what is charged, in one currency; at least one
     * @param credits zero or more each
     * @throws IllegalArgumentException if a credit is negative
     * @throws javax.money.MonetaryException if one is in another currency
     */
    public static CreditApplication of(List<? extends MonetaryAmount> lines, List<? extends MonetaryAmount> credits) {
        var open = new ArrayList<Amount>();
        for (MonetaryAmount line : Require.notEmpty(List.copyOf(lines), "lines")) {
            open.add(Amount.from(line));
        }
        Amount zero = Amount.zero(open.get(0).getCurrency());
        var applied = new ArrayList<Amount>();
        var used = new ArrayList<Amount>();
        for (int i = 0; i < open.size(); i++) {
            applied.add(zero);
        }
        int line = 0;
        for (int i = 0; i < credits.size(); i++) {
            Amount credit = Amount.from(credits.get(i));
            Require.that(credit.signum() >= 0, "credit.negative", "credits[" + i + "]", "must not be negative", credit);
            Amount left = zero.add(credit);
            while (left.signum() > 0 && line < open.size()) {
                Amount room = open.get(line).subtract(applied.get(line));
                Amount part = room.min(left);
                if (part.signum() > 0) {
                    applied.set(line, applied.get(line).add(part));
                    left = left.subtract(part);
                }
                line = room.compareTo(part) <= 0 ? line + 1 : line;
            }
            used.add(credit.subtract(left));
        }
        Amount net = zero;
        for (int i = 0; i < open.size(); i++) {
            net = net.add(open.get(i)).subtract(applied.get(i));
        }
        return new CreditApplication(applied, used, net);
    }
}
