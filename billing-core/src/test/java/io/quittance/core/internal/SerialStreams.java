package io.quittance.core.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;

/** Writes objects to serial streams and reads them back, also streams that were tampered with. */
public final class SerialStreams {
    private SerialStreams() {}

    /** The object after a way through a serial stream. */
    @SuppressWarnings("unchecked") // what was written is what is read
    public static <T extends Serializable> T copy(T object) throws IOException, ClassNotFoundException {
        return (T) read(written(object, object.getClass()));
    }

    /** Reads a stream that holds the fields of {@code fake} under the name of another class. */
    public static Object forged(Serializable fake, Class<?> target) throws IOException, ClassNotFoundException {
        return read(written(fake, target));
    }

    private static Object read(byte[] stream) throws IOException, ClassNotFoundException {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(stream))) {
            return in.readObject();
        }
    }

    private static byte[] written(Serializable object, Class<?> target) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ForgingStream(bytes, object.getClass(), target)) {
            out.writeObject(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static final class ForgingStream extends ObjectOutputStream {
        private final Class<?> fake;
        private final Class<?> target;

        ForgingStream(OutputStream out, Class<?> fake, Class<?> target) throws IOException {
            super(out);
            this.fake = fake;
            this.target = target;
        }

        @Override
        protected void writeClassDescriptor(ObjectStreamClass description) throws IOException {
            boolean forge = fake != target && description.forClass() == fake;
            super.writeClassDescriptor(forge ? ObjectStreamClass.lookup(target) : description);
        }
    }
}
