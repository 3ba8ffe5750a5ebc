package io.quittance.examples.boot;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Keeps the last version of the books, in memory. A change is worked out on the version that is there and counts only if that is still
 * the last one; otherwise it is worked out again, which is safe because books are a value. A database does the same with a version column.
 */
@Component
class BookKeeper {
    private final AtomicReference<Books> last = new AtomicReference<>(Books.empty());

    Books books() {
        return requireNonNull(last.get(), "there are always books");
    }

    <T> T change(Function<Books, Books.Change<T>> change) {
        while (true) {
            Books before = books();
            Books.Change<T> made = change.apply(before);
            if (last.compareAndSet(before, made.books())) {
                return made.answer();
            }
        }
    }
}
