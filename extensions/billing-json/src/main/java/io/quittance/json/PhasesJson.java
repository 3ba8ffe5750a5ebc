package io.quittance.json;

import io.quittance.core.contract.Phase;
import io.quittance.core.contract.Phases;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The phases of a charge, in their order: {@code [{"kind": "trial", "length": "P14D"}, {"kind": "rampUp", "length": "P3M",
 * "percent": "25"}, {"kind": "discount", "length": "P3M", "percentOff": "20"}]}.
 */
final class PhasesJson {
    private static final int MOST = 120;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Phase DAY = Phase.trial("P1D");

    private PhasesJson() {}

    /** A field that may be left out; without those that are wrong. */
    static Phases readOptional(JsonFields charge) {
        List<JsonFields> phases = charge.optionalObjects("phases");
        if (phases.size() > MOST) {
            charge.require(false, "phases.count", "phases", "must be at most " + MOST, phases.size());
            phases.subList(MOST, phases.size()).forEach(JsonFields::leaveRest);
        }
        return Phases.of(phases.stream()
                .limit(MOST)
                .flatMap(phase -> phase(phase).stream())
                .toList());
    }

    private static Optional<Phase> phase(JsonFields fields) {
        Optional<Phase.Kind> kind = Words.read(fields, "kind", Phase.Kind.values());
        Optional<Phase> length = fields.parsed("length", text -> Phase.trial(Spans.length(text, "length")));
        if (kind.isEmpty()) {
            fields.leave("percent", "percentOff"); // which only some kinds have
            return Optional.empty();
        }
        return switch (kind.get()) {
            case TRIAL -> length;
            case RAMP_UP ->
                fields.decimal("percent", percent -> Phase.rampUp(DAY.length(), percent))
                        .flatMap(part -> length.map(whole -> Phase.rampUp(whole.length(), part.percent())));
            case DISCOUNT ->
                fields.decimal("percentOff", off -> Phase.discount(DAY.length(), off))
                        .flatMap(part -> length.map(whole -> Phase.discount(whole.length(), off(part))));
        };
    }

    private static BigDecimal off(Phase discount) {
        return HUNDRED.subtract(discount.percent());
    }

    /** Writes the field, if there are phases. */
    static void write(Phases phases, JsonObject object) {
        if (!phases.list().isEmpty()) {
            object.objects("phases", phases.list(), PhasesJson::write);
        }
    }

    private static void write(Phase phase, JsonObject object) {
        object.text("kind", Words.of(phase.kind()))
                .text("length", phase.length().toString());
        switch (phase.kind()) {
            case TRIAL -> {
                // nothing is charged
            }
            case RAMP_UP -> object.decimal("percent", phase.percent());
            case DISCOUNT -> object.decimal("percentOff", off(phase));
        }
    }
}
