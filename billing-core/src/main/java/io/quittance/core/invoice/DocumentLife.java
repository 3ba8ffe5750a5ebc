package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to one document, as the host reported it, in any order. A value: {@link #with} gives another.
 *
 * <p>{@code DocumentLife.none().with(DocumentEvent.of("m-7", DocumentStage.SENT, instant))} was sent; a bounce after that makes its
 * stage {@code BOUNCED}, and another sending {@code SENT} again.
 */
public final class DocumentLife implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final DocumentLife NONE = new DocumentLife(List.of());
    private static final Comparator<DocumentEvent> ORDER = Comparator.comparing(DocumentEvent::at)
            .thenComparing(DocumentEvent::stage)
            .thenComparing(DocumentEvent::key);

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<DocumentEvent> events;

    private DocumentLife(List<DocumentEvent> events) {
        this.events = List.copyOf(events);
    }

    /** Nothing yet. */
    public static DocumentLife none() {
        return NONE;
    }

    /**
     * The same and one more fact; the same fact again changes nothing.
     *
     * @throws IllegalArgumentException if its key is that of another fact
     */
    public DocumentLife with(DocumentEvent event) {
        requireNonNull(event, "event");
        for (DocumentEvent known : events) {
            if (known.key().equals(event.key())) {
                if (!known.equals(event)) {
                    throw new InvalidArgumentException(
                            "document-event.key", "key", "must not be that of another fact", event.key());
                }
                return this;
            }
        }
        var all = new ArrayList<>(events);
        all.add(event);
        all.sort(ORDER);
        return new DocumentLife(all);
    }

    /** All facts in the order in which they happened. */
    public List<DocumentEvent> events() {
        return events;
    }

    /** When it first reached a stage, if it did. */
    public Optional<Instant> first(DocumentStage stage) {
        return events.stream()
                .filter(event -> event.stage() == stage)
                .map(DocumentEvent::at)
                .findFirst();
    }

    /** Where it stands: the stage of the last fact; empty where nothing has happened. */
    public Optional<DocumentStage> stage() {
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(events.get(events.size() - 1).stage());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DocumentLife that && events.equals(that.events);
    }

    @Override
    public int hashCode() {
        return events.hashCode();
    }

    @Override
    public String toString() {
        return events.toString();
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        DocumentLife life = NONE;
        for (DocumentEvent event : events) {
            life = life.with(event);
        }
        return life;
    }
}
