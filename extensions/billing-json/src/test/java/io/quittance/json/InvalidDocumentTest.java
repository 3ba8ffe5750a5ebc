package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quittance.core.error.InexactResultException;
import io.quittance.core.error.Refusal;
import io.quittance.core.internal.Require;
import io.quittance.core.pricing.ChargeBreakdown;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.RatingInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All errors of a document are reported at once, each where it stands, and none that is only a consequence. */
class InvalidDocumentTest {
    private static final ContractTermsJson JSON = ContractTermsJson.standard();

    @Test
    void tellsAllErrorsInTheOrderOfTheDocument() {
        assertThat(errors("""
                {
                  "schemaVersion": 1,
                  "currency": "ZZZ",
                  "zone": "Mars",
                  "note": "unknown",
                  "charges": [
                    {"meter": "m0", "unit": " ", "model": {"type": "perUnit", "unitPrice": "cheap"}},
                    {"id": "", "meter": "m1", "model": {"type": "magic", "more": {}}},
                    7,
                    {"id": "c3", "meter": 3, "model": {"type": "graduated",
                      "tiers": [
                        {"upTo": "0", "unitPrice": "-1", "flatFee": "-2", "cap": "-3"},
                        {"upTo": "5", "unitPrice": true, "fee": "1"},
                        {"upTo": "5", "unitPrice": "1"}
                      ],
                      "beyond": {"unitPrice": "1E-19"}, "more": null}}
                  ],
                  "lineRounding": {"scale": 19, "mode": "HALF"},
                  "paymentTerms": []
                }
                """))
                .extracting(message -> message.replaceFirst("graduated, [^]]*]", "graduated, …]"))
                .containsExactly(
                        "currency must be a known currency code, but was ZZZ",
                        "zone must be a time zone id such as Europe/Berlin, but was Mars",
                        "note must be left out, for it is none of [schemaVersion, currency, zone, charges, conventions,"
                                + " discounts, maximum, minimum, commitment, lineRounding, paymentTerms, billed, invoicing]",
                        "charges[0]: id must be given",
                        "charges[0]: unit must not begin or end with white space, but was ' '",
                        "charges[0].model: unitPrice must be a decimal number, but was cheap",
                        "charges[1]: id must have 1 to 200 characters, but was ",
                        "charges[1].model: type must be one of [perUnit, graduated, …], but was magic",
                        "charges[2] must be an object, but was 7",
                        "charges[3]: meter must be a string, but was 3",
                        "charges[3].model.tiers[0]: upTo must be more than 0, but was 0",
                        "charges[3].model.tiers[0]: unitPrice must not be negative, but was -1",
                        "charges[3].model.tiers[0]: flatFee must not be negative, but was -2",
                        "charges[3].model.tiers[0]: cap must not be negative, but was -3",
                        "charges[3].model.tiers[1]: unitPrice must be a decimal number, but was true",
                        "charges[3].model.tiers[1]: fee must be left out, for it is none of [upTo, unitPrice, flatFee, cap]",
                        "charges[3].model: tiers[2].upTo must be more than 5, but was 5",
                        "charges[3].model.beyond: unitPrice must have at most 18 decimal places, but was 1E-19",
                        "charges[3].model: more must be left out, for it is none of [type, tiers, beyond]",
                        "lineRounding: scale must be between 0 and 18, but was 19",
                        "lineRounding: mode must be one of [UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN, HALF_EVEN,"
                                + " UNNECESSARY], but was HALF",
                        "paymentTerms must be an object, but was []");
    }

    @Test
    void namesAllThatIsMissing() {
        assertThat(errors("{}"))
                .containsExactly(
                        "schemaVersion must be given",
                        "currency must be given",
                        "zone must be given",
                        "charges must be given",
                        "paymentTerms must be given");
    }

