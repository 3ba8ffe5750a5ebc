package io.quittance.core.invoice;

import static io.quittance.core.invoice.Documents.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.contract.DueAmount;
import io.quittance.core.contract.DueDateRule;
import io.quittance.core.contract.Instalment;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.id.Masked;
import io.quittance.core.id.StructuredReference;
import io.quittance.core.internal.SerialStreams;
import io.quittance.core.party.Delivery;
import io.quittance.core.party.Identifier;
import io.quittance.core.schedule.ServicePeriod;
import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What documents are made of beside lines and totals: values, checked and never telling of persons. */
class DocumentPartsTest {
    private static final CreditTransfer ACCOUNT = CreditTransfer.toIban("DE02120300000000202051");

    /** In each row all differ from each other. */
    static Stream<List<Serializable>> different() {
        DocumentReferences none = DocumentReferences.none();
        InvoicedItem plain = InvoicedItem.plain();
        SupportingDocument sheet = SupportingDocument.of("TS-1", "sheet").at(URI.create("https://a"));
        PaymentInstruction transfer = PaymentInstruction.transfer(ACCOUNT);
        return Stream.of(
                List.of(
                        none,
                        none.toProject("1"),
                        none.toContract("1"),
                        none.toSalesOrder("1"),
                        none.toReceivingAdvice("1"),
                        none.toDeliveryNote("1"),
                        none.toTender("1"),
                        none.toObject(Identifier.of("1")),
                        none.bookedAt("1"),
                        none.with(PrecedingInvoice.of("1")),
                        none.with(SupportingDocument.of("1")),
                        none.with(PrecedingInvoice.of("1")).with(PrecedingInvoice.of("2"))),
                List.of(
                        plain,
                        plain.describedAs("1"),
                        plain.withSellerId("1"),
                        plain.withBuyerId("1"),
                        plain.withStandardId(Identifier.of("1", "0160")),
                        plain.classifiedAs(Identifier.of("1", "STI")),
                        plain.withOrigin("DE"),
                        plain.with("1", "2"),
                        plain.with("1", "2").with("2", "3")),
                List.of(
                        sheet,
                        SupportingDocument.of("TS-2", "sheet").at(URI.create("https://a")),
                        SupportingDocument.of("TS-1", "other").at(URI.create("https://a")),
                        SupportingDocument.of("TS-1", "sheet"),
                        sheet.attached("text/csv", "a", new byte[] {1}),
                        sheet.attached("text/plain", "a", new byte[] {1}),
                        sheet.attached("text/csv", "b", new byte[] {1}),
                        sheet.attached("text/csv", "a", new byte[] {2})),
                List.of(
                        transfer,
                        PaymentInstruction.sepaTransfer(ACCOUNT),
                        PaymentInstruction.transfer(ACCOUNT, CreditTransfer.toAccount("7")),
                        PaymentInstruction.by("10"),
                        PaymentInstruction.by("59"),
                        PaymentInstruction.directDebit(new DirectDebit("M", "C", Masked.of("A"))),
                        PaymentInstruction.card(PaymentCard.ending("1111")),
                        PaymentInstruction.by("48"),
                        transfer.referencedBy("R-1"),
                        transfer.referencedBy(StructuredReference.creditor("1")),
                        transfer.referencedBy(StructuredReference.Scheme.CREDITOR)),
                List.of(ACCOUNT, CreditTransfer.toAccount("7"), ACCOUNT.heldBy("A"), ACCOUNT.at("BYLADEM1001")),
                List.of(
                        TaxPoint.on(LocalDate.of(2026, 1, 1)),
                        TaxPoint.on(LocalDate.of(2026, 1, 2)),
                        TaxPoint.at(TaxPoint.Event.ISSUE),
                        TaxPoint.at(TaxPoint.Event.DELIVERY)),
                List.of(
                        DocumentParties.of(Documents.SELLER, Documents.BUYER),
                        DocumentParties.of(Documents.SELLER, Documents.SELLER),
                        DocumentParties.of(Documents.SELLER, Documents.BUYER).payableTo(Documents.SELLER),
                        DocumentParties.of(Documents.SELLER, Documents.BUYER).representedBy(Documents.SELLER)));
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
        }
    }

    static Stream<UnaryOperator<InvoiceDraft.Builder>> changes() {
        return Stream.of(
                draft -> draft.parties(DocumentParties.of(Documents.SELLER, Documents.SELLER)),
                draft -> draft.delivery(Delivery.on(LocalDate.of(2026, 3, 6))),
                draft -> draft.paymentInstruction(PaymentInstruction.by("10")),
                draft -> draft.references(DocumentReferences.none()),
                draft -> draft.taxPoint(TaxPoint.at(TaxPoint.Event.ISSUE)),
                draft -> draft.retention(new RetentionClass("DE invoice", 10, true)),
                draft -> draft.note(InvoiceNote.of("more")),
                draft -> draft.type(InvoiceType.CORRECTED),
                draft -> draft.period(ServicePeriod.of("2026-03-01", "2026-03-31")),
                draft -> draft.line(Documents.line().identified("2")),
                draft -> draft.paymentTerms(PaymentTerms.net(14)));
    }

    /** Each change makes another draft, also after a way through a stream, and another hash of the document. */
    @ParameterizedTest
    @MethodSource
    void changes(UnaryOperator<InvoiceDraft.Builder> change) throws IOException, ClassNotFoundException {
        InvoiceDraft plain = Documents.draft().build();
        InvoiceDraft changed = change.apply(Documents.draft()).build();
        assertThat(changed).isNotEqualTo(plain);
        assertThat(change.apply(plain.toBuilder()).build()).isEqualTo(changed);
        assertThat(SerialStreams.copy(changed)).isEqualTo(changed).hasSameHashCodeAs(changed);
        assertThat(changed.issue("R-7", "2026-04-01").contentHash())
                .isNotEqualTo(Documents.invoice().contentHash());
    }

    @Test
    void keepsWhatItIsGiven() {
        InvoiceDraft draft = Documents.draft().build();
        assertThat(draft.parties()).contains(Documents.PARTIES);
        assertThat(draft.references()).isEqualTo(Documents.REFERENCES);
        assertThat(draft.taxPoint().flatMap(TaxPoint::date)).contains(LocalDate.of(2026, 3, 31));
        assertThat(draft.notes()).containsExactly(new InvoiceNote("thank you", "AAI"));
        assertThat(draft.paymentInstruction()).contains(Documents.TRANSFER);
        assertThat(Documents.TRANSFER.referenceScheme()).contains(StructuredReference.Scheme.CREDITOR);
        assertThat(draft.delivery().flatMap(Delivery::date)).contains(LocalDate.of(2026, 3, 5));
        assertThat(draft.paymentTerms()).isEqualTo(PaymentTerms.net(30).discount("2", 10));
        assertThat(PrecedingInvoice.of(Documents.invoice()))
                .isEqualTo(new PrecedingInvoice(InvoiceNumber.of("R-7"), LocalDate.of(2026, 4, 1)));
    }

    @Test
    void showsNoAccountOrName() {
        assertThat(ACCOUNT.heldBy("Erika").toString()).doesNotContain("DE02", "Erika");
        assertThat(new DirectDebit("M-1", "C-1", Masked.of("DE02")).toString()).doesNotContain("DE02");
        assertThat(PaymentCard.ending("1111").heldBy("Max").toString()).doesNotContain("Max");
        assertThat(PaymentInstruction.transfer(ACCOUNT).referencedBy("R-1")).hasToString("by 30, reference R-1");
        assertThat(Documents.REFERENCES).hasToString("1 invoices, 1 documents");
        assertThat(SupportingDocument.of("TS-1")).hasToString("document TS-1");
        assertThat(InvoicedItem.plain()).hasToString("item");
        assertThat(Documents.ITEM).hasToString("item SKU-7");
    }

    @Test
    void refusesWhatCannotBePaid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreditTransfer.toIban("DE03120300000000202051"))
                .withMessage("iban must be an IBAN with right check digits");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreditTransfer.toIban("1203"))
                .withMessage("iban must be an IBAN with right check digits");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ACCOUNT.at("BYLA"))
                .withMessage("providerId must be a BIC of 8 or 11 characters, but was BYLA");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PaymentCard.ending("4111111111111111"))
                .withMessage("lastDigits must be the last 4 to 6 digits of the card's number (BR-51)");
        assertThatIllegalArgumentException()
                .isThrownBy(PaymentInstruction::transfer)
                .withMessage("accounts must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreditTransfer.toAccount(" 7"))
                .withMessage("account must not begin or end with white space");
    }

    /** ISO 13616: of 1203 0000 0000 2020 51 in DE the check digits are 02; spaces are for readers only. */
    @Test
    void anIbanIsCapitalsWithoutSpacesWhoseCheckDigitsAreRight() {
        assertThat(CreditTransfer.toIban("DE02 1203 0000 0000 2020 51")
                        .account()
                        .reveal())
                .isEqualTo("DE02120300000000202051");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreditTransfer.toIban("de02120300000000202051"))
                .withMessage("iban must be an IBAN with right check digits");
    }

    /** Names are not shown where they are refused, days are. */
    @Test
    void refusesNamesAndDaysThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ACCOUNT.heldBy("Erika "))
                .withMessage("accountName must not begin or end with white space");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PaymentCard.ending("1111").heldBy(" Max"))
                .withMessage("holder must not begin or end with white space");
        LocalDate late = LocalDate.of(10_000, 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PrecedingInvoice(InvoiceNumber.of("R-1"), late))
                .withMessage("date must lie in the years 1 to 9999, but was +10000-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TaxPoint.on(late))
                .withMessage("day must lie in the years 1 to 9999, but was +10000-01-01");
    }

    @Test
    void refusesWhatSaysNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TaxPoint(null, null))
                .withMessage("taxPoint must be either a day or an event (BR-CO-03)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TaxPoint(LocalDate.of(2026, 1, 1), TaxPoint.Event.ISSUE))
                .withMessageStartingWith("taxPoint must be either a day or an event (BR-CO-03)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InvoiceNote.of(""))
                .withMessage("note must have 1 to 10000 characters, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InvoiceNote.of("bell\u0007"))
                .withMessage("note must have no control characters but tabs and ends of lines, but was U+0007");
        assertThat(InvoiceNote.of("two\nlines\tand a tab").subject()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InvoicedItem.plain().withStandardId(Identifier.of("1")))
                .withMessage("standardId must have a scheme (BR-64), but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InvoicedItem.plain().classifiedAs(Identifier.of("1")))
                .withMessage("classifications must have a scheme (BR-65), but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InvoicedItem.plain().withOrigin("Germany"))
                .withMessage("origin must be a code of two capital letters (ISO 3166-1), but was Germany");
    }

    /** 100.00 in 70 % and the rest; what is given back is due at once. */
    @Test
    void isDueInInstalments() {
        PaymentTerms terms = PaymentTerms.inInstalments(
                List.of(Instalment.percent("70", DueDateRule.days(10)), Instalment.rest(DueDateRule.days(30))));
        InvoiceDraft draft = Documents.draft().paymentTerms(terms).build();
        Invoice invoice = draft.issue("R-7", "2026-04-01");
        assertThat(invoice.dueAmounts())
                .extracting(part -> part.dueDate() + " " + part.amount())
                .containsExactly("2026-04-11 EUR 70.00", "2026-05-01 EUR 30.00");
        assertThat(invoice.dueDate()).isEqualTo("2026-05-01");
        Invoice credit = draft.toBuilder().type(InvoiceType.CREDIT_NOTE).build().issue("G-1", "2026-04-01");
        assertThat(credit.dueAmounts()).containsExactly(new DueAmount(LocalDate.of(2026, 5, 1), eur("100")));
        // all of it was paid before; 100.00 more than all was
        for (String due : List.of("0", "-100")) {
            Invoice none = draft.toBuilder()
                    .prepaid(Prepayment.of(eur("100").subtract(eur(due))))
                    .build()
                    .issue("R-8", "2026-04-01");
            assertThat(none.dueAmounts()).containsExactly(new DueAmount(LocalDate.of(2026, 5, 1), eur(due)));
        }
    }
}
