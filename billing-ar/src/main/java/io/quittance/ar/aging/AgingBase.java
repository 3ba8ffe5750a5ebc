package io.quittance.ar.aging;

import io.quittance.ar.receivable.Receivable;
import java.time.LocalDate;

/** From which day on the age of a debt is counted. */
public enum AgingBase {
    /** The last day on which it is paid on time: an age of 1 is one day late. */
    DUE_DATE("due date") {
        @Override
        public LocalDate of(Receivable receivable) {
            return receivable.dueDate();
        }
    },
    /** The due date of the item of which it is a component, so that interest and fees age with their instalment. */
    ITEM_DUE_DATE("due date of the item") {
        @Override
        public LocalDate of(Receivable receivable) {
            return receivable.itemDueDate();
        }
    },
    /** The date of its document. */
    DOCUMENT_DATE("document date") {
        @Override
        public LocalDate of(Receivable receivable) {
            return receivable.documentDate();
        }
    };

    private final String words;

    AgingBase(String words) {
        this.words = words;
    }

    /** The day on which a debt has the age of 0. */
    public abstract LocalDate of(Receivable receivable);

    String words() {
        return words;
    }
}
