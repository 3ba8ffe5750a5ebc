package io.quittance.core.revenue;

import io.quittance.core.internal.Require;
import java.io.Serializable;

/**
 * Where the two standards say it: the paragraphs of IFRS 15 and those of ASC 606 with the same content. A rule and a figure carry
 * theirs, so that a report can print them: {@code IFRS 15.106 / ASC 606-10-45-2}.
 *
 * @param ifrs15 paragraphs of IFRS 15, <i>Revenue from Contracts with Customers</i>, such as {@code 106} or {@code B15}
 * @param asc606 paragraphs of ASC 606-10, <i>Revenue from Contracts with Customers</i>, such as {@code 45-2}
 */
public record Clause(String ifrs15, String asc606) implements Serializable {

    /** Checks that both are given, as ids are. */
    public Clause {
        Require.id(ifrs15, "ifrs15");
        Require.id(asc606, "asc606");
    }

    /** For example {@code IFRS 15.106 / ASC 606-10-45-2}. */
    @Override
    public String toString() {
        return "IFRS 15." + ifrs15 + " / ASC 606-10-" + asc606;
    }
}
