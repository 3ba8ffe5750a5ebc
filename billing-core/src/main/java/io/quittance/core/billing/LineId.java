package io.quittance.core.billing;

import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.schedule.ServicePeriod;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
        return VERSION + sha256(text.toString());
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
