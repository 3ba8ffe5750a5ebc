package io.quittance.core.internal;

/** Tells what ends the machine or the thread from what only a caller's own code failed by. */
public final class Fatal {
    private Fatal() {}

    /**
     * Throws on what nobody can answer for: an {@link OutOfMemoryError} or another {@link VirtualMachineError} and {@link ThreadDeath},
     * but not a {@link StackOverflowError}, which code that calls itself throws. Anything else returns.
     */
    public static void rethrow(Throwable thrown) {
        if (thrown instanceof ThreadDeath death) {
            throw death;
        }
        if (thrown instanceof VirtualMachineError error && !(thrown instanceof StackOverflowError)) {
            throw error;
        }
    }
}
