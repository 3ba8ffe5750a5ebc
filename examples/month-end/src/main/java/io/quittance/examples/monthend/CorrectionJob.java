package io.quittance.examples.monthend;

import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.BilledPeriods;
import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.error.Refusal;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.usage.UsageSource;
import io.quittance.json.ContractJson;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A contract that is amended after its month was billed: a second run gives back and charges what the amendment changed. */
final class CorrectionJob {
    /**
     * What came of it.
     *
     * @param contract with the amendment
     * @param first the run that billed the month
     * @param second the run after the amendment was recorded
     */
    record Result(ContractHistory contract, BillRun first, BillRun second) {}

    private CorrectionJob() {}

    /** Empty where the contract is of no customer of the data, or is another than was billed. */
    static Optional<Result> run(Source source, List<TelephoneCustomer> customers) {
        ContractHistory amended = read(source);
        List<Amendment> amendments = amended.amendments();
        if (amendments.isEmpty()) {
            throw new UnusableInputException(source.name() + ": must have an amendment");
        }
        return customers.stream()
                .filter(customer -> customer.contract().signed().equals(amended.signed()))
                .findFirst()
                .map(customer -> correct(customer, amended, amendments.get(amendments.size() - 1)));
    }

    /**
     * The documents of the second run: on the day of the run, or with the invoices if that is later. Each refers to the invoice
     * that it corrects.
     *
     * @param invoices of the first runs
     */
    static List<Invoice> issued(Result result, List<Invoice> invoices, Issuing issuing) {
        Contract contract = result.contract().signed();
        Invoice corrected = invoices.stream()
                .filter(invoice -> invoice.customer().equals(contract.customer()))
                .findFirst()
                .orElseThrow();
        LocalDate run = result.second().date();
        LocalDate date = run.isBefore(corrected.issueDate()) ? corrected.issueDate() : run;
        return result.second().documents().stream()
                .map(draft -> issuing.correction(draft, contract.id(), corrected, date))
                .toList();
    }

    private static Result correct(TelephoneCustomer customer, ContractHistory amended, Amendment last) {
        LocalDate recorded =
                last.recordedAt().atZone(amended.signed().terms().zone()).toLocalDate();
        BillRun second = Taxes.engine()
                .bill(
                        amended,
                        UsageSource.of(customer.usage()),
                        BilledPeriods.none().after(customer.run()),
                        recorded);
        return new Result(amended, customer.run(), second);
    }

    private static ContractHistory read(Source source) {
        try {
            return ContractJson.standard().readHistory(source.text());
        } catch (RuntimeException e) {
            if (e instanceof Refusal) {
                throw new UnusableInputException(source.name() + ": " + e.getMessage());
            }
            throw e;
        }
    }
}
