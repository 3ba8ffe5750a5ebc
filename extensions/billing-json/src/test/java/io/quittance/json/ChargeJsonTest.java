package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.pricing.Commitment;
import io.quittance.core.pricing.Completion;
import io.quittance.core.pricing.CostPlus;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.Milestones;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.TimeAndMaterials;
import io.quittance.core.schedule.StubRule;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Charges of every kind read back as they were written, and a kind has no fields but its own. */
class ChargeJsonTest {
    private static final ContractTermsJson JSON = ContractTermsJson.standard();
    private static final String PRICE = "{\"type\": \"perUnit\", \"unitPrice\": \"1\"}";

    @Test
    void readsWhatPeopleWrite() {
        ContractTerms terms = JSON.read("""
                {
                  "schemaVersion": 1,
                  "currency": "EUR",
                  "zone": "Europe/Berlin",
                  "billed": {"interval": "P3M"},
                  "charges": [
                    {"id": "setup", "kind": "oneOff", "date": "2026-02-15", "model": {"type": "flat", "amount": "500"}},
                    {
                      "id": "seats",
                      "kind": "recurring",
                      "quantity": "25",
                      "model": {"type": "perUnit", "unitPrice": "10"},
                      "maximum": "400",
                      "commitment": {"kind": "AMOUNT", "value": "100"},
                      "minimum": "50",
                      "billed": {"interval": "P1M", "timing": "inAdvance", "anchor": "day", "day": "2026-01-31"},
                      "proration": {"type": "chargeWhole"},
                      "from": "2026-03-01",
                      "until": "2028-03-01",
                      "ancillary": {"order": "PO-4711", "priceRule": "list price of 2026"},
                      "group": "north",
                      "laterModels": [{"from": "2027-01-01", "model": {"type": "perUnit", "unitPrice": "11"}}]
                    },
                    {
                      "id": "work",
                      "kind": "timeAndMaterials",
                      "meter": "hours",
                      "model": {"type": "timeAndMaterials", "rates": [{"role": "consultant", "rate": "150"}]}
                    },
                    {
                      "id": "laptops",
                      "kind": "resale",
                      "meter": "delivered",
                      "model": {"type": "costPlus", "surcharge": "MARKUP", "percent": "25"},
                      "billed": {"interval": "P1M", "anchor": "lastDayOfMonth", "day": "2026-02-28"}
                    },
                    {
                      "id": "project",
                      "kind": "milestones",
                      "meter": "reached",
                      "model": {
                        "type": "milestones",
                        "milestones": [{"name": "design", "amount": "20000"}, {"name": "go-live", "amount": "80000"}]
                      }
                    },
                    {
                      "id": "building",
                      "kind": "completion",
                      "meter": "percent",
                      "model": {"type": "completion", "price": "120000.00"},
                      "billed": {"interval": "P14D", "anchor": "start"}
                    },
                    {"id": "calls", "kind": "usage", "meter": "calls", "model": {"type": "perUnit", "unitPrice": "0.10"}}
                  ],
                  "paymentTerms": {"netDays": 30}
                }
                """);
        assertThat(terms.cycle()).isEqualTo(BillingCycle.quarterly());
        assertThat(terms.charges())
                .containsExactly(
                        Charge.oneOff("setup", FlatFee.of("500")).on("2026-02-15"),
                        Charge.recurring("seats", PerUnit.of("10"))
                                .quantity("25")
                                .maximum("400")
                                .commitment(Commitment.ofAmount("100"))
                                .minimum("50")
                                .billed(BillingCycle.monthly().inAdvance().from("2026-01-31"))
                                .prorated(StubRule.CHARGE_WHOLE)
                                .from("2026-03-01")
                                .until("2028-03-01")
                                .ancillary("PO-4711", "list price of 2026")
                                .inGroup("north")
                                .repriced("2027-01-01", PerUnit.of("11")),
                        Charge.timeAndMaterials("work", "hours", TimeAndMaterials.of("consultant", "150")),
                        Charge.resale("laptops", "delivered", CostPlus.markup("25"))
                                .billed(BillingCycle.monthly().fromLastDayOf(YearMonth.parse("2026-02"))),
                        Charge.milestones(
                                "project",
                                "reached",
                                Milestones.of("design", "20000").then("go-live", "80000")),
                        Charge.completion("building", "percent", Completion.of("120000"))
                                .billed(BillingCycle.every("P14D").fromStart()),
                        Charge.usage("calls", "calls", PerUnit.of("0.10")));
        assertThat(JSON.read(JSON.write(terms))).isEqualTo(terms);
    }

