package io.quittance.core.revenue;

import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * The figures of an obligation or of a contract at the end of a day, all without tax. On every level billed − earned = deferred −
 * unbilled and promised = earned + remaining.
 */
public sealed interface RevenueFigures extends Serializable permits ObligationRevenue, ContractRevenue {

    /** The day at whose end they hold. */
    LocalDate day();

    /** What is promised in all, by the terms of the day ({@link RevenueFigure#PROMISED}). */
    Amount promised();

    /** What was invoiced less what was credited, up to and with the day ({@link RevenueFigure#BILLED}). */
    Amount billed();

    /** What is earned so far ({@link RevenueFigure#EARNED}). */
    Amount earned();

    /** What is billed and not yet earned ({@link RevenueFigure#DEFERRED}). */
    Amount deferred();

    /** What is earned and not yet billed ({@link RevenueFigure#UNBILLED}). */
    Amount unbilled();

    /** Promised less earned ({@link RevenueFigure#REMAINING}). */
    default Amount remaining() {
        return promised().subtract(earned());
    }

    /** Billed less earned, which is deferred less unbilled: above zero a liability, below zero an asset. */
    default Amount balance() {
        return billed().subtract(earned());
    }

    /** One of the figures. */
    default Amount amount(RevenueFigure figure) {
        return switch (figure) {
            case PROMISED -> promised();
            case BILLED -> billed();
            case EARNED -> earned();
            case DEFERRED -> deferred();
            case UNBILLED -> unbilled();
            case REMAINING -> remaining();
        };
    }

    /** How one of the figures comes about, such as {@code billed EUR 1200.00, earned EUR 101.92: EUR 1098.08 deferred}. */
    default Explanation explanation(RevenueFigure figure) {
        return switch (figure) {
            case PROMISED -> Explanation.of("revenue.promised", "{0} promised by {1}", promised(), day());
            case BILLED -> Explanation.of("revenue.billed", "{0} billed by {1}", billed(), day());
            case EARNED -> Explanation.of("revenue.earned", "{0} earned by {1}", earned(), day());
            case DEFERRED ->
                Explanation.of(
                        "revenue.deferred", "billed {0}, earned {1}: {2} deferred", billed(), earned(), deferred());
            case UNBILLED ->
                Explanation.of(
                        "revenue.unbilled", "billed {0}, earned {1}: {2} unbilled", billed(), earned(), unbilled());
            case REMAINING ->
                Explanation.of(
                        "revenue.remaining",
                        "promised {0}, earned {1}: {2} remaining",
                        promised(),
                        earned(),
                        remaining());
        };
    }
}
