package io.quittance.ar.dunning;

import io.quittance.ar.receivable.ReceivableId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was done about each item and the customer before, read once from the contacts. What bounced was not done. */
final class PastContacts {
    /** Of an item or a customer: the highest level from the due date on, how often it was done, and when anything was done last. */
    static final class Past {
        static final Past NONE = new Past();

        private int highest = -1;
        private int times;
        private @Nullable LocalDate last;
        private @Nullable LocalDate interestThrough;
        private final Set<String> levels = new HashSet<>();

        /** Its place among the levels from the due date on; -1 if none was done. */
        int highest() {
            return highest;
        }

        /** How often the highest level was done; without meaning if none was. */
        int times() {
            return times;
        }

        @Nullable
        LocalDate last() {
            return last;
        }

        /** The last day for which interest was claimed. */
        @Nullable
        LocalDate interestThrough() {
            return interestThrough;
        }

        boolean wasAt(DunningLevel level) {
            return levels.contains(level.name());
        }

        private void at(int level, Contact contact) {
            if (level > highest) {
                highest = level;
                times = 0;
            }
            if (level == highest) {
                times++;
            }
            last = contact.date();
        }
    }

    private final Map<ReceivableId, Past> items = new HashMap<>();
    private final Past customer = new Past();

    /**
     * @param contacts by date, so that the last one is the latest
     * @param late the levels from the due date on; a contact of an unknown one counts for the distance only
     * @param open what is open: a customer's level is that of what is
     */
    PastContacts(List<ContactRecord> contacts, DunningPolicy policy, List<DunningLevel> late, Set<ReceivableId> open) {
        Map<String, Integer> places = new HashMap<>();
        late.forEach(level -> places.put(level.name(), places.size()));
        for (ContactRecord record : contacts) {
            Contact contact = record.contact();
            String name = contact.level();
            if (name == null || record.isBounced()) {
                continue;
            }
            int place = places.getOrDefault(name, -1);
            boolean isOpen = false;
            for (ReceivableId item : contact.items()) {
                Past past = items.computeIfAbsent(item, any -> new Past());
                past.at(place, contact);
                past.levels.add(name);
                isOpen |= open.contains(item);
            }
            for (ReceivableId item : contact.interestOf()) {
                Past past = items.computeIfAbsent(item, any -> new Past());
                past.interestThrough = contact.date();
            }
            boolean isReminder =
                    policy.level(name).filter(DunningLevel::isBeforeDue).isPresent();
            if (!isReminder) {
                customer.at(isOpen ? place : -1, contact);
            }
        }
    }

    Past of(ReceivableId item) {
        return items.getOrDefault(item, Past.NONE);
    }

    Past ofCustomer() {
        return customer;
    }
}
