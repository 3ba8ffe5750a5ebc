package io.quittance.einvoice;

import io.quittance.core.en16931.RuleViolation;
import io.quittance.core.error.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A document cannot be written under its profile; nothing was. {@link #problems()} says why, all at once, and the message lists the
 * first {@value #LISTED}:
 *
 * <p>{@code document must be what Peppol BIS Billing 3.0 can carry as UBL, but was refused for 1 reason: PEPPOL-EN16931-R010 at
 * BT-49: BT-49 (buyer electronic address) must be given}
 */
public final class EInvoiceRefusedException extends IllegalArgumentException implements Refusal {
    /** How many problems the message lists. */
    public static final int LISTED = 20;

    private static final long serialVersionUID = 1L;
    private static final String ARGUMENT = "document";

    private final String profile;
    private final Syntax syntax;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<RuleViolation> problems;

    EInvoiceRefusedException(String profile, Syntax syntax, List<RuleViolation> problems) {
        super(ARGUMENT + " " + rule(profile, syntax) + ", but was " + listed(problems));
        this.profile = profile;
        this.syntax = syntax;
        this.problems = List.copyOf(problems);
    }

    private static String rule(String profile, Syntax syntax) {
        return "must be what " + profile + " can carry as " + syntax;
    }

    private static String listed(List<RuleViolation> problems) {
        return "refused for " + problems.size() + (problems.size() == 1 ? " reason: " : " reasons: ")
                + problems.stream().limit(LISTED).map(RuleViolation::toString).collect(Collectors.joining("; "))
                + (problems.size() > LISTED ? "; and more" : "");
    }

    /** Why, in the order of {@link EInvoice#problems(Syntax)}; one or more. */
    public List<RuleViolation> problems() {
        return problems;
    }

    @Override
    public String code() {
        return "einvoice.refused";
    }

    @Override
    public String path() {
        return "";
    }

    @Override
    public String argument() {
        return ARGUMENT;
    }

    @Override
    public String rule() {
        return rule(profile, syntax);
    }

    @Override
    public Optional<String> value() {
        return Optional.of(listed(problems));
    }
}