    /** Each kind by fields that others have, as path, argument and code. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "kind": "oneOff", "meter": "m" | charges[0] meter json.unknown-field
            "kind": "oneOff", "billed": {"interval": "P1M"} | charges[0] billed json.unknown-field
            "kind": "oneOff", "maximum": "1", "minimum": "1" | charges[0] maximum json.unknown-field; charges[0] minimum json.unknown-field
            "kind": "oneOff", "laterModels": [], "proration": {"type": "chargeWhole"} | charges[0] laterModels json.unknown-field; charges[0] proration json.unknown-field
            "kind": "recurring", "meters": [], "date": "2026-01-01" | charges[0] meters json.unknown-field; charges[0] date json.unknown-field
            "meter": "m", "quantity": "2", "date": "2026-01-01" | charges[0] quantity json.unknown-field; charges[0] date json.unknown-field
            "kind": "usage", "meter": "m", "proration": {"type": "chargeWhole"} | charges[0] proration json.unknown-field
            "kind": "resale", "meters": [{"id": "m"}] | charges[0] meter json.missing-field; charges[0] meters json.unknown-field
            "kind": "usage" | charges[0] meter json.missing-field
            """)
    void refusesFieldsThatItsKindDoesNotHave(String fields, String errors) {
        assertThat(refused("{\"id\": \"c\", \"model\": " + PRICE + ", " + fields + "}"))
                .containsExactlyInAnyOrder(errors.split("; ", -1));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "kind": "once" | charges[0]: kind must be one of [oneOff, recurring, usage, timeAndMaterials, resale, milestones, completion], but was once
            "kind": "timeAndMaterials", "meter": "m" | charges[0].model: type must be timeAndMaterials for a charge of kind timeAndMaterials, but was perUnit
            "kind": "milestones", "meter": "m" | charges[0].model: type must be milestones for a charge of kind milestones, but was perUnit
            "kind": "completion", "meter": "m" | charges[0].model: type must be completion for a charge of kind completion, but was perUnit
            "kind": "recurring", "quantity": "-1" | charges[0]: quantity must not be negative, but was -1
            "kind": "oneOff", "date": "2026-02-30" | charges[0]: date must be an ISO date such as 2026-03-31, but was 2026-02-30
            "kind": "recurring", "from": "2026-02-01", "until": "2026-02-01" | charges[0]: from must be before until, but was 2026-02-01 / 2026-02-01
            "kind": "recurring", "ancillary": {"order": ""} | document must be valid, but was refused in 2 places: charges[0].ancillary: priceRule must be given; charges[0].ancillary: order must have 1 to 200 characters, but was
            "kind": "recurring", "group": "" | charges[0]: group must have 1 to 200 characters, but was
            "meter": "m", "billed": {"interval": "P1M", "timing": "inAdvance"} | charges[0].billed: timing must be inArrears for a charge of kind usage, but was inAdvance
            "kind": "recurring", "billed": {"interval": "monthly"} | charges[0].billed: interval must be an ISO period such as P1M or P14D, but was monthly
            "kind": "recurring", "billed": {"interval": "P1M1D"} | charges[0].billed: interval must be whole months or whole days, more than zero, but was P1M1D
            "kind": "recurring", "billed": {"interval": "P14D", "anchor": "calendar"} | charges[0].billed: interval must be 1, 2, 3, 4, 6 or 12 months or 7 days to follow the calendar, but was P14D
            "kind": "recurring", "billed": {"interval": "P7D", "anchor": "lastDayOfMonth", "day": "2026-01-31"} | charges[0].billed: interval must be months to begin on last days, but was P7D
            "kind": "recurring", "billed": {"interval": "P1M", "anchor": "lastDayOfMonth", "day": "2026-01-30"} | charges[0].billed: day must be the last of its month, but was 2026-01-30
            "kind": "recurring", "billed": {"interval": "P1M", "anchor": "day"} | charges[0].billed: day must be given
            "kind": "recurring", "billed": {"interval": "P1M", "anchor": "start", "day": "2026-01-30"} | charges[0].billed: day must be left out, for it is none of [interval, timing, anchor]
            "kind": "recurring", "billed": {"interval": "P1M", "anchor": "noon", "day": "2026-01-30"} | charges[0].billed: anchor must be one of [calendar, start, day, lastDayOfMonth], but was noon
            "kind": "recurring", "laterModels": [{"from": "2026-02-01", "model": {"type": "perUnit", "unitPrice": "-1"}}] | charges[0].laterModels[0].model: unitPrice must not be negative, but was -1
            "kind": "recurring", "laterModels": [{"from": "2026-02-01", "model": {"type": "percentage", "ratePercent": "1"}}] | charges[0].laterModels[0]: model must not look at single events where the quantity is agreed and not measured
            """)
    void refusesByPathRuleAndValue(String fields, String message) {
        var refusal = catchThrowableOfType(
                InvalidDocumentException.class,
                () -> JSON.read(document("{\"id\": \"c\", \"model\": " + PRICE + ", " + fields + "}")));
        assertThat(String.valueOf(refusal.getMessage()).strip()).isEqualTo(message);
    }

    @Test
    void refusesLaterModelsThatAreOutOfOrderOrOfAnotherKind() {
        String work = "{\"type\": \"timeAndMaterials\", \"rates\": [{\"role\": \"a\", \"rate\": \"1\"}]}";
        String later = List.of("2027-01-01", "2026-01-01", "2028-01-01").stream()
                .map(day -> "{\"from\": \"" + day + "\", \"model\": " + (day.startsWith("2028") ? PRICE : work) + "}")
                .collect(Collectors.joining(", "));
        assertThat(refused("{\"id\": \"c\", \"kind\": \"timeAndMaterials\", \"meter\": \"m\", \"model\": " + work
                        + ", \"laterModels\": [" + later + "]}"))
                .containsExactly(
                        "charges[0].laterModels[1] from charge.repriced",
                        "charges[0].laterModels[2].model type charge.model");
    }

    @Test
    void refusesMoreThanAThousandLaterModels() {
        String later = IntStream.range(0, 1_001)
                .mapToObj(i -> "{\"from\": \"" + (2000 + i) + "-01-01\", \"model\": " + PRICE + "}")
                .collect(Collectors.joining(", "));
        String charge = "{\"id\": \"c\", \"meter\": \"m\", \"model\": " + PRICE + ", \"laterModels\": [" + later + "]}";
        assertThat(refused(charge)).containsExactly("charges[0] laterModels charge.prices");
        assertThat(Schemas.violations("contract-terms", document(charge))).isNotEmpty();
    }

    /** Whether a field belongs to a charge of no known kind is not said; what is wrong with all kinds is. */
    @Test
    void tellsWhatElseIsWrongWithAChargeOfNoKnownKind() {
        assertThat(refused(
                        "{\"id\": \"\", \"kind\": \"x\", \"date\": 1, \"colour\": \"red\", \"group\": \"\", \"model\":"
                                + " {\"type\": \"perUnit\", \"unitPrice\": \"-1\"}}"))
                .containsExactly(
                        "charges[0] id id.length",
                        "charges[0] kind json.choice",
                        "charges[0] colour json.unknown-field",
                        "charges[0] group id.length",
                        "charges[0].model unitPrice number.negative");
    }

