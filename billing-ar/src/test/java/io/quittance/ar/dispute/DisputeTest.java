package io.quittance.ar.dispute;

import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.item;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.Samples;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.ar.settlement.ShortPay;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.ActorId;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.verification.VerificationFinding;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What opens a case, and what is refused as one. */
class DisputeTest {
    private static final DisputeId D1 = DisputeId.of("D1");
    private static final Receivable DEBT = receivable("R1", "2026-03-03", "119");

    /** 120.00 where 100.00 were to be invoiced, without tax. */
    private static VerificationFinding finding(VerificationFinding.Code code, String difference) {
        return new VerificationFinding(
                code,
                ContractId.of("C-1"),
                ChargeId.of("calls"),
                ServicePeriod.of("2026-01-01", "2026-02-01"),
                List.of("R1"),
                eur("100"),
                eur("120"),
                eur(difference),
                0,
                Explanation.of("test.finding", "because"));
    }

    @Test
    void aFindingOpensACaseForItsReason() {
        Dispute dispute =
                Dispute.of(D1, DEBT, eur("23.80"), finding(VerificationFinding.Code.WRONG_PRICE, "20"), "F-17");
        assertThat(dispute)
                .isEqualTo(new Dispute(
                        D1,
                        id("R1"),
                        eur("23.80"),
                        DisputeReason.PRICING,
                        new DisputeSource(DisputeSource.Kind.VERIFICATION_FINDING, "F-17"),
                        null));
        Receivable instalment = receivable("R1/2", "2026-04-03", "59.50").partOf(DEBT);
        assertThat(Dispute.of(D1, instalment, eur("10"), finding(VerificationFinding.Code.WRONG_QUANTITY, "20"), "F-18")
                        .reason())
                .isEqualTo(DisputeReason.QUANTITY);
        assertThat(dispute).hasToString("dispute D1: EUR 23.80 of R1, PRICING");
    }

    @Test
    void onlyAFindingThatTooMuchWasInvoicedOpensOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Dispute.of(D1, DEBT, eur("1"), finding(VerificationFinding.Code.MISSING, "-20"), "F-17"))
                .withMessageStartingWith("finding must say that too much was invoiced, but was MISSING C-1");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Dispute.of(D1, DEBT, eur("1"), finding(VerificationFinding.Code.PENDING, "20"), "F-17"))
                .withMessageStartingWith("finding must say that too much was invoiced");
        Receivable other = receivable("R2", "2026-03-03", "119");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Dispute.of(D1, other, eur("1"), finding(VerificationFinding.Code.WRONG_PRICE, "20"), "F-17"))
                .withMessage("receivable must be of one of [R1], which the finding is about, but was R2");
    }

    /** 60.00 pay 100.00, and a new item owes 40.00. */
    @Test
    void aShortPaymentOpensACaseAboutWhatItLeft() {
        var request = AllocationRequest.of(payment("P1", "2026-03-01", "60"), List.of(item("R1", "2026-03-03", "100")));
        Settlement settlement = Settlement.of(
                request,
                new OldestDueFirst(),
                SettlementPolicy.MONEY_ONLY.shortPay(ShortPay.newItem(LocalDate.parse("2026-05-01"), "/D", "damaged")));
        Dispute dispute = Dispute.of(D1, settlement, id("R1"), DisputeReason.DAMAGED);
        assertThat(dispute.receivable())
                .isEqualTo(settlement.newItems().get(0).receivable().id());
        assertThat(dispute.amount()).isEqualTo(eur("40"));
        assertThat(dispute.source()).isEqualTo(DisputeSource.shortPayment(PaymentId.of("P1")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dispute.of(D1, settlement, id("R2"), DisputeReason.DAMAGED))
                .withMessage("item must be one of which the settlement moves a rest to a new item, but was R2");
    }

    @Test
    void everyFindingHasAReason() {
        for (VerificationFinding.Code code : VerificationFinding.Code.values()) {
            assertThat(DisputeReason.of(code)).isNotNull();
        }
        assertThat(DisputeReason.of(VerificationFinding.Code.NOT_DELIVERED)).isEqualTo(DisputeReason.NOT_DELIVERED);
        assertThat(DisputeReason.of(VerificationFinding.Code.DUPLICATE)).isEqualTo(DisputeReason.DUPLICATE);
        assertThat(DisputeReason.of(VerificationFinding.Code.NOT_IN_CONTRACT)).isEqualTo(DisputeReason.NOT_AGREED);
    }

    /** UNTDID 4465, D.05A. */
    @Test
    void reasonsHaveTheCodesOfRemittanceAdvices() {
        assertThat(DisputeReason.PRICING.code()).contains("5");
        assertThat(DisputeReason.QUANTITY.code()).contains("4");
        assertThat(DisputeReason.QUALITY.code()).contains("2");
        assertThat(DisputeReason.DAMAGED.code()).contains("3");
        assertThat(DisputeReason.NOT_DELIVERED.code()).contains("6");
        assertThat(DisputeReason.WRONG_DELIVERY.code()).contains("14");
        assertThat(DisputeReason.NOT_AGREED.code()).contains("9");
        assertThat(DisputeReason.DUPLICATE.code()).contains("53"); // duplicate invoice
        assertThat(DisputeReason.WRONG_CUSTOMER.code()).contains("52"); // wrong invoice: issued to the wrong party
        assertThat(DisputeReason.TERMS.code()).contains("50"); // terms of sale error
        assertThat(DisputeReason.TAX.code()).isEmpty();
        assertThat(DisputeReason.SETTLED.code()).isEmpty();
        assertThat(DisputeReason.OTHER.code()).isEmpty();
    }

    @Test
    void refusesWhatIsNoCase() throws IOException, ClassNotFoundException {
        DisputeSource call = DisputeSource.customer("call-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dispute.of(D1, id("R1"), eur("0"), DisputeReason.TAX, call))
                .withMessage("amount must be more than 0, but was EUR 0.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dispute.of(D1, id("R1"), eur("0.001"), DisputeReason.TAX, call))
                .withMessageStartingWith("amount must have at most 2 decimal places");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DisputeSource.reconciliation(""))
                .withMessageStartingWith("source id must have 1 to 200 characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DisputeStage.of(" x"))
                .withMessageStartingWith("stage must");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Resolution.accepted(eur("0")))
                .withMessage("amount must be more than 0, but was EUR 0.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Resolution.rejected().leavingRest())
                .withMessage("leavesRest must be false where nothing is accepted, but was true");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Resolution(Resolution.Outcome.REJECTED, eur("1"), false))
                .withMessage("amount must be given where something is accepted, and only there, but was EUR 1.00");
        Dispute dispute = Dispute.of(D1, id("R1"), Amount.of("1", "EUR"), DisputeReason.TAX, call)
                .ownedBy(ActorId.of("clerk-7"));
        assertThat(Samples.copy(dispute)).isEqualTo(dispute);
        assertThat(dispute.firstOwner()).contains(ActorId.of("clerk-7"));
    }
}
