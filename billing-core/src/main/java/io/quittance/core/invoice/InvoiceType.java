package io.quittance.core.invoice;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.Set;

/**
 * What kind of document it is: a code of UNCL 1001 (EN 16931, BT-3).
 *
 * @param code such as {@code 380}
 */
public record InvoiceType(String code) implements Serializable {
    /** An invoice. */
    public static final InvoiceType INVOICE = new InvoiceType("380");
    /** A credit note, whose amounts are positive. */
    public static final InvoiceType CREDIT_NOTE = new InvoiceType("381");
    /** An invoice that takes the place of another. */
    public static final InvoiceType CORRECTED = new InvoiceType("384");
    /** An invoice for an advance. */
    public static final InvoiceType PREPAYMENT = new InvoiceType("386");
    /** An invoice that the buyer makes. */
    public static final InvoiceType SELF_BILLED = new InvoiceType("389");

    /** Those that UBL writes as credit notes (BR-CL-01), self-billed and factored ones too. */
    private static final Set<String> CREDITS =
            Set.of("81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "502", "503", "532");

    /** Checks the code. */
    public InvoiceType {
        Require.id(code, "code");
    }

    /** Whether it gives back: what is due on it is owed to the customer. */
    public boolean isCredit() {
        return CREDITS.contains(code);
    }

    /** The code. */
    @Override
    public String toString() {
        return code;
    }
}
