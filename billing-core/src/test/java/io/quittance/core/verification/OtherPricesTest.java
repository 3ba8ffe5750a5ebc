package io.quittance.core.verification;

import static io.quittance.core.verification.Verified.FEBRUARY_1;
import static io.quittance.core.verification.Verified.PLATFORM;
import static io.quittance.core.verification.Verified.contract;
import static io.quittance.core.verification.Verified.event;
import static io.quittance.core.verification.Verified.line;
import static io.quittance.core.verification.Verified.only;
import static io.quittance.core.verification.Verified.signed;
import static io.quittance.core.verification.Verified.used;
import static io.quittance.core.verification.Verified.verification;
import static io.quittance.core.verification.Verified.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.Escalation;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.GraduatedTiers;
import io.quittance.core.pricing.Matrix;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.pricing.TierBound;
import io.quittance.core.pricing.TierPrice;
import io.quittance.core.pricing.TimeAndMaterials;
import io.quittance.core.pricing.VolumeTiers;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a price that is tried changes, and what stays as it is. */
class OtherPricesTest {
    private static final Charge CALLS = Charge.usage("calls", "calls", PerUnit.of("0.10"));
    private static final UsageSource USED = used(event("u-1", "calls", "415"));

    private static String said(Contract contract, UsageSource used, InvoicedLine... lines) {
        return Verified.said(Verification.of(contract, used, FEBRUARY_1).check(List.of(lines)));
    }

    private static String said(ContractHistory contract, UsageSource used, InvoicedLine... lines) {
        return Verified.said(Verification.of(contract, used, FEBRUARY_1).check(List.of(lines)));
    }

    private static ContractHistory amended(Contract.Builder signed, int day, Contract.Builder later) {
        return ContractHistory.of(signed.build(), Instant.parse("2025-12-01T00:00:00Z"))
                .amended(Amendment.terms(
                        "A-1",
                        LocalDate.of(2026, 1, day),
                        Instant.parse("2025-12-10T00:00:00Z"),
                        later.build().terms()));
    }

    /** 45.00 for 41.50 is the price of no terms: neither 0.10 nor 0.12, and not without the escalation by 3 % to 42.75. */
    @Test
    void anAmountThatNoPriceMakesIsUnexplained() {
        Charge dearer = Charge.usage("calls", "calls", PerUnit.of("0.12"));
        assertThat(said(amended(contract(CALLS), 1, contract(dearer)), USED, line("calls", "45.00")))
                .isEqualTo("UNEXPLAINED:-4.8");
        Charge escalated = CALLS.escalated(Escalation.fixed("3", "P1Y", "2026-01-01"));
        assertThat(said(signed(escalated), USED, line("calls", "45.00"))).isEqualTo("UNEXPLAINED:2.25");
        assertThat(only(verification(), with(line("data", "111.11"))).code())
                .isEqualTo(VerificationFinding.Code.UNEXPLAINED);
    }

    /** The terms from 10 January on know what calls will cost in February; those as signed do not. */
    @Test
    void thePriceOfOtherDaysMayBeOfTheLastTerms() {
        ContractHistory contract =
                amended(contract(CALLS), 10, contract(CALLS.repriced("2026-02-01", PerUnit.of("0.12"))));
        assertThat(said(contract, USED, line("calls", "49.80"))).isEqualTo("WRONG_PRICE_VERSION:8.3");
    }

    private static ContractHistory workFromFebruary(Charge january) {
        return ContractHistory.of(contract(january).build(), Instant.parse("2025-12-01T00:00:00Z"))
                .amended(Amendment.terms(
                        "A-1",
                        LocalDate.of(2026, 2, 1),
                        Instant.parse("2025-12-10T00:00:00Z"),
                        contract(Charge.timeAndMaterials("calls", "hours", TimeAndMaterials.of("senior", "150")))
                                .build()
                                .terms()));
    }

