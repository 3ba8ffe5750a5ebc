package io.quittance.core.party;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a document names: seller, buyer, payee or tax representative (EN 16931, BG-4, BG-7, BG-10, BG-11). {@code
 * Party.named("Example GmbH").at(PostalAddress.in("DE").withCity("Berlin")).withVatId("DE123456789")}. What a document needs of it
 * depends on what it says; its {@code check()} tells what is missing. No text shows more than the country.
 */
public final class Party implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final @Nullable String tradingName;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<Identifier> ids;

    private final @Nullable Identifier legalId;
    private final @Nullable String vatId;
    private final @Nullable String taxRegistrationId;
    private final @Nullable String legalInformation;
    private final @Nullable Identifier electronicAddress;
    private final @Nullable PostalAddress address;
    private final @Nullable Contact contact;

    /** A party while a part of it is changed. */
    private static final class Draft {
        private final String name;
        private @Nullable String tradingName;
        private List<Identifier> ids = List.of();
        private @Nullable Identifier legalId;
        private @Nullable String vatId;
        private @Nullable String taxRegistrationId;
        private @Nullable String legalInformation;
        private @Nullable Identifier electronicAddress;
        private @Nullable PostalAddress address;
        private @Nullable Contact contact;

        private Draft(String name) {
            this.name = name;
        }
    }

    private Party(Draft draft) {
        name = Require.hiddenId(draft.name, "party.name");
        tradingName = Require.optionalHiddenId(draft.tradingName, "party.tradingName");
        ids = List.copyOf(draft.ids);
        legalId = draft.legalId;
        vatId = Require.optionalHiddenId(draft.vatId, "party.vatId");
        taxRegistrationId = Require.optionalHiddenId(draft.taxRegistrationId, "party.taxRegistrationId");
        legalInformation = Require.optionalHiddenId(draft.legalInformation, "party.legalInformation");
        electronicAddress = draft.electronicAddress;
        address = draft.address;
        contact = draft.contact;
    }

    private Party with(Consumer<Draft> change) {
        var draft = new Draft(name);
        draft.tradingName = tradingName;
        draft.ids = ids;
        draft.legalId = legalId;
        draft.vatId = vatId;
        draft.taxRegistrationId = taxRegistrationId;
        draft.legalInformation = legalInformation;
        draft.electronicAddress = electronicAddress;
        draft.address = address;
        draft.contact = contact;
        change.accept(draft);
        return new Party(draft);
    }

    /** Somebody of whom only the legal name is known. */
    public static Party named(String name) {
        return new Party(new Draft(name));
    }

    /** The same with the name by which it is known, other than the legal one. */
    public Party tradingAs(String newName) {
        requireNonNull(newName, "tradingName");
        return with(draft -> draft.tradingName = newName);
    }

    /** The same with one more identifier, such as a location number or the seller's number at the buyer. */
    public Party identifiedBy(Identifier more) {
        return identifiedBy(List.of(requireNonNull(more, "id")));
    }

    /** As {@link #identifiedBy(Identifier)}, with several in order. */
    public Party identifiedBy(List<Identifier> more) {
        var all = new ArrayList<>(ids);
        all.addAll(more);
        return with(draft -> draft.ids = all);
    }

    /** The same with its number in a register of companies. */
    public Party registeredAs(Identifier id) {
        requireNonNull(id, "legalId");
        return with(draft -> draft.legalId = id);
    }

    /** The same with its number for value added tax, which begins with the code of a country: {@code DE123456789}. */
    public Party withVatId(String id) {
        requireNonNull(id, "vatId");
        return with(draft -> draft.vatId = id);
    }

    /** The same with its number at the local tax office; for sellers. */
    public Party withTaxRegistrationId(String id) {
        requireNonNull(id, "taxRegistrationId");
        return with(draft -> draft.taxRegistrationId = id);
    }

    /** The same with what the law wants said of it, such as its form and capital; for sellers. */
    public Party withLegalInformation(String text) {
        requireNonNull(text, "legalInformation");
        return with(draft -> draft.legalInformation = text);
    }

    /** The same with the address to which electronic documents go, with its scheme: {@code 0088:4000001000005}. */
    public Party reachedAt(Identifier address) {
        requireNonNull(address, "electronicAddress");
        return with(draft -> draft.electronicAddress = address);
    }

    /** The same at a postal address. */
    public Party at(PostalAddress newAddress) {
        requireNonNull(newAddress, "address");
        return with(draft -> draft.address = newAddress);
    }

    /** The same with somebody to ask. */
    public Party withContact(Contact newContact) {
        requireNonNull(newContact, "contact");
        return with(draft -> draft.contact = newContact);
    }

    /** The legal name (BT-27, BT-44, BT-59, BT-62). */
    public String name() {
        return name;
    }

    /** The name by which it is known, if that is another (BT-28, BT-45). */
    public Optional<String> tradingName() {
        return Optional.ofNullable(tradingName);
    }

    /** Its identifiers, in order (BT-29, BT-46, BT-60). */
    public List<Identifier> ids() {
        return ids;
    }

    /** Its number in a register of companies (BT-30, BT-47, BT-61). */
    public Optional<Identifier> legalId() {
        return Optional.ofNullable(legalId);
    }

    /** Its number for value added tax (BT-31, BT-48, BT-63). */
    public Optional<String> vatId() {
        return Optional.ofNullable(vatId);
    }

    /** Its number at the local tax office (BT-32). */
    public Optional<String> taxRegistrationId() {
        return Optional.ofNullable(taxRegistrationId);
    }

    /** What the law wants said of it (BT-33). */
    public Optional<String> legalInformation() {
        return Optional.ofNullable(legalInformation);
    }

    /** The address to which electronic documents go (BT-34, BT-49). */
    public Optional<Identifier> electronicAddress() {
        return Optional.ofNullable(electronicAddress);
    }

    /** Where it is (BG-5, BG-8, BG-12). */
    public Optional<PostalAddress> address() {
        return Optional.ofNullable(address);
    }

    /** Whom to ask (BG-6, BG-9). */
    public Optional<Contact> contact() {
        return Optional.ofNullable(contact);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Party that
                && name.equals(that.name)
                && Objects.equals(tradingName, that.tradingName)
                && ids.equals(that.ids)
                && Objects.equals(legalId, that.legalId)
                && Objects.equals(vatId, that.vatId)
                && Objects.equals(taxRegistrationId, that.taxRegistrationId)
                && Objects.equals(legalInformation, that.legalInformation)
                && Objects.equals(electronicAddress, that.electronicAddress)
                && Objects.equals(address, that.address)
                && Objects.equals(contact, that.contact);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, ids, legalId, vatId, address);
    }

    /** The country only: {@code party in DE}. */
    @Override
    public String toString() {
        return address == null ? "party ***" : "party in " + address.country();
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return with(draft -> draft.ids = new ArrayList<>(ids));
    }
}
