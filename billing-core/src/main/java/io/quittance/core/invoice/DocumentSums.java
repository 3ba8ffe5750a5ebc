package io.quittance.core.invoice;

import static io.quittance.core.invoice.AllowanceCharge.Kind.ALLOWANCE;

import io.quittance.core.money.Amount;
import io.quittance.core.tax.TaxBreakdown;
import io.quittance.core.tax.TaxPolicy;
import io.quittance.core.tax.TaxedAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Adds a document up, in the order of EN 16931: lines, what is off and on top, tax, what was paid, what is left. */
final class DocumentSums {
    private final CurrencyUnit currency;
    private final List<InvoiceLine> lines;
    private final List<AllowanceCharge> allowanceCharges;
    private final List<Amount> lineNets = new ArrayList<>();
    private final List<Amount> allowanceNets = new ArrayList<>();
    private final TaxBreakdown taxes;
    /** What is due before rounding: where prices include the tax, what they add up to. */
    private final Amount gross;

    /**
     * Adds up.
     *
     * @param pricesIncludeTax whether all amounts include the tax
     * @param credited of a credit note, whose taxes are what is left of those of the invoice
     */
    DocumentSums(
            CurrencyUnit currency,
            List<InvoiceLine> lines,
            List<AllowanceCharge> allowanceCharges,
            TaxPolicy policy,
            boolean pricesIncludeTax,
            @Nullable Credited credited) {
        this.currency = currency;
        this.lines = lines;
        this.allowanceCharges = allowanceCharges;
        List<TaxedAmount> amounts = amounts(lines, allowanceCharges);
        List<TaxedAmount> nets;
        if (credited != null) {
            nets = pricesIncludeTax ? credited.withoutTax(amounts) : amounts;
            taxes = TaxBreakdown.given(nets, credited.taxes(), currency);
        } else if (pricesIncludeTax) {
            TaxBreakdown within = TaxBreakdown.within(amounts, currency, policy);
            nets = without(within.taxes(), amounts);
            taxes = policy.isRateOfBase() ? TaxBreakdown.on(nets, currency, policy) : within;
        } else {
            nets = amounts;
            taxes = TaxBreakdown.on(nets, currency, policy);
        }
        gross = pricesIncludeTax
                ? total(amounts.stream().map(TaxedAmount::amount).toList())
                : total(nets.stream().map(TaxedAmount::amount).toList()).add(taxes.total());
        addNets(nets);
        addGroups(pricesIncludeTax);
    }

    /** The lines that count, then what is off and on top of the document. */
    private static List<TaxedAmount> amounts(List<InvoiceLine> lines, List<AllowanceCharge> allowanceCharges) {
        var amounts = new ArrayList<TaxedAmount>();
        for (InvoiceLine line : lines) {
            if (line.status() == InvoiceLine.Status.DETAIL) {
                amounts.add(new TaxedAmount(line.netAmount(), line.taxes()));
            }
        }
        for (AllowanceCharge allowanceCharge : allowanceCharges) {
            amounts.add(new TaxedAmount(allowanceCharge.signed(), allowanceCharge.taxes()));
        }
        return amounts;
    }

    private static List<TaxedAmount> without(List<Amount> taxes, List<TaxedAmount> amounts) {
        var nets = new ArrayList<TaxedAmount>();
        for (int i = 0; i < amounts.size(); i++) {
            TaxedAmount amount = amounts.get(i);
            nets.add(new TaxedAmount(amount.amount().subtract(taxes.get(i)), amount.taxes()));
        }
        return nets;
    }

    private void addNets(List<TaxedAmount> nets) {
        int at = 0;
        for (InvoiceLine line : lines) {
            boolean counts = line.status() == InvoiceLine.Status.DETAIL;
            lineNets.add(counts ? nets.get(at++).amount() : line.netAmount());
        }
        for (AllowanceCharge allowanceCharge : allowanceCharges) {
            Amount signed = nets.get(at++).amount();
            allowanceNets.add(allowanceCharge.kind() == ALLOWANCE ? signed.negate() : signed);
        }
    }

    /**
     * A group without figures of its own shows what the lines within it add up to, at any depth; where prices include the tax, each
     * that has lines does.
     */
    private void addGroups(boolean always) {
        Map<Integer, Amount> sums = new LineGroups(lines).sums(lineNets);
        sums.forEach((group, sum) -> {
            InvoiceLine line = lines.get(group);
            if (line.status() == InvoiceLine.Status.GROUP
                    && (always || line.price().net().signum() == 0)) {
                lineNets.set(group, sum);
            }
        });
    }

    private Amount total(List<Amount> amounts) {
        return amounts.stream().reduce(Amount.zero(currency), Amount::add);
    }

    /** The amount of each line without tax (BT-131). */
    List<Amount> lineNets() {
        return lineNets;
    }

    /** The amount of each allowance and charge of the document without tax (BT-92, BT-99). */
    List<Amount> allowanceNets() {
        return allowanceNets;
    }

    TaxBreakdown taxes() {
        return taxes;
    }

    InvoiceTotals totals(List<Prepayment> prepayments, Amount rounding, Optional<CashRounding> cash) {
        Amount counted = Amount.zero(currency);
        Amount allowances = counted;
        Amount charges = counted;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).status() == InvoiceLine.Status.DETAIL) {
                counted = counted.add(lineNets.get(i));
            }
        }
        for (int i = 0; i < allowanceCharges.size(); i++) {
            if (allowanceCharges.get(i).kind() == ALLOWANCE) {
                allowances = allowances.add(allowanceNets.get(i));
            } else {
                charges = charges.add(allowanceNets.get(i));
            }
        }
        Amount withoutTax = counted.subtract(allowances).add(charges);
        Amount withTax = withoutTax.add(taxes.total());
        Amount prepaid = total(prepayments.stream().map(Prepayment::amount).toList());
        Amount added = rounding.add(gross.subtract(withTax));
        Amount open = withTax.subtract(prepaid).add(added);
        Amount coins = cash.map(rule -> rule.difference(open)).orElse(Amount.zero(currency));
        return new InvoiceTotals(
                counted,
                allowances,
                charges,
                withoutTax,
                taxes.total(),
                withTax,
                prepaid,
                added.add(coins),
                open.add(coins));
    }
}
