package io.quittance.kpi.communication;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.schedule.LocalDays;
import io.quittance.kpi.Direction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.TreeMap;

/**
 * How many of those written to or called reply, promise or pay within some days, in percent. Several messages to one customer count once, and one that is answered is enough. A
 * message that bounced is excluded as {@code BOUNCED}, one whose days are not over as {@code WINDOW_OPEN}, one that was sent after the customer had paid, who did not pay again within those days, as {@code
 * PAYMENT_UNDER_WAY}.
 * Of four customers, one replies on the last day and one a day later: 25 %.
 *
 * @param method whose responses to what
 * @param windowDays how many days after the day of the message a response counts, the last one included; 0 or more
 * @param zone in which days begin
 */
public record ContactResponseRate(Method method, int windowDays, ZoneId zone)
        implements Kpi<EventFigures<Contact>>, Serializable {

    /** Whose responses to what. */
    public enum Method {
        /** Customers who respond to personal messages. */
        CUSTOMERS,
        /** Personal messages that are responded to. */
        MESSAGES,
        /** Customers who respond to automatic messages. */
        REMINDED_CUSTOMERS;

        private KpiDefinition definition(int days) {
            String within = " within " + days + " days";
            String suffix = ".within-" + days + "-days";
            return switch (this) {
                case CUSTOMERS ->
                    define(
                            "contact.response-rate.customers" + suffix,
                            "Customers who respond to personal messages" + within,
                            "customers who replied, promised or paid within the days of the window / customers sent personal messages in the period whose window is over, without what bounced or followed a payment × 100");
                case MESSAGES ->
                    define(
                            "contact.response-rate.messages" + suffix,
                            "Personal messages responded to" + within,
                            "personal messages with a reply, promise or payment within the days of the window / personal messages sent in the period whose window is over, without what bounced or followed a payment × 100");
                case REMINDED_CUSTOMERS ->
                    define(
                            "reminders.response-rate" + suffix,
                            "Customers who respond to reminders" + within,
                            "customers who replied, promised or paid within the days of the window / customers sent automatic reminders in the period whose window is over, without what bounced or followed a payment × 100");
            };
        }

        private static KpiDefinition define(String id, String name, String formula) {
            return KpiDefinition.of(id, name, KpiUnit.PERCENT, Direction.HIGHER, formula)
                    .leading()
                    .undefinedWhen("none was sent whose window is over (NO_CONTACTS)");
        }
    }

    /** Checks the parts. */
    public ContactResponseRate {
        requireNonNull(method, "method");
        Require.that(windowDays >= 0, "number.negative", "windowDays", "must not be negative", windowDays);
        requireNonNull(zone, "zone");
    }

    /** The share of customers who respond to personal messages within so many days. */
    public static ContactResponseRate byCustomer(int windowDays, ZoneId zone) {
        return new ContactResponseRate(Method.CUSTOMERS, windowDays, zone);
    }

    /** The share of personal messages that are responded to within so many days. */
    public static ContactResponseRate byMessage(int windowDays, ZoneId zone) {
        return new ContactResponseRate(Method.MESSAGES, windowDays, zone);
    }

    /** The share of customers who respond to automatic reminders within so many days. */
    public static ContactResponseRate toReminders(int windowDays, ZoneId zone) {
        return new ContactResponseRate(Method.REMINDED_CUSTOMERS, windowDays, zone);
    }

    @Override
    public KpiDefinition definition() {
        return method.definition(windowDays);
    }

    /** In percent; undefined if nothing was sent in the period whose days are over. */
    @Override
    public KpiResult compute(EventFigures<Contact> figures) {
        KpiBasis.Builder basis = KpiBasis.of(definition()).period(figures.period());
        var responded = new TreeMap<String, Boolean>();
        for (Contact contact : figures.events()) {
            if (contact.automatic() == (method == Method.REMINDED_CUSTOMERS)
                    && figures.period().contains(contact.sent(), zone)) {
                LocalDate last = LocalDays.dayOf(contact.sent(), zone).plusDays(windowDays);
                String excluded = exclusion(contact, last, figures.isOver(last, zone));
                if (excluded.isEmpty()) {
                    responded.merge(counted(contact), isResponded(contact, last), Boolean::logicalOr);
                } else {
                    basis.exclusion(excluded);
                }
            }
        }
        return basis.share(
                responded.entrySet().stream()
                        .map(one -> KpiItem.counted(one.getKey(), one.getValue()))
                        .toList(),
                "NO_CONTACTS",
                "no message was sent in the period whose window is over");
    }

    private String exclusion(Contact contact, LocalDate last, boolean isOver) {
        if (contact.bounced()) {
            return "BOUNCED";
        }
        if (!isOver) {
            return "WINDOW_OPEN";
        }
        return contact.isAfterPayment(last.plusDays(1).atStartOfDay(zone).toInstant()) ? "PAYMENT_UNDER_WAY" : "";
    }

    private String counted(Contact contact) {
        return method == Method.MESSAGES ? contact.key() : contact.customer();
    }

    private boolean isResponded(Contact contact, LocalDate last) {
        return contact.response()
                .filter(at -> !LocalDays.dayOf(at, zone).isAfter(last))
                .isPresent();
    }

    @Override
    public int hashCode() {
        return 31 * (31 * id().hashCode() + windowDays) + zone.getId().hashCode();
    }

    /** The id. */
    @Override
    public String toString() {
        return id();
    }
}
