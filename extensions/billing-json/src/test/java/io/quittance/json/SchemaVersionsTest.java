package io.quittance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.PerUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Old documents are read by steps, with versions that are made up here: there is only the first one yet. */
class SchemaVersionsTest {
    private static final ContractTermsJson CODECS = ContractTermsJson.standard();

    /** Version 2 has another name for the zone and for the models of charges, version 3 also tells the language. */
    private static final SchemaVersions VERSIONS = SchemaVersions.first()
            .then(document -> document.renamed("zone", "timeZone")
                    .changed("charges", charges -> charges.changedElements(charge -> charge.renamed("model", "price"))))
            .then(document -> document.with("language", document.asText("en")));

    private static final String FIRST =
            "{\"schemaVersion\": 1, \"zone\": \"UTC\", \"charges\": [{\"id\": \"a\", \"model\":"
                    + " {\"type\": \"flat\", \"amount\": \"5\"}}, {\"id\": \"b\", \"model\": {\"type\": \"perUnit\","
                    + " \"unitPrice\": \"0.10\"}}]}";
    private static final String SECOND = FIRST.replace("\"schemaVersion\": 1", "\"schemaVersion\": 2")
            .replace("\"zone\"", "\"timeZone\"")
            .replace("\"model\"", "\"price\"");
    private static final String THIRD =
            SECOND.replace("\"schemaVersion\": 2", "\"schemaVersion\": 3, \"language\": \"de\"");

    private record Terms(String zone, String language, List<ChargeModel> prices) {}

    /** The reader of the current version, which knows of no other. */
    private static Terms terms(JsonFields fields) {
        var terms = new Terms(
                fields.text("timeZone"),
                fields.text("language"),
                fields.objects("charges").stream()
                        .map(charge -> {
                            charge.text("id");
                            return charge.model("price");
                        })
                        .toList());
        fields.done();
        return terms;
    }

    private static Terms read(String document) {
        return JsonFields.read(document, SchemaVersionsTest::terms, CODECS::model, VERSIONS);
    }

    @Test
    void readsEveryVersion() {
        List<ChargeModel> prices = List.of(FlatFee.of("5"), PerUnit.of("0.10"));
        assertThat(read(FIRST)).isEqualTo(new Terms("UTC", "en", prices));
        assertThat(read(SECOND)).isEqualTo(new Terms("UTC", "en", prices));
        assertThat(read(THIRD)).isEqualTo(new Terms("UTC", "de", prices));
        assertThat(VERSIONS.current()).isEqualTo(3);
        assertThat(SchemaVersions.first().current()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"4", "0", "-1", "2000000000"})
    void refusesVersionsThatItDoesNotKnow(int version) {
        assertThat(errors(FIRST.replace("\"schemaVersion\": 1", "\"schemaVersion\": " + version + ", \"x\": 1")))
                .containsExactly("schemaVersion must be between 1 and 3, but was " + version);
    }

    /** What belongs to another version is unknown, in either direction. */
    @Test
    void refusesFieldsOfOtherVersions() {
        assertThat(errors(THIRD.replace("timeZone", "zone")))
                .containsExactly(
                        "timeZone must be given",
                        "zone must be left out, for it is none of [schemaVersion, timeZone, language, charges]");
        assertThat(errors(FIRST.replace("\"zone\"", "\"timeZone\": \"UTC\", \"zone\"")))
                .containsExactly(
                        "zone must be left out, for it is none of [schemaVersion, timeZone, language, charges]");
    }

    /** Errors are told by the names of the current version, where the value stands in the document. */
    @Test
    void tellsErrorsOfAnOldDocumentByTheCurrentNames() {
        assertThat(errors(FIRST.replace("\"UTC\"", "7")
                        .replace("\"5\"", "\"-5\"")
                        .replace("\"b\"", "\"b\", \"price\": 1")))
                .containsExactly(
                        "timeZone must be a string, but was 7",
                        "charges[0].price: amount must not be negative, but was -5",
                        "charges[1]: price must be an object, but was 1",
                        "charges[1]: model must be left out, for it is none of [id, price]");
    }

    /** Of a document whose version is missing or wrong all else is told by the current version. */
    @Test
    void readsWithoutVersionByTheCurrentOne() {
        assertThat(errors(THIRD.replace("\"schemaVersion\": 3, ", ""))).containsExactly("schemaVersion must be given");
        assertThat(errors(THIRD.replace("\"schemaVersion\": 3", "\"schemaVersion\": \"1\"")))
                .containsExactly("schemaVersion must be a whole number, but was \"1\"");
        assertThat(errors("[]")).containsExactly("document must be an object, but was []");
    }

    @Test
    void leavesWhatAStepDoesNotUnderstand() {
        assertThat(errors("{\"schemaVersion\": 1, \"zone\": \"UTC\", \"charges\": {\"model\": 1}}"))
                .containsExactly("charges must be an array, but was {\"model\":1}");
    }

    /** A step that fails, against its rules, is no reason to read by the wrong version. */
    @Test
    void refusesADocumentThatAStepFailsFor() {
        SchemaVersions failing = SchemaVersions.first().then(document -> {
            throw new IllegalStateException("no such thing");
        });
        var refused = catchThrowableOfType(
                InvalidDocumentException.class,
                () -> JsonFields.read(FIRST, SchemaVersionsTest::terms, CODECS::model, failing));
        assertThat(refused)
                .hasMessage(
                        "document must be accepted, but was refused with java.lang.IllegalStateException: no such thing");
    }

    @Test
    void refusesToUpcastFromNoVersion() {
        JsonValue document = new JsonValue(JsonValue.Kind.NULL, "null", Map.of(), List.of(), 0, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VERSIONS.upcast(document, 4))
                .withMessage("version must be between 1 and 3, but was 4");
    }

    private static List<String> errors(String document) {
        return catchThrowableOfType(InvalidDocumentException.class, () -> read(document)).errors().stream()
                .map(error -> String.valueOf(error.getMessage()))
                .toList();
    }
}
