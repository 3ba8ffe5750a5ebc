package io.quittance.core.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.internal.SerialStreams;
import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PartyTest {
    private static final PostalAddress BERLIN = PostalAddress.in("DE")
            .withLines("Lindenweg 5", "Hof 2")
            .withCity("Berlin")
            .withPostCode("10115")
            .withSubdivision("BE");
    private static final Contact ERIKA =
            Contact.of("Erika Muster").withTelephone("+49 30 1").withEmail("erika@example.com");
    private static final Identifier GLN = Identifier.of("4000001000005", "0088");
    private static final Party SELLER = Party.named("Beispiel GmbH")
            .tradingAs("Beispiel")
            .identifiedBy(GLN)
            .registeredAs(Identifier.of("HRB 1"))
            .withVatId("DE123456789")
            .withTaxRegistrationId("12/345/67890")
            .withLegalInformation("Capital 25,000 EUR")
            .reachedAt(Identifier.of("seller@example.com", "EM"))
            .at(BERLIN)
            .withContact(ERIKA);
    private static final Delivery DELIVERY = Delivery.on(LocalDate.of(2026, 3, 5))
            .receivedBy("Werk 2")
            .atLocation(GLN)
            .at(BERLIN);

    /** In each row the first differs from each other by one thing. */
    static Stream<List<Serializable>> different() {
        return Stream.of(
                List.of(
                        SELLER,
                        Party.named("Beispiel GmbH"),
                        SELLER.tradingAs("Other"),
                        SELLER.identifiedBy(Identifier.of("7")),
                        SELLER.registeredAs(Identifier.of("HRB 2")),
                        SELLER.withVatId("DE2"),
                        SELLER.withTaxRegistrationId("13"),
                        SELLER.withLegalInformation("none"),
                        SELLER.reachedAt(Identifier.of("other@example.com", "EM")),
                        SELLER.at(PostalAddress.in("AT")),
                        SELLER.withContact(Contact.of("Max"))),
                List.of(Party.named("A"), Party.named("B")),
                List.of(
                        BERLIN,
                        PostalAddress.in("DE"),
                        BERLIN.withLines("Lindenweg 5"),
                        BERLIN.withCity("Bonn"),
                        BERLIN.withPostCode("53111"),
                        BERLIN.withSubdivision("NW")),
                List.of(PostalAddress.in("DE"), PostalAddress.in("AT")),
                List.of(ERIKA, Contact.of("Erika Muster"), ERIKA.withTelephone("2"), ERIKA.withEmail("x@example.com")),
                List.of(Contact.of("A"), Contact.of("B")),
                List.of(GLN, Identifier.of("4000001000005"), Identifier.of("4000001000012", "0088")),
                List.of(
                        DELIVERY,
                        Delivery.on(LocalDate.of(2026, 3, 5)),
                        DELIVERY.receivedBy("Werk 3"),
                        DELIVERY.atLocation(Identifier.of("8")),
                        DELIVERY.at(PostalAddress.in("AT"))),
                List.of(Delivery.on(LocalDate.of(2026, 3, 5)), Delivery.on(LocalDate.of(2026, 3, 6))));
    }

    @ParameterizedTest
    @MethodSource
    void different(List<Serializable> values) throws IOException, ClassNotFoundException {
        for (int i = 0; i < values.size(); i++) {
            Serializable copy = SerialStreams.copy(values.get(i));
            assertThat(copy).isEqualTo(values.get(i)).hasSameHashCodeAs(values.get(i));
            for (int j = 0; j < i; j++) {
                assertThat(values.get(i)).isNotEqualTo(values.get(j));
            }
            assertThat(values.get(i)).isNotEqualTo(values.get(i).toString());
        }
    }

    @Test
    void keepsWhatItIsGiven() {
        assertThat(SELLER.name()).isEqualTo("Beispiel GmbH");
        assertThat(SELLER.tradingName()).contains("Beispiel");
        assertThat(SELLER.ids()).containsExactly(GLN);
        assertThat(SELLER.legalId()).contains(Identifier.of("HRB 1"));
        assertThat(SELLER.vatId()).contains("DE123456789");
        assertThat(SELLER.taxRegistrationId()).contains("12/345/67890");
        assertThat(SELLER.legalInformation()).contains("Capital 25,000 EUR");
        assertThat(SELLER.electronicAddress()).contains(Identifier.of("seller@example.com", "EM"));
        assertThat(SELLER.address()).contains(BERLIN);
        assertThat(SELLER.contact()).contains(ERIKA);
        assertThat(BERLIN.lines()).containsExactly("Lindenweg 5", "Hof 2");
        assertThat(BERLIN.city()).contains("Berlin");
        assertThat(BERLIN.postCode()).contains("10115");
        assertThat(BERLIN.subdivision()).contains("BE");
        assertThat(BERLIN.country()).isEqualTo("DE");
        assertThat(BERLIN.withLines("Lindenweg 5", "Hof 2", "2. Stock").lines())
                .containsExactly("Lindenweg 5", "Hof 2", "2. Stock");
        assertThat(ERIKA.name()).contains("Erika Muster");
        assertThat(ERIKA.telephone()).contains("+49 30 1");
        assertThat(ERIKA.email()).contains("erika@example.com");
        assertThat(GLN.scheme()).contains("0088");
        assertThat(DELIVERY.date()).contains(LocalDate.of(2026, 3, 5));
        assertThat(DELIVERY.name()).contains("Werk 2");
        assertThat(DELIVERY.location()).contains(GLN);
        assertThat(DELIVERY.address()).contains(BERLIN);
        assertThat(Delivery.to(BERLIN).date()).isEmpty();
    }

    /** Names, numbers and addresses may tell of a person. */
    @Test
    void showsNoMoreThanTheCountry() {
        assertThat(SELLER).hasToString("party in DE");
        assertThat(Party.named("Erika Muster")).hasToString("party ***");
        assertThat(BERLIN).hasToString("address in DE");
        assertThat(ERIKA).hasToString("contact ***");
        assertThat(DELIVERY).hasToString("delivery 2026-03-05, address in DE");
        assertThat(Delivery.to(BERLIN).receivedBy("Erika")).hasToString("delivery, address in DE");
        assertThat(Delivery.on(LocalDate.of(2026, 3, 5))).hasToString("delivery 2026-03-05");
        assertThat(GLN).hasToString("0088:4000001000005");
        assertThat(Identifier.of("7")).hasToString("7");
        assertThat(Identifier.of("erika@example.com", "EM")).hasToString("EM:***");
    }

    /** One of the three is enough to ask somebody. */
    @Test
    void aContactReadFromAStreamHasSomething() throws Exception {
        assertThat(read(new FakeContact("Erika Muster", null, null))).isEqualTo(Contact.of("Erika Muster"));
        assertThat(read(new FakeContact(null, "+49 30 1", null)).telephone()).contains("+49 30 1");
        assertThat(read(new FakeContact(null, null, "erika@example.com")).email())
                .contains("erika@example.com");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(new FakeContact(null, null, null)))
                .withMessage("contact must have a name, a telephone number or an address");
    }

    private static Contact read(FakeContact fake) throws IOException, ClassNotFoundException {
        return (Contact) SerialStreams.forged(fake, Contact.class);
    }

    @SuppressWarnings("UnusedVariable") // read by reflection when it is written
    private static final class FakeContact implements Serializable {
        private static final long serialVersionUID = 1L;
        private final @Nullable String name;
        private final @Nullable String telephone;
        private final @Nullable String email;

        FakeContact(@Nullable String name, @Nullable String telephone, @Nullable String email) {
            this.name = name;
            this.telephone = telephone;
            this.email = email;
        }
    }

    /** What is refused is not shown either. */
    @Test
    void refusesWithoutShowing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Party.named(" Erika Muster"))
                .withMessage("party.name must not begin or end with white space");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SELLER.withVatId("DE1\n"))
                .withMessage("party.vatId must have no control characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contact.of("Erika ").withEmail("e"))
                .withMessage("contact.name must not begin or end with white space");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BERLIN.withLines("Lindenweg 5", " Hof"))
                .withMessage("lines[1] must not begin or end with white space");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BERLIN.withLines("1", "2", "3", "4"))
                .withMessage("lines must be at most 3, but was 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PostalAddress.in("Germany"))
                .withMessage("country must be a code of two capital letters (ISO 3166-1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Identifier.of(""))
                .withMessage("identifier must have 1 to 200 characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Identifier.of("7", " "))
                .withMessageStartingWith("schemeCode must not begin or end");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Delivery.on(LocalDate.MAX))
                .withMessageStartingWith("delivery.date");
    }
}