    @Test
    void tellsSeveralErrorsAtTheirPlaces() {
        assertThat(refused("{\"id\": \"c\", \"kind\": \"recurring\", \"quantity\": \"x\", \"meter\": \"m\", \"billed\":"
                        + " {\"interval\": \"P0M\", \"timing\": \"never\"}, \"from\": \"2026-03-01\", \"until\":"
                        + " \"2026-01-01\", \"model\": {\"type\": \"milestones\", \"milestones\": [{\"name\": \"a\","
                        + " \"amount\": \"-1\"}, {\"name\": \"a\", \"amount\": \"1\"}]}}"))
                .containsExactly(
                        "charges[0] quantity number.format",
                        "charges[0] meter json.unknown-field",
                        "charges[0].billed interval schedule.interval",
                        "charges[0].billed timing json.choice",
                        "charges[0] from charge.days",
                        "charges[0].model.milestones[0] amount number.negative",
                        "charges[0].model.milestones[1] name json.twice");
    }

    @Property(tries = 300)
    void readsWhatItWrote(@ForAll("charges") Charge charge, @ForAll("cycles") BillingCycle cycle) {
        ContractTerms terms = ContractTerms.builder()
                .currency("EUR")
                .zone("UTC")
                .charge(charge)
                .billed(cycle)
                .paymentTerms(PaymentTerms.net(30))
                .build();
        String written = JSON.write(terms);
        assertThat(JSON.read(written)).isEqualTo(terms);
        assertThat(JSON.write(JSON.read(written))).isEqualTo(written);
        assertThat(Schemas.violations("contract-terms", written)).isEmpty();
    }

    @Provide
    Arbitrary<Charge> charges() {
        return ChargeArbitraries.charges("c");
    }

    @Provide
    Arbitrary<BillingCycle> cycles() {
        return ChargeArbitraries.cycles();
    }

    private static String document(String charge) {
        return "{\"schemaVersion\": 1, \"currency\": \"EUR\", \"zone\": \"UTC\", \"paymentTerms\": {\"netDays\": 30},"
                + " \"charges\": [" + charge + "]}";
    }

    private static List<String> refused(String charge) {
        var refusal = catchThrowableOfType(InvalidDocumentException.class, () -> JSON.read(document(charge)));
        return refusal.errors().stream()
                .map(error -> error.path() + " " + error.argument() + " " + error.code())
                .toList();
    }
}
