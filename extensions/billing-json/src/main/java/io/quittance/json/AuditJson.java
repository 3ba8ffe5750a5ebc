package io.quittance.json;

import static java.util.Objects.requireNonNull;

import io.quittance.core.audit.AuditBundle;
import io.quittance.core.audit.AuditFinding;
import io.quittance.core.audit.AuditTotal;
import io.quittance.core.audit.AuditedTerms;
import io.quittance.core.audit.MissingNumbers;
import io.quittance.core.audit.SeriesProof;
import io.quittance.core.money.MinorUnits;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;

/**
 * Bundles for auditors as JSON, {@code audit-bundle.schema.json}: one file with documents, terms, usage and the proof that none is
 * missing. It is written and not read. Immutable and safe to share between threads.
 */
public final class AuditJson {
    private static final SchemaVersions VERSIONS = SchemaVersions.first();

    private final ContractTermsJson terms;

    private AuditJson(ContractTermsJson terms) {
        this.terms = requireNonNull(terms, "terms");
    }

    /** Knows the charge models of this library. */
    public static AuditJson standard() {
        return of(ContractTermsJson.standard());
    }

    /** Knows the charge models that the terms know, of this library and your own. */
    public static AuditJson of(ContractTermsJson terms) {
        return new AuditJson(terms);
    }

    /**
     * Writes a bundle in UTF-8; the stream is flushed and stays open. Equal bundles give equal bytes.
     *
     * @throws IllegalArgumentException if no codec knows a charge model of the terms
     * @throws IOException if the stream fails
     */
    public void write(AuditBundle bundle, OutputStream out) throws IOException {
        DocumentWriter.writeOne(out, terms::writeModel, object -> write(bundle, object));
    }

    private static void write(AuditBundle bundle, JsonObject object) {
        object.integer(SchemaVersions.FIELD, VERSIONS.current())
                .objects("documents", bundle.documents(), AuditedDocumentJson::write)
                .objects("related", bundle.related(), AuditedDocumentJson::write)
                .objects("terms", bundle.terms(), AuditJson::write)
                .objects("series", bundle.series(), AuditJson::write)
                .objects("totals", bundle.totals(), AuditJson::write)
                .objects("verifications", bundle.verifications(), VerificationJson::write)
                .objects("findings", bundle.findings(), AuditJson::write);
    }

    private static void write(AuditedTerms version, JsonObject object) {
        object.text("contract", version.contract().value())
                .text("key", version.key())
                .text("effective", version.effective().toString())
                .text("recordedAt", version.recordedAt().toString())
                .object("terms", agreed -> ContractTermsJson.write(version.terms(), agreed));
    }

    private static void write(SeriesProof proof, JsonObject object) {
        object.text("seller", proof.series().seller().value())
                .text("series", proof.series().name())
                .integer("count", Json.integer(proof.count(), "count"));
        proof.first().ifPresent(number -> object.text("first", number.value()));
        proof.last().ifPresent(number -> object.text("last", number.value()));
        object.objects("missing", proof.missing(), AuditJson::write)
                .objects("totals", proof.totals(), AuditJson::write)
                .text("hash", proof.hash());
    }

    private static void write(MissingNumbers numbers, JsonObject object) {
        object.text("first", numbers.first().value())
                .text("last", numbers.last().value())
                .decimal("count", new BigDecimal(numbers.count()));
    }

    private static void write(AuditTotal total, JsonObject object) {
        object.text("type", total.type().code())
                .integer("count", Json.integer(total.count(), "count"))
                .text("currency", total.due().getCurrency().getCurrencyCode())
                .decimal("withoutTax", MinorUnits.written(total.withoutTax()))
                .decimal("tax", MinorUnits.written(total.tax()))
                .decimal("withTax", MinorUnits.written(total.withTax()))
                .decimal("due", MinorUnits.written(total.due()));
    }

    private static void write(AuditFinding finding, JsonObject object) {
        object.text("code", Words.of(finding.code()))
                .text("about", finding.about())
                .object("reason", reason -> Explanations.write(finding.reason(), reason));
    }
}
