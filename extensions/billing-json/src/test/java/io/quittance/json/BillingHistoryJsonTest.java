package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quittance.core.billing.BillLine;
import io.quittance.core.billing.BilledLine;
import io.quittance.core.billing.BilledPeriod;
import io.quittance.core.billing.BillingMark;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.TermCommitment;
import io.quittance.core.rating.BilledBefore;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxTreatment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillingHistoryJsonTest {
    private static final ServicePeriod JANUARY = ServicePeriod.of("2026-01-01", "2026-02-01");
    private static final BilledPeriod PERIOD = BilledPeriod.of(
            "P1M calendar",
            300,
            JANUARY,
            true,
            List.of(BilledLine.of(ChargeId.of("platform"), "A-1", JANUARY, Amount.of("499", "EUR"))
                    .credited(Amount.of("10", "EUR"))
                    .revision(2)
                    .taxed(List.of(TaxTreatment.standard("19")))),
            BilledBefore.nothing().discount("voucher", Fraction.of(1, 3)),
            BilledBefore.nothing()
                    .charge("platform", Amount.of("-1.5", "EUR"))
                    .prepaid(Amount.of("30", "EUR"))
                    .commitment(new TermCommitment.Progress(
                            Fraction.of(100), Fraction.of(new BigDecimal("-99.5")), Fraction.ZERO)));
    private static final String PERIOD_TEXT = """
            {
              "schemaVersion" : 1,
              "cycle" : "P1M calendar",
              "number" : 300,
              "period" : {
                "start" : "2026-01-01",
                "end" : "2026-02-01"
              },
              "closed" : true,
              "lines" : [ {
                "charge" : "platform",
                "terms" : "A-1",
                "days" : {
                  "start" : "2026-01-01",
                  "end" : "2026-02-01"
                },
                "amount" : "499.00",
                "currency" : "EUR",
                "credited" : "10.00",
                "revision" : 2,
                "taxes" : [ {
                  "category" : "S",
                  "rate" : "19"
                } ]
              } ],
              "before" : {
                "discounts" : [ {
                  "discount" : "voucher",
                  "used" : "1/3"
                } ]
              },
              "after" : {
                "charges" : [ {
                  "charge" : "platform",
                  "amount" : "-1.50",
                  "currency" : "EUR"
                } ],
                "prepaid" : {
                  "amount" : "30.00",
                  "currency" : "EUR"
                },
                "commitment" : {
                  "charged" : "100",
                  "billed" : "-99.5",
                  "carried" : "0"
                }
              }
            }
            """;
    private static final BillingMark MARK = new BillingMark(
            LocalDate.of(2026, 3, 1),
            2,
            LocalDate.of(2027, 1, 1),
            new TreeMap<>(Map.of("P1M calendar", new BillingMark.Reached(300, 302, 301))),
            List.of(new BillLine(
                    "q1:1234",
                    BillLine.Kind.CREDIT,
                    ContractId.of("C-1"),
                    ChargeId.of("platform"),
                    "signed",
                    JANUARY,
                    ServicePeriod.of("2026-01-16", "2026-02-01"),
                    "Platform",
                    Fraction.of(-16, 31),
                    "C62",
                    Amount.of("-257.55", "EUR"),
                    List.of(Explanation.of("charge.flat", "{0}", "499.00").within("night")),
                    "PO-4711",
                    "north",
                    List.of(
                            TaxTreatment.reverseCharge().because("the buyer owes the tax"),
                            TaxTreatment.standard("2.5").in("US-NY")))));
    private static final String MARK_TEXT = """
            {
              "schemaVersion" : 1,
              "date" : "2026-03-01",
              "amendments" : 2,
              "termEnd" : "2027-01-01",
              "cycles" : [ {
                "cycle" : "P1M calendar",
                "first" : 300,
                "open" : 302,
                "last" : 301
              } ],
              "waiting" : [ {
                "id" : "q1:1234",
                "kind" : "credit",
                "contract" : "C-1",
                "charge" : "platform",
                "terms" : "signed",
                "period" : {
                  "start" : "2026-01-01",
                  "end" : "2026-02-01"
                },
                "days" : {
                  "start" : "2026-01-16",
                  "end" : "2026-02-01"
                },
                "name" : "Platform",
                "quantity" : "-16/31",
                "unit" : "C62",
                "amount" : "-257.55",
                "currency" : "EUR",
                "explanations" : [ {
                  "key" : "charge.flat",
                  "pattern" : "{0}",
                  "arguments" : [ "499.00" ],
                  "within" : [ "night" ]
                } ],
                "order" : "PO-4711",
                "group" : "north",
                "taxes" : [ {
                  "category" : "AE",
                  "rate" : "0",
                  "reasonCode" : "VATEX-EU-AE",
                  "reason" : "the buyer owes the tax"
                }, {
                  "category" : "S",
                  "rate" : "2.5",
                  "jurisdiction" : "US-NY"
                } ]
              } ]
            }
            """;

    @Test
    void writesAndReadsAPeriodToTheLetter() {
        assertThat(BillingHistoryJson.write(PERIOD)).isEqualTo(PERIOD_TEXT);
        assertThat(BillingHistoryJson.readPeriod(PERIOD_TEXT)).isEqualTo(PERIOD);
        assertThat(Schemas.violations("billed-period", PERIOD_TEXT)).isEmpty();
    }

    @Test
    void writesAndReadsAMarkToTheLetter() {
        assertThat(BillingHistoryJson.write(MARK)).isEqualTo(MARK_TEXT);
        assertThat(BillingHistoryJson.readMark(MARK_TEXT)).isEqualTo(MARK);
        assertThat(Schemas.violations("billing-mark", MARK_TEXT)).isEmpty();
    }

    @Test
    void leavesOutWhatIsNothing() {
        String none = "{\"schemaVersion\": 1, \"amendments\": 0, \"cycles\": []}";
        assertThat(BillingHistoryJson.readMark(none)).isEqualTo(BillingMark.NONE);
        String open = "{\"schemaVersion\": 1, \"cycle\": \"c\", \"number\": 0, \"lines\": [],"
                + " \"period\": {\"start\": \"2026-01-01\", \"end\": \"2026-02-01\"}}";
        assertThat(BillingHistoryJson.readPeriod(open))
                .isEqualTo(BilledPeriod.of(
                        "c", 0, JANUARY, false, List.of(), BilledBefore.nothing(), BilledBefore.nothing()));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "cycle" : "P1M calendar" | "cycle" : "" | cycle must have 1 to 200 characters, but was
            "number" : 300 | "number" : 3000000000 | number must be between -2147483648 and 2147483647, but was 3000000000
            "closed" : true | "closed" : "yes" | closed must be true or false, but was "yes"
            "end" : "2026-02-01"\\n  } | "end" : "2026-01-01"\\n  } | period: start must be before end, but was 2026-01-01 / 2026-01-01
            "charge" : "platform",\\n    "terms" | "terms" | lines[0]: charge must be given
            "amount" : "499.00" | "amount" : "x" | lines[0]: amount must be a decimal number, but was x
            "currency" : "EUR",\\n    "credited" | "currency" : "EURO",\\n    "credited" | lines[0]: currency must be a currency code of three capital letters, but was EURO
            "credited" : "10.00" | "credited" : "-10" | lines[0]: credited must not be negative, but was -10
            "revision" : 2 | "revision" : -2 | lines[0]: revision must not be negative, but was -2
            "used" : "1/3" | "used" : "-1/3" | before.discounts[0]: used must not be negative, but was -1/3
            "used" : "1/3" | "used" : "1/0" | before.discounts[0]: used must not have a denominator of 0, but was 1/0
            "amount" : "30.00" | "amount" : "-30" | after.prepaid: amount must not be negative, but was -30
            "category" : "S" | "category" : "" | lines[0].taxes[0]: category must have 1 to 200 characters, but was
            "category" : "S" | "category" : "O" | lines[0].taxes[0]: rate must be absent in category O (BR-O-05), but was 19%
            "category" : "S",\\n      "rate" : "19" | "category" : "S" | lines[0].taxes[0]: rate must be given
            "rate" : "19" | "rate" : "0" | lines[0].taxes[0]: rate must be more than 0 in category S (BR-S-05); use category Z, but was 0%
            "rate" : "19" | "rate" : "-19" | lines[0].taxes[0]: rate must not be negative, but was -19
            "rate" : "19" | "rate" : "19", "reason" : "r" | lines[0].taxes[0]: reason must not be given in category S, but was r
            "carried" : "0" | "carried" : "-1" | after.commitment: carried must not be negative, but was -1
            """)
    void refusesPeriodsByPathRuleAndValue(String good, String bad, String message) {
        assertThat(PERIOD_TEXT).contains(good.replace("\\n", "\n"));
        String document = PERIOD_TEXT.replace(good.replace("\\n", "\n"), bad.replace("\\n", "\n"));
        var refused =
                catchThrowableOfType(InvalidDocumentException.class, () -> BillingHistoryJson.readPeriod(document));
        assertThat(String.valueOf(refused.getMessage()).strip()).isEqualTo(message);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "amendments" : 2 | "amendments" : -1 | amendments must not be negative, but was -1
            "open" : 302 | "open" : 303 | cycles[0]: open must be between 300 and 302, but was 303
            "first" : 300 | "first" : "300" | cycles[0]: first must be a whole number, but was "300"
            "kind" : "credit" | "kind" : "CREDIT" | waiting[0]: kind must be one of [charge, credit, difference], but was CREDIT
            "quantity" : "-16/31" | "quantity" : -0.5 | waiting[0]: quantity must be a string, but was -0.5
            "order" : "PO-4711" | "order" : "" | waiting[0]: order must have 1 to 200 characters, but was
            "jurisdiction" : "US-NY" | "jurisdiction" : "" | waiting[0].taxes[1]: jurisdiction must have 1 to 200 characters, but was
            "key" : "charge.flat" | "key" : "" | waiting[0].explanations[0]: key must have 1 to 200 characters, but was
            """)
    void refusesMarksByPathRuleAndValue(String good, String bad, String message) {
        assertThat(MARK_TEXT).contains(good);
        String document = MARK_TEXT.replace(good, bad);
        var refused = catchThrowableOfType(InvalidDocumentException.class, () -> BillingHistoryJson.readMark(document));
        assertThat(String.valueOf(refused.getMessage()).strip()).isEqualTo(message);
    }

    @Test
    void refusesADayWithoutAnEndOfTheTermAndTheOtherWayRound() {
        String without = MARK_TEXT.replace("\"date\" : \"2026-03-01\",", "");
        assertThat(errors(() -> BillingHistoryJson.readMark(without))).containsExactly(" date mark.term-end");
        String endless = MARK_TEXT.replace("\"termEnd\" : \"2027-01-01\",", "");
        assertThat(errors(() -> BillingHistoryJson.readMark(endless))).containsExactly(" termEnd mark.term-end");
        assertThat(Schemas.violations("billing-mark", without)).isNotEmpty();
        assertThat(Schemas.violations("billing-mark", endless)).isNotEmpty();
    }

    @Test
    void tellsAllThatIsWrong() {
        String line = "{\"charge\": \"\", \"terms\": \"\", \"days\": {}, \"amount\": \"x\", \"credited\": \"x\"}";
        String twice =
                "{\"charges\": [{\"charge\": \"a\", \"amount\": \"1\", \"currency\": \"EUR\"}, {\"charge\": \"a\","
                        + " \"amount\": \"1\", \"currency\": \"XYZ\"}], \"discounts\": [{\"discount\": \"d\", \"used\": \"1\"},"
                        + " {\"discount\": \"d\", \"used\": \"1\"}]}";
        assertThat(errors(() -> BillingHistoryJson.readPeriod(
                        "{\"schemaVersion\": 1, \"number\": 1.5, \"period\": 7, \"lines\": [" + line + "], \"before\": "
                                + twice + "}")))
                .containsExactly(
                        " cycle json.missing-field",
                        " number json.type",
                        " period json.type",
                        "lines[0] currency json.missing-field",
                        "lines[0] charge id.length",
                        "lines[0] terms id.length",
                        "lines[0].days start json.missing-field",
                        "lines[0].days end json.missing-field",
                        "lines[0] amount number.format",
                        "lines[0] credited number.format",
                        "before.charges[1] charge json.twice",
                        "before.charges[1] currency currency.unknown",
                        "before.discounts[1] discount json.twice");
        assertThat(errors(() -> BillingHistoryJson.readMark("{\"schemaVersion\": 1, \"amendments\": 0, \"cycles\":"
                        + " [{\"cycle\": \"a\", \"first\": 1, \"open\": 1, \"last\": 1}, {\"cycle\": \"a\", \"first\": 2,"
                        + " \"open\": 1, \"last\": 1}]}")))
                .containsExactly("cycles[1] cycle json.twice", "cycles[1] open mark.open");
    }

    @Test
    void refusesToWriteWhatCouldNotBeRead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BillingHistoryJson.write(BilledPeriod.of(
                        "c", 3_000_000_000L, JANUARY, true, List.of(), BilledBefore.nothing(), BilledBefore.nothing())))
                .withMessage("number must be between -2147483648 and 2147483647, but was 3000000000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BillingHistoryJson.write(BilledPeriod.of(
                        "c",
                        0,
                        JANUARY,
                        true,
                        List.of(),
                        BilledBefore.nothing()
                                .charge(
                                        "a",
                                        Amount.of("0.000000000000000001", "EUR").multiply(new BigDecimal("0.1"))),
                        BilledBefore.nothing())))
                .withMessage("amount must have at most 18 decimal places, but was 1E-19");
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void readsThePeriodThatItWrote(@ForAll("periods") BilledPeriod period) {
        String written = BillingHistoryJson.write(period);
        assertThat(BillingHistoryJson.readPeriod(written)).isEqualTo(period);
        assertThat(Schemas.violations("billed-period", written)).isEmpty();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void readsTheMarkThatItWrote(@ForAll("marks") BillingMark mark) {
        String written = BillingHistoryJson.write(mark);
        assertThat(BillingHistoryJson.readMark(written)).isEqualTo(mark);
        assertThat(Schemas.violations("billing-mark", written)).isEmpty();
    }

    @Property(tries = 6, edgeCases = EdgeCasesMode.NONE)
    void readerAndSchemaAgreeOnEveryDamageOfAPeriod(@ForAll("periods") BilledPeriod period) {
        Damages.all(BillingHistoryJson.write(period))
                .forEach(document -> SchemaAgreementTest.assertAgreement(
                        "billed-period", document, BillingHistoryJson::readPeriod, BillingHistoryJson::write));
    }

    @Property(tries = 6, edgeCases = EdgeCasesMode.NONE)
    void readerAndSchemaAgreeOnEveryDamageOfAMark(@ForAll("marks") BillingMark mark) {
        Damages.all(BillingHistoryJson.write(mark))
                .forEach(document -> SchemaAgreementTest.assertAgreement(
                        "billing-mark", document, BillingHistoryJson::readMark, BillingHistoryJson::write));
    }

    @Provide
    Arbitrary<BilledPeriod> periods() {
        return BillingArbitraries.periods();
    }

    @Provide
    Arbitrary<BillingMark> marks() {
        return BillingArbitraries.marks();
    }

    private static List<String> errors(ThrowingCallable read) {
        return catchThrowableOfType(InvalidDocumentException.class, read).errors().stream()
                .map(error -> error.path() + " " + error.argument() + " " + error.code())
                .toList();
    }
}
