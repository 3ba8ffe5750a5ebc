package io.quittance.kpi.receivable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Amount;
import io.quittance.kpi.EventLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The events of a book keep what can be told of one event; whether they fit each other, the reader of the book says. */
class ReceivableEventsTest {
    private static final LocalDate MAY_1 = LocalDate.of(2026, 5, 1);
    private static final LocalDate MAY_9 = LocalDate.of(2026, 5, 9);
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    private static final Instant LATER = Instant.parse("2026-05-09T12:00:00Z");
    private static final Amount TEN = Amount.of("10", "EUR");
    private static final Amount NOTHING = Amount.of("0", "EUR");

    private static final OwedInvoice INVOICE = OwedInvoice.of("I-1", "Alpha", MAY_1, MAY_9, TEN, NOW);
    private static final InvoicePart PART = InvoicePart.of(InvoicePart.Kind.PAYMENT, "P-1", "I-1", MAY_1, TEN, NOW);
    private static final MoneyOnAccount MONEY =
            MoneyOnAccount.of(MoneyOnAccount.Kind.PAYMENT, "M-1", "Alpha", MAY_1, TEN, NOW);
    private static final AccountPart REFUND = AccountPart.of(AccountPart.Kind.REFUND, "R-1", "M-1", MAY_1, TEN, NOW);

    private static void refused(ThrowingCallable made, String message) {
        assertThatIllegalArgumentException().isThrownBy(made).withMessage(message);
    }

    @Test
    void amountsAreMoreThanNothing() {
        String message = "amount must be more than 0, but was EUR 0.00";
        refused(() -> OwedInvoice.of("I-1", "Alpha", MAY_1, MAY_9, NOTHING, NOW), message);
        refused(() -> InvoicePart.of(InvoicePart.Kind.PAYMENT, "P-1", "I-1", MAY_1, NOTHING, NOW), message);
        refused(() -> MoneyOnAccount.of(MoneyOnAccount.Kind.PAYMENT, "M-1", "Alpha", MAY_1, NOTHING, NOW), message);
        refused(() -> AccountPart.of(AccountPart.Kind.REFUND, "R-1", "M-1", MAY_1, NOTHING, NOW), message);
        refused(() -> ContestedInvoice.of("D-1", "I-1", MAY_1, NOTHING, NOW), message);
    }

    @Test
    void nothingIsReversedBeforeItsDay() {
        LocalDate before = LocalDate.of(2026, 4, 30);
        String message = "reversedOn must not be before 2026-05-01, but was 2026-04-30";
        refused(() -> INVOICE.reversed(before, LATER), message);
        refused(() -> PART.reversed(before, LATER), message);
        refused(() -> MONEY.reversed(before, LATER), message);
        refused(() -> REFUND.reversed(before, LATER), message);
    }

    @Test
    void daysAreInTheCalendar() {
        LocalDate never = LocalDate.of(10_000, 1, 1);
        refused(
                () -> InvoicePart.of(InvoicePart.Kind.PAYMENT, "P-1", "I-1", never, TEN, NOW),
                "day must lie in the years 1 to 9999, but was +10000-01-01");
        refused(() -> PART.reversed(never, LATER), "reversedOn must lie in the years 1 to 9999, but was +10000-01-01");
    }

    /** On its day at the earliest: the debit that comes back at once. */
    @Test
    void aReversalIsAStateOfTheSameEvent() {
        assertThat(PART.from("M-1").reversed(MAY_1, LATER))
                .isEqualTo(new InvoicePart("P-1", "I-1", MAY_1, TEN, InvoicePart.Kind.PAYMENT, "M-1", MAY_1, LATER));
        assertThat(INVOICE.inPlaceOfOthers().reversed(MAY_9, LATER))
                .isEqualTo(new OwedInvoice("I-1", "Alpha", MAY_1, MAY_9, TEN, false, MAY_9, LATER));
        assertThat(MONEY.reversed(MAY_9, LATER))
                .isEqualTo(new MoneyOnAccount("M-1", "Alpha", MAY_1, TEN, MoneyOnAccount.Kind.PAYMENT, MAY_9, LATER));
        assertThat(REFUND.reversed(MAY_9, LATER))
                .isEqualTo(new AccountPart("R-1", "M-1", MAY_1, TEN, AccountPart.Kind.REFUND, MAY_9, LATER));
    }

    @Test
    void anInvoiceIsNotDueBeforeItsDate() {
        refused(
                () -> OwedInvoice.of("I-1", "Alpha", MAY_9, MAY_1, TEN, NOW),
                "dueDate must not be before 2026-05-09, but was 2026-05-01");
        assertThat(OwedInvoice.of("I-1", "Alpha", MAY_1, MAY_1, TEN, NOW).dueDate())
                .isEqualTo(MAY_1);
    }

    @Test
    void onlyPaymentsAndCreditNotesComeFromAnAccount() {
        refused(
                () -> InvoicePart.of(InvoicePart.Kind.WRITE_OFF, "W-1", "I-1", MAY_1, TEN, NOW)
                        .from("M-1"),
                "money must be given of a payment or a credit note alone, and not of a WRITE_OFF, but was M-1");
        assertThat(InvoicePart.of(InvoicePart.Kind.CREDIT_NOTE, "C-1", "I-1", MAY_1, TEN, NOW)
                        .from("K-1")
                        .money())
                .isEqualTo("K-1");
    }

    @Test
    void keysAreIds() {
        refused(
                () -> InvoicePart.of(InvoicePart.Kind.PAYMENT, "P-1", "", MAY_1, TEN, NOW),
                "invoice must have 1 to 200 characters, but was ");
    }

    @Test
    void aBookIsInACurrencyThatThereIs() {
        refused(
                () -> ReceivableBook.of("XYY", EventLog.of(List.of()), EventLog.of(List.of())),
                "currency must be a known currency code, but was XYY");
    }

    @Test
    void aBookCanBeShipped() throws IOException, ClassNotFoundException {
        ReceivableBook book = ReceivableBook.of("EUR", EventLog.of(List.of(INVOICE)), EventLog.of(List.of(PART)))
                .withMoney(EventLog.of(List.of(MONEY)), EventLog.of(List.of(REFUND)))
                .withContested(EventLog.of(List.of(ContestedInvoice.of("D-1", "I-1", MAY_1, TEN, NOW))));
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(book);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(book);
        }
    }
}