    @Test
    void namesEveryFieldThatComesTwice() {
        String price = "\"type\": \"perUnit\", \"unitPrice\": \"1\", \"unitPrice\": \"2\"";
        assertThat(errors(document("{\"id\": \"a\", \"meter\": \"m\", \"meter\": \"n\", \"model\": {" + price + "}}")
                        .replace("\"currency\"", "\"currency\": 1, \"currency\"")))
                .containsExactly(
                        "currency must be a string, but was 1",
                        "currency must be given once, but was \"EUR\"",
                        "charges[0]: meter must be given once, but was \"n\"",
                        "charges[0].model: unitPrice must be given once, but was \"2\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"charges": [{}, {"id": tru}]} | charges[1].id: document must be well-formed JSON, but was broken (line 1, column 2
            {"charges": [{} | charges[0]: document must be well-formed JSON, but was cut short (line 1, column 1
            {"schemaVersion": 1} {} | document must be well-formed JSON, but was followed by more (line 1, column 22)
            {"a": NaN} | a: document must be well-formed JSON, but was broken (line 1, column
            """)
    void tellsWhereTheTextStopsBeingADocument(String text, String message) {
        assertThat(errors(text)).singleElement().asString().startsWith(message);
    }

    @Test
    void refusesNoTextAtAll() {
        assertThat(errors(""))
                .singleElement()
                .asString()
                .startsWith("document must be well-formed JSON, but was empty");
    }

    @Test
    void readsNoDocumentOfAnotherVersion() {
        assertThat(errors("{\"schemaVersion\": 2, \"currency\": 7, \"else\": true}"))
                .containsExactly("schemaVersion must be 1, but was 2");
    }

    @Test
    void hasTheFieldsOfItsOnlyError() {
        var refused = refused(JSON, document("{\"id\": \"a\", \"meter\": 1, \"model\": " + model("1") + "}"));
        assertThat(refused)
                .hasMessage("charges[0]: meter must be a string, but was 1")
                .returns("json.type", Refusal::code)
                .returns("charges[0]", Refusal::path)
                .returns("meter", Refusal::argument)
                .returns("must be a string", Refusal::rule);
        assertThat(refused.value()).contains("1");
        assertThat(refused.errors()).hasSize(1);
    }

    @Test
    void listsSeveralErrorsInItsValue() throws Exception {
        var refused = refused(JSON, document("{\"id\": \"a\", \"meter\": 1, \"model\": " + model("-1") + "}"));
        String listed = "refused in 2 places: charges[0]: meter must be a string, but was 1; "
                + "charges[0].model: unitPrice must not be negative, but was -1";
        assertThat(refused)
                .hasMessage("document must be valid, but was " + listed)
                .returns("json.errors", Refusal::code)
                .returns("", Refusal::path)
                .returns("document", Refusal::argument)
                .returns("must be valid", Refusal::rule);
        assertThat(refused.value()).contains(listed);
        assertThat(refused.errors()).extracting(Refusal::path).containsExactly("charges[0]", "charges[0].model");
        assertThat(copied(refused).errors()).extracting(Throwable::getMessage).isEqualTo(errors(refused));
    }

    @Test
    void stopsAtAHundredErrors() {
        var refused = refused(JSON, document(charges(5_000, i -> "{}")));
        assertThat(refused.errors()).hasSize(100);
        assertThat(refused.isComplete()).isFalse();
        assertThat(refused).message().startsWith("document must be valid, but was refused in more than 100 places: ");
        assertThat(refused)
                .message()
                .endsWith("charges[6]: meter must be given; and more")
                .hasSizeLessThan(2_000);
        var exactly = refused(JSON, document(charges(100, i -> charge(i, model("-1")))));
        assertThat(exactly.errors()).hasSize(100);
        assertThat(exactly.isComplete()).isTrue();
    }

    @Test
    void doesNotLetNamesForgeAMessage() {
        assertThat(errors(document("{\"id\": \"a\", \"meter\": \"m\", \"model\": " + model("1")
                        + ", \"x\\ny: z\": 1, \"" + "n".repeat(150) + "\": 2, \"\": 3, \"Größe\": 4}")))
                .containsExactly(
                        "charges[0]: \"x\uFFFDy: z\" must be left out, for it is none of [id, kind, meters, meter, model, name, unit, conversion, freeUnits, discounts, maximum, commitment, minimum, neverDecreasing, billed, from, until, ancillary, group, laterModels, phases, escalation]",
                        "charges[0]: \"" + "n".repeat(80)
                                + "…\" must be left out, for it is none of [id, kind, meters, meter, model, name, unit, conversion, freeUnits, discounts, maximum, commitment, minimum, neverDecreasing, billed, from, until, ancillary, group, laterModels, phases, escalation]",
                        "charges[0]: \"\" must be left out, for it is none of [id, kind, meters, meter, model, name, unit, conversion, freeUnits, discounts, maximum, commitment, minimum, neverDecreasing, billed, from, until, ancillary, group, laterModels, phases, escalation]",
                        "charges[0]: Größe must be left out, for it is none of [id, kind, meters, meter, model, name, unit, conversion, freeUnits, discounts, maximum, commitment, minimum, neverDecreasing, billed, from, until, ancillary, group, laterModels, phases, escalation]");
    }

    @Test
    void namesEveryChargeWhoseIdIsTaken() {
        String charges = charge(0, model("1")) + "," + charge(1, model("-1")) + "," + charge(0, model("-2")) + ","
                + charge(1, model("1"));
        assertThat(errors(document(charges)))
                .containsExactly(
                        "charges[1].model: unitPrice must not be negative, but was -1",
                        "charges[2]: id must be unique, but was c0",
                        "charges[2].model: unitPrice must not be negative, but was -2",
                        "charges[3]: id must be unique, but was c1");
    }

    @Test
    void tellsWhatOnlyTheWholeTermsRefuseBesideOtherErrors() {
        assertThat(errors(document("").replace("\"UTC\"", "\"Mars\"").replace("\"EUR\"", "\"XXX\"")))
                .containsExactly(
                        "zone must be a time zone id such as Europe/Berlin, but was Mars", "charges must not be empty");
        assertThat(errors(document(charge(0, model("-1"))).replace("\"EUR\"", "\"XXX\"")))
                .containsExactly(
                        "currency must have a minor unit, but was XXX",
                        "charges[0].model: unitPrice must not be negative, but was -1");
    }

    /** From low to high; a user's model with rules that Java's own exceptions tell. */
    private record Band(BigDecimal low, BigDecimal high, String mode) implements ChargeModel {
        private Band {
            Require.that(
                    high.compareTo(low) >= 0, "band.order", "high", "must be at least " + low.toPlainString(), high);
            if (!mode.equals("strict")) {
                throw new IllegalStateException("no mode " + mode);
            }
        }

        @Override
        public ChargeBreakdown price(RatingInput input) {
            return PerUnit.of(low).price(input);
        }
    }

    private record BandCodec(Function<JsonFields, Band> reader) implements ChargeModelCodec<Band> {
        @Override
        public String type() {
            return "band";
        }

        @Override
        public Class<Band> modelClass() {
            return Band.class;
        }

        @Override
        public Band read(JsonFields fields) {
            return reader.apply(fields);
        }

        @Override
        public void write(Band model, JsonObject object) {
            object.decimal("low", model.low()).decimal("high", model.high()).text("mode", model.mode());
        }
    }

    private static Band band(JsonFields fields) {
        return new Band(fields.decimal("low"), fields.decimal("high"), fields.text("mode"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', nullValues = "none", textBlock = """
            "low": "1", "high": "2", "mode": "strict" | none
            "low": "3", "high": "2", "mode": "strict" | charges[0].model: high must be at least 3, but was 2
            "low": "1", "high": "2", "mode": "lax" | charges[0]: model must be accepted, but was refused with java.lang.IllegalStateException: no mode lax
            "high": "0", "mode": "lax" | charges[0].model: low must be given
            "low": "x", "high": "0", "mode": "strict" | charges[0].model: low must be a decimal number, but was x
            "low": "0", "high": 0, "mode": 0 | charges[0].model: mode must be a string, but was 0
            """)
    void doesNotReportWhatMayOnlyBeAConsequence(String fields, String message) {
        ContractTermsJson own = JSON.with(new BandCodec(InvalidDocumentTest::band));
        String document = document(charge(0, "{\"type\": \"band\", " + fields + "}"));
        if (message == null) {
            assertThat(own.read(document).charges()).hasSize(1);
        } else {
            assertThat(errors(refused(own, document))).containsExactly(message);
        }
    }

    @Test
    void namesTheModelWhoseCodecFails() {
        var cause = new UnsupportedOperationException("out of order");
        var refused = refusedBy(fields -> {
            fields.decimal("low");
            throw cause;
        });
        assertThat(refused)
                .hasMessage("charges[0]: model must be accepted, but was refused with "
                        + "java.lang.UnsupportedOperationException: out of order")
                .returns("json.refused", Refusal::code);
        assertThat(refused.errors().get(0)).hasCause(cause);
    }

    /** Every refusal of the library keeps its code, rule and value, whatever type of exception it is. */
    @Test
    void keepsWhatARefusalSaysThatIsNoBadArgument() {
        var cause = new InexactResultException("result.precision", "quotient", "must have at most 76 digits", "10 / 3");
        var refused = refusedBy(fields -> {
            fields.decimal("low");
            throw cause;
        });
        assertThat(refused)
                .hasMessage("charges[0].model: quotient must have at most 76 digits, but was 10 / 3")
                .returns("result.precision", Refusal::code);
        assertThat(refused.errors().get(0)).hasCause(cause);
    }

    @Test
    void survivesCodecsThatMisbehave() {
        assertThat(refusedBy(InvalidDocumentTest::nothing).code()).isEqualTo("json.refused");
        assertThat(refusedBy(fields -> {
                    throw new IllegalStateException() {
                        private static final long serialVersionUID = 1L;

                        @Override
                        public String getMessage() {
                            throw this;
                        }
                    };
                }))
                .message()
                .startsWith("charges[0]: model must be accepted, but was refused with "
                        + InvalidDocumentTest.class.getName());
        assertThat(refusedBy(fields -> {
                    throw refused(JSON, "{}");
                }))
                .message()
                .startsWith("charges[0]: model must be accepted, but was refused with ")
                .contains("document must be valid, but was refused in 5 places");
    }

    @Test
    void takesWhatAMisbehavingCodecReadOutOfTurn() {
        assertThat(errors(refusedBy(fields -> {
                    String name = fields.object("inner").object("deep").text("name");
                    int size = fields.objects("list").get(7).integer("size");
                    return new Band(BigDecimal.ONE, new BigDecimal(size), name);
                })))
                .containsExactly("charges[0].model: inner must be given", "charges[0].model: list must be given");
    }

    @Test
    void refusesFieldsThatNobodyReadInObjectsThatWereRead() {
        assertThat(errors(refused(
                        JSON.with(new BandCodec(fields -> {
                            var ends = fields.object("ends");
                            return new Band(
                                    ends.decimal("low"), fields.object("ends").decimal("high"), "strict");
                        })),
                        document(charge(
                                0, "{\"type\": \"band\", \"ends\": {\"low\": 1, \"high\": 2, \"middle\": 3}}")))))
                .containsExactly("charges[0].model.ends: middle must be left out, for it is none of [low, high]");
    }

    @SuppressWarnings("NullAway") // on purpose
    private static Band nothing(JsonFields fields) {
        fields.decimal("low");
        return null;
    }

    private static InvalidDocumentException refusedBy(Function<JsonFields, Band> reader) {
        return refused(JSON.with(new BandCodec(reader)), document(charge(0, "{\"type\": \"band\", \"low\": \"1\"}")));
    }

    private static String document(String charges) {
        return "{\"schemaVersion\": 1, \"currency\": \"EUR\", \"zone\": \"UTC\", \"charges\": [" + charges
                + "], \"paymentTerms\": {\"netDays\": 30}}";
    }

    private static String charges(int count, Function<Integer, String> charge) {
        return IntStream.range(0, count).boxed().map(charge).collect(Collectors.joining(","));
    }

    private static String charge(int number, String model) {
        return "{\"id\": \"c" + number + "\", \"meter\": \"m" + number + "\", \"model\": " + model + "}";
    }

    private static String model(String price) {
        return "{\"type\": \"perUnit\", \"unitPrice\": \"" + price + "\"}";
    }

    private static List<String> errors(String document) {
        return errors(refused(JSON, document));
    }

    private static List<String> errors(InvalidDocumentException refused) {
        return refused.errors().stream().map(Throwable::getMessage).toList();
    }

    private static InvalidDocumentException refused(ContractTermsJson json, String document) {
        return catchThrowableOfType(InvalidDocumentException.class, () -> json.read(document));
    }

    private static InvalidDocumentException copied(InvalidDocumentException original)
            throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (InvalidDocumentException) in.readObject();
        }
    }
}
