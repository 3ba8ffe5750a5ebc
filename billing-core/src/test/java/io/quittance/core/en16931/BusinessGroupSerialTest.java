package io.quittance.core.en16931;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.internal.SerialStreams;
import org.junit.jupiter.api.Test;

/** A document can be shipped, and is checked where it arrives. */
class BusinessGroupSerialTest {

    @Test
    void comesBackAsItWas() throws Exception {
        BusinessGroup document = BusinessGroup.document()
                .put("BT-1", "R-7")
                .add(BusinessGroup.of("BG-22").put("BT-115", "119.00", "EUR"))
                .add(BusinessGroup.of("BG-25").put("BT-126", "1"))
                .add(BusinessGroup.of("BG-25").put("BT-126", "2"))
                .build();
        BusinessGroup copy = SerialStreams.copy(document);
        assertThat(copy).isEqualTo(document).hasSameHashCodeAs(document);
        assertThat(copy.terms()).isEqualTo(document.terms());
        assertThat(copy.groupIds()).isEqualTo(document.groupIds());
    }
}
