package io.quittance.core.verification;

import static io.quittance.core.verification.Verified.JANUARY;
import static io.quittance.core.verification.Verified.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class InvoicedLineTest {
    private static final InvoicedLine PLAIN = InvoicedLine.of("C-1", "calls", JANUARY, eur("41.50"));
    private static final InvoicedLine FULL = PLAIN.quantity("415")
            .unitPrice("0.10")
            .identified("L-1")
            .on("R-7", "2026-02-01")
            .within(ServicePeriod.of("2026-01-01", "2026-04-01"))
            .credited();

    @Test
    void hasWhatWasGiven() {
        assertThat(FULL.contract()).isEqualTo(ContractId.of("C-1"));
        assertThat(FULL.charge()).contains(ChargeId.of("calls"));
        assertThat(FULL.text()).isEqualTo("calls");
        assertThat(FULL.days()).isEqualTo(JANUARY);
        assertThat(FULL.period()).isEqualTo(ServicePeriod.of("2026-01-01", "2026-04-01"));
        assertThat(FULL.amount()).isEqualTo(eur("41.5"));
        assertThat(FULL.quantity()).contains(Fraction.of(415));
        assertThat(FULL.unitPrice()).contains(new BigDecimal("0.10"));
        assertThat(FULL.id()).contains("L-1");
        assertThat(FULL.document()).contains("R-7");
        assertThat(FULL.date()).contains(LocalDate.of(2026, 2, 1));
        assertThat(FULL.isCredit()).isTrue();
        assertThat(FULL).hasToString("calls [2026-01-01, 2026-02-01): EUR 41.50 on R-7");
    }

    @Test
    void hasNothingElse() {
        assertThat(PLAIN.period()).isEqualTo(JANUARY);
        assertThat(PLAIN.quantity()).isEmpty();
        assertThat(PLAIN.unitPrice()).isEmpty();
        assertThat(PLAIN.id()).isEmpty();
        assertThat(PLAIN.document()).isEmpty();
        assertThat(PLAIN.date()).isEmpty();
        assertThat(PLAIN.isCredit()).isFalse();
        assertThat(InvoicedLine.ofText(ContractId.of("C-1"), "Gift", JANUARY, eur("5")))
                .hasToString("a line [2026-01-01, 2026-02-01): EUR 5.00")
                .satisfies(line -> assertThat(line.charge()).isEmpty());
    }

    @Test
    void aDraftHasANameAndNoDate() {
        assertThat(FULL.drafted("draft 1").document()).contains("draft 1");
        assertThat(FULL.drafted("draft 1").date()).isEmpty();
    }

    @Test
    void isComparedByValue() {
        InvoicedLine same = PLAIN.quantity("415.0")
                .unitPrice("0.1")
                .identified("L-1")
                .on("R-7", "2026-02-01")
                .within(ServicePeriod.of("2026-01-01", "2026-04-01"))
                .credited();
        assertThat(same).isEqualTo(FULL).hasSameHashCodeAs(FULL);
        assertThat(FULL).isNotEqualTo(PLAIN).isNotEqualTo(FULL.unitPrice("0.2")).isNotEqualTo(null);
    }

    @Test
    void canBeShipped() throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(FULL);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(FULL);
        }
    }

    /** A date without a document cannot be made, but bytes can say so. */
    @Test
    void isCheckedOnItsWayBackIn() throws ReflectiveOperationException, IOException {
        InvoicedLine line = PLAIN.on("R-7", "2026-02-01");
        Field document = InvoicedLine.class.getDeclaredField("document");
        document.setAccessible(true);
        document.set(line, null);
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(line);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(in::readObject)
                    .withMessage("document must be given with its date, but was 2026-02-01");
        }
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.within(ServicePeriod.of("2026-01-02", "2026-02-01")))
                .withMessage("period must contain the days of the line, [2026-01-01, 2026-02-01),"
                        + " but was [2026-01-02, 2026-02-01)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.on("", "2026-02-01"))
                .withMessageStartingWith("document must have 1 to 200 characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.quantity("many"))
                .withMessageStartingWith("quantity must be a decimal number");
    }

    @Test
    @SuppressWarnings("NullAway") // null on purpose
    void refusesNullByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> InvoicedLine.of(ContractId.of("C-1"), null, JANUARY, eur("1")))
                .withMessage("charge");
        assertThatNullPointerException().isThrownBy(() -> PLAIN.drafted(null)).withMessage("document");
    }
}