    /** From February on the same id is work. 300 calls are 30.00, 415 at 0.12 are 49.80, and all of them in the first tier 83.00. */
    @Test
    void theIdMayBeAChargeOfAnotherKindInOtherTerms() {
        assertThat(said(workFromFebruary(CALLS), USED, line("calls", "30.00").quantity("300")))
                .isEqualTo("WRONG_QUANTITY:-11.5");
        assertThat(said(
                        workFromFebruary(CALLS.repriced("2026-03-01", PerUnit.of("0.12"))),
                        USED,
                        line("calls", "49.80")))
                .isEqualTo("WRONG_PRICE_VERSION:8.3");
        Charge tiers = Charge.usage(
                "calls", "calls", GraduatedTiers.upTo("100", "0.20").then("0.10"));
        assertThat(said(workFromFebruary(tiers), USED, line("calls", "83.00"))).isEqualTo("WRONG_TIER:31.5");
    }

    /** The terms as signed have no price for calls to Austria. */
    @Test
    void termsThatCannotPriceWhatWasUsedExplainNothing() {
        ContractHistory contract = amended(
                contract(Charge.usage("calls", "calls", Matrix.by("to").cell("0.10", "DE"))),
                1,
                contract(Charge.usage("calls", "calls", Matrix.by("to").cell("0.10", "AT"))));
        UsageSource toAustria = used(event("u-1", "calls", "415").with("to", "AT"));
        assertThat(said(contract, toAustria, line("calls", "41.50"))).isEmpty();
        assertThat(said(contract, toAustria, line("calls", "45.00"))).isEqualTo("UNEXPLAINED:3.5");
        assertThat(said(contract, toAustria, line("calls", "0.00"))).isEqualTo("MISSING:-41.5");
    }

    private static Contract both(ChargeModel first, ChargeModel second) {
        return contract(Charge.usage("a", "a", first), Charge.usage("b", "b", second))
                .discount(Discount.amount("launch", "10"))
                .build();
    }

    /**
     * 40.00 and 40.00, less 10.00 together, are 35.00 each. At 0.12 the first is 48.00, and of 10.00 its part is 10 x 48 / 88 =
     * 5.45: 42.55.
     */
    @Test
    void theOtherChargeKeepsItsPrice() {
        UsageSource used = used(event("u-1", "a", "400"), event("u-2", "b", "400"));
        Charge rising = Charge.usage("a", "a", PerUnit.of("0.10")).repriced("2026-02-01", PerUnit.of("0.12"));
        Contract contract = contract(rising, Charge.usage("b", "b", PerUnit.of("0.10")))
                .discount(Discount.amount("launch", "10"))
                .build();
        assertThat(said(contract, used, line("a", "42.55"), line("b", "35.00"))).isEqualTo("WRONG_PRICE_VERSION:7.55");
    }

    /** As above, since 480 were invoiced instead of 400. */
    @Test
    void theOtherChargeKeepsItsQuantity() {
        UsageSource used = used(event("u-1", "a", "400"), event("u-2", "b", "400"));
        Contract contract = both(PerUnit.of("0.10"), PerUnit.of("0.10"));
        assertThat(said(contract, used, line("a", "42.55").quantity("480"), line("b", "35.00")))
                .isEqualTo("WRONG_QUANTITY:7.55");
    }

    /**
     * 150 are 125.00 in two tiers, twice, less 10.00 together: 120.00 each. All in the first tier are 150.00, less 10 x 150 / 275
     * = 5.45: 144.55.
     */
    @Test
    void theOtherChargeKeepsItsTiers() {
        UsageSource used = used(event("u-1", "a", "150"), event("u-2", "b", "150"));
        ChargeModel tiers = GraduatedTiers.upTo("100", "1.00").then("0.50");
        assertThat(said(both(tiers, tiers), used, line("a", "144.55"), line("b", "120.00")))
                .isEqualTo("WRONG_TIER:24.55");
    }

    /** 150 GB in tiers are 125.00, and from 16 January on 100 at 0.60 are 60.00; all 150 in the first tier are 150.00. */
    @Test
    void thePriceOfOtherDaysKeepsItsForm() {
        Charge data = Charge.usage(
                        "data", "data", GraduatedTiers.upTo("100", "1.00").then("0.50"))
                .repriced("2026-01-16", PerUnit.of("0.60"));
        UsageSource used = used(
                UsageEvent.of("u-1", "ACME", "data", "150", "2026-01-10T10:00:00Z"),
                UsageEvent.of("u-2", "ACME", "data", "100", "2026-01-20T10:00:00Z"));
        assertThat(said(signed(data), used, line("data", "185.00"))).isEmpty();
        assertThat(said(signed(data), used, line("data", "210.00"))).isEqualTo("WRONG_TIER:25");
    }

