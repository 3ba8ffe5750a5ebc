package io.quittance.kpi.billrun;

import io.quittance.core.billing.BillLine;
import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.BilledPeriod;
import io.quittance.core.billing.BillingFinding;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.kpi.billing.Correction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The lines of bill runs by their ids, of which lines of documents were made. */
final class RunLines {
    /** The key of the explanation of a line that gives back only because of how it was taxed. */
    private static final String RETAXED = "bill.retaxed";

    private static final Set<BillingFinding.Code> REFUSED =
            Set.of(BillingFinding.Code.NOT_RATED, BillingFinding.Code.NOT_TAXED);

    private final Map<String, BillLine> byId = new HashMap<>();
    private final Set<String> waited = new HashSet<>();
    private final Map<String, LocalDate> ranOn = new HashMap<>();
    private final Map<ContractId, List<BillRun>> byContract = new HashMap<>();
    private final Map<ContractId, Set<ChargeId>> overTerm = new HashMap<>();

    RunLines(List<BillRun> runs) {
        for (BillRun run :
                runs.stream().sorted(Comparator.comparing(BillRun::date)).toList()) {
            byContract.computeIfAbsent(run.contract(), any -> new ArrayList<>()).add(run);
            run.periods().stream()
                    .filter(BilledPeriod::isOverTerm)
                    .flatMap(period -> period.lines().stream())
                    .forEach(line -> overTerm.computeIfAbsent(run.contract(), any -> new HashSet<>())
                            .add(line.charge()));
            for (BillLine line : run.lines()) {
                byId.put(line.id(), line);
                ranOn.putIfAbsent(line.id(), run.date());
            }
            for (BillLine line : run.mark().waiting()) {
                byId.put(line.id(), line);
                waited.add(line.id());
            }
        }
    }

    /** The line of a run of which a line of a document was made, if it was and the run is known. */
    Optional<BillLine> of(InvoiceLine line) {
        return line.id().flatMap(id -> Optional.ofNullable(byId.get(id)));
    }

    /** Whether it waited, after some run, until its document came to the least amount that the customer wants. */
    boolean waited(BillLine line) {
        return waited.contains(line.id());
    }

    /** The runs of a contract, by date. */
    List<BillRun> of(ContractId contract) {
        return byContract.getOrDefault(contract, List.of());
    }

    /** The day of the first run that has it; empty for one that waits since a run that is not known. */
    Optional<LocalDate> ranOn(BillLine line) {
        return Optional.ofNullable(ranOn.get(line.id()));
    }

    /** Whether its charge is counted over the whole term, as milestones are. */
    boolean isOverTerm(BillLine line) {
        return overTerm.getOrDefault(line.contract(), Set.of()).contains(line.charge());
    }

    /** Whether a run before that of the line billed all of its charge that was due by a day: what the line bills was not known then. */
    boolean cameAfter(LocalDate day, BillLine line) {
        LocalDate ran = ranOn(line).orElse(day);
        return of(line.contract()).stream()
                .anyMatch(run -> run.date().isBefore(ran) && !run.date().isBefore(day) && !refuses(run, line.charge()));
    }

    /** Whether a run could not bill a charge. */
    static boolean refuses(BillRun run, ChargeId charge) {
        return run.findings().stream()
                .anyMatch(finding -> REFUSED.contains(finding.code())
                        && (finding.path().equals("contract") || finding.path().equals("charges[" + charge + "]")));
    }

    /** Whether it gives back what was billed before; a charge that was agreed to be negative does not. */
    static boolean givesBack(BillLine line) {
        return line.kind() != BillLine.Kind.CHARGE && line.amount().signum() < 0;
    }

    /** Why a run gives back, as it says of credit notes: terms that hold no longer are a change of the contract, all else is an error. */
    static Correction.Reason reason(BillLine back) {
        return back.kind() == BillLine.Kind.CREDIT
                        && back.explanations().stream()
                                .noneMatch(why -> why.key().equals(RETAXED))
                ? Correction.Reason.CONTRACT_CHANGE
                : Correction.Reason.ERROR;
    }
}
