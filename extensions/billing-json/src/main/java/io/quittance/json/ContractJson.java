package io.quittance.json;

import static java.util.Objects.requireNonNull;

import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.Renewal;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.SellerId;
import io.quittance.core.schedule.ServicePeriod;
import java.util.Optional;

/**
 * Contracts as JSON, {@code contract.schema.json}: who agreed to which terms for which days, and with {@code signedAt} and
 * {@code amendments} all that changed it since. Immutable and safe to share between threads.
 *
 * <p>{@code ContractJson.standard().readHistory("{\"schemaVersion\": 1, \"id\": \"C-1\", …}")}
 */
public final class ContractJson {
    private static final SchemaVersions VERSIONS = SchemaVersions.first();

    private final ContractTermsJson terms;

    private ContractJson(ContractTermsJson terms) {
        this.terms = requireNonNull(terms, "terms");
    }

    /** Knows the charge models of this library. */
    public static ContractJson standard() {
        return of(ContractTermsJson.standard());
    }

    /** Knows the charge models that the terms know, of this library and your own. */
    public static ContractJson of(ContractTermsJson terms) {
        return new ContractJson(terms);
    }

    /**
     * Reads a contract without history.
     *
     * @throws InvalidDocumentException if the text is not JSON, or fields are missing, unknown, of the wrong type or refused
     *     by the contract, among the unknown ones those of a history; its errors name them all, each with its path
     */
    public Contract read(String json) {
        return JsonFields.read(
                json,
                fields -> {
                    Contract contract = contract(fields, terms(fields));
                    fields.done();
                    return contract;
                },
                terms::model,
                VERSIONS);
    }

    /**
     * Reads a contract with its history.
     *
     * @throws InvalidDocumentException as {@link #read}, also where an amendment does not fit those before it
     */
    public ContractHistory readHistory(String json) {
        return JsonFields.read(json, this::history, terms::model, VERSIONS);
    }

    private ContractHistory history(JsonFields fields) {
        Optional<ContractTerms> agreed = terms(fields);
        Contract signed = contract(fields, agreed);
        boolean isSound = fields.isSound("terms");
        ContractHistory history = new AmendmentsJson(terms, fields, isSound).read(signed);
        fields.done();
        return history;
    }

    private Optional<ContractTerms> terms(JsonFields fields) {
        JsonFields object = fields.object("terms");
        return object.attempt(() -> terms.terms(object));
    }

    /** With stand-ins for what is wrong, which refuse no amendment. */
    private static Contract contract(JsonFields fields, Optional<ContractTerms> agreed) {
        ContractId id = fields.parsed("id", ContractId::of).orElseGet(() -> ContractId.of("id"));
        CustomerId customer = fields.parsed("customer", CustomerId::of).orElseGet(() -> CustomerId.of("customer"));
        ServicePeriod term = Spans.read(fields, "term").orElseGet(() -> ServicePeriod.of("0001-01-01", "9999-12-31"));
        Contract plain = Contract.of(id, customer, term, agreed.orElse(AmendmentsJson.STAND_IN_TERMS));
        Contract sold =
                fields.optionalParsed("seller", SellerId::of).map(plain::soldBy).orElse(plain);
        Optional<Renewal> renewal = fields.optionalObject("renewal").flatMap(RenewalJson::read);
        return renewal.map(sold::renewed).orElse(sold);
    }

    /**
     * Writes a contract, indented, with lines that end in a line feed.
     *
     * @throws IllegalArgumentException as {@link ContractTermsJson#write}
     */
    public String write(Contract contract) {
        return Json.text(
                terms::writeModel, object -> write(contract, object.integer(SchemaVersions.FIELD, VERSIONS.current())));
    }

    /**
     * Writes a contract with its history, as {@link #write(Contract)}.
     *
     * @throws IllegalArgumentException also if an instant lies outside the years 1 to 9999
     */
    public String write(ContractHistory history) {
        return Json.text(terms::writeModel, object -> {
            write(history.signed(), object.integer(SchemaVersions.FIELD, VERSIONS.current()));
            AmendmentsJson.write(history, object);
        });
    }

    private static void write(Contract contract, JsonObject object) {
        object.text("id", contract.id().value())
                .text("customer", contract.customer().value());
        contract.seller().ifPresent(seller -> object.text("seller", seller.value()));
        Spans.write("term", contract.term(), object);
        RenewalJson.write(contract.renewal(), object);
        object.object("terms", out -> ContractTermsJson.write(contract.terms(), out));
    }
}
