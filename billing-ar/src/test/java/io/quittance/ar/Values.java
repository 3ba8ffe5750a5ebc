package io.quittance.ar;

import static io.quittance.ar.Samples.copy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Serializable;

/** What every value keeps to: it equals its copy and hashes like it, and nothing that differs in a single part. */
public final class Values {
    private Values() {}

    /** Checks values of which no two are equal: best such as differ from the first in one part each. */
    public static void areApart(Serializable... values) throws IOException, ClassNotFoundException {
        for (int i = 0; i < values.length; i++) {
            Serializable copied = copy(values[i]);
            assertThat(values[i].hashCode()).isEqualTo(copied.hashCode());
            assertThat(values[i]).isNotEqualTo("another type").isNotEqualTo(null);
            for (int j = 0; j < values.length; j++) {
                assertThat(values[j].equals(copied))
                        .as("%s and a copy of %s", values[j], values[i])
                        .isEqualTo(i == j);
            }
        }
    }
}
