package io.quittance.examples.monthend;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.TaxableSupply;
import io.quittance.core.schedule.ServicePeriod;
import java.time.YearMonth;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who sells, who buys, and how it is taxed. */
class PartiesTest {
    /** 9 + 5×3 + 2 = 26, and 4 more are 30; with a 1 at the end, times 3, 29 and 1 more. */
    @Test
    void locationNumbersHaveTheirCheckDigit() {
        assertThat(Gln.of(0)).hasToString("0088:9520000000004");
        assertThat(Gln.of(1)).hasToString("0088:9520000000011");
    }

    @Test
    void buyersAreMadeOfTheirNumber() {
        Buyer german = Buyer.of(CustomerId.of("1023"));
        assertThat(german.party().name()).isEqualTo("Ahorn-Fahrräder 1023 GmbH"); // 1023 is 1 of 7, and 3 of 5
        assertThat(german.party().address().orElseThrow().postCode()).contains("00023");
        assertThat(german.locale()).isEqualTo(Locale.GERMANY);
        Buyer irish = Buyer.of(CustomerId.of("1024"));
        assertThat(irish.party().vatId()).contains("IE0001024Z");
        assertThat(irish.locale().getLanguage()).isEqualTo("en");
    }

    /** The German rate was 16 % before 2007 and in the second half of 2020. */
    @ParameterizedTest(name = "customer {0} in {1}: {2}")
    @CsvSource({
        "1, 2006-12, S 16%",
        "1, 2014-01, S 19%",
        "1, 2020-06, S 19%",
        "1, 2020-07, S 16%",
        "1, 2021-01, S 19%",
        "4, 2014-01, AE 0% VATEX-EU-AE Reverse charge: the customer owes the tax"
    })
    void aMonthIsTaxedByItsLastDay(String customer, YearMonth month, String expected) {
        var supply = new TaxableSupply(
                ContractId.of("C-" + customer),
                null,
                CustomerId.of(customer),
                ChargeId.of("day"),
                null,
                ServicePeriod.of(month));
        assertThat(new Taxes().taxes(supply)).extracting(Object::toString).containsExactly(expected);
    }
}