    /**
     * Of 100, 50 cost 2.00 and 50 cost 1.00, and where a bound belongs to the tier that begins there, the fee of 20.00 for the third
     * is due: 170.00. No tier and no volume makes 150.00 of them, but the bound does.
     */
    @Test
    void aBoundMayBeAgreedEitherWay() {
        ChargeModel tiers = GraduatedTiers.upTo("50", "2.00")
                .upTo("100", "1.00")
                .then(TierPrice.of("0.50").withFlatFee("20"));
        Contract contract = contract(Charge.usage("data", "data", tiers))
                .conventions(Conventions.standard().withTierBound(TierBound.EXCLUSIVE))
                .build();
        UsageSource used = used(event("u-1", "data", "100"));
        assertThat(said(contract, used, line("data", "170.00"))).isEmpty();
        assertThat(said(contract, used, line("data", "150.00"))).isEqualTo("WRONG_TIER:-20");
    }

    /** 90.00 lift 310.00 to a minimum of 400.00: two of them would be 180.00, and 95.00 are neither. */
    @Test
    void aLineOfTheTermsHasNoPriceForAQuantity() {
        Contract contract = contract(PLATFORM).minimum(SpendMinimum.of("400")).build();
        assertThat(said(
                        contract,
                        UsageSource.none(),
                        line("platform", "310.00"),
                        line("terms.minimum", "95.00").quantity("2")))
                .isEqualTo("UNEXPLAINED:5");
    }

    /** 10 hours at 150.00 are 1500.00; of 8 it takes the roles to know what they cost. */
    @Test
    void workHasNoPriceForAQuantityAlone() {
        Charge consulting = Charge.timeAndMaterials("consulting", "hours", TimeAndMaterials.of("senior", "150"));
        UsageSource hours = used(event("u-1", "hours", "10").with("role", "senior"));
        assertThat(said(signed(consulting), hours, line("consulting", "1000.00").quantity("8")))
                .isEqualTo("UNEXPLAINED:-500");
    }

    /** Of two lines the terms do not tell how 300 would be cut: each of them at 300 would be 30.00. */
    @Test
    void aQuantityHasNoPriceWhereThereAreTwoLines() {
        ContractHistory contract = amended(
                contract(PLATFORM, CALLS), 16, contract(Charge.recurring("platform", FlatFee.of("620")), CALLS));
        UsageSource used = used(
                UsageEvent.of("u-1", "ACME", "calls", "200", "2026-01-10T10:00:00Z"),
                UsageEvent.of("u-2", "ACME", "calls", "215", "2026-01-20T10:00:00Z"));
        InvoicedLine fee = line("platform", "470.00");
        assertThat(said(contract, used, fee, line("calls", "41.50"))).isEmpty();
        assertThat(said(contract, used, fee, line("calls", "60.00").quantity("300")))
                .isEqualTo("UNEXPLAINED:18.5");
    }

    /** 100 at 0.10 and 100 at 0.20 are 30.00; how many of 240 were dearer nobody knows, so that 24.00 is not their price. */
    @Test
    void norWhereThePriceChangesInThePeriod() {
        Charge rising = CALLS.repriced("2026-01-16", PerUnit.of("0.20"));
        UsageSource used = used(
                UsageEvent.of("u-1", "ACME", "calls", "100", "2026-01-10T10:00:00Z"),
                UsageEvent.of("u-2", "ACME", "calls", "100", "2026-01-20T10:00:00Z"));
        assertThat(said(signed(rising), used, line("calls", "30.00"))).isEmpty();
        assertThat(said(signed(rising), used, line("calls", "24.00").quantity("240")))
                .isEqualTo("UNEXPLAINED:-6");
    }

