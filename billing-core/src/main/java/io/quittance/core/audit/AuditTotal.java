package io.quittance.core.audit;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceType;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * What documents of one type and currency come to. Those of credit notes are positive, as they stand on them.
 *
 * @param type invoices, credit notes and so on
 * @param count how many documents
 * @param withoutTax the sum of BT-109
 * @param tax the sum of BT-110
 * @param withTax the sum of BT-112
 * @param due the sum of BT-115
 */
public record AuditTotal(InvoiceType type, long count, Amount withoutTax, Amount tax, Amount withTax, Amount due)
        implements Serializable {

    /** Checks the parts. */
    public AuditTotal {
        requireNonNull(type, "type");
        Require.that(count >= 0, "number.negative", "count", "must not be negative", count);
        requireNonNull(withoutTax, "withoutTax");
        requireNonNull(tax, "tax");
        requireNonNull(withTax, "withTax");
        requireNonNull(due, "due");
    }

    /** By currency and type, in the order of their codes. */
    static List<AuditTotal> of(Collection<Invoice> documents) {
        var sums = new TreeMap<String, AuditTotal>();
        for (Invoice document : documents) {
            AuditTotal one = of(document);
            sums.merge(
                    one.due.getCurrency().getCurrencyCode() + " " + one.type.code(),
                    one,
                    (all, next) -> all.plus(next));
        }
        return new ArrayList<>(sums.values());
    }

    private static AuditTotal of(Invoice document) {
        return new AuditTotal(
                document.type(),
                1,
                document.totals().withoutTax(),
                document.totals().tax(),
                document.totals().withTax(),
                document.totals().due());
    }

    private AuditTotal plus(AuditTotal more) {
        return new AuditTotal(
                type,
                count + more.count,
                withoutTax.add(more.withoutTax),
                tax.add(more.tax),
                withTax.add(more.withTax),
                due.add(more.due));
    }

    /** For example {@code 12 of 380: EUR 1190.00}. */
    @Override
    public String toString() {
        return count + " of " + type.code() + ": " + withTax;
    }
}
