package io.quittance.examples.monthend;

/** A row that was not processed, and why. */
record Rejection(String file, long line, String field, String rule, String value) {

    @Override
    public String toString() {
        String shown = value.isEmpty() ? "" : ", but was " + value;
        return file + ":" + line + ": " + field + " " + rule + shown;
    }
}
