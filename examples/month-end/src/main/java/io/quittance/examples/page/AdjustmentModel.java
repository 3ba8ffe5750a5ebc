package io.quittance.examples.page;

import io.quittance.core.invoice.AllowanceCharge;
import io.quittance.core.money.Amount;
import java.util.ArrayList;

/**
 * What is off or on top of a line or a document.
 *
 * @param name which way, and why
 * @param detail of what it is how much, and how it is taxed; may be empty
 * @param amount negative where it is off
 */
record AdjustmentModel(String name, String detail, String amount) {

    /**
     * One of them.
     *
     * @param net its amount as the page shows it, without a sign
     */
    static AdjustmentModel of(AllowanceCharge one, Amount net, Words words) {
        boolean off = one.kind() == AllowanceCharge.Kind.ALLOWANCE;
        var name = new ArrayList<String>();
        name.add(words.of(off ? "less" : "plus"));
        one.reason().ifPresent(name::add);
        one.reasonCode().ifPresent(code -> name.add("(" + code + ")"));
        var detail = new ArrayList<String>();
        one.percent()
                .ifPresent(percent -> detail.add(words.percent(percent)
                        + one.base()
                                .map(base -> " " + words.of("percent-of") + " " + words.number(base))
                                .orElse("")));
        if (!one.taxes().isEmpty()) {
            detail.add(TaxWords.brief(one.taxes(), words));
        }
        return new AdjustmentModel(
                String.join(" ", name), String.join(" · ", detail), words.number(off ? net.negate() : net));
    }
}
