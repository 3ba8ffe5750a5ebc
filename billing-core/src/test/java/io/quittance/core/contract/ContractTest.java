package io.quittance.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.Samples;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.DiscountSpread;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.usage.Meter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTest {

    @Test
    void holdsWhatWasAgreed() {
        Contract contract = Samples.telephone().build();
        assertThat(contract.id()).isEqualTo(ContractId.of("C-1"));
        assertThat(contract.customer()).isEqualTo(CustomerId.of("1"));
        assertThat(contract.term().days()).isEqualTo(365);
        assertThat(contract.terms().currency().getCurrencyCode()).isEqualTo("USD");
        assertThat(contract.terms().zone()).hasToString("America/New_York");
        assertThat(contract.terms().charges()).extracting(Charge::name).containsExactly("Day minutes", "Night minutes");
        assertThat(contract.terms().charge(new ChargeId("night")))
                .map(Charge::model)
                .contains(PerUnit.of("0.045"));
        assertThat(contract.terms().charge(new ChargeId("messages"))).isEmpty();
    }

    /** What usage is taken in for: a meter that two charges have is counted once. */
    @Test
    void knowsItsMeters() {
        Charge twice = Charge.usage("b", "calls", PerUnit.of("1"));
        assertThat(Contract.builder("C-1")
                        .customer("1")
                        .currency("EUR")
                        .zone("UTC")
                        .term("2026-01-01", "2027-01-01")
                        .charge(Charge.usage("a", "calls", PerUnit.of("1")))
                        .charge(twice)
                        .charge(Charge.recurring("seats", PerUnit.of("10")))
                        .charge(Charge.usage("c", "texts", PerUnit.of("1")))
                        .paymentTerms(PaymentTerms.net(30))
                        .build()
                        .terms()
                        .meters())
                .containsExactly(Meter.sum("calls"), Meter.sum("texts"));
    }

    @Test
    void roundsLinesHalfUpToTheMinorUnitUnlessToldOtherwise() {
        assertThat(Samples.telephone().build().terms().lineRounding()).isEqualTo(Rounding.halfUp(2));
        assertThat(Samples.telephone()
                        .lineRounding(Rounding.halfUp(0))
                        .build()
                        .terms()
                        .lineRounding())
                .isEqualTo(Rounding.halfUp(0));
    }

    @Test
    void refusesLinesThatAreFinerThanTheMinorUnit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Samples.telephone().lineRounding(Rounding.halfUp(4)).build())
                .withMessage("lineRounding must leave at most 2 decimal places, as USD has, but was "
                        + "HALF_UP at 4 decimal places");
    }

    /** 10.005 off would take 10.01 of lines in cents, and 10.50 would take 11 of whole lines. */
    @Test
    void refusesAnAmountOffThatIsFinerThanTheLines() {
        Discount fine = Discount.amount("v", "10.005");
        Charge charge = Charge.usage("c", "m", PerUnit.of("1"));
        Contract.Builder onCharge = Samples.telephone()
                .charge(charge.discount(Discount.percent("p", "0.005")).discount(fine));
        assertThatIllegalArgumentException()
                .isThrownBy(onCharge::build)
                .withMessage(
                        "charges[2].discounts[1]: value must have at most 2 decimal places, by currency and lineRounding, "
                                + "but was 10.005");
        Contract.Builder onTerms = Samples.telephone().discount(fine);
        assertThatIllegalArgumentException()
                .isThrownBy(onTerms::build)
                .withMessage(
                        "discounts[0]: value must have at most 2 decimal places, by currency and lineRounding, but was 10.005");
        Contract.Builder whole =
                Samples.telephone().lineRounding(Rounding.halfUp(0)).discount(Discount.amount("v", "10.50"));
        assertThatIllegalArgumentException()
                .isThrownBy(whole::build)
                .withMessage(
                        "discounts[0]: value must have at most 0 decimal places, by currency and lineRounding, but was 10.50");
    }

    /** A discount is known by its id, on whichever charge it is, and is on charges that there are. */
    @Test
    void refusesDiscountsThatAreConfusedOrOnNothing() {
        Discount voucher = Discount.amount("voucher", "10.05");
        Charge charge = Charge.usage("c", "m", PerUnit.of("1")).discount(voucher);
        assertThat(Samples.telephone().charge(charge).build().terms().charges()).hasSize(3);
        Contract.Builder onBoth = Samples.telephone().charge(charge).discount(voucher);
        assertThatIllegalArgumentException()
                .isThrownBy(onBoth::build)
                .withMessage("discounts must have unique ids, but was voucher");
        Contract.Builder onTwo = Samples.telephone()
                .charge(charge)
                .charge(Charge.usage("d", "n", PerUnit.of("1")).discount(Discount.percent("voucher", "1")));
        assertThatIllegalArgumentException()
                .isThrownBy(onTwo::build)
                .withMessage("discounts must have unique ids, but was voucher");
        Contract.Builder onNone = Samples.telephone().discount(voucher.on("day").on("texts"));
        assertThatIllegalArgumentException()
                .isThrownBy(onNone::build)
                .withMessage("discount voucher must apply to charges of the contract, but was texts");
    }

    /** A trailing zero is no finer, and exact shares are not rounded. */
    @Test
    void takesAnAmountOffThatLinesOrExactSharesCanTake() {
        assertThat(Samples.telephone()
                        .lineRounding(Rounding.halfUp(0))
                        .discount(Discount.amount("v", "10.00"))
                        .discount(Discount.amount("w", "100"))
                        .build()
                        .terms()
                        .discounts()
                        .list())
                .hasSize(2);
        Conventions exact = Conventions.standard().withDiscountSpread(DiscountSpread.EXACT);
        assertThat(Samples.telephone()
                        .conventions(exact)
                        .discount(Discount.amount("v", "10.005"))
                        .build()
                        .terms()
                        .discounts()
                        .list())
                .hasSize(1);
    }

    @Test
    void isSharedTermsAndWhoAgreedToThem() {
        Contract whole = Samples.telephone().build();
        assertThat(Contract.of(whole.id(), whole.customer(), whole.term(), whole.terms()))
                .isEqualTo(whole)
                .hasSameHashCodeAs(whole);
        assertThat(Samples.telephone().customer("2").build()).isNotEqualTo(whole);
    }

    /** A charge of that id would take the place of the line that lifts all charges to their minimum. */
    @ParameterizedTest
    @ValueSource(strings = {"terms.minimum", "terms.commitment", "terms."})
    void refusesTheIdsOfTheLinesOfTheTerms(String id) {
        Charge charge = Charge.usage(id, "other", PerUnit.of("1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.telephone().charge(charge))
                .withMessage("id must not begin with terms., which names lines of the terms themselves, but was " + id);
        assertThat(Samples.telephone()
                        .charge(Charge.usage("terms", "other", PerUnit.of("1")))
                        .build()
                        .terms()
                        .charges())
                .hasSize(3);
    }

    @Test
    void refusesTwoChargesWithOneId() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.telephone()
                        .charge(Charge.usage("day", "other", PerUnit.of("1")))
                        .build())
                .withMessage("id must be unique, but was day");
    }

    @Test
    void keepsWhatWasThereWhenAChargeIsRefused() {
        var terms = Samples.telephone();
        Contract before = terms.build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> terms.charge(Charge.usage("day", "other", PerUnit.of("1"))));
        assertThat(terms.build()).isEqualTo(before);
    }

    @Test
    void refusesToBeBuiltWithoutItsParts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contract.builder("C-1")
                        .customer("1")
                        .term("2014-01-01", "2015-01-01")
                        .build())
                .withMessage("currency must be given");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contract.builder("C-1").build())
                .withMessage("customer must be given");
    }

    @Test
    void refusesAZoneOrCurrencyThatNobodyKnows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contract.builder("C-1").zone("Mars/Olympus"))
                .withMessage("zone must be a time zone id such as Europe/Berlin, but was Mars/Olympus");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contract.builder("C-1").currency("ZZZ"))
                .withMessage("currency must be a known currency code, but was ZZZ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contract.builder("C-1").currency("EU."))
                .withMessage("currency must be a currency code of three capital letters, but was EU.");
    }

    @Test
    void refusesDatesOutOfOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contract.builder("C-1").term("2015-01-01", "2014-01-01"))
                .withMessage("start must be before end, but was 2015-01-01 / 2014-01-01");
    }
}
