package io.quittance.bank.internal;

import io.quittance.ar.payment.PaymentId;
import io.quittance.bank.BankFinding.Code;
import io.quittance.bank.Direction;
import io.quittance.bank.EntryStatus;
import io.quittance.bank.TransactionReferences;
import io.quittance.core.internal.Sha256;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ids of the entries and details of a statement: the bank's references, or where there is none a hash of what is written. */
final class EntryIds {
    private static final int MOST_IDENTITY = 8;

    private final Findings findings;
    private final SeenIds seen;
    /** What tells this statement from others, for ids that are derived. */
    private final List<String> identity = new ArrayList<>();

    EntryIds(Findings findings, SeenIds seen) {
        this.findings = findings;
        this.seen = seen;
        seen.clear();
    }

    void identifiedBy(@Nullable String part) {
        if (identity.size() < MOST_IDENTITY) {
            identity.add(part == null ? "" : part);
        }
    }

    /** The id of an entry. */
    PaymentId entryId(EntryDraft draft, Direction direction) {
        String own = Texts.reference(draft.reference);
        if (own == null && draft.details.size() == 1) {
            own = ownReference(draft.details.get(0).references);
        }
        if (own != null) {
            return numbered(own, draft.status, direction, draft.line);
        }
        PaymentId derived = derived(draft);
        findings.report(Code.NO_REFERENCE, "reference", draft.line, derived.value(), null);
        return derived;
    }

    private static @Nullable String ownReference(TransactionReferences references) {
        return references.bank() == null ? references.uetr() : references.bank();
    }

    /**
     * A reference that comes again is that of other money, since a statement has each booking once. What was announced before it is booked is the
     * same money, so that what is booked has the id that it has where nothing was announced.
     */
    private PaymentId numbered(String reference, EntryStatus status, Direction direction, int at) {
        String announced = status == EntryStatus.BOOKED ? "" : status + " ";
        int times = seen.count(announced + direction + " " + reference);
        if (times == 1) {
            return PaymentId.of(reference);
        }
        findings.report(Code.REPEATED_REFERENCE, "reference", at, reference, null);
        return PaymentId.of(reference + "#" + times);
    }

    private PaymentId derived(EntryDraft draft) {
        var written = new ArrayList<>(identity);
        written.add(draft.hash());
        String hash = Sha256.of(String.join("\u001f", written)).substring(0, 40);
        return PaymentId.of("derived:" + hash + "/" + seen.count(hash));
    }

    /** The id of one of several details of an entry. */
    PaymentId detailId(EntryDraft draft, DetailDraft given, int index, PaymentId entryId, Direction direction, int at) {
        String own = ownReference(given.references);
        if (own != null && !own.equals(Texts.reference(draft.reference))) {
            return numbered(own, draft.status, direction, at);
        }
        PaymentId placed = numbered(entryId + "/" + (index + 1), draft.status, direction, at);
        findings.report(Code.NO_REFERENCE, "reference", at, placed.value(), null);
        return placed;
    }
}
