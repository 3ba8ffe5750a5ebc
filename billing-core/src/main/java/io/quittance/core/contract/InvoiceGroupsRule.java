package io.quittance.core.contract;

import static io.quittance.core.contract.ReviewFinding.gap;
import static io.quittance.core.contract.ReviewFinding.note;

import io.quittance.core.contract.InvoicingRequirements.Grouping;
import io.quittance.core.explain.Explanation;
import java.util.function.Consumer;

/** Invoices by groups or orders that no charge has, and groups of charges by which invoices are not divided. */
final class InvoiceGroupsRule implements ReviewRule {
    @Override
    public void review(ReviewedContract contract, Consumer<ReviewFinding> findings) {
        for (ReviewedTerms version : contract.versions()) {
            Grouping grouping = version.terms().invoicing().grouping();
            boolean missing = version.terms().charges().stream().noneMatch(charge -> switch (grouping) {
                case CONTRACT -> true;
                case CHARGE_GROUP -> charge.group().isPresent();
                case ORDER_REFERENCE -> charge.ancillary().isPresent();
            });
            if (missing) {
                findings.accept(gap(
                        version.path() + "invoicing.grouping",
                        Explanation.of("review.no-groups", "invoices are by {0}, and no charge has one", grouping)));
            }
        }
        for (ReviewedCharge charge : contract.newCharges()) {
            if (charge.charge().group().isPresent()
                    && charge.version().terms().invoicing().grouping() != Grouping.CHARGE_GROUP) {
                findings.accept(note(
                        charge.path() + ".group",
                        Explanation.of(
                                "review.group-unused",
                                "invoices are by {0}, not by groups",
                                charge.version().terms().invoicing().grouping())));
            }
        }
    }
}
