package io.quittance.core.id;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A value that must not be shown, such as the address of a person: it reads {@code ***} in every text, and only who asks for
 * it by {@link #reveal} sees it. Two are equal where their values are.
 *
 * @param <T> what is hidden
 */
public final class Masked<T extends Serializable> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final T value;

    private Masked(T value) {
        this.value = requireNonNull(value, "value");
    }

    /** Hides a value. */
    public static <T extends Serializable> Masked<T> of(T value) {
        return new Masked<>(value);
    }

    /** The value, for whoever has to use it: to send, never to log. */
    public T reveal() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Masked<?> that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Always {@code ***}. */
    @Override
    public String toString() {
        return "***";
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new Masked<>(value);
    }
}
