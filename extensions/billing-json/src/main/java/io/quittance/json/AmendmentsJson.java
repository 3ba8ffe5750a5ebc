package io.quittance.json;

import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.ServicePeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What makes a contract a history: {@code "signedAt"}, and {@code "amendments": [{"key": "A-1", "kind": "end", "recordedAt":
 * "2026-05-20T09:00:00Z", "date": "2026-07-01"}]}, left out where there are none. Not safe to share between threads.
 */
final class AmendmentsJson {
    /** Stand in for terms that are wrong, so that the rules of a history have their turn. */
    static final ContractTerms STAND_IN_TERMS = ContractTerms.builder()
            .currency("EUR")
            .zone("UTC")
            .charge(Charge.usage("charge", "meter", ChargeJson.STAND_IN_MODEL))
            .paymentTerms(PaymentTerms.net(0))
            .build();

    private static final int MOST = 10_000;

    private final ContractTermsJson termsJson;
    private final JsonFields fields;
    private final boolean isSigned;

    /**
     * @param fields of the document
     * @param isSigned whether nothing is wrong with the terms that were signed, so that others can be held against them
     */
    AmendmentsJson(ContractTermsJson termsJson, JsonFields fields, boolean isSigned) {
        this.termsJson = termsJson;
        this.fields = fields;
        this.isSigned = isSigned;
    }

    /** The history; each amendment that does not fit is noted, and those after it are held against the others. */
    ContractHistory read(Contract contract) {
        Instant signedAt = fields.parsed("signedAt", text -> Spans.instant(text, "signedAt"))
                .orElse(Instant.MIN);
        ContractTerms agreed = isSigned ? contract.terms() : STAND_IN_TERMS;
        ContractHistory history =
                ContractHistory.of(Contract.of(contract.id(), contract.customer(), contract.term(), agreed), signedAt);
        List<JsonFields> amendments = fields.optionalObjects("amendments");
        if (amendments.size() > MOST) {
            fields.require(false, "amendments.count", "amendments", "must be at most " + MOST, amendments.size());
            amendments.subList(MOST, amendments.size()).forEach(JsonFields::leaveRest);
        }
        boolean allKnown = true;
        for (int i = 0; i < Math.min(amendments.size(), MOST); i++) {
            Optional<Amendment> amendment = amendment(amendments.get(i), agreed);
            Optional<ContractHistory> longer = Optional.empty();
            if (amendment.isPresent() && (allKnown || amendment.get().kind() != Amendment.Kind.WITHDRAWAL)) {
                longer = amended(history, amendment.get(), i); // else it cannot be said what it takes back
            }
            history = longer.orElse(history);
            allKnown &= longer.isPresent();
        }
        return ContractHistory.of(contract, signedAt).amendedAll(isSigned ? history.amendments() : List.of());
    }

    private Optional<ContractHistory> amended(ContractHistory history, Amendment amendment, int index) {
        try {
            return Optional.of(history.amended(amendment));
        } catch (InvalidArgumentException e) {
            fields.noteAt("amendments[" + index + "]", e);
            return Optional.empty();
        }
    }

    /**
     * Empty where it is wrong.
     *
     * @param agreed stand in for terms that are wrong, or cannot be compared
     */
    private Optional<Amendment> amendment(JsonFields amendment, ContractTerms agreed) {
        Optional<String> key = amendment.parsed("key", text -> Require.id(text, "key"));
        Optional<Amendment.Kind> kind = Words.read(amendment, "kind", Amendment.Kind.values());
        Optional<Instant> recordedAt = amendment.parsed("recordedAt", text -> Spans.instant(text, "recordedAt"));
        if (kind.isEmpty()) {
            amendment.leave("date", "days", "withdrawn", "terms"); // which only some kinds have
            return Optional.empty();
        }
        return switch (kind.get()) {
            case TERMS -> {
                Optional<LocalDate> date = date(amendment);
                ContractTerms terms = terms(amendment).orElse(agreed);
                yield date.flatMap(
                        day -> key.flatMap(name -> recordedAt.map(at -> Amendment.terms(name, day, at, terms))));
            }
            case END ->
                date(amendment).flatMap(day -> key.flatMap(name -> recordedAt.map(at -> Amendment.end(name, day, at))));
            case PAUSE -> {
                Optional<ServicePeriod> days = Spans.read(amendment, "days");
                yield days.flatMap(
                        pause -> key.flatMap(name -> recordedAt.map(at -> Amendment.pause(name, pause, at))));
            }
            case WITHDRAWAL ->
                amendment
                        .parsed("withdrawn", text -> Require.id(text, "withdrawn"))
                        .flatMap(other ->
                                key.flatMap(name -> recordedAt.map(at -> Amendment.withdrawal(name, other, at))));
        };
    }

    private static Optional<LocalDate> date(JsonFields amendment) {
        return amendment.parsed("date", text -> Dates.parse(text, "date"));
    }

    private Optional<ContractTerms> terms(JsonFields amendment) {
        JsonFields object = amendment.object("terms");
        Optional<ContractTerms> terms = object.attempt(() -> termsJson.terms(object));
        return terms.filter(read -> isSigned && amendment.isSound("terms"));
    }

    static void write(ContractHistory history, JsonObject object) {
        object.text("signedAt", Spans.text(history.signedAt(), "signedAt"));
        if (!history.amendments().isEmpty()) {
            object.objects("amendments", history.amendments(), AmendmentsJson::write);
        }
    }

    private static void write(Amendment amendment, JsonObject object) {
        object.text("key", amendment.key())
                .text("kind", Words.of(amendment.kind()))
                .text("recordedAt", Spans.text(amendment.recordedAt(), "recordedAt"));
        amendment.date().ifPresent(day -> object.text("date", day.toString()));
        amendment.days().ifPresent(days -> Spans.write("days", days, object));
        amendment.withdrawn().ifPresent(key -> object.text("withdrawn", key));
        amendment.terms().ifPresent(terms -> object.object("terms", out -> ContractTermsJson.write(terms, out)));
    }
}
