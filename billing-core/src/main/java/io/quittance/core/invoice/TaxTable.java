package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.tax.TaxTreatment;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The usual {@link TaxDetermination}: treatments by the day on which a part is complete ({@link TaxableSupply#endOfPart()}), and
 * others for some charges and customers. What is said of a customer goes before what is said of a charge.
 *
 * <p>{@code TaxTable.of(standard("19")).from("2020-07-01", standard("16")).from("2021-01-01", standard("19"))} is the German rate
 * of those years: July 2020 is taxed at 16 %, and so is the year 2020 in one line.
 */
public final class TaxTable implements TaxDetermination, Serializable {
    private static final long serialVersionUID = 1L;

    private final transient List<TaxTreatment> first;
    private final transient NavigableMap<LocalDate, List<TaxTreatment>> later;
    private final transient SortedMap<ChargeId, TaxTable> charges;
    private final transient SortedMap<CustomerId, TaxTable> customers;
    private final transient @Nullable LocalDate corrected;

    private TaxTable(
            List<TaxTreatment> first,
            NavigableMap<LocalDate, List<TaxTreatment>> later,
            SortedMap<ChargeId, TaxTable> charges,
            SortedMap<CustomerId, TaxTable> customers,
            @Nullable LocalDate corrected) {
        this.first = first;
        this.later = later;
        this.charges = charges;
        this.customers = customers;
        this.corrected = corrected;
    }

    /** One treatment for all, on any day; or one for each authority that taxes. */
    public static TaxTable of(TaxTreatment... treatments) {
        return new TaxTable(given(List.of(treatments)), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), null);
    }

    private static List<TaxTreatment> given(List<TaxTreatment> treatments) {
        return TaxTreatment.distinct(Require.notEmpty(treatments, "treatments"));
    }

    /**
     * The same with others for parts that are complete on a day or later.
     *
     * @param day the first one, after those that are there
     */
    public TaxTable from(LocalDate day, TaxTreatment... treatments) {
        return from(day, List.of(treatments));
    }

    /** As {@link #from(LocalDate, TaxTreatment...)}, with an ISO date. */
    public TaxTable from(String day, TaxTreatment... treatments) {
        return from(Dates.parse(day, "day"), treatments);
    }

    private TaxTable from(LocalDate day, List<TaxTreatment> treatments) {
        Dates.inCalendar(day, "day");
        if (!later.isEmpty()) {
            LocalDate last = later.lastKey();
            Require.that(day.isAfter(last), "tax.table-order", "day", "must be after " + last, day);
        }
        var more = new TreeMap<>(later);
        more.put(day, given(treatments));
        return new TaxTable(first, more, charges, customers, corrected);
    }

    /** The same with a table of its own for a charge, in the place of what was said of it. */
    public TaxTable charge(ChargeId charge, TaxTable table) {
        var more = new TreeMap<>(charges);
        more.put(requireNonNull(charge, "charge"), requireNonNull(table, "table"));
        return new TaxTable(first, later, more, customers, corrected);
    }

    /** As {@link #charge(ChargeId, TaxTable)}, with treatments for any day. */
    public TaxTable charge(String charge, TaxTreatment... treatments) {
        return charge(ChargeId.of(charge), of(treatments));
    }

    /** The same with a table of its own for a customer, in the place of what was said of it. */
    public TaxTable customer(CustomerId customer, TaxTable table) {
        var more = new TreeMap<>(customers);
        more.put(requireNonNull(customer, "customer"), requireNonNull(table, "table"));
        return new TaxTable(first, later, charges, more, corrected);
    }

    /** As {@link #customer(CustomerId, TaxTable)}, with treatments for any day. */
    public TaxTable customer(String customer, TaxTreatment... treatments) {
        return customer(CustomerId.of(customer), of(treatments));
    }

    /**
     * The same, of which earlier runs knew otherwise from a day on ({@link #changedFrom}). For one customer: {@code
     * table.customer(customer, TaxTable.of(reverseCharge()).correctedFrom(day))}.
     */
    public TaxTable correctedFrom(LocalDate day) {
        return new TaxTable(first, later, charges, customers, Dates.inCalendar(day, "day"));
    }

    @Override
    public List<TaxTreatment> taxes(TaxableSupply supply) {
        TaxTable other = customers.get(supply.customer());
        if (other == null) {
            other = charges.get(supply.charge());
        }
        if (other != null) {
            return other.taxes(supply);
        }
        Map.Entry<LocalDate, List<TaxTreatment>> entry = later.floorEntry(supply.endOfPart());
        return entry == null ? first : entry.getValue();
    }

    /** The earliest day of this table and of those in it that the customer may have. */
    @Override
    public Optional<LocalDate> changedFrom(ContractId contract, CustomerId customer) {
        TaxTable own = customers.get(customer);
        Stream<TaxTable> tables = own == null ? charges.values().stream() : Stream.of(own);
        return Stream.concat(
                        Stream.ofNullable(corrected),
                        tables.flatMap(table -> table.changedFrom(contract, customer).stream()))
                .min(LocalDate::compareTo);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TaxTable that
                && first.equals(that.first)
                && later.equals(that.later)
                && charges.equals(that.charges)
                && customers.equals(that.customers)
                && Objects.equals(corrected, that.corrected);
    }

    @Override
    public int hashCode() {
        return Objects.hash(first, later, charges, customers, corrected);
    }

    /** For example {@code [S 19%], from 2020-07-01 [S 16%], customer ACME: [AE 0% VATEX-EU-AE]}. */
    @Override
    public String toString() {
        var parts = new ArrayList<String>();
        parts.add(first.toString());
        later.forEach((day, treatments) -> parts.add("from " + day + " " + treatments));
        charges.forEach((charge, table) -> parts.add("charge " + charge + ": " + table));
        customers.forEach((customer, table) -> parts.add("customer " + customer + ": " + table));
        if (corrected != null) {
            parts.add("corrected from " + corrected);
        }
        return String.join(", ", parts);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a table is read through its proxy");
    }

    private Object writeReplace() {
        return new Proxy(first, new TreeMap<>(later), new TreeMap<>(charges), new TreeMap<>(customers), corrected);
    }

    /** The serial form. */
    private record Proxy(
            List<TaxTreatment> first,
            TreeMap<LocalDate, List<TaxTreatment>> later,
            TreeMap<ChargeId, TaxTable> charges,
            TreeMap<CustomerId, TaxTable> customers,
            @Nullable LocalDate corrected)
            implements Serializable {
        private Object readResolve() {
            TaxTable table = of(first.toArray(TaxTreatment[]::new));
            for (Map.Entry<LocalDate, List<TaxTreatment>> each : later.entrySet()) {
                table = table.from(each.getKey(), each.getValue());
            }
            for (Map.Entry<ChargeId, TaxTable> each : charges.entrySet()) {
                table = table.charge(each.getKey(), each.getValue());
            }
            for (Map.Entry<CustomerId, TaxTable> each : customers.entrySet()) {
                table = table.customer(each.getKey(), each.getValue());
            }
            return corrected == null ? table : table.correctedFrom(corrected);
        }
    }
}
