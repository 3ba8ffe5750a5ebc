package io.quittance.examples.spark;

import io.quittance.core.bulk.LinePrice;
import io.quittance.core.bulk.Tariff;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.ModelPrice;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.usage.Meter;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Terms that many contracts share, for people and compiled for the kernel. Spark ships it as it is: both are serialisable.
 *
 * @param name by which contracts name it
 * @param terms as they were read from JSON
 * @param tariff a price for each meter of the run; nothing for those that these terms do not charge
 */
record PriceList(String name, ContractTerms terms, Tariff tariff) implements Serializable {
    /** How many decimal places quantities have. */
    static final int QUANTITY_SCALE = 3;

    /**
     * Compiles terms.
     *
     * @param meters of the run, in the order of their ordinals
     * @throws IllegalArgumentException if a charge is more than a price for the sum of a meter, or the terms add something for all
     *     charges: a sum does not tell when something was used, and the kernel prices nothing but sums; if the tables have no room
     *     for the decimal places of the currency
     */
    static PriceList of(String name, ContractTerms terms, List<String> meters) {
        int places = terms.currency().getDefaultFractionDigits();
        if (places > InvoiceTables.PLACES) {
            throw new IllegalArgumentException("currency of price list " + name + " must have at most "
                    + InvoiceTables.PLACES + " decimal places, as the tables have, but " + terms.currency() + " has "
                    + places);
        }
        var plain = ContractTerms.builder()
                .currency(terms.currency())
                .zone(terms.zone())
                .lineRounding(terms.lineRounding())
                .conventions(terms.conventions())
                .paymentTerms(terms.paymentTerms())
                .invoicing(terms.invoicing());
        for (Charge charge : terms.charges()) {
            if (!charge.equals(plain(charge))) {
                throw new IllegalArgumentException("charge " + charge.id() + " of price list " + name
                        + " must be a price for the sum of one meter, and nothing else");
            }
            if (terms.charges().stream()
                            .filter(other -> meter(other).equals(meter(charge)))
                            .count()
                    > 1) {
                throw new IllegalArgumentException(
                        "meter " + meter(charge) + " of price list " + name + " must be charged once");
            }
            plain.charge(charge);
        }
        if (!terms.equals(plain.build())) {
            throw new IllegalArgumentException("price list " + name + " must agree nothing for all charges together");
        }
        return new PriceList(name, terms, tariff(terms, meters));
    }

    private static Charge plain(Charge charge) {
        Meter sum = Meter.sum(meter(charge));
        return Charge.usage(charge.id(), sum, charge.model())
                .named(charge.name())
                .unit(charge.unit());
    }

    private static Tariff tariff(ContractTerms terms, List<String> meters) {
        var prices = new ArrayList<LinePrice>();
        for (String meter : meters) {
            prices.add(ModelPrice.of(
                    charge(terms, meter).map(Charge::model).orElse(PerUnit.of("0")),
                    terms.conventions(),
                    QUANTITY_SCALE));
        }
        Rounding rounding = terms.lineRounding();
        return Tariff.of(rounding.scale(), rounding.mode(), prices);
    }

    private static Optional<Charge> charge(ContractTerms terms, String meter) {
        return terms.charges().stream()
                .filter(charge -> meter(charge).equals(meter))
                .findFirst();
    }

    /** The meters that these terms charge, one for each charge, in their order. */
    List<String> meters() {
        return terms.charges().stream().map(PriceList::meter).toList();
    }

    static String meter(Charge charge) {
        return charge.meters().isEmpty() ? "" : charge.meters().get(0).id().value();
    }
}
