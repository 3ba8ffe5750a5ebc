package io.quittance.core.money;

import java.io.InvalidObjectException;

/** How this package refuses a serial stream that holds what its classes would not make. */
final class SerialForm {
    private SerialForm() {}

    static InvalidObjectException refused(String what, RuntimeException cause) {
        var refused = new InvalidObjectException("not a valid " + what);
        refused.initCause(cause);
        return refused;
    }
}
