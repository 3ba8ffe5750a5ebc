package io.quittance.bank;

/** Whether the bank has booked an entry. */
public enum EntryStatus {
    /** It is booked and part of the balance: BOOK, every line of an MT940, and those of an MT942 that are not expected. */
    BOOKED,
    /** It is not booked yet, and may never be: PDNG, and EC or ED of an MT942. */
    PENDING,
    /** It only tells of something: INFO. */
    INFORMATION,
    /** It will be booked on a later day: FUTR. */
    FUTURE,
    /** The bank says something else, or nothing. */
    OTHER
}
