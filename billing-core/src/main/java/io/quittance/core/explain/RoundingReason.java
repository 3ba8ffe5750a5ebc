package io.quittance.core.explain;

import java.math.RoundingMode;
import java.util.Locale;

/** Why a number was rounded, in words for each way of rounding: {@code 7.155 rounded half up to 7.16}. */
public final class RoundingReason {
    private RoundingReason() {}

    /** The key of the reason: the rule and the mode, such as {@code charge.rounded.half-up}. */
    public static String key(String rule, RoundingMode mode) {
        return rule + "." + mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The English pattern; its arguments are the exact number and the rounded one. */
    public static String pattern(RoundingMode mode) {
        return "{0} rounded " + words(mode) + " to {1}";
    }

    private static String words(RoundingMode mode) {
        return switch (mode) {
            case UP -> "up";
            case DOWN -> "down";
            case CEILING -> "towards the larger";
            case FLOOR -> "towards the smaller";
            case HALF_UP -> "half up";
            case HALF_DOWN -> "half down";
            case HALF_EVEN -> "half even";
            case UNNECESSARY -> "exactly";
        };
    }
}
