package io.quittance.core.billing;

import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.internal.Sha256;
import io.quittance.core.schedule.ServicePeriod;
import java.util.List;

/**
 * The id of a line, made of its contents: {@value #VERSION} and the SHA-256 of contract, terms, charge, first and last day of
 * the period, first and last day of the line, kind and revision, in UTF-8, each followed by a line feed. None of them contains
 * one, so that different lines have different texts.
 */
final class LineId {
    static final String VERSION = "q1:";

    private LineId() {}

    static String of(
            ContractId contract,
            String terms,
            ChargeId charge,
            ServicePeriod period,
            ServicePeriod days,
            BillLine.Kind kind,
            int revision) {
        List<Object> contents = List.of(
                contract,
                terms,
                charge,
                period.start(),
                period.lastDay(),
                days.start(),
                days.lastDay(),
                kind,
                revision);
        var text = new StringBuilder();
        contents.forEach(content -> text.append(content).append('\n'));
        return VERSION + Sha256.of(text.toString());
    }
}
