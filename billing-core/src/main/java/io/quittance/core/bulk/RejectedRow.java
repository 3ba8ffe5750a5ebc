package io.quittance.core.bulk;

import java.io.Serializable;

/**
 * A row of a batch that was not counted because its customer or meter does not exist.
 *
 * @param row its number in the batch
 * @param column {@code customers} or {@code meters}
 * @param value what stands there
 * @param count how many there are: from 0 up to, not including, this would be right
 */
public record RejectedRow(int row, String column, int value, int count) implements Serializable {

    /** For example {@code meters[17] must be from 0 to 9, but was 12}. */
    @Override
    public String toString() {
        return column + "[" + row + "] must be from 0 to " + (count - 1) + ", but was " + value;
    }
}
