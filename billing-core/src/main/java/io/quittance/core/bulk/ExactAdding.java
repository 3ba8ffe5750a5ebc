package io.quittance.core.bulk;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InexactResultException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.MinorUnits;
import io.quittance.core.tax.TaxTreatment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds the lines of one document up by amounts of any size, and refuses by name what cannot be added up. */
final class ExactAdding {
    private final InvoiceSums door;
    /** By the number of the treatment. */
    private final Map<Integer, Amount> taxables = new TreeMap<>();

    ExactAdding(InvoiceSums door) {
        this.door = door;
    }

    InvoiceSum sum(List<PricedLine> lines) {
        int at = 0;
        for (PricedLine line : lines) {
            String path = "lines[" + at + "]";
            add(requireNonNull(line, path), path);
            at++;
        }
        Amount withoutTax = Amount.zero(door.currency());
        Amount total = withoutTax;
        var sums = new ArrayList<TaxSum>();
        for (Map.Entry<Integer, Amount> entry : taxables.entrySet()) {
            TaxTreatment treatment = door.treatments().get(entry.getKey());
            Amount tax = tax(treatment, entry.getValue());
            sums.add(new TaxSum(treatment, entry.getValue(), tax));
            withoutTax = withoutTax.add(entry.getValue());
            total = total.add(tax);
        }
        return new InvoiceSum(withoutTax, total, sums);
    }

    private void add(PricedLine line, String path) {
        try {
            int ordinal = door.ordinal(line.treatment());
            taxables.merge(ordinal, net(line), Amount::add);
        } catch (InvalidArgumentException e) {
            throw e.at(path);
        } catch (InexactResultException e) {
            throw e.at(path);
        }
    }

    private Amount net(PricedLine line) {
        BigDecimal quantity = Require.number(line.quantity(), "quantity");
        BigDecimal price = Require.number(line.netPrice(), "netPrice");
        Require.that(
                price.signum() >= 0,
                "price.negative",
                "netPrice",
                "must not be negative; use a negative quantity (BR-27)",
                price.toPlainString());
        Amount allowance = Amount.of(Require.number(line.allowance(), "allowance"), door.currency());
        return Fraction.of(quantity)
                .times(Fraction.of(price))
                .round(door.lineRounding(), door.currency())
                .subtract(MinorUnits.require(allowance, "allowance"));
    }

    private Amount tax(TaxTreatment treatment, Amount taxable) {
        try {
            return treatment.rateOrZero().on(taxable.toFraction()).round(door.taxRounding(), door.currency());
        } catch (InexactResultException e) {
            throw e.at("subtotals[" + treatment + "]");
        }
    }
}
