package io.quittance.examples.monthend;

/** An input file as a whole cannot be used; its message is all that a user needs. */
final class UnusableInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableInputException(String message) {
        super(message);
    }
}
