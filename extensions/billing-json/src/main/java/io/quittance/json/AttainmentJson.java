package io.quittance.json;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Require;
import io.quittance.kpi.scorecard.Attainment;
import io.quittance.kpi.scorecard.Capped;
import io.quittance.kpi.scorecard.Interpolation;
import io.quittance.kpi.scorecard.ShareOfGoal;
import java.math.BigDecimal;
import java.util.Optional;

/** How a value is scored, by its kind: {@code {"kind": "capped", "scored": {"kind": "actualOverGoal"}, "floor": "0", "cap": "120"}}. */
final class AttainmentJson {
    /** So many caps within each other are as deep as a document can be read. */
    private static final int MOST_CAPS = 20;

    /** The constants of {@link ShareOfGoal} are kinds of their own. */
    private enum Kind {
        ACTUAL_OVER_GOAL,
        GOAL_OVER_ACTUAL,
        TWO_LESS_ACTUAL_OVER_GOAL,
        INTERPOLATION,
        CAPPED
    }

    private AttainmentJson() {}

    /** @throws InvalidArgumentException if it is one of a host's own, or capped too often */
    static void write(Attainment attainment, JsonObject object) {
        write(attainment, 0, object);
    }

    private static void write(Attainment attainment, int caps, JsonObject object) {
        Require.that(
                caps <= MOST_CAPS,
                "attainment.caps",
                "attainment",
                "must be capped at most " + MOST_CAPS + " times",
                null);
        if (attainment instanceof ShareOfGoal share) {
            object.text("kind", Words.of(share));
        } else if (attainment instanceof Interpolation scale) {
            object.text("kind", Words.of(Kind.INTERPOLATION))
                    .object("threshold", level -> write(scale.threshold(), level))
                    .object("target", level -> write(scale.target(), level))
                    .object("stretch", level -> write(scale.stretch(), level));
        } else if (attainment instanceof Capped capped) {
            object.text("kind", Words.of(Kind.CAPPED))
                    .object("scored", scored -> write(capped.scored(), caps + 1, scored))
                    .decimal("floor", capped.floor())
                    .decimal("cap", capped.cap());
        } else {
            throw new InvalidArgumentException(
                    "attainment.unknown", "attainment", "must be one of this library to be written", attainment);
        }
    }

    private static void write(Interpolation.Level level, JsonObject object) {
        object.decimal("value", level.value()).decimal("percent", level.percent());
    }

    /** Empty where it is wrong. */
    static Optional<Attainment> read(JsonFields fields) {
        Optional<Kind> kind = Words.read(fields, "kind", Kind.values());
        if (kind.isEmpty()) {
            fields.leaveRest();
            return Optional.empty();
        }
        return switch (kind.get()) {
            case ACTUAL_OVER_GOAL -> Optional.of(ShareOfGoal.ACTUAL_OVER_GOAL);
            case GOAL_OVER_ACTUAL -> Optional.of(ShareOfGoal.GOAL_OVER_ACTUAL);
            case TWO_LESS_ACTUAL_OVER_GOAL -> Optional.of(ShareOfGoal.TWO_LESS_ACTUAL_OVER_GOAL);
            case INTERPOLATION -> interpolation(fields);
            case CAPPED -> capped(fields);
        };
    }

    private static Optional<Attainment> interpolation(JsonFields fields) {
        Optional<Interpolation.Level> threshold = level(fields.object("threshold"));
        Optional<Interpolation.Level> target = level(fields.object("target"));
        Optional<Interpolation.Level> stretch = level(fields.object("stretch"));
        return Parts.made(
                fields,
                () -> new Interpolation(threshold.orElseThrow(), target.orElseThrow(), stretch.orElseThrow()),
                threshold,
                target,
                stretch);
    }

    private static Optional<Interpolation.Level> level(JsonFields fields) {
        Optional<BigDecimal> value = fields.decimal("value", number -> number);
        Optional<BigDecimal> percent = fields.decimal("percent", number -> Require.notNegative(number, "percent"));
        return Parts.made(
                fields, () -> new Interpolation.Level(value.orElseThrow(), percent.orElseThrow()), value, percent);
    }

    private static Optional<Attainment> capped(JsonFields fields) {
        Optional<Attainment> scored = read(fields.object("scored"));
        Optional<BigDecimal> floor = fields.decimal("floor", number -> number);
        Optional<BigDecimal> cap = fields.decimal("cap", number -> number);
        return Parts.made(
                fields,
                () -> new Capped(scored.orElseThrow(), floor.orElseThrow(), cap.orElseThrow()),
                scored,
                floor,
                cap);
    }
}
