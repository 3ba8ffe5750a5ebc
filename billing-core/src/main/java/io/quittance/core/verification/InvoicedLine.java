package io.quittance.core.verification;

import static java.util.Objects.requireNonNull;

import io.quittance.core.billing.BillLine;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * A line that was invoiced, or is about to be: of a draft, of an issued document, or of an invoice that another system made. {@link
 * InvoicedLines} reads those of this library.
 *
 * <p>{@code InvoicedLine.of("C-1", "calls", JANUARY, Amount.of("41.50", "EUR")).quantity("415").on("R-7", "2026-02-01")}
 */
public final class InvoicedLine implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ContractId contract;
    private final @Nullable ChargeId charge;
    private final String text;
    private final ServicePeriod days;
    private final ServicePeriod period;
    private final Amount amount;
    private final @Nullable Fraction quantity;
    private final @Nullable BigDecimal unitPrice;
    private final @Nullable String id;
    private final @Nullable String document;
    private final @Nullable LocalDate date;
    private final boolean credit;

    private static final class Draft {
        private final ContractId contract;
        private final @Nullable ChargeId charge;
        private final String text;
        private final ServicePeriod days;
        private final Amount amount;
        private ServicePeriod period;
        private @Nullable Fraction quantity;
        private @Nullable BigDecimal unitPrice;
        private @Nullable String id;
        private @Nullable String document;
        private @Nullable LocalDate date;
        private boolean credit;

        private Draft(ContractId contract, @Nullable ChargeId charge, String text, ServicePeriod days, Amount amount) {
            this.contract = contract;
            this.charge = charge;
            this.text = text;
            this.days = days;
            this.amount = amount;
            period = days;
        }
    }

    private InvoicedLine(Draft draft) {
        contract = requireNonNull(draft.contract, "contract");
        charge = draft.charge;
        text = Require.text(draft.text, "text");
        days = requireNonNull(draft.days, "days");
        amount = requireNonNull(draft.amount, "amount");
        period = requireNonNull(draft.period, "period");
        quantity = draft.quantity;
        unitPrice = draft.unitPrice == null ? null : Require.number(draft.unitPrice, "unitPrice");
        id = Require.optionalId(draft.id, "id");
        document = Require.optionalId(draft.document, "document");
        date = draft.date;
        credit = draft.credit;
        Require.that(
                period.contains(days),
                "invoiced.period",
                "period",
                "must contain the days of the line, " + days,
                period);
        Require.that(
                date == null || document != null, "invoiced.document", "document", "must be given with its date", date);
    }

    /**
     * What was asked for a charge for some days, by a draft that has no number yet.
     *
     * @param days for which the service was given
     * @param amount without tax, as the prices of the contract are; negative where it is given back
     */
    public static InvoicedLine of(ContractId contract, ChargeId charge, ServicePeriod days, MonetaryAmount amount) {
        requireNonNull(charge, "charge");
        return new InvoicedLine(new Draft(contract, charge, charge.value(), days, Amount.from(amount)));
    }

    /** As {@link #of(ContractId, ChargeId, ServicePeriod, MonetaryAmount)}, by ids. */
    public static InvoicedLine of(String contract, String charge, ServicePeriod days, MonetaryAmount amount) {
        return of(ContractId.of(contract), ChargeId.of(charge), days, amount);
    }

    /**
     * A line that does not say what it charges: it is of the only charge of these days whose name or id the text is, if there is one.
     *
     * @param text as it stands on the invoice
     */
    public static InvoicedLine ofText(ContractId contract, String text, ServicePeriod days, MonetaryAmount amount) {
        return new InvoicedLine(new Draft(contract, null, text, days, Amount.from(amount)));
    }

    /** What a run bills and no document says yet. */
    public static InvoicedLine of(BillLine line) {
        var draft = new Draft(line.contract(), line.charge(), line.name(), line.days(), line.amount());
        draft.period = spanning(line.period(), line.days());
        draft.quantity = line.quantity();
        draft.id = line.id();
        return new InvoicedLine(draft);
    }

    /** Days may lie outside the period of a line that gives back what was billed over a term that ends earlier now. */
    private static ServicePeriod spanning(ServicePeriod period, ServicePeriod days) {
        return new ServicePeriod(
                period.start().isBefore(days.start()) ? period.start() : days.start(),
                period.end().isAfter(days.end()) ? period.end() : days.end());
    }

    private InvoicedLine with(Consumer<Draft> change) {
        var draft = new Draft(contract, charge, text, days, amount);
        draft.period = period;
        draft.quantity = quantity;
        draft.unitPrice = unitPrice;
        draft.id = id;
        draft.document = document;
        draft.date = date;
        draft.credit = credit;
        change.accept(draft);
        return new InvoicedLine(draft);
    }

    /** The same, which stands on an issued document. */
    public InvoicedLine on(String number, LocalDate issueDate) {
        Dates.inCalendar(issueDate, "date");
        return with(draft -> {
            draft.document = requireNonNull(number, "document");
            draft.date = issueDate;
        });
    }

    /** As {@link #on(String, LocalDate)}, from an ISO date. */
    public InvoicedLine on(String number, String issueDate) {
        return on(number, Dates.parse(issueDate, "date"));
    }

    /** The same, which stands on a draft of that name, to be issued on the day of the verification. */
    public InvoicedLine drafted(String name) {
        return with(draft -> {
            draft.document = requireNonNull(name, "document");
            draft.date = null;
        });
    }

    /** The same with how much was invoiced, in the unit of the charge; negative where it is given back. */
    public InvoicedLine quantity(Fraction units) {
        return with(draft -> draft.quantity = requireNonNull(units, "quantity"));
    }

    /** As {@link #quantity(Fraction)}, from a decimal. */
    public InvoicedLine quantity(String units) {
        return quantity(Fraction.of(Require.decimal(units, "quantity")));
    }

    /** The same with the price of a unit that the invoice names, in the currency of the line. */
    public InvoicedLine unitPrice(BigDecimal price) {
        return with(draft -> draft.unitPrice = requireNonNull(price, "unitPrice"));
    }

    /** As {@link #unitPrice(BigDecimal)}, from a decimal. */
    public InvoicedLine unitPrice(String price) {
        return unitPrice(Require.decimal(price, "unitPrice"));
    }

    /** The same with an id: that of the {@link BillLine}, if it was made of one. Two lines of one id are the same line twice. */
    public InvoicedLine identified(String newId) {
        return with(draft -> draft.id = requireNonNull(newId, "id"));
    }

    /** The same as a part of a whole period, which contains its days. */
    public InvoicedLine within(ServicePeriod whole) {
        return with(draft -> draft.period = whole);
    }

    /** The same as a line of a credit note: what it gives back beside the terms is no leakage. Its amount is negative already. */
    public InvoicedLine credited() {
        return with(draft -> draft.credit = true);
    }

    /** Which contract. */
    public ContractId contract() {
        return contract;
    }

    /** What it charges, if it says so. */
    public Optional<ChargeId> charge() {
        return Optional.ofNullable(charge);
    }

    /** What the customer reads. */
    public String text() {
        return text;
    }

    /** The days for which it charges. */
    public ServicePeriod days() {
        return days;
    }

    /** The whole period that the days are of; the days themselves unless it is known. */
    public ServicePeriod period() {
        return period;
    }

    /** What was asked for; negative where it is given back. */
    public Amount amount() {
        return amount;
    }

    /** How much was invoiced, if that is known. */
    public Optional<Fraction> quantity() {
        return Optional.ofNullable(quantity);
    }

    /** The price of a unit that the invoice names, if it does. */
    public Optional<BigDecimal> unitPrice() {
        return Optional.ofNullable(unitPrice);
    }

    /** Its id, if it has one. */
    public Optional<String> id() {
        return Optional.ofNullable(id);
    }

    /** The number of its document, or the name of a draft; empty for a draft without a name. */
    public Optional<String> document() {
        return Optional.ofNullable(document);
    }

    /** When its document was issued; empty for a draft. */
    public Optional<LocalDate> date() {
        return Optional.ofNullable(date);
    }

    /** Whether it is a line of a credit note. */
    public boolean isCredit() {
        return credit;
    }

    private List<@Nullable Object> all() {
        return Arrays.asList(
                contract,
                charge,
                text,
                days,
                period,
                amount,
                quantity,
                unitPrice == null ? null : Fraction.of(unitPrice),
                id,
                document,
                date,
                credit);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InvoicedLine that && all().equals(that.all());
    }

    @Override
    public int hashCode() {
        return Objects.hash(contract, text, days, amount);
    }

    /** For example {@code calls [2026-01-01, 2026-02-01): EUR 41.50 on R-7}. */
    @Override
    public String toString() {
        return (charge == null ? "a line" : charge) + " " + days + ": " + amount
                + (document == null ? "" : " on " + document);
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return with(draft -> {});
    }
}
