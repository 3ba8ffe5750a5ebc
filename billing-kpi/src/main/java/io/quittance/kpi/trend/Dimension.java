package io.quittance.kpi.trend;

import io.quittance.core.internal.Require;
import java.io.Serializable;

/**
 * By what a KPI is cut into parts, each of which has a key: by customer, the keys are customers.
 *
 * @param name such as {@code customer}; any other of yours, such as {@code country}
 */
public record Dimension(String name) implements Serializable, Comparable<Dimension> {
    /** By who owes. */
    public static final Dimension CUSTOMER = new Dimension("customer");
    /** By group of customers or products. */
    public static final Dimension SEGMENT = new Dimension("segment");
    /** By currency; each key is an ISO 4217 code and its results are in that currency. */
    public static final Dimension CURRENCY = new Dimension("currency");
    /** By who collects. */
    public static final Dimension COLLECTOR = new Dimension("collector");
    /** By who makes the invoices. */
    public static final Dimension PREPARER = new Dimension("preparer");
    /** By why something happened, such as the reason of a correction or of a dispute. */
    public static final Dimension REASON = new Dimension("reason");
    /** By the items behind the values, such as invoices. */
    public static final Dimension ITEM = new Dimension("item");

    /** Checks that it has a name. */
    public Dimension {
        Require.id(name, "name");
    }

    /** By name. */
    @Override
    public int compareTo(Dimension other) {
        return name.compareTo(other.name);
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
