package io.quittance.examples.boot;

/** Nothing was ever posted for a customer in the currency that was asked for. */
final class UnknownCustomerException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
