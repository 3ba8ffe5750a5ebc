package io.quittance.core.invoice;

import static io.quittance.core.tax.TaxTreatment.exempt;
import static io.quittance.core.tax.TaxTreatment.reverseCharge;
import static io.quittance.core.tax.TaxTreatment.standard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.contract.TermsVersion;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.rating.Rating;
import io.quittance.core.rating.RatingRequest;
import io.quittance.core.schedule.ServicePeriod;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxTableTest {
    private static final ContractId CONTRACT = ContractId.of("C-1");
    private static final TaxTable GERMANY =
            TaxTable.of(standard("19")).from("2020-07-01", standard("16")).from("2021-01-01", standard("19"));

    /** German rates of 2020: Zweites Corona-Steuerhilfegesetz, article 3. */
    @ParameterizedTest(name = "[{0}, {1}) at {2}")
    @CsvSource({
        "2020-06-01, 2020-07-01, S 19%",
        "2020-06-01, 2020-07-02, S 16%",
        "2020-01-01, 2021-01-01, S 16%",
        "2020-02-01, 2021-02-01, S 19%",
        "0001-01-01, 0001-01-02, S 19%"
    })
    void taxesByTheLastDay(String start, String end, String treatment) {
        assertThat(GERMANY.taxes(supply("ACME", "platform", ServicePeriod.of(start, end))))
                .hasToString("[" + treatment + "]");
    }

    @Test
    void whatIsSaidOfACustomerGoesBeforeWhatIsSaidOfACharge() {
        TaxTable table = GERMANY.charge("insurance", exempt("insurance")).customer("GLOBEX", reverseCharge());
        ServicePeriod june = ServicePeriod.of("2020-06-01", "2020-07-01");
        assertThat(table.taxes(supply("ACME", "platform", june))).containsExactly(standard("19"));
        assertThat(table.taxes(supply("ACME", "insurance", june))).containsExactly(exempt("insurance"));
        assertThat(table.taxes(supply("GLOBEX", "insurance", june))).containsExactly(reverseCharge());
    }

    @Test
    void tellsFromWhichDayOnItWasCorrected() {
        LocalDate june = LocalDate.parse("2020-06-01");
        LocalDate may = LocalDate.parse("2020-05-01");
        assertThat(GERMANY.changedFrom(CONTRACT, CustomerId.of("ACME"))).isEmpty();
        TaxTable table = GERMANY.correctedFrom(june)
                .customer(CustomerId.of("GLOBEX"), TaxTable.of(reverseCharge()).correctedFrom(may));
        assertThat(table.changedFrom(CONTRACT, CustomerId.of("ACME"))).contains(june);
        assertThat(table.changedFrom(CONTRACT, CustomerId.of("GLOBEX"))).contains(may);
        TaxTable charge = GERMANY.charge(
                ChargeId.of("platform"), TaxTable.of(standard("7")).correctedFrom(may));
        assertThat(charge.changedFrom(CONTRACT, CustomerId.of("ACME"))).contains(may);
    }

    @Test
    void canBeShipped() throws Exception {
        TaxTable table = GERMANY.charge(
                        "a", standard("4").in("US-NY"), standard("5").in("US-NYC"))
                .customer("GLOBEX", reverseCharge())
                .correctedFrom(LocalDate.parse("2020-06-01"));
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(table);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(table).hasToString(table.toString());
        }
        assertThat(table)
                .hasToString(
                        "[S 19%], from 2020-07-01 [S 16%], from 2021-01-01 [S 19%], charge a: [US-NY S 4%, US-NYC S"
                                + " 5%], customer GLOBEX: [AE 0% VATEX-EU-AE], corrected from 2020-06-01");
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThatIllegalArgumentException().isThrownBy(TaxTable::of).withMessage("treatments must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TaxTable.of(standard("19"), standard("19.0")))
                .withMessage("taxes must each be another, but was S 19.0%");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GERMANY.from("2021-01-01", standard("20")))
                .withMessage("day must be after 2021-01-01, but was 2021-01-01");
    }

    @Test
    @SuppressWarnings("NullAway") // a determination that breaks its contract
    void refusesNoAnswer() {
        TaxableSupply supply = supply("ACME", "platform", ServicePeriod.of("2020-06-01", "2020-07-01"));
        String rule = "taxes must have a treatment of platform; what nobody taxes is outside the scope, but was ";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> supply.taxedBy(asked -> List.of()))
                .withMessage(rule + "[]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> supply.taxedBy(asked -> null))
                .withMessageStartingWith("taxes must have a treatment of platform");
        TaxDetermination twice =
                asked -> List.of(reverseCharge(), reverseCharge().because("again"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> supply.taxedBy(twice))
                .withMessageStartingWith("taxes must each be another, but was AE 0%");
    }

    /** 100.00 of June and 10.00 once, of which the setup is exempt: 19.00 of tax. */
    @Test
    void taxesTheDraftOfARating() {
        Contract contract = Contract.builder("C-1")
                .customer("ACME")
                .seller("DE01")
                .currency("EUR")
                .zone("Europe/Berlin")
                .term("2020-06-01", "2021-06-01")
                .charge(Charge.recurring("platform", FlatFee.of("100.00")))
                .charge(Charge.recurring("cover", FlatFee.of("10.00")).inGroup("insurance"))
                .paymentTerms(PaymentTerms.net(30))
                .build();
        Rating rating = Rating.of(RatingRequest.of(contract, List.of(), ServicePeriod.of("2020-06-01", "2020-07-01")));
        TaxDetermination byGroup = supply -> {
            assertThat(supply.soldBy()).isPresent();
            return supply.agreedCharge().orElseThrow().group().isPresent()
                    ? List.of(exempt("insurance"))
                    : GERMANY.taxes(supply);
        };
        InvoiceDraft draft = InvoiceDraft.of(rating, byGroup);
        assertThat(draft.totals().tax()).isEqualTo(Amount.of("19.00", "EUR"));
        assertThat(draft.lines().get(1).taxes()).containsExactly(exempt("insurance"));
        assertThat(InvoiceDraft.of(rating).lines())
                .allSatisfy(line -> assertThat(line.taxes()).isEmpty());
    }

    /** Insured until the middle of June, not any more after it: each half is taxed as it was agreed. */
    @Test
    void asksOfTheChargeAsItWasAgreedOnThoseDays() {
        Charge plain = Charge.recurring("cover", FlatFee.of("10.00"));
        ServicePeriod june = ServicePeriod.of("2020-06-01", "2020-07-01");
        Rating rating = Rating.of(RatingRequest.of(june(plain), List.of(), june)
                .versions(List.of(
                        TermsVersion.signed(
                                ServicePeriod.of("2020-06-01", "2020-06-16"),
                                june(plain.inGroup("insurance")).terms()),
                        new TermsVersion(
                                ServicePeriod.of("2020-06-16", "2020-07-01"),
                                june(plain).terms(),
                                "A-1"))));
        InvoiceDraft draft = InvoiceDraft.of(
                rating,
                supply -> supply.agreedCharge().orElseThrow().group().isPresent()
                        ? List.of(exempt("insurance"))
                        : List.of(standard("19")));
        assertThat(draft.lines())
                .extracting(line -> line.taxes().get(0))
                .containsExactly(exempt("insurance"), standard("19"));
    }

    private static Contract june(Charge charge) {
        return Contract.builder("C-1")
                .customer("ACME")
                .currency("EUR")
                .zone("Europe/Berlin")
                .term("2020-06-01", "2021-06-01")
                .charge(charge)
                .paymentTerms(PaymentTerms.net(30))
                .build();
    }

    private static TaxableSupply supply(String customer, String charge, ServicePeriod days) {
        return new TaxableSupply(CONTRACT, null, CustomerId.of(customer), ChargeId.of(charge), null, days);
    }
}
