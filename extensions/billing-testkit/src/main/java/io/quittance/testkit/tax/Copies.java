package io.quittance.testkit.tax;

import io.quittance.testkit.BrokenLaw;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Copies by way of a serial stream. */
final class Copies {
    private Copies() {}

    /** What is wrong with the copy, and what the law says of it; that there is none. */
    static <T> List<BrokenLaw> judged(T original, Class<T> type, Function<T, List<BrokenLaw>> judge) {
        T copy;
        try {
            copy = type.cast(copy(original));
        } catch (IOException | ClassNotFoundException | RuntimeException e) {
            return List.of(new BrokenLaw(TaxLaw.SERIAL_COPY, "cannot be copied: " + e));
        }
        var broken = new ArrayList<BrokenLaw>();
        if (!copy.equals(original)) {
            broken.add(new BrokenLaw(TaxLaw.SERIAL_COPY, copy + " is not equal to " + original));
        }
        broken.addAll(judge.apply(copy));
        return List.copyOf(broken);
    }

    /** An equal object that shares none with this one. */
    static Object copy(Object original) throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
