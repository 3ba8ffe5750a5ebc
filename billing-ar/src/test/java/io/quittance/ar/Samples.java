package io.quittance.ar;

import io.quittance.ar.dispute.Dispute;
import io.quittance.ar.dispute.DisputeId;
import io.quittance.ar.dispute.DisputeReason;
import io.quittance.ar.dispute.DisputeSource;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.time.LocalDate;

/** Debts and payments of customer A in euros, and ways to write and read them. */
public final class Samples {
    public static final CustomerId A = CustomerId.of("A");
    public static final CustomerId B = CustomerId.of("B");

    private Samples() {}

    public static Amount eur(String number) {
        return Amount.of(number, "EUR");
    }

    public static ReceivableId id(String value) {
        return ReceivableId.of(value);
    }

    /** A debt of customer A, thirty days old when it falls due. */
    public static Receivable receivable(String id, String dueDate, String amount) {
        LocalDate due = LocalDate.parse(dueDate);
        return Receivable.of(id(id), A, due.minusDays(30), due, eur(amount));
    }

    public static OpenItem item(String id, String dueDate, String open) {
        return OpenItem.of(receivable(id, dueDate, open));
    }

    /** A payment of customer A. */
    public static Payment payment(String id, String valueDate, String amount) {
        return Payment.of(PaymentId.of(id), A, LocalDate.parse(valueDate), eur(amount));
    }

    /** A case about the price, of so much of a debt: D1 about R1. */
    public static Dispute dispute(String item, String amount) {
        return Dispute.of(
                DisputeId.of(item.replaceFirst("R", "D")),
                id(item),
                eur(amount),
                DisputeReason.PRICING,
                DisputeSource.customer("letter"));
    }

    /** The object after a way through a serial stream. */
    @SuppressWarnings("unchecked") // what was written is what is read
    public static <T extends Serializable> T copy(T object) throws IOException, ClassNotFoundException {
        return (T) forged(object, object.getClass());
    }

    /** Reads a stream that holds the fields of {@code fake} under the name of another class. */
    public static Object forged(Serializable fake, Class<?> target) throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes) {
            @Override
            protected void writeClassDescriptor(ObjectStreamClass description) throws IOException {
                boolean forge = fake.getClass() != target && description.forClass() == fake.getClass();
                super.writeClassDescriptor(forge ? ObjectStreamClass.lookup(target) : description);
            }
        }) {
            out.writeObject(fake);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
