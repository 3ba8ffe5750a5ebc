package acme.receivables;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.testkit.allocation.AllocationStrategyContract.Monotone;
import io.quittance.testkit.allocation.AllocationStrategyContract.Placeless;
import io.quittance.testkit.allocation.AllocationStrategyContract.Timeless;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Example;

// README test begins
class NamedThenNoticedTest implements Monotone, Timeless, Placeless {
    /** Within reach of what the kit generates: items due two days before the payment to two after it, most below 20.00. */
    static final NamedThenNoticed TERMS = new NamedThenNoticed(1, new BigDecimal("10.00"), new BigDecimal("1.00"));

    @Override
    public AllocationStrategy strategy() {
        return TERMS;
    }

    @Override
    public boolean isEligible(OpenItem item) {
        return !item.isDisputed();
    }
    // README test ends

    /** The terms as they are agreed: notices after 14 days, from 25.00 on. */
    private static final NamedThenNoticed AGREED =
            new NamedThenNoticed(14, new BigDecimal("25.00"), new BigDecimal("1.00"));

    private static final CustomerId CUSTOMER = CustomerId.of("ACME");
    private static final LocalDate PAID = LocalDate.parse("2026-03-31");

    @Example
    void paysWhatItsDocumentationSays() {
        Allocation allocation =
                allocate("99.50", item("R-1", "2026-03-01", "100.00"), item("R-2", "2026-03-02", "50.00"));
        assertThat(allocation.lines()).extracting(Object::toString).containsExactly("EUR 99.00 to R-1");
        assertThat(allocation.unapplied()).isEqualTo(eur("0.50"));
        assertThat(allocation.lines().get(0).explanation())
                .hasToString("number 1, due 2026-03-01: EUR 99.00 of EUR 100.00");
    }

    /** Named, due last; then of 25.00 and 15 days past due; then by due date, 24.99 that no notice was sent for first. */
    @Example
    void paysInTheOrderOfTheContract() {
        assertThat(paid(
                        "200.00",
                        "R-4",
                        item("R-1", "2026-03-01", "24.99"),
                        item("R-2", "2026-03-16", "25.00"),
                        item("R-3", "2026-03-17", "70.00"),
                        item("R-4", "2026-04-30", "60.00")))
                .containsExactly("EUR 60.00 to R-4", "EUR 25.00 to R-2", "EUR 24.99 to R-1", "EUR 70.00 to R-3");
    }

    @Example
    void leavesNothingOrTheLeastRest() {
        assertThat(paid("99.00", item("R-1", "2026-03-01", "100.00"))).containsExactly("EUR 99.00 to R-1");
        assertThat(paid("100.00", item("R-1", "2026-03-01", "100.00"))).containsExactly("EUR 100.00 to R-1");
        assertThat(paid("0.40", item("R-1", "2026-03-01", "0.50"), item("R-2", "2026-03-02", "0.40")))
                .isEmpty();
    }

    @Example
    void leavesWhatIsInDisputeAloneEvenIfItIsNamed() {
        OpenItem contested = OpenItem.of(item("R-1", "2026-03-01", "30.00").receivable(), eur("30.00"), eur("30.00"));
        assertThat(paid("30.00", "R-1", contested, item("R-2", "2026-03-02", "20.00")))
                .containsExactly("EUR 20.00 to R-2");
    }

    private static List<String> paid(String money, OpenItem... items) {
        return allocate(money, items).lines().stream().map(Object::toString).toList();
    }

    private static List<String> paid(String money, String named, OpenItem... items) {
        Payment payment = payment(money).naming(ReceivableId.of(named));
        return Allocation.of(payment, List.of(items), AGREED).lines().stream()
                .map(Object::toString)
                .toList();
    }

    private static Allocation allocate(String money, OpenItem... items) {
        return Allocation.of(payment(money), List.of(items), AGREED);
    }

    private static Payment payment(String money) {
        return Payment.of(PaymentId.of("P-1"), CUSTOMER, PAID, eur(money));
    }

    private static OpenItem item(String id, String due, String amount) {
        LocalDate day = LocalDate.parse(due);
        return OpenItem.of(Receivable.of(ReceivableId.of(id), CUSTOMER, day, day, eur(amount)));
    }

    private static Amount eur(String number) {
        return Amount.of(number, "EUR");
    }
}
