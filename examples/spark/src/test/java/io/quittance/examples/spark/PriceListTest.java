package io.quittance.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.schedule.ServicePeriod;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the run refuses before it reads any usage, and how it numbers the rest. */
class PriceListTest {
    private static final String PER_UNIT = "\"model\": {\"type\": \"perUnit\", \"unitPrice\": \"1\"}";

    private static String terms(String charges, String more) {
        return terms("UTC", charges, more);
    }

    private static String terms(String zone, String charges, String more) {
        return terms("EUR", zone, charges, more);
    }

    private static String terms(String currency, String zone, String charges, String more) {
        return "{\"schemaVersion\": 1, \"currency\": \"" + currency + "\", \"zone\": \"" + zone + "\", \"charges\": ["
                + charges + "], \"paymentTerms\": {\"netDays\": 30}" + more + "}";
    }

    @Test
    void metersAreNumberedByNameOverAllLists() {
        assertThat(SmallRun.PRICES.meters()).containsExactly("calls", "gigabytes");
        assertThat(SmallRun.prices("both").meters()).containsExactly("gigabytes", "calls");
        assertThat(SmallRun.prices("calls").tariff().prices()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"meters\": [{\"id\": \"calls\", \"aggregation\": {\"type\": \"MAXIMUM\"}}]",
                "\"meter\": \"calls\", \"freeUnits\": \"10\"",
                "\"meter\": \"calls\", \"minimum\": \"5\"",
                "\"meter\": \"calls\", \"from\": \"2026-10-15\""
            })
    void refusesAChargeThatIsMoreThanAPriceOfASum(String agreed) {
        String json = terms("{\"id\": \"calls\", " + agreed + ", " + PER_UNIT + "}", "");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriceLists.read(Map.of("basic", json)))
                .withMessage(
                        "charge calls of price list basic must be a price for the sum of one meter, and nothing else");
    }

    @Test
    void refusesTermsThatAddSomethingForAllCharges() {
        String json = terms("{\"id\": \"calls\", \"meter\": \"calls\", " + PER_UNIT + "}", ", \"minimum\": \"50\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriceLists.read(Map.of("basic", json)))
                .withMessage("price list basic must agree nothing for all charges together");
    }

    @Test
    void refusesAMeterThatIsChargedTwice() {
        String charge = "{\"id\": \"%s\", \"meter\": \"calls\", " + PER_UNIT + "}";
        String json = terms(charge.formatted("a") + ", " + charge.formatted("b"), "");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriceLists.read(Map.of("basic", json)))
                .withMessage("meter calls of price list basic must be charged once");
    }

    @Test
    void refusesPriceListsOfTwoTimeZones() {
        String charge = "{\"id\": \"calls\", \"meter\": \"calls\", " + PER_UNIT + "}";
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        PriceLists.read(Map.of("a", terms("UTC", charge, ""), "b", terms("Europe/Berlin", charge, ""))))
                .withMessage(
                        "price lists must have one time zone, which says when the month begins, but have [Europe/Berlin, UTC]");
    }

    @Test
    void refusesPriceListsOfTwoCurrencies() {
        String charge = "{\"id\": \"calls\", \"meter\": \"calls\", " + PER_UNIT + "}";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriceLists.read(
                        Map.of("a", terms("EUR", "UTC", charge, ""), "b", terms("USD", "UTC", charge, ""))))
                .withMessage("price lists must have one currency, in which the run is added up, but have [EUR, USD]");
    }

    @Test
    void refusesPriceListsThatRoundToOtherPlaces() {
        String charge = "{\"id\": \"calls\", \"meter\": \"calls\", " + PER_UNIT + "}";
        String whole = ", \"lineRounding\": {\"scale\": 0, \"mode\": \"HALF_UP\"}";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriceLists.read(Map.of("a", terms(charge, ""), "b", terms(charge, whole))))
                .withMessage("price lists must have one lineRounding.scale, which the kernel keeps, but have [0, 2]");
    }

    /** Also where lines are rounded to cents: its tax is not. */
    @ParameterizedTest
    @ValueSource(strings = {"", ", \"lineRounding\": {\"scale\": 2, \"mode\": \"HALF_UP\"}"})
    void refusesACurrencyOfMoreDecimalPlacesThanTheTables(String rounding) {
        String charge = "{\"id\": \"calls\", \"meter\": \"calls\", " + PER_UNIT + "}";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriceLists.read(Map.of("basic", terms("KWD", "UTC", charge, rounding))))
                .withMessage(
                        "currency of price list basic must have at most 2 decimal places, as the tables have, but KWD has 3");
    }

    @Test
    void aContractDoesNotShowTheNameOfItsBuyer() {
        var agreement = new Agreement("C-1", 5, "Zacharias Quellwasser", "DE", SmallRun.YEAR, SmallRun.prices("calls"));
        assertThat(agreement).hasToString("contract C-1 of customer 5, *** in DE");
        assertThat(Agreements.of(List.of(agreement), W1.OCTOBER).toString()).doesNotContain("Zacharias");
    }

    @Test
    void refusesACustomerWithTwoContracts() {
        PriceList calls = SmallRun.prices("calls");
        var one = new Agreement("C-1", 5, "Buyer", "DE", SmallRun.YEAR, calls);
        var two = new Agreement("C-2", 5, "Buyer", "DE", SmallRun.YEAR, calls);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Agreements.of(List.of(one, two), W1.OCTOBER))
                .withMessage("customer 5 must have one contract, but has C-1 and C-2");
    }

    @Test
    void contractsThatDoNotCoverTheMonthAreNotBilledHere() {
        PriceList calls = SmallRun.prices("calls");
        var whole = new Agreement("C-1", 1, "Buyer", "DE", ServicePeriod.of("2026-10-01", "2026-11-01"), calls);
        var late = new Agreement("C-2", 2, "Buyer", "DE", ServicePeriod.of("2026-10-02", "2026-11-01"), calls);
        var early = new Agreement("C-3", 3, "Buyer", "DE", ServicePeriod.of("2026-10-01", "2026-10-31"), calls);
        Agreements agreements = Agreements.of(List.of(late, early, whole), W1.OCTOBER);
        assertThat(agreements.billed()).containsExactly(whole);
        assertThat(agreements.inPart()).containsExactly(late, early);
    }

    @ParameterizedTest
    @CsvSource({"10, 3", "3, 10", "1, 1", "1000, 7", "2147483647, 4000"})
    void aSliceHasTheCustomersFromItsFirstToTheFirstOfTheNext(int customers, int count) {
        var slices = new Slices(customers, count);
        assertThat(slices.from(0)).isZero();
        assertThat(slices.from(count)).isEqualTo(customers);
        for (int slice = 0; slice < count; slice++) {
            if (slices.size(slice) > 0) {
                assertThat(slices.of(slices.from(slice))).isEqualTo(slice);
                assertThat(slices.of(slices.from(slice + 1) - 1)).isEqualTo(slice);
            }
        }
    }

    @Test
    void aSliceBeginsWithTheNumberAtWhichTheOneBeforeEnds() {
        Numbers numbers = Numbers.from(101, List.of(3L, 0L, 2L));
        assertThat(numbers.first()).containsExactly(101L, 104L, 104L);
        assertThat(numbers.count()).isEqualTo(5);
        assertThat(numbers.next()).isEqualTo(106);
    }
}
