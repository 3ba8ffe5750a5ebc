package io.quittance.einvoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.en16931.BusinessGroup;
import io.quittance.core.en16931.RuleViolation;
import io.quittance.core.internal.Require;
import io.quittance.core.invoice.Invoice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A document under a profile, to be written as XML: {@code EInvoice.of(invoice, Profile.PEPPOL_BIS3).write(Syntax.UBL, out)}.
 *
 * <p>What the profile cannot carry, and what breaks its rules, is refused with all reasons at once; {@link #problems(Syntax)} has
 * them beforehand. Rules are exact, but those about rounding in which the official artefacts leave room: {@link #remarks()}. What
 * EN 16931 has no term for, such as the rate of a second currency or the steps of a price, stays in the invoice.
 */
public final class EInvoice {
    private final Profile profile;
    private final BusinessGroup terms;
    private final List<RuleViolation> losses;

    private EInvoice(Profile profile, BusinessGroup terms, List<RuleViolation> losses) {
        Require.that(
                terms.id().equals(Located.DOCUMENT),
                "einvoice.document",
                "document",
                "must be a whole document",
                terms.id());
        this.profile = profile;
        this.terms = ProfiledTerms.of(terms, profile);
        this.losses = losses;
    }

    /** An issued document. */
    public static EInvoice of(Invoice invoice, Profile profile) {
        return new EInvoice(requireNonNull(profile, "profile"), invoice.terms(), LineLosses.of(invoice, profile));
    }

    /**
     * A document of any origin.
     *
     * @param document its process control (BG-2) is replaced by that of the profile
     * @throws IllegalArgumentException if it is a part of a document
     */
    public static EInvoice of(BusinessGroup document, Profile profile) {
        return new EInvoice(requireNonNull(profile, "profile"), document, List.of());
    }

    /** Its profile. */
    public Profile profile() {
        return profile;
    }

    /** What is written: the document's terms with the profile's process control (BT-23, BT-24) and unit codes. */
    public BusinessGroup terms() {
        return terms;
    }

    /**
     * Why it cannot be written: what the profile or the syntax cannot carry (ids that begin with {@code einvoice.}), then codes
     * that are on no list (BR-CL) and rules that are broken. Empty if it can.
     */
    public List<RuleViolation> problems(Syntax syntax) {
        var problems = new ArrayList<>(losses);
        CarryRules.ALL.forEach(rule -> problems.addAll(rule.violations(terms)));
        syntax.rules().forEach(rule -> problems.addAll(rule.violations(terms)));
        CodeRules.ALL.forEach(rule -> problems.addAll(rule.violations(terms)));
        profile.rules().check(terms).stream()
                .filter(violation -> !isRemark(violation))
                .forEach(problems::add);
        return List.copyOf(problems);
    }

    /**
     * The rules that it breaks by no more than the official artefacts let pass in both syntaxes: BR-CO-17, BR-S-09, BR-AF-09 and
     * BR-AG-09 by less than 1.00, as where the tax is rounded on every line; PEPPOL-EN16931-R040 and R120 by up to 0.02. It is written in spite of them,
     * unless the profile is {@linkplain Profile#exact() exact}.
     */
    public List<RuleViolation> remarks() {
        return profile.rules().check(terms).stream().filter(this::isRemark).toList();
    }

    private boolean isRemark(RuleViolation violation) {
        return !profile.isExact() && Slack.covers(violation);
    }

    /**
     * The XML in UTF-8; the same bytes for the same document.
     *
     * @throws EInvoiceRefusedException if there are {@link #problems(Syntax)}
     */
    public byte[] bytes(Syntax syntax) {
        List<RuleViolation> problems = problems(syntax);
        if (!problems.isEmpty()) {
            throw new EInvoiceRefusedException(profile.name(), syntax, problems);
        }
        var bytes = new ByteArrayOutputStream();
        syntax.write(terms, bytes);
        return bytes.toByteArray();
    }

    /**
     * Writes the XML, all of it or nothing; the stream stays open.
     *
     * @throws EInvoiceRefusedException if there are {@link #problems(Syntax)}
     * @throws IOException if the stream fails
     */
    public void write(Syntax syntax, OutputStream out) throws IOException {
        out.write(bytes(syntax));
    }

    /** The profile and which terms it has, not what they say. */
    @Override
    public String toString() {
        return profile + ": " + terms;
    }
}
