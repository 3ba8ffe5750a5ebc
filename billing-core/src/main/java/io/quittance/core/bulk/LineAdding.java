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

/**
 * Adds the lines of one document after another up in {@code long}s. Takes some lines at a time: first the numbers out of all their
 * objects and then their sums, so that the processor waits for the objects of many lines at once. One thread's own: what it counts
 * in is used again.
 */
final class LineAdding {
    /** How many treatments a document has at first. */
    private static final int FEW = 4;
    /** How many lines are read at a time. */
    private static final int BLOCK = 32;

    private final InvoiceSums door;
    private final TaxRates rates;
    private final int scale;

    // the lines that are read, and not added up yet
    private final long[] quantities = new long[BLOCK];
    private final long[] prices = new long[BLOCK];
    private final long[] allowances = new long[BLOCK];
    /** Decimal places of quantity and price together. */
    private final int[] places = new int[BLOCK];
    /** What makes an allowance one of the sums' scale. */
    private final long[] units = new long[BLOCK];

    private final int[] treatments = new int[BLOCK];
    private int read;

    // the subtotals of the document at hand, in the order of the treatments
    private int subtotals;
    /** A treatment as a line has it, to be found by identity. */
    private TaxTreatment[] seen = new TaxTreatment[FEW];

    private int[] ordinals = new int[FEW];
    /** By the number of the treatment. */
    private final long[] taxables;

    LineAdding(InvoiceSums door) {
        this.door = door;
        rates = door.rates();
        scale = door.scale();
        taxables = new long[rates.count()];
    }

    /** What the lines add up to; null where that takes more than a {@code long}, or cannot be. */
    @Nullable
    InvoiceSum sum(List<PricedLine> lines) {
        subtotals = 0;
        read = 0;
        for (PricedLine line : lines) {
            if (line == null || !read(line) || (read == BLOCK && !addBlock())) {
                return null;
            }
        }
        return addBlock() && subtotals > 0 ? sum() : null;
    }

    /** Takes the numbers of a line out of its objects; false where that cannot be. */
    @PerRow
    private boolean read(PricedLine line) {
        BigDecimal quantity = line.quantity();
        BigDecimal price = line.netPrice();
        BigDecimal allowance = line.allowance();
        long pieces = Decimals.digits(quantity);
        long each = Decimals.digits(price);
        long off = Decimals.digits(allowance);
        int zeros = scale - allowance.scale();
        int treatment = ordinal(line.treatment());
        if (pieces == Decimals.NO_DIGITS || each < 0 || off == Decimals.NO_DIGITS || (zeros | treatment) < 0) {
            return false;
        }
        int at = read++;
        quantities[at] = pieces;
        prices[at] = each;
        allowances[at] = off;
        places[at] = quantity.scale() + price.scale();
        units[at] = LongMath.powerOfTen(zeros);
        treatments[at] = treatment;
        return true;
    }

    /** Adds the lines up that were read; false where that takes more than a {@code long}. */
    @PerRow
    private boolean addBlock() {
        int count = read;
        read = 0;
        for (int i = 0; i < count; i++) {
            long amount = door.goods(places[i]).product(quantities[i], prices[i]);
            if (amount == LARGE || !LongMath.fitsProduct(allowances[i], units[i])) {
                return false;
            }
            long off = allowances[i] * units[i];
            long net = amount - off;
            long before = taxables[treatments[i]];
            long after = before + net;
            taxables[treatments[i]] = after;
            if (((amount ^ off) & (amount ^ net)) < 0 || ((before ^ after) & (net ^ after)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The number of a treatment, whose subtotal is begun if there is none; -1 where the door does not know it. */
    @PerRow
    @SuppressWarnings("ReferenceEquality") // what is another object is looked up by value
    private int ordinal(TaxTreatment treatment) {
        for (int i = 0; i < subtotals; i++) {
            if (seen[i] == treatment) {
                return ordinals[i];
            }
        }
        return another(treatment);
    }

    private int another(TaxTreatment treatment) {
        int ordinal = door.find(treatment);
        for (int i = 0; i < subtotals; i++) {
            if (ordinals[i] == ordinal) {
                return ordinal;
            }
        }
        if (ordinal >= 0) {
            begin(treatment, ordinal);
        }
        return ordinal;
    }

    /** Begins a subtotal, after those of treatments that were given before this one. */
    private void begin(TaxTreatment treatment, int ordinal) {
        if (subtotals == seen.length) {
            seen = Arrays.copyOf(seen, 2 * subtotals);
            ordinals = Arrays.copyOf(ordinals, 2 * subtotals);
        }
        int at = subtotals++;
        for (; at > 0 && ordinals[at - 1] > ordinal; at--) {
            seen[at] = seen[at - 1];
            ordinals[at] = ordinals[at - 1];
        }
        seen[at] = treatment;
        ordinals[at] = ordinal;
        taxables[ordinal] = 0;
    }

    private @Nullable InvoiceSum sum() {
        var sums = new TaxSum[subtotals];
        CurrencyUnit currency = door.currency();
        long withoutTax = 0;
        long tax = 0;
        for (int i = 0; i < subtotals; i++) {
            long taxable = taxables[ordinals[i]];
            long part = rates.tax(ordinals[i], taxable);
            long taxed = withoutTax + taxable;
            if (part == LARGE
                    || ((withoutTax ^ taxed) & (taxable ^ taxed)) < 0
                    || ((tax ^ (tax + part)) & (part ^ (tax + part))) < 0) {
                return null;
            }
            withoutTax = taxed;
            tax += part;
            sums[i] = new TaxSum(
                    door.treatments().get(ordinals[i]),
                    Amount.ofMinor(taxable, currency),
                    Amount.ofMinor(part, currency));
        }
        return new InvoiceSum(Amount.ofMinor(withoutTax, currency), Amount.ofMinor(tax, currency), List.of(sums));
    }
}
