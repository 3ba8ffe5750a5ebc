package io.quittance.core.invoice;

import static io.quittance.core.invoice.Documents.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.id.ActorId;
import io.quittance.core.id.Origin;
import io.quittance.core.id.StructuredReference;
import io.quittance.core.internal.SerialStreams;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.BusinessCalendar;
import io.quittance.core.schedule.BusinessDayConvention;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class IssuerTest {
    private static final InvoiceSeries SERIES = InvoiceSeries.of("ACME", "2026");
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");
    private static final Origin CLERK = Origin.of("clerk-7");

    private final SequentialNumbering numbering =
            new SequentialNumbering((series, n) -> "R-" + series.name() + "-" + n);

    @Test
    void drawsNumbersInOrder() {
        Issuer issuer = Issuer.of(SERIES, numbering);
        Invoice first = issuer.issue(Documents.draft().build(), DAY, Origin.automatic());
        Invoice second = issuer.issue(Documents.draft().build(), DAY, Origin.automatic());
        assertThat(first.number()).hasToString("R-2026-1");
        assertThat(second.number()).hasToString("R-2026-2");
        assertThat(numbering.issued(SERIES)).containsExactly(first, second);
        InvoiceSeries credits = InvoiceSeries.of("ACME", "G");
        assertThat(Issuer.of(credits, numbering)
                        .issue(Documents.draft().build(), DAY, Origin.automatic())
                        .number())
                .hasToString("R-G-1");
        assertThat(numbering.issued(InvoiceSeries.of("OTHER", "2026"))).isEmpty();
    }

    @Test
    void movesDueDatesToBusinessDays() {
        InvoiceDraft draft = Documents.draft()
                .paymentTerms(PaymentTerms.net(30).onBusinessDays(BusinessDayConvention.FOLLOWING))
                .build();
        Issuer issuer = Issuer.of(SERIES, numbering);
        assertThat(issuer.on(BusinessCalendar.weekdays())
                        .issue(draft, LocalDate.of(2026, 1, 1), CLERK)
                        .dueDate())
                .isEqualTo("2026-02-02");
        assertThatIllegalArgumentException().isThrownBy(() -> issuer.issue(draft, DAY, CLERK));
        assertThat(numbering.issued(SERIES)).hasSize(1);
    }

    /** A number without digits has no Swiss reference: the document fails after its number was drawn, and gives it back. */
    @Test
    void givesTheNumberBackWhereTheDocumentFails() {
        var letters = new SequentialNumbering((series, n) -> n == 1 ? "A" : "A" + n);
        Issuer issuer = Issuer.of(SERIES, letters);
        InvoiceDraft swiss = Documents.draft()
                .paymentInstruction(PaymentInstruction.by("30").referencedBy(StructuredReference.Scheme.SWISS_QR))
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> issuer.issue(swiss, DAY, CLERK))
                .withMessage("number must have 1 to 26 digits, but was A");
        assertThat(issuer.issue(Documents.draft().build(), DAY, CLERK).number()).hasToString("A");
        assertThat(issuer.issue(swiss, DAY, CLERK).paymentInstruction().flatMap(PaymentInstruction::reference))
                .contains(StructuredReference.swissQr("2").value());
    }

    @Test
    void refusesADocumentWithAnotherNumber() {
        Invoice other = Documents.invoice();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> numbering.issue(SERIES, number -> other))
                .withMessage("number must be the one that was drawn, R-2026-1, but was R-7");
        assertThat(numbering.issued(SERIES)).isEmpty();
    }

    /** Directive 2006/112/EC, article 226 (2): threads issue and fail at the same time, and no number is missing or used twice. */
    @Property(tries = 20)
    void numbersHaveNoGap(@ForAll @Size(min = 1, max = 40) List<Boolean> fails)
            throws InterruptedException, ExecutionException {
        var shared = new SequentialNumbering((series, n) -> "R-" + n);
        InvoiceDraft draft = Documents.draft().build();
        List<Callable<Optional<Invoice>>> tasks = new ArrayList<>();
        fails.forEach(fail -> tasks.add(() -> issued(shared, draft, fail)));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        var issued = new ArrayList<Invoice>();
        try {
            for (Future<Optional<Invoice>> future : threads.invokeAll(tasks)) {
                future.get().ifPresent(issued::add);
            }
        } finally {
            threads.shutdown();
        }
        long kept = fails.stream().filter(fail -> !fail).count();
        assertThat(issued)
                .extracting(invoice -> invoice.number().value())
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, (int) kept)
                        .mapToObj(n -> "R-" + n)
                        .toList());
        assertThat(shared.issued(SERIES)).containsExactlyInAnyOrderElementsOf(issued);
    }

    private static Optional<Invoice> issued(SequentialNumbering shared, InvoiceDraft draft, boolean fail) {
        try {
            return Optional.of(shared.issue(SERIES, number -> {
                if (fail) {
                    throw new IllegalStateException("the host could not store it");
                }
                return draft.issue(number, DAY);
            }));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** The total is 119.00. */
    @Test
    void asksForAnApprovalAboveALimit() {
        InvoiceDraft draft = Documents.draft().build();
        Issuer at = Issuer.of(SERIES, numbering).approvedBy(ApprovalPolicy.above(eur("119")));
        assertThat(at.issue(draft, DAY, CLERK).number()).hasToString("R-2026-1");
        Issuer above = Issuer.of(SERIES, numbering).approvedBy(ApprovalPolicy.above(eur("118.99")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> above.issue(draft, DAY, CLERK))
                .withMessage("approval must be given for a total of EUR 119.00");
        var approval = new Approval(draft, ActorId.of("chief"), NOON);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> above.issue(draft, DAY, Origin.of("chief"), approval))
                .withMessage("approval must be of another than who prepared the draft, but was chief");
        assertThat(above.issue(draft, DAY, CLERK, approval).number()).hasToString("R-2026-2");
        assertThat(above.issue(draft, DAY, Origin.automatic(), approval).number())
                .hasToString("R-2026-3");
    }

    /** Who approved 119.00 has not approved what became of it. */
    @Test
    void anApprovalIsOfOneDraft() {
        InvoiceDraft draft = Documents.draft().build();
        InvoiceDraft changed = draft.toBuilder().rounding(Documents.eur("50")).build();
        Issuer above = Issuer.of(SERIES, numbering).approvedBy(ApprovalPolicy.above(eur("100")));
        var approval = new Approval(draft, ActorId.of("chief"), NOON);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> above.issue(changed, DAY, CLERK, approval))
                .withMessage("approval.draft must be the very draft that is issued, " + changed + ", but was " + draft);
        assertThat(above.issue(Documents.draft().build(), DAY, CLERK, approval).number())
                .hasToString("R-2026-1");
    }

    @Test
    void limitsAreOfACurrency() throws IOException, ClassNotFoundException {
        ApprovalPolicy dollars = ApprovalPolicy.above(Amount.of("1000", "USD"));
        InvoiceDraft draft = Documents.draft().build();
        assertThatExceptionOfType(CurrencyMismatchException.class).isThrownBy(() -> dollars.asksFor(draft));
        ApprovalPolicy both = dollars.orAbove(eur("100"));
        assertThat(both.asksFor(draft)).isTrue();
        assertThat(ApprovalPolicy.none().asksFor(draft)).isFalse();
        assertThat(SerialStreams.copy(both))
                .isEqualTo(both)
                .hasSameHashCodeAs(both)
                .isNotEqualTo(dollars);
        assertThat(ApprovalPolicy.none()).hasToString("no approval");
        assertThat(dollars).hasToString("approval above [USD 1000.00]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApprovalPolicy.above(eur("-1")))
                .withMessage("limit must not be negative, but was EUR -1.00");
    }

    /** A limit of nothing asks for the approval of all but documents of nothing. */
    @Test
    void aLimitMayBeNothing() {
        ApprovalPolicy all = ApprovalPolicy.above(eur("0"));
        assertThat(all.asksFor(eur("0.01"))).isTrue();
        assertThat(all.asksFor(eur("0"))).isFalse();
    }

    /** What gives back is approved by its size too. */
    @Test
    void aNegativeTotalIsApprovedAsItsSize() {
        InvoiceDraft back = InvoiceDraft.builder(Documents.draft().build().customer(), Documents.EUR)
                .paymentTerms(PaymentTerms.net(0))
                .line(InvoiceLine.billed("Back", Fraction.ONE, "C62", eur("-150"), List.of()))
                .build();
        assertThat(ApprovalPolicy.above(eur("149.99")).asksFor(back)).isTrue();
        assertThat(ApprovalPolicy.above(eur("150")).asksFor(back)).isFalse();
    }

    @Test
    void refusesAFormatThatRepeatsANumber() {
        var numbering = new SequentialNumbering((series, n) -> series.name() + "-" + n % 2);
        Issuer issuer = Issuer.of(InvoiceSeries.of("ACME", "2026"), numbering);
        LocalDate day = LocalDate.parse("2026-04-01");
        InvoiceDraft draft = Documents.draft().build();
        issuer.issue(draft, day, Origin.automatic());
        issuer.issue(draft, day, Origin.automatic());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> issuer.issue(draft, day, Origin.automatic()))
                .withMessage("format must make another number for each document of series 2026, but was 2026-1");
        assertThat(numbering.issued(InvoiceSeries.of("ACME", "2026"))).hasSize(2);
    }

    /** 119.00 of which 19.00 are prepaid are 119.00; with 50.00 added to what is due, 150.00. */
    @Test
    void approvesByTheLargerOfTotalAndDue() {
        InvoiceDraft draft = Documents.draft().build();
        assertThat(ApprovalPolicy.above(Documents.eur("118.99")).asksFor(draft)).isTrue();
        assertThat(ApprovalPolicy.above(Documents.eur("119")).asksFor(draft)).isFalse();
        InvoiceDraft more = draft.toBuilder().rounding(Documents.eur("50")).build();
        assertThat(ApprovalPolicy.above(Documents.eur("149.99")).asksFor(more)).isTrue();
        assertThat(ApprovalPolicy.above(Documents.eur("150")).asksFor(more)).isFalse();
    }
}
