package io.quittance.kpi.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Amount;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How much of the invoices issued in the period is contested, in percent, from cases and invoices; {@code io.quittance.kpi.collection.DisputeRate} is the same from receivables. An invoice is
 * contested once it was, by the day of the question, whatever was decided since. Of four invoices of 100.00, one contested by a case of 30.00 that was opened again, and one by two of 80.00, 2 are
 * contested, 50 %, and 130.00, 32.5 %. Cases that name no invoice, or one that is not known, are in neither ({@code UNLINKED_CASES}).
 *
 * @param method what is counted
 * @param zone in which days begin
 */
public record DisputedShare(Method method, ZoneId zone) implements Kpi<DisputedInvoices>, Serializable {

    /** What is counted. */
    public enum Method {
        /** Amounts: what is contested, all cases of an invoice together and at most the invoice. */
        BY_AMOUNT(
                "billing.dispute-rate.amount",
                "Disputed of what was invoiced, by amount",
                "contested of the invoices issued in the period, all cases of an invoice together and at most the invoice / amount of invoices issued in it × 100",
                Invoices.NONE_ISSUED + Invoices.MIXED),
        /** Invoices of which something is contested. */
        BY_COUNT(
                "billing.dispute-rate.count",
                "Disputed of what was invoiced, by number",
                "invoices issued in the period of which something was contested / invoices issued in it × 100",
                Invoices.NONE_ISSUED);

        @SuppressWarnings("ImmutableEnumChecker") // a record of words
        private final KpiDefinition definition;

        Method(String id, String name, String formula, String undefinedWhen) {
            this.definition = KpiDefinition.of(id, name, KpiUnit.PERCENT, Direction.LOWER, formula)
                    .leading()
                    .undefinedWhen(undefinedWhen);
        }
    }

    /** Checks that both are there. */
    public DisputedShare {
        requireNonNull(method, "method");
        requireNonNull(zone, "zone");
    }

    /** By what is contested of their amounts. */
    public static DisputedShare byAmount(ZoneId zone) {
        return new DisputedShare(Method.BY_AMOUNT, zone);
    }

    /** By the number of invoices of which something is contested. */
    public static DisputedShare byCount(ZoneId zone) {
        return new DisputedShare(Method.BY_COUNT, zone);
    }

    @Override
    public KpiDefinition definition() {
        return method.definition;
    }

    /** In percent; undefined if nothing was invoiced in the period, or amounts are in several currencies. */
    @Override
    public KpiResult compute(DisputedInvoices figures) {
        KpiBasis.Builder basis = Invoices.basis(definition(), figures.invoices());
        if (figures.hasUnlinked(zone)) {
            basis.exclusion("UNLINKED_CASES");
        }
        List<IssuedInvoice> issued = Invoices.in(figures.invoices(), Stage.ISSUED);
        Map<String, Amount> contested = figures.contested(zone);
        List<KpiItem> items =
                issued.stream().map(invoice -> item(invoice, contested)).toList();
        if (method == Method.BY_AMOUNT && !basis.inOneCurrency(issued.stream().map(IssuedInvoice::amount))) {
            return basis.items(items)
                    .count(items.size())
                    .undefined("MIXED_CURRENCIES", "the invoices are in more than one currency");
        }
        return basis.share(items, "NO_INVOICES", "nothing was invoiced in the period");
    }

    private KpiItem item(IssuedInvoice invoice, Map<String, Amount> contested) {
        Amount part = contested.get(invoice.key());
        return switch (method) {
            case BY_COUNT -> KpiItem.counted(invoice.key(), part != null);
            case BY_AMOUNT -> {
                Amount whole = invoice.amount();
                Amount most = part == null ? Amount.zero(whole.getCurrency()) : part.min(whole);
                yield new KpiItem(invoice.key(), most.toFraction(), whole.toFraction());
            }
        };
    }

    @Override
    public int hashCode() {
        return Objects.hash(id(), zone.getId());
    }

    /** The id. */
    @Override
    public String toString() {
        return id();
    }
}
