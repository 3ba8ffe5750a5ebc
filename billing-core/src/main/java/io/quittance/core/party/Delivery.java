package io.quittance.core.party;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When and where something was delivered (EN 16931, BG-13): {@code
 * Delivery.on(LocalDate.parse("2026-03-05")).at(PostalAddress.in("AT"))}.
 */
public final class Delivery implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Delivery UNKNOWN = new Delivery(null, null, null, null);

    private final @Nullable LocalDate date;
    private final @Nullable String name;
    private final @Nullable Identifier location;
    private final @Nullable PostalAddress address;

    private Delivery(
            @Nullable LocalDate date,
            @Nullable String name,
            @Nullable Identifier location,
            @Nullable PostalAddress address) {
        this.date = date == null ? null : Dates.inCalendar(date, "delivery.date");
        this.name = Require.optionalHiddenId(name, "delivery.name");
        this.location = location;
        this.address = address;
    }

    /** On a day. */
    public static Delivery on(LocalDate date) {
        return new Delivery(requireNonNull(date, "date"), null, null, null);
    }

    /** To an address. */
    public static Delivery to(PostalAddress address) {
        return UNKNOWN.at(address);
    }

    /** The same to somebody, by name. */
    public Delivery receivedBy(String newName) {
        return new Delivery(date, requireNonNull(newName, "name"), location, address);
    }

    /** The same to a location with a number. */
    public Delivery atLocation(Identifier id) {
        return new Delivery(date, name, requireNonNull(id, "location"), address);
    }

    /** The same to an address. */
    public Delivery at(PostalAddress newAddress) {
        return new Delivery(date, name, location, requireNonNull(newAddress, "address"));
    }

    /** The day (BT-72). */
    public Optional<LocalDate> date() {
        return Optional.ofNullable(date);
    }

    /** To whom (BT-70). */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** The number of the place (BT-71). */
    public Optional<Identifier> location() {
        return Optional.ofNullable(location);
    }

    /** The place (BG-15). */
    public Optional<PostalAddress> address() {
        return Optional.ofNullable(address);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Delivery that
                && Objects.equals(date, that.date)
                && Objects.equals(name, that.name)
                && Objects.equals(location, that.location)
                && Objects.equals(address, that.address);
    }

    @Override
    public int hashCode() {
        return Objects.hash(date, name, location, address);
    }

    /** Day and country only: {@code delivery 2026-03-05, address in AT}. */
    @Override
    public String toString() {
        return "delivery" + (date == null ? "" : " " + date) + (address == null ? "" : ", " + address);
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new Delivery(date, name, location, address);
    }
}
