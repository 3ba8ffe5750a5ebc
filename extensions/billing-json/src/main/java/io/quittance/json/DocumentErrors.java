package io.quittance.json;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.error.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong with one document, each error once. Not safe to share between threads. */
final class DocumentErrors {
    /** Reading stops when there are more. */
    static final int MOST = 100;

    /** The code of a field that nobody asked for, so that nothing stands in for it. */
    static final String UNKNOWN = "json.unknown-field";

    /** Ends the reading of a document that has too many errors. */
    static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private TooMany() {
            super("more than " + MOST + " errors", null, false, false);
        }
    }

    private record Entry(int position, InvalidArgumentException error) {}

    private record Key(int position, String code, String argument) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Set<Key> known = new HashSet<>();
    private final NavigableSet<Integer> positions = new TreeSet<>();
    private final Set<String> standIns = new HashSet<>();
    private final Set<String> standInTexts = new HashSet<>();
    private boolean complete = true;

    /**
     * Adds an error, unless it is known. In what is hidden it shows neither the value nor a cause, which may quote it.
     *
     * @param position where the wrong value begins, or the object that lacks it
     */
    void add(
            int position,
            String path,
            String code,
            String argument,
            String rule,
            @Nullable Object value,
            @Nullable Throwable cause) {
        if (!known.add(new Key(position, code, argument))) {
            return;
        }
        if (entries.size() == MOST) {
            complete = false;
            throw new TooMany();
        }
        boolean hidden = JsonValue.isHidden(path, argument);
        var error = new InvalidArgumentException(code, argument, rule, hidden ? null : value);
        var located = path.isEmpty() ? error : error.at(path);
        positions.add(position);
        entries.add(new Entry(position, cause == null || hidden ? located : located.causedBy(cause)));
    }

    /**
     * Adds what was thrown while a value was made of an object; not where it may only be the consequence of an error that
     * is known, which made something else stand in for what the document says.
     *
     * @param path of the object
     */
    void addThrown(JsonValue object, String path, RuntimeException thrown) {
        boolean isFirst = !within(object.start(), object.end());
        if (thrown instanceof Refusal refusal && !(thrown instanceof InvalidDocumentException)) {
            String argument = refusal.path().isEmpty() ? refusal.argument() : refusal.path() + "." + refusal.argument();
            JsonValue culprit = object.find(argument);
            if (isFirst || (culprit != null && isItsOwnFault(culprit, path, refusal))) {
                add(culprit == null ? object.start() : culprit.start(), path, refusal, causeOf(thrown));
            }
        } else if (isFirst) {
            int name = path.lastIndexOf('.') + 1;
            String parent = path.substring(0, Math.max(0, name - 1));
            String argument = path.isEmpty() ? "document" : path.substring(name);
            add(
                    object.start(),
                    parent,
                    "json.refused",
                    argument,
                    "must be accepted",
                    "refused with " + text(thrown),
                    thrown);
        }
    }

    /** Of an argument what made it known; a result that does not exist is the cause itself. */
    private static @Nullable Throwable causeOf(RuntimeException thrown) {
        return thrown instanceof InvalidArgumentException ? thrown.getCause() : thrown;
    }

    private void add(int position, String path, Refusal refusal, @Nullable Throwable cause) {
        String inside = refusal.path();
        String whole = path.isEmpty() || inside.isEmpty() ? path + inside : path + "." + inside;
        String value = refusal.value().orElse(null);
        add(position, whole, refusal.code(), refusal.argument(), refusal.rule(), value, cause);
    }

    /**
     * Whether a field is refused for what it is, although something else is wrong with its object: it is as the document
     * has it, and the rule speaks neither of a field that is wrong nor of what stands in for one.
     */
    private boolean isItsOwnFault(JsonValue field, String path, Refusal refusal) {
        if (within(field.start(), field.end())
                || !refusal.value().map(field::shows).orElse(true)
                || standInTexts.stream().anyMatch(refusal.rule()::contains)) {
            return false;
        }
        var suspects = new HashSet<>(standIns);
        entries.stream()
                .map(Entry::error)
                .filter(error -> error.path().equals(path) && !error.code().equals(UNKNOWN))
                .forEach(error -> suspects.add(error.argument()));
        return Stream.of(refusal.rule().split("[^A-Za-z0-9_.]+", -1)).noneMatch(suspects::contains);
    }

    /** What a stranger's exception says, which may itself fail. */
    private static String text(RuntimeException thrown) {
        try {
            return thrown.toString();
        } catch (RuntimeException e) {
            return thrown.getClass().getName();
        }
    }

    /** A number that stands in for one that is missing or wrong; a rule that mentions it says nothing of the document. */
    <N extends Number> N stoodIn(N number) {
        standIns.add(number.toString());
        return number;
    }

    /** As {@link #stoodIn(Number)}, of a text; one that is a path is told from the words of a rule. */
    String stoodIn(String path) {
        if (path.contains(".")) {
            standInTexts.add(path);
        }
        return path;
    }

    int count() {
        return entries.size();
    }

    /** Whether the value that begins there is refused, or an object there lacks something. */
    boolean at(int position) {
        return positions.contains(position);
    }

    /** Whether something is wrong from one position up to, not including, the other. */
    boolean within(int start, int end) {
        Integer next = positions.ceiling(start);
        return next != null && next < end;
    }

    /** The first error that was found, if there is one. */
    Optional<InvalidArgumentException> first() {
        return entries.stream().map(Entry::error).findFirst();
    }

    /** @throws InvalidDocumentException if there are errors, in the order of the document */
    void throwIfAny() {
        if (!entries.isEmpty()) {
            throw new InvalidDocumentException(
                    entries.stream()
                            .sorted(Comparator.comparingInt(Entry::position))
                            .map(Entry::error)
                            .toList(),
                    complete);
        }
    }
}
