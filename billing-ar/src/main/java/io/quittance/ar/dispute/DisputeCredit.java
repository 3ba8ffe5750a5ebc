package io.quittance.ar.dispute;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Require;
import io.quittance.core.invoice.Correction;
import io.quittance.core.invoice.CorrectionReason;
import io.quittance.core.invoice.Creditable;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import io.quittance.core.money.Rounding;
import java.util.Optional;
import javax.money.MonetaryAmount;

/**
 * The credit note of a case that was accepted: 23.80 of a line at 19 % are 20.00 and 3.80 of tax. Issue the draft, post it as
 * {@link io.quittance.ar.credit.Credit}, and let it settle the item.
 */
public final class DisputeCredit {
    /** How far net and tax that are rounded can lead away from the line's share, in minor units. */
    private static final int REACH = 2;

    private DisputeCredit() {}

    /**
     * Drafts a credit note over exactly what was accepted, out of one line: its net by the line's share of tax, and the tax of that. It
     * has the reason {@link CorrectionReason#DISPUTE} and the id of the case as its words.
     *
     * @param left the invoice, with all that was credited of it before
     * @param line its index in {@link io.quittance.core.invoice.Invoice#lines()}
     * @param dispute the case
     * @param accepted with tax: more than 0, at most what is left of the line
     * @throws IllegalArgumentException if more is accepted than is left of the line; or if no net in whole minor units has a tax by which it
     *     comes to this amount, as no net at 19 % comes to 0.03: accept what the message says, or credit it by {@link Creditable}
     */
    public static InvoiceDraft draft(Creditable left, int line, Dispute dispute, MonetaryAmount accepted) {
        Amount wanted = MinorUnits.require(requireNonNull(accepted, "accepted"), "accepted");
        Require.that(wanted.signum() > 0, "dispute.amount", "accepted", "must be more than 0", wanted);
        Correction correction =
                Correction.of(CorrectionReason.DISPUTE).because(dispute.id().value());
        InvoiceDraft all = left.credit(correction).line(line).draft();
        Amount most = total(all);
        Require.that(
                wanted.isLessThanOrEqualTo(most),
                "dispute.credit",
                "accepted",
                "must be at most " + most + ", which is left of the line",
                wanted);
        if (wanted.equals(most)) {
            return all;
        }
        return near(left, line, correction, wanted, most);
    }

    private static InvoiceDraft near(Creditable left, int line, Correction correction, Amount wanted, Amount most) {
        Amount net = left.lines().stream()
                .filter(one -> one.index() == line)
                .findFirst()
                .orElseThrow()
                .amount();
        Amount share =
                net.times(wanted.toFraction().dividedBy(most.toFraction()), Rounding.toMinorUnit(wanted.getCurrency()));
        Amount closest = null;
        for (int off = 0; off <= 2 * REACH; off++) {
            int step = off % 2 == 0 ? off / 2 : -(off + 1) / 2;
            Amount tried = share.add(Amount.ofMinor(step, wanted.getCurrency()));
            if (tried.signum() > 0 && tried.isLessThanOrEqualTo(net)) {
                InvoiceDraft draft = left.credit(correction).amount(line, tried).draft();
                Amount total = total(draft);
                if (total.equals(wanted)) {
                    return draft;
                }
                closest = closest == null || distance(total, wanted).isLessThan(distance(closest, wanted))
                        ? total
                        : closest;
            }
        }
        throw new InvalidArgumentException(
                "dispute.credit",
                "accepted",
                "must be what a net and its tax come to"
                        + Optional.ofNullable(closest)
                                .map(total -> ", such as " + total)
                                .orElse(""),
                wanted);
    }

    private static Amount distance(Amount one, Amount other) {
        return one.subtract(other).abs();
    }

    private static Amount total(InvoiceDraft draft) {
        return draft.totals().withTax();
    }
}