    /**
     * 40.00 and, for 100 in the first tier, 40.00, less 10.00 together, are 35.00 each. If 100 were in the second tier, the other
     * would cost 80.00, and the part of this one in 10.00 be 3.33: but this one has no tiers that could be read wrongly.
     */
    @Test
    void aPriceWithoutTiersHasNoBound() {
        UsageSource used = used(event("u-1", "a", "400"), event("u-2", "b", "100"));
        Contract contract =
                both(PerUnit.of("0.10"), VolumeTiers.upTo("100", "0.40").then("0.80"));
        assertThat(said(contract, used, line("a", "35.00"), line("b", "35.00"))).isEmpty();
        assertThat(said(contract, used, line("a", "36.67"), line("b", "35.00"))).isEqualTo("UNEXPLAINED:1.67");
    }

    /**
     * 415 in February at 0.10, less 10.00 once, are 31.50. If these terms had held from January on, the 10.00 would have been
     * used up by then: but they are the ones that hold, and no others.
     */
    @Test
    void theTermsThatHoldAreNoOthers() {
        Charge dearer = Charge.usage("calls", "calls", PerUnit.of("0.12"));
        ContractHistory contract = ContractHistory.of(contract(dearer).build(), Instant.parse("2025-12-01T00:00:00Z"))
                .amended(Amendment.terms(
                        "A-1",
                        LocalDate.of(2026, 2, 1),
                        Instant.parse("2025-12-10T00:00:00Z"),
                        contract(CALLS)
                                .discount(Discount.amount("launch", "10"))
                                .build()
                                .terms()));
        UsageSource used = used(
                event("u-1", "calls", "415"), UsageEvent.of("u-2", "ACME", "calls", "415", "2026-02-10T10:00:00Z"));
        ServicePeriod february = ServicePeriod.of("2026-02-01", "2026-03-01");
        Verification verification = Verification.of(contract, used, LocalDate.of(2026, 3, 1));
        assertThat(Verified.said(verification.check(List.of(line("calls", "49.80"), line("calls", february, "31.50")))))
                .isEmpty();
        assertThat(Verified.said(verification.check(List.of(line("calls", "49.80"), line("calls", february, "41.50")))))
                .isEqualTo("UNEXPLAINED:10");
    }

    /**
     * 200 at 0.10 and 215 at 0.12 less 20 % are 40.64. The terms as signed would make 41.50 of them, and the price of other terms
     * with the discount of these, 37.20, is the price of none.
     */
    @Test
    void otherTermsAreTriedWithAllThatTheyAgree() {
        Charge later = Charge.usage("calls", "calls", PerUnit.of("0.12")).discount(Discount.percent("launch", "20"));
        ContractHistory contract = amended(contract(CALLS), 16, contract(later));
        UsageSource used = used(
                UsageEvent.of("u-1", "ACME", "calls", "200", "2026-01-10T10:00:00Z"),
                UsageEvent.of("u-2", "ACME", "calls", "215", "2026-01-20T10:00:00Z"));
        assertThat(said(contract, used, line("calls", "40.64"))).isEmpty();
        assertThat(said(contract, used, line("calls", "41.50"))).isEqualTo("WRONG_PRICE_VERSION:0.86");
        assertThat(said(contract, used, line("calls", "37.20"))).isEqualTo("UNEXPLAINED:-3.44");
    }

    /** 200 at 0.11 and 200 at 0.13 are 48.00 for 400. */
    @Test
    void thePriceOfTwoLinesIsWhatAUnitComesTo() {
        VerificationFinding finding = only(
                Verification.of(signed(CALLS), used(event("u-1", "calls", "400")), FEBRUARY_1),
                List.of(
                        line("calls", "22.00").quantity("200").unitPrice("0.11"),
                        line("calls", "26.00").quantity("200").unitPrice("0.13")));
        assertThat(finding.reason().text()).isEqualTo("400 were invoiced at 0.12 each instead of 0.1");
    }

    /** To 0.10 instead of cents from 1 January on: 0.10 more is no more than rounding. */
    @Test
    void roundingIsThatOfTheTermsThatHold() {
        ContractHistory contract = amended(contract(CALLS), 1, contract(CALLS).lineRounding(Rounding.halfUp(1)));
        assertThat(said(contract, USED, line("calls", "41.60"))).isEqualTo("ROUNDING_ONLY:0.1");
        assertThat(said(signed(CALLS), USED, line("calls", "41.60"))).isEqualTo("UNEXPLAINED:0.1");
    }
}
