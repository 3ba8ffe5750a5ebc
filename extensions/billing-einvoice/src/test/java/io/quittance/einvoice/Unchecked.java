package io.quittance.einvoice;

import java.io.ByteArrayOutputStream;

/** Writes what is refused, to show that the official rules refuse it too. */
final class Unchecked {
    private Unchecked() {}

    static byte[] bytes(EInvoice document, Syntax syntax) {
        var out = new ByteArrayOutputStream();
        syntax.write(document.terms(), out);
        return out.toByteArray();
    }
}
