package io.quittance.core.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.id.Origin;
import io.quittance.core.internal.SerialStreams;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DocumentLifeTest {
    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");
    private static final DocumentEvent DRAFTED =
            new DocumentEvent("d-1", DocumentStage.DRAFT, NOON.minusSeconds(60), Origin.of("clerk-7"));
    private static final DocumentEvent ISSUED = DocumentEvent.of("i-1", DocumentStage.ISSUED, NOON);
    private static final DocumentEvent SENT = DocumentEvent.of("s-1", DocumentStage.SENT, NOON.plusSeconds(1));
    private static final DocumentEvent BOUNCED = DocumentEvent.of("b-1", DocumentStage.BOUNCED, NOON.plusSeconds(2));
    private static final DocumentEvent SENT_AGAIN = DocumentEvent.of("s-2", DocumentStage.SENT, NOON.plusSeconds(3));
    private static final DocumentEvent DELIVERED =
            DocumentEvent.of("a-1", DocumentStage.DELIVERED, NOON.plusSeconds(4));

    @Test
    void tellsWhereADocumentStands() {
        DocumentLife life = DocumentLife.none();
        assertThat(life.stage()).isEmpty();
        life = life.with(DRAFTED).with(ISSUED).with(SENT).with(BOUNCED);
        assertThat(life.stage()).contains(DocumentStage.BOUNCED);
        life = life.with(SENT_AGAIN);
        assertThat(life.stage()).contains(DocumentStage.SENT);
        assertThat(life.first(DocumentStage.SENT)).contains(NOON.plusSeconds(1));
        assertThat(life.first(DocumentStage.APPROVED)).isEmpty();
        assertThat(life.with(DELIVERED).stage()).contains(DocumentStage.DELIVERED);
        assertThat(DRAFTED.origin().actor()).isPresent();
        assertThat(ISSUED.origin().isAutomatic()).isTrue();
    }

    @Test
    void aFactCountsOnce() {
        DocumentLife life = DocumentLife.none().with(SENT);
        assertThat(life.with(SENT)).isSameAs(life);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> life.with(DocumentEvent.of("s-1", DocumentStage.DELIVERED, NOON)))
                .withMessage("key must not be that of another fact, but was s-1");
    }

    @Property
    void theOrderOfReportsDoesNotMatter(@ForAll long seed) throws IOException, ClassNotFoundException {
        List<DocumentEvent> events =
                new ArrayList<>(List.of(DRAFTED, ISSUED, SENT, BOUNCED, SENT_AGAIN, DELIVERED, SENT));
        Collections.shuffle(events, new Random(seed));
        DocumentLife life = DocumentLife.none();
        for (DocumentEvent event : events) {
            life = life.with(event);
        }
        assertThat(life.events()).containsExactly(DRAFTED, ISSUED, SENT, BOUNCED, SENT_AGAIN, DELIVERED);
        assertThat(SerialStreams.copy(life)).isEqualTo(life).hasSameHashCodeAs(life);
        assertThat(life)
                .isNotEqualTo(DocumentLife.none())
                .hasToString(life.events().toString());
    }

    /** § 14b UStG: eight years from the end of the year of the issue. */
    @Test
    void isKeptForYears() {
        RetentionClass german = new RetentionClass("DE invoice", 8, true);
        assertThat(german.lastDay(LocalDate.of(2026, 3, 31))).isEqualTo("2034-12-31");
        assertThat(new RetentionClass("other", 8, false).lastDay(LocalDate.of(2026, 3, 31)))
                .isEqualTo("2034-03-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetentionClass("x", 0, true))
                .withMessage("years must be between 1 and 100, but was 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new RetentionClass("x", 101, true));
        assertThat(new RetentionClass("x", 100, true).years()).isEqualTo(100);
        assertThat(new RetentionClass("x", 1, false).lastDay(LocalDate.of(2026, 3, 31)))
                .isEqualTo("2027-03-31");
    }
}
