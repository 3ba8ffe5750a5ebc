package io.quittance.json;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.core.id.ActorId;
import io.quittance.core.id.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Entries of a ledger as JSON, {@code ledger-entry.schema.json}: what a host stores, and posts again to have the ledger back. What is
 * read equals what was written, and is written as the same bytes.
 *
 * <p>{@code LedgerJson.read(LedgerJson.write(entry)).equals(entry)}; 585.40 EUR are {@code "currency": "EUR"} and {@code "amount":
 * "585.40"}, days and instants are written by ISO 8601.
 */
public final class LedgerJson {
    private static final SchemaVersions VERSIONS = SchemaVersions.first();

    private LedgerJson() {}

    /**
     * Writes a JSON array of entries in UTF-8, one line for each; the stream is flushed and stays open. Equal entries give equal bytes,
     * if the numbers in their reasons are written alike.
     *
     * @throws IllegalArgumentException if one goes beyond the bounds within which it could be read, such as an instant after the year
     *     9999; those before it are written
     * @throws IOException if the stream fails
     */
    public static void write(Iterable<LedgerEntry> entries, OutputStream out) throws IOException {
        DocumentWriter.writeTexts(entries, out, entry -> write(entry).stripTrailing());
    }

    /**
     * Writes one entry, on one line that ends in a line feed.
     *
     * @throws IllegalArgumentException as {@link #write(Iterable, OutputStream)}
     */
    public static String write(LedgerEntry entry) {
        return Json.line(object -> write(entry, object));
    }

    private static void write(LedgerEntry entry, JsonObject object) {
        object.integer(SchemaVersions.FIELD, VERSIONS.current())
                .text("key", entry.key().value())
                .text("recordedAt", Spans.text(entry.recordedAt(), "recordedAt"));
        entry.origin().actor().ifPresent(actor -> object.text("recordedBy", actor.value()));
        entry.approval().ifPresent(actor -> object.text("approver", actor.value()));
        object.object("fact", fact -> FactWriter.write(entry.fact(), fact));
    }

    /**
     * Reads one entry. Whether it fits a ledger is checked when it is posted.
     *
     * @throws InvalidDocumentException if the text is not JSON, or fields are missing, unknown, of the wrong type or refused; its errors
     *     name them all, each with its path
     */
    public static LedgerEntry read(String json) {
        return JsonFields.readStored(json, LedgerJson::entry, VERSIONS);
    }

    /**
     * Reads the entries of a JSON array in UTF-8, as {@link #write(Iterable, OutputStream)} writes it, and gives each as soon as it is
     * read; no more than one is held, and the stream stays open.
     *
     * @param each gets every entry, in the order of the array
     * @throws InvalidDocumentException as {@link #read(String)}, of the first entry that is refused; paths begin with its place, as in
     *     {@code [3].fact}. Those before it were given
     * @throws IOException if the stream fails
     */
    public static void readAll(InputStream in, Consumer<LedgerEntry> each) throws IOException {
        DocumentStream.read(in, LedgerJson::entry, VERSIONS, requireNonNull(each, "each"));
    }

    private static LedgerEntry entry(JsonFields fields) {
        Optional<EntryKey> key = fields.parsed("key", EntryKey::of);
        Optional<Instant> recordedAt = fields.parsed("recordedAt", text -> Spans.instant(text, "recordedAt"));
        Optional<ActorId> recordedBy = fields.optionalParsed("recordedBy", ActorId::of);
        Optional<ActorId> approver = fields.optionalParsed("approver", ActorId::of);
        Optional<LedgerFact> fact = FactReader.read(fields.object("fact"));
        fields.done();
        return new LedgerEntry(
                key.orElseThrow(),
                fact.orElseThrow(),
                recordedAt.orElseThrow(),
                recordedBy.map(Origin::of).orElseGet(Origin::automatic),
                approver.orElse(null));
    }
}
