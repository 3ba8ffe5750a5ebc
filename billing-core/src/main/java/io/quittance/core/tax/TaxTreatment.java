package io.quittance.core.tax;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a supply is taxed: by which category and rate, and why where it is not: {@code standard("19")}, {@code
 * reverseCharge()}. Where several authorities tax the same supply, it has a treatment for each, told apart by their
 * jurisdictions: {@code of(STANDARD, TaxRate.of("4")).in("US-NY")}.
 */
public final class TaxTreatment implements Serializable {
    private static final long serialVersionUID = 1L;

    private final TaxCategory category;
    private final @Nullable TaxRate rate;
    private final @Nullable String reasonCode;
    private final @Nullable String reason;
    private final @Nullable String jurisdiction;

    private TaxTreatment(
            TaxCategory category,
            @Nullable TaxRate rate,
            @Nullable String reasonCode,
            @Nullable String reason,
            @Nullable String jurisdiction) {
        this.category = requireNonNull(category, "category");
        this.rate = rate;
        this.reasonCode = Require.optionalId(reasonCode, "reasonCode");
        this.reason = Require.optionalId(reason, "reason");
        this.jurisdiction = Require.optionalId(jurisdiction, "jurisdiction");
        requireRate(category, rate);
        Require.that(
                (reasonCode == null && reason == null) || !category.refusesReason(),
                "tax.reason",
                "reason",
                "must not be given in category " + category,
                reasonCode == null ? reason : reasonCode);
    }

    private static void requireRate(TaxCategory category, @Nullable TaxRate rate) {
        if (category.equals(TaxCategory.OUTSIDE_SCOPE)) {
            Require.that(rate == null, "tax.rate", "rate", "must be absent in category O (BR-O-05)", rate);
            return;
        }
        boolean isZero = Require.present(rate, "rate").percent().signum() == 0;
        if (category.isUntaxed()) {
            Require.that(isZero, "tax.rate", "rate", "must be 0 in category " + category, rate);
        } else if (category.equals(TaxCategory.STANDARD)) {
            Require.that(
                    !isZero, "tax.rate", "rate", "must be more than 0 in category S (BR-S-05); use category Z", rate);
        }
    }

    /**
     * Any treatment.
     *
     * @param rate more than 0 in category S, 0 in those that charge nothing
     * @throws IllegalArgumentException if it is not, or the category has no rate: {@link #outsideScope}
     */
    public static TaxTreatment of(TaxCategory category, TaxRate rate) {
        requireNonNull(rate, "rate");
        return new TaxTreatment(category, rate, null, null, null);
    }

    /** Taxed at a standard or reduced rate; {@code standard("19")} takes 19 %. */
    public static TaxTreatment standard(String percent) {
        return of(TaxCategory.STANDARD, TaxRate.of(percent));
    }

    /** Taxed at 0 %. */
    public static TaxTreatment zeroRated() {
        return of(TaxCategory.ZERO_RATED, zero());
    }

    /**
     * Exempt.
     *
     * @param reason in words, as the invoice states it, such as {@code insurance, article 135 (1) a}
     */
    public static TaxTreatment exempt(String reason) {
        return of(TaxCategory.EXEMPT, zero()).because(reason);
    }

    /** The buyer owes the tax: code VATEX-EU-AE. */
    public static TaxTreatment reverseCharge() {
        return of(TaxCategory.REVERSE_CHARGE, zero()).withReasonCode("VATEX-EU-AE");
    }

    /** To a business in another state of the European Union: code VATEX-EU-IC. */
    public static TaxTreatment intraCommunity() {
        return of(TaxCategory.INTRA_COMMUNITY, zero()).withReasonCode("VATEX-EU-IC");
    }

    /** Exported from the European Union: code VATEX-EU-G. */
    public static TaxTreatment export() {
        return of(TaxCategory.EXPORT, zero()).withReasonCode("VATEX-EU-G");
    }

    /** Not subject to the tax: code VATEX-EU-O, and no rate. */
    public static TaxTreatment outsideScope() {
        return new TaxTreatment(TaxCategory.OUTSIDE_SCOPE, null, "VATEX-EU-O", null, null);
    }

    private static TaxRate zero() {
        return TaxRate.of(BigDecimal.ZERO);
    }

    /** The same with the reason in words (BT-120). */
    public TaxTreatment because(String newReason) {
        return new TaxTreatment(category, rate, reasonCode, requireNonNull(newReason, "reason"), jurisdiction);
    }

    /** The same with the reason as a code of the VATEX list (BT-121). */
    public TaxTreatment withReasonCode(String code) {
        return new TaxTreatment(category, rate, requireNonNull(code, "reasonCode"), reason, jurisdiction);
    }

    /** The same by one of several authorities, such as {@code US-NY}. */
    public TaxTreatment in(String newJurisdiction) {
        return new TaxTreatment(category, rate, reasonCode, reason, requireNonNull(newJurisdiction, "jurisdiction"));
    }

    /** Why a tax is charged, or is not (BT-118, BT-151). */
    public TaxCategory category() {
        return category;
    }

    /** The rate (BT-119, BT-152); none outside the scope of the tax. */
    public Optional<TaxRate> rate() {
        return Optional.ofNullable(rate);
    }

    /** The rate, 0 % where there is none. */
    public TaxRate rateOrZero() {
        return rate == null ? zero() : rate;
    }

    /** Why no tax is charged, as a code of the VATEX list (BT-121). */
    public Optional<String> reasonCode() {
        return Optional.ofNullable(reasonCode);
    }

    /** Why no tax is charged, in words (BT-120). */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** Whose tax it is, where several authorities tax the same supply. */
    public Optional<String> jurisdiction() {
        return Optional.ofNullable(jurisdiction);
    }

    /**
     * The treatments of one supply, checked.
     *
     * @param taxes one for each authority that taxes it; may be empty
     * @return a copy
     * @throws IllegalArgumentException if two of them are one but for their reasons
     */
    public static List<TaxTreatment> distinct(List<TaxTreatment> taxes) {
        List<TaxTreatment> all = List.copyOf(taxes);
        var known = new HashSet<TaxTreatment>();
        for (TaxTreatment tax : all) {
            Require.that(known.add(tax.withoutReason()), "tax.twice", "taxes", "must each be another", tax);
        }
        return all;
    }

    /** The same without its reasons: treatments that are one group of a document's tax breakdown are equal so. */
    public TaxTreatment withoutReason() {
        return new TaxTreatment(category, rate, null, null, jurisdiction);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TaxTreatment that
                && category.equals(that.category)
                && Objects.equals(rate, that.rate)
                && Objects.equals(reasonCode, that.reasonCode)
                && Objects.equals(reason, that.reason)
                && Objects.equals(jurisdiction, that.jurisdiction);
    }

    @Override
    public int hashCode() {
        return Objects.hash(category, rate, reasonCode, reason, jurisdiction);
    }

    /** For example {@code S 19%}, {@code AE 0% VATEX-EU-AE} or {@code US-NY S 4%}. */
    @Override
    public String toString() {
        var parts = new ArrayList<String>();
        jurisdiction().ifPresent(parts::add);
        parts.add(category.code());
        rate().ifPresent(percent -> parts.add(percent.toString()));
        reasonCode().ifPresent(parts::add);
        reason().ifPresent(parts::add);
        return String.join(" ", parts);
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new TaxTreatment(category, rate, reasonCode, reason, jurisdiction);
    }
}
