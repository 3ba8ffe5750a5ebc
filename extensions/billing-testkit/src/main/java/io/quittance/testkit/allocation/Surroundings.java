package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.AllocationStrategy;
import java.util.Locale;
import java.util.TimeZone;

/** Machines of other languages and time zones than most. */
enum Surroundings {
    /** Where an upper-case i has a dot, and days begin last. */
    TURKISH_IN_ADAK("tr-TR", "America/Adak"),
    /** Where numbers have other digits, and days begin first. */
    ARABIC_IN_KIRITIMATI("ar-EG-u-nu-arab", "Pacific/Kiritimati");

    private final String language;
    private final String zone;

    Surroundings(String language, String zone) {
        this.language = language;
        this.zone = zone;
    }

    /** The strategy, asked on such a machine. */
    AllocationStrategy of(AllocationStrategy strategy) {
        return request -> {
            Locale locale = Locale.getDefault();
            TimeZone timeZone = TimeZone.getDefault();
            try {
                Locale.setDefault(Locale.forLanguageTag(language));
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                return strategy.propose(request);
            } finally {
                Locale.setDefault(locale);
                TimeZone.setDefault(timeZone);
            }
        };
    }

    @Override
    public String toString() {
        return language + " and " + zone;
    }
}
