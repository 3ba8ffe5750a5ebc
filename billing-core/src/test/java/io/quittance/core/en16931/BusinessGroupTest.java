package io.quittance.core.en16931;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.internal.SerialStreams;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BusinessGroupTest {
    private static final BusinessGroup DOCUMENT = BusinessGroup.document()
            .put("BT-1", "R-7")
            .put("BT-2", "2026-03-31")
            .put("BT-10", Optional.empty())
            .add(BusinessGroup.of("BG-25")
                    .put("BT-126", "1")
                    .put("BT-131", "10.00", "EUR")
                    .add(BusinessGroup.of("BG-29").put("BT-146", new BigDecimal("0.125"))))
            .add(BusinessGroup.of("BG-25").put("BT-126", "2"))
            .build();

    @Test
    void holdsTermsInGroups() throws IOException, ClassNotFoundException {
        assertThat(DOCUMENT.id()).isEqualTo("document");
        assertThat(DOCUMENT.text("BT-1")).contains("R-7");
        assertThat(DOCUMENT.date("BT-2")).contains(LocalDate.of(2026, 3, 31));
        assertThat(DOCUMENT.has("BT-10")).isFalse();
        assertThat(DOCUMENT.hasAny("BT-10", "BT-1")).isTrue();
        assertThat(DOCUMENT.terms()).containsExactly("BT-1", "BT-2");
        assertThat(DOCUMENT.groupIds()).containsExactly("BG-25");
        assertThat(DOCUMENT.groups("BG-25")).hasSize(2);
        assertThat(DOCUMENT.groups("BG-20")).isEmpty();
        assertThat(DOCUMENT.group("BG-20")).isEmpty();
        BusinessGroup line = DOCUMENT.group("BG-25").orElseThrow();
        assertThat(line.id()).isEqualTo("BG-25");
        assertThat(line.number("BT-131")).contains(new BigDecimal("10.00"));
        assertThat(line.values("BT-131").get(0).qualifier()).contains("EUR");
        assertThat(line.values("BT-126").get(0).qualifier()).isEmpty();
        assertThat(line.group("BG-29").orElseThrow().number("BT-146")).contains(new BigDecimal("0.125"));
        assertThat(SerialStreams.copy(DOCUMENT)).isEqualTo(DOCUMENT).hasSameHashCodeAs(DOCUMENT);
        assertThat(BusinessGroup.of("BG-4").isEmpty()).isTrue();
        assertThat(BusinessGroup.of("BG-4").put("BT-27", "A").isEmpty()).isFalse();
        assertThat(BusinessGroup.of("BG-4").add(BusinessGroup.of("BG-5")).isEmpty())
                .isFalse();
    }

    @Test
    void differsByEachThing() {
        BusinessGroup seller = BusinessGroup.of("BG-4").put("BT-27", "A").build();
        assertThat(seller)
                .isNotEqualTo(BusinessGroup.of("BG-4").put("BT-27", "B").build())
                .isNotEqualTo(BusinessGroup.of("BG-4").put("BT-28", "A").build())
                .isNotEqualTo(BusinessGroup.of("BG-4").put("BT-27", "A", "X").build())
                .isNotEqualTo(BusinessGroup.of("BG-4")
                        .put("BT-27", "A")
                        .add(BusinessGroup.of("BG-6"))
                        .build());
        assertThat(BusinessGroup.of("BG-4").build())
                .isNotEqualTo(BusinessGroup.of("BG-7").build());
        assertThat(seller).hasToString("BG-4 [BT-27] []").isNotEqualTo("BG-4 [BT-27] []");
    }

    @Test
    void refusesWhatTheStandardDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BusinessGroup.document().put("BT-999", "x"))
                .withMessage("term must be a term of EN 16931-1:2017, but was BT-999");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BusinessGroup.of("BG-99"))
                .withMessage("group must be a group of EN 16931-1:2017, but was BG-99");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BusinessGroup.document().put("BT-131", "1"))
                .withMessage("BT-131 must stand in BG-25, not in document");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BusinessGroup.document().add(BusinessGroup.of("BG-26")))
                .withMessage("BG-26 must stand in BG-25, not in document");
    }

    @Test
    void refusesWhatIsNoNumberOrDay() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BusinessGroup.of("BG-22").put("BT-106", "1,00"))
                .withMessage("BT-106 must be a decimal number, but was 1,00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BusinessGroup.of("BG-25").put("BT-129", "many"))
                .withMessage("BT-129 must be a decimal number, but was many");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BusinessGroup.document().put("BT-2", "31.03.2026"))
                .withMessageStartingWith("BT-2 must be");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BusinessGroup.document().put("BT-1", " "))
                .withMessage("BT-1 must not be blank");
    }
}
