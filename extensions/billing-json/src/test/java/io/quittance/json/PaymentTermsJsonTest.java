package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.DueDateRule;
import io.quittance.core.contract.EarlyPaymentDiscount;
import io.quittance.core.contract.Instalment;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.schedule.BusinessDayConvention;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaymentTermsJsonTest {

    /** 30 % in ten days, 200.00 on the 15th after a month, the rest at the end of the next month. */
    @Test
    void readsInstalmentsDiscountsAndBusinessDays() {
        PaymentTerms terms = read("""
                {
                  "instalments": [
                    {"kind": "PERCENT", "value": "30", "due": {"kind": "DAYS", "days": 10}},
                    {"kind": "AMOUNT", "value": "200", "due": {"kind": "DAY_OF_MONTH", "days": 30, "day": 15}},
                    {"kind": "REST", "due": {"kind": "LAST_DAY_OF_MONTH", "months": 1}}
                  ],
                  "discounts": [
                    {"percent": "3", "days": 7, "base": "NET"},
                    {"percent": "2", "days": 14, "base": "NET"}
                  ],
                  "businessDays": "FOLLOWING"
                }""");
        assertThat(terms)
                .isEqualTo(PaymentTerms.inInstalments(List.of(
                                Instalment.percent("30", DueDateRule.days(10)),
                                Instalment.amount("200", DueDateRule.daysThenDayOfMonth(30, 15)),
                                Instalment.rest(DueDateRule.lastDayOfMonth(1))))
                        .discount(EarlyPaymentDiscount.of("3", 7).on(EarlyPaymentDiscount.Base.NET))
                        .discount(EarlyPaymentDiscount.of("2", 14).on(EarlyPaymentDiscount.Base.NET))
                        .onBusinessDays(BusinessDayConvention.FOLLOWING));
    }

    @Test
    void tellsAllThatIsWrongByItsPlace() {
        assertErrors(
                """
                {
                  "instalments": [
                    {"kind": "PERCENT", "value": "100", "due": {"kind": "DAYS", "days": -1}},
                    {"kind": "REST", "value": "1", "due": {"kind": "DAY_OF_MONTH", "days": 1, "day": 0}},
                    {"kind": "SOME", "due": {"kind": "LATER"}}
                  ],
                  "discounts": [{"percent": "0", "days": 3651, "base": "GROSS"}],
                  "businessDays": "NEVER"
                }""",
                "paymentTerms.businessDays: must be one of [NONE, FOLLOWING, MODIFIED_FOLLOWING, PRECEDING, "
                        + "MODIFIED_PRECEDING], but was NEVER",
                "paymentTerms.discounts[0].base: must be one of [TOTAL, NET, NET_WITH_REDUCED_TAX], but was GROSS",
                "paymentTerms.discounts[0].days: must be between 0 and 3650, but was 3651",
                "paymentTerms.discounts[0].percent: must be more than 0, but was 0",
                "paymentTerms.instalments[0].due.days: must be between 0 and 3650, but was -1",
                "paymentTerms.instalments[0].value: must be less than 100, but was 100",
                "paymentTerms.instalments[1].due.day: must be between 1 and 31, but was 0",
                "paymentTerms.instalments[1].value: must be left out, for it is none of [kind, due]",
                "paymentTerms.instalments[2].due.kind: must be one of [DAYS, DAYS_AFTER_END_OF_MONTH, DAY_OF_MONTH, "
                        + "END_OF_MONTH_THEN_DAY, LAST_DAY_OF_MONTH, FIRST_OF_NEXT_MONTH], but was LATER",
                "paymentTerms.instalments[2].kind: must be one of [PERCENT, AMOUNT, REST], but was SOME");
    }

    @Test
    void tellsWhatCannotAddUp() {
        assertErrors("""
                {
                  "instalments": [
                    {"kind": "PERCENT", "value": "60", "due": {"kind": "FIRST_OF_NEXT_MONTH"}},
                    {"kind": "PERCENT", "value": "40", "due": {"kind": "FIRST_OF_NEXT_MONTH"}},
                    {"kind": "REST", "due": {"kind": "FIRST_OF_NEXT_MONTH"}}
                  ]
                }""", "paymentTerms.instalments[1].value: must leave a rest of 100 %, but was 100");
        assertErrors(
                "{\"netDays\": 30, \"discounts\": [{\"percent\": \"2\", \"days\": 10}, {\"percent\": \"3\", \"days\": 14}]}",
                "paymentTerms.discounts[1]: must be less than 2% within 10 days for paying later, "
                        + "but was 3% within 14 days");
        assertErrors(
                "{\"netDays\": 10, \"discounts\": [{\"percent\": \"2\", \"days\": 30}]}",
                "paymentTerms.discounts[0].days: must be at most 10, when all is due, but was 30");
        assertErrors(
                "{\"netDays\": -1, \"discounts\": [{\"percent\": \"2\", \"days\": 3650}]}",
                "paymentTerms.netDays: must be between 0 and 3650, but was -1");
        assertErrors("{}", "paymentTerms.netDays: must be given");
    }

    private static void assertErrors(String paymentTerms, String... errors) {
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> read(paymentTerms))
                .satisfies(e -> assertThat(e.errors().stream()
                                .map(error ->
                                        (error.path().isEmpty() ? "" : error.path() + ".") + error.argument() + ": "
                                                + error.rule()
                                                + error.value()
                                                        .map(value -> ", but was " + value)
                                                        .orElse(""))
                                .sorted())
                        .containsExactly(errors));
    }

    private static PaymentTerms read(String paymentTerms) {
        ContractTerms terms = ContractTermsJson.standard().read("""
                {
                  "schemaVersion": 1,
                  "currency": "EUR",
                  "zone": "UTC",
                  "charges": [{"id": "c", "meter": "c", "model": {"type": "perUnit", "unitPrice": "1"}}],
                  "paymentTerms": %s
                }""".formatted(paymentTerms));
        return terms.paymentTerms();
    }
}
