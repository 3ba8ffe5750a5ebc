package io.quittance.ar.dispute;

import io.quittance.core.verification.VerificationFinding;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why an amount is contested. Most have a code of UNTDID 4465, the list of reasons that remittance advices use. */
public enum DisputeReason {
    /** Another price, discount or allowance was agreed. */
    PRICING("5"),
    /** Less was delivered than is charged. */
    QUANTITY("4"),
    /** What was delivered is not as good as it should be. */
    QUALITY("2"),
    /** What was delivered was damaged. */
    DAMAGED("3"),
    /** Nothing was delivered, or the customer asks for the proof of it. */
    NOT_DELIVERED("6"),
    /** Something else was delivered. */
    WRONG_DELIVERY("14"),
    /** The invoice is not as was ordered or agreed. */
    NOT_AGREED("9"),
    /** The same was charged before. */
    DUPLICATE("53"),
    /** The tax is not right. */
    TAX(null),
    /** Somebody else owes it. */
    WRONG_CUSTOMER("52"),
    /** It was paid or credited already. */
    SETTLED(null),
    /** A day on which it is due, or until which there is a discount, is not as agreed. */
    TERMS("50"),
    /** None of these. */
    OTHER(null);

    private final @Nullable String code;

    DisputeReason(@Nullable String code) {
        this.code = code;
    }

    /** The code of UNTDID 4465; empty where the list has none that says as much. */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }

    /** What a finding of a verification says was wrong: {@code WRONG_PRICE} is {@link #PRICING}, {@code LATE} is {@link #TERMS}. */
    public static DisputeReason of(VerificationFinding.Code finding) {
        return switch (finding) {
            case WRONG_PRICE_VERSION, WRONG_TIER, WRONG_PRICE, ROUNDING_ONLY -> PRICING;
            case WRONG_QUANTITY -> QUANTITY;
            case NOT_DELIVERED -> NOT_DELIVERED;
            case DUPLICATE -> DUPLICATE;
            case NOT_IN_CONTRACT, NOT_DUE -> NOT_AGREED;
            case CREDITED -> SETTLED;
            case LATE -> TERMS;
            case MISSING, PENDING, NOT_VERIFIABLE, OTHER, UNEXPLAINED -> OTHER;
        };
    }
}
