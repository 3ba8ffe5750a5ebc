package io.quittance.kpi.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much was billed: invoices, their lines, or what they bill, before corrections or after those made in the period. 100 invoices of 25.00 each and credit notes of 60.00 are 2,500.00 gross and
 * 2,440.00 net.
 */
public final class BillingVolume implements Kpi<EventFigures<IssuedInvoice>>, Serializable {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("ImmutableEnumChecker") // a definition is a record of strings and enums
    private enum Method {
        INVOICES(KpiDefinition.of(
                "billing.volume.count",
                "Invoices issued",
                KpiUnit.COUNT,
                Direction.INFORMATIONAL,
                "number of invoices issued in the period")),
        LINES(KpiDefinition.of(
                "billing.volume.lines",
                "Lines invoiced",
                KpiUnit.COUNT,
                Direction.INFORMATIONAL,
                "number of lines of invoices issued in the period")),
        GROSS(KpiDefinition.of(
                        "billing.volume.gross",
                        "Billed, gross of credits",
                        KpiUnit.MONEY,
                        Direction.INFORMATIONAL,
                        "amount of invoices issued in the period")
                .undefinedWhen("nothing was billed (NO_INVOICES)" + Invoices.MIXED)),
        NET(KpiDefinition.of(
                        "billing.volume.net",
                        "Billed, net of credits",
                        KpiUnit.MONEY,
                        Direction.INFORMATIONAL,
                        "amount of invoices issued in the period - amounts of corrections made in it")
                .undefinedWhen("nothing was billed or corrected (NO_INVOICES)" + Invoices.MIXED));

        private final KpiDefinition definition;

        Method(KpiDefinition definition) {
            this.definition = definition;
        }
    }

    private final Method method;

    private BillingVolume(Method method) {
        this.method = requireNonNull(method, "method");
    }

    /** The number of invoices; 0 if none was issued. */
    public static BillingVolume invoices() {
        return new BillingVolume(Method.INVOICES);
    }

    /** The number of their lines; 0 if none was issued. */
    public static BillingVolume lines() {
        return new BillingVolume(Method.LINES);
    }

    /** What they bill, before corrections. */
    public static BillingVolume gross() {
        return new BillingVolume(Method.GROSS);
    }

    /** What they bill less the corrections made in the period, of whatever invoice that is known ({@code UNLINKED_CREDITS}); it may be negative. */
    public static BillingVolume net() {
        return new BillingVolume(Method.NET);
    }

    @Override
    public KpiDefinition definition() {
        return method.definition;
    }

    /** A number or an amount; an amount is undefined if nothing was billed, as it has no currency then, or if there are several. */
    @Override
    public KpiResult compute(EventFigures<IssuedInvoice> figures) {
        KpiBasis.Builder basis = Invoices.basis(definition(), figures);
        if (method == Method.NET) {
            Invoices.withoutUnlinked(figures, basis);
        }
        var counted = new ArrayList<IssuedInvoice>();
        var items = new ArrayList<KpiItem>();
        Fraction sum = Fraction.ZERO;
        long issued = 0;
        for (IssuedInvoice invoice : figures.events()) {
            boolean isIssued = invoice.date(Stage.ISSUED)
                    .filter(figures.period()::contains)
                    .isPresent();
            List<Correction> corrections = method == Method.NET ? Invoices.correctionsIn(figures, invoice) : List.of();
            if (isIssued || !corrections.isEmpty()) {
                Fraction billed = isIssued ? billed(invoice) : Fraction.ZERO;
                for (Correction each : corrections) {
                    billed = billed.minus(each.amount().toFraction());
                }
                sum = sum.plus(billed);
                issued += isIssued ? 1 : 0;
                items.add(new KpiItem(invoice.key(), billed, Fraction.ZERO));
                counted.add(invoice);
            }
        }
        basis.count(issued).items(items).numerator(sum);
        if (method == Method.INVOICES || method == Method.LINES) {
            return basis.measured(sum);
        }
        if (!basis.inOneCurrency(counted.stream().map(IssuedInvoice::amount))) {
            return basis.undefined("MIXED_CURRENCIES", "the invoices are in more than one currency");
        }
        return counted.isEmpty()
                ? basis.undefined("NO_INVOICES", "nothing was billed in the period")
                : basis.measured(sum);
    }

    private Fraction billed(IssuedInvoice invoice) {
        return switch (method) {
            case INVOICES -> Fraction.ONE;
            case LINES -> Fraction.of(invoice.lines());
            case GROSS, NET -> invoice.amount().toFraction();
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BillingVolume that && method == that.method;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new BillingVolume(method);
    }

    @Override
    public String toString() {
        return id();
    }
}
