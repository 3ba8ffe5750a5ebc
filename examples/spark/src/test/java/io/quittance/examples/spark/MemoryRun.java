package io.quittance.examples.spark;

import io.quittance.core.bulk.UsageSums;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Measures what docs/scaling.md says of memory: what a million customers take. No test of the build. */
class MemoryRun {
    private static final int CUSTOMERS = Integer.getInteger("w1.customers", 1_000_000);

    private final PriceLists prices = PriceLists.read(W1.json());
    private final W1 events = W1.of(1000L * CUSTOMERS);
    private final Month month = Seller.documents(prices).month();

    @Test
    void measures() throws IOException {
        Agreements agreements = held("agreements", () -> events.agreements(prices));
        System.out.println("agreements, serialised: " + serialised(agreements) + " bytes");
        held("sums in one slice", () -> month.sums(CUSTOMERS, prices));
        List<SliceSums> slices = held("sums in 400 slices", () -> slices(new Slices(CUSTOMERS, 400)));
        System.out.println("sums of a slice, empty, serialised: "
                + serialised(slices.get(0).sums()) + " bytes");
    }

    private List<SliceSums> slices(Slices slices) {
        var all = new ArrayList<SliceSums>();
        for (int slice = 0; slice < slices.count(); slice++) {
            UsageSums empty = month.sums(slices.size(slice), prices);
            all.add(new SliceSums(empty));
        }
        return all;
    }

    private static long serialised(Object value) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.size();
    }

    private static <T> T held(String what, Supplier<T> made) {
        long before = used();
        T value = made.get();
        System.out.println(what + ": " + (used() - before) + " bytes");
        return value;
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
