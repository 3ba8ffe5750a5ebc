package io.quittance.core.bulk;

import static io.quittance.core.bulk.Rescaling.LARGE;

import io.quittance.core.internal.LongMath;
import io.quittance.core.money.Amount;
import io.quittance.core.tax.TaxTreatment;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Adds the lines of one document after another up in {@code long}s. One thread's own: what it counts in is used again. */
final class LineAdding {
    /** How many treatments a document has at first. */
    private static final int FEW = 4;

    private final InvoiceSums door;
    private final TaxRates rates;
    private final int scale;

    // the subtotals of the document at hand, in the order of the treatments
    private int subtotals;
    /** A treatment as a line has it, to be found by identity. */
    private TaxTreatment[] seen = new TaxTreatment[FEW];

    private int[] ordinals = new int[FEW];
    private long[] taxables = new long[FEW];

    LineAdding(InvoiceSums door) {
        this.door = door;
        rates = door.rates();
        scale = door.scale();
    }

    /** What the lines add up to; null where that takes more than a {@code long}, or cannot be. */
    @Nullable
    InvoiceSum sum(List<PricedLine> lines) {
        subtotals = 0;
        for (PricedLine line : lines) {
            if (line == null || !add(line)) {
                return null;
            }
        }
        return subtotals == 0 ? null : sum();
    }

    @PerRow
    private boolean add(PricedLine line) {
        long net = net(line.quantity(), line.netPrice(), line.allowance());
        int subtotal = subtotal(line.treatment());
        if (net == LARGE || subtotal < 0) {
            return false;
        }
        long before = taxables[subtotal];
        long after = before + net;
        taxables[subtotal] = after;
        return ((before ^ after) & (net ^ after)) >= 0;
    }

    @PerRow
    private long net(BigDecimal quantity, BigDecimal price, BigDecimal allowance) {
        long pieces = Decimals.digits(quantity);
        long each = Decimals.digits(price);
        long off = Decimals.digits(allowance);
        int zeros = scale - allowance.scale();
        if (pieces == Decimals.NO_DIGITS || each < 0 || off == Decimals.NO_DIGITS || zeros < 0) {
            return LARGE;
        }
        long amount = door.goods(quantity.scale() + price.scale()).product(pieces, each);
        long unit = LongMath.powerOfTen(zeros);
        if (amount == LARGE || !LongMath.fitsProduct(off, unit)) {
            return LARGE;
        }
        off *= unit;
        long net = amount - off;
        return ((amount ^ off) & (amount ^ net)) < 0 ? LARGE : net;
    }

    /** The subtotal of a treatment, begun if there is none; -1 where the door does not know it. */
    @PerRow
    @SuppressWarnings("ReferenceEquality") // what is another object is looked up by value
    private int subtotal(TaxTreatment treatment) {
        for (int i = 0; i < subtotals; i++) {
            if (seen[i] == treatment) {
                return i;
            }
        }
        return another(treatment);
    }

    private int another(TaxTreatment treatment) {
        int ordinal = door.find(treatment);
        if (ordinal < 0) {
            return -1;
        }
        for (int i = 0; i < subtotals; i++) {
            if (ordinals[i] == ordinal) {
                return i;
            }
        }
        return begin(treatment, ordinal);
    }

    /** Begins a subtotal, after those of treatments that were given before this one. */
    private int begin(TaxTreatment treatment, int ordinal) {
        if (subtotals == seen.length) {
            seen = Arrays.copyOf(seen, 2 * subtotals);
            ordinals = Arrays.copyOf(ordinals, 2 * subtotals);
            taxables = Arrays.copyOf(taxables, 2 * subtotals);
        }
        int at = subtotals++;
        for (; at > 0 && ordinals[at - 1] > ordinal; at--) {
            seen[at] = seen[at - 1];
            ordinals[at] = ordinals[at - 1];
            taxables[at] = taxables[at - 1];
        }
        seen[at] = treatment;
        ordinals[at] = ordinal;
        taxables[at] = 0;
        return at;
    }

    private @Nullable InvoiceSum sum() {
        var sums = new TaxSum[subtotals];
        CurrencyUnit currency = door.currency();
        long withoutTax = 0;
        long tax = 0;
        for (int i = 0; i < subtotals; i++) {
            long part = rates.tax(ordinals[i], taxables[i]);
            long taxed = withoutTax + taxables[i];
            if (part == LARGE
                    || ((withoutTax ^ taxed) & (taxables[i] ^ taxed)) < 0
                    || ((tax ^ (tax + part)) & (part ^ (tax + part))) < 0) {
                return null;
            }
            withoutTax = taxed;
            tax += part;
            sums[i] = new TaxSum(
                    door.treatments().get(ordinals[i]),
                    Amount.ofMinor(taxables[i], currency),
                    Amount.ofMinor(part, currency));
        }
        return new InvoiceSum(Amount.ofMinor(withoutTax, currency), Amount.ofMinor(tax, currency), List.of(sums));
    }
}
