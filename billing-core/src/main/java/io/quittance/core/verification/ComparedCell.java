package io.quittance.core.verification;

import io.quittance.core.billing.BillLine;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.TermsVersion;
import io.quittance.core.id.ChargeId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A cell with all that a rule may ask of it. */
final class ComparedCell implements Comparison {
    private final WhatIf whatIf;
    private final Cell cell;
    private final List<ContractTerms> terms;
    private final List<Deadline> deadlines;
    private final boolean rated;
    private final Pairing pairing;
    private final Amount expectedAmount;
    private final Amount invoicedAmount;
    private final Amount open;

    private ComparedCell(ComparedCell before, Amount open) {
        whatIf = before.whatIf;
        cell = before.cell;
        terms = before.terms;
        deadlines = before.deadlines;
        rated = before.rated;
        pairing = before.pairing;
        expectedAmount = before.expectedAmount;
        invoicedAmount = before.invoicedAmount;
        this.open = open;
    }

    ComparedCell(WhatIf whatIf, Cell cell, List<Deadline> deadlines, boolean rated) {
        this.whatIf = whatIf;
        this.cell = cell;
        this.deadlines = deadlines;
        this.rated = rated;
        terms = whatIf.contract().versions(cell.days(), whatIf.asOf()).stream()
                .map(TermsVersion::terms)
                .toList();
        pairing = Pairing.of(cell.expected(), cell.invoiced());
        Amount zero = Amount.zero(whatIf.contract().signed().terms().currency());
        expectedAmount = cell.expected().stream().map(BillLine::amount).reduce(zero, Amount::add);
        invoicedAmount = cell.invoiced().stream().map(InvoicedLine::amount).reduce(zero, Amount::add);
        open = invoicedAmount.subtract(expectedAmount);
    }

    /** The same after a rule has explained a part of what is open. */
    ComparedCell without(Amount explained) {
        return new ComparedCell(this, open.subtract(explained));
    }

    /** The same, as nothing has been explained yet, if some lines had not been invoiced. */
    ComparedCell lacking(List<InvoicedLine> some) {
        return new ComparedCell(whatIf, cell.without(some), deadlines, rated);
    }

    Cell cell() {
        return cell;
    }

    @Override
    public ContractHistory contract() {
        return whatIf.contract();
    }

    @Override
    public AsOf asOf() {
        return whatIf.asOf();
    }

    @Override
    public Optional<ChargeId> charge() {
        return cell.charge();
    }

    @Override
    public ServicePeriod days() {
        return cell.days();
    }

    @Override
    public List<ContractTerms> terms() {
        return terms;
    }

    @Override
    public List<BillLine> expected() {
        return cell.expected();
    }

    @Override
    public List<InvoicedLine> invoiced() {
        return cell.invoiced();
    }

    @Override
    public Pairing pairing() {
        return pairing;
    }

    @Override
    public Amount expectedAmount() {
        return expectedAmount;
    }

    @Override
    public Amount invoicedAmount() {
        return invoicedAmount;
    }

    @Override
    public Amount open() {
        return open;
    }

    @Override
    public Amount tolerance() {
        Rounding rounding = Terms.rounding(this);
        int lines = Math.max(1, Math.max(cell.expected().size(), cell.invoiced().size()));
        return Amount.of(BigDecimal.valueOf(lines).scaleByPowerOfTen(-rounding.scale()), open.getCurrency());
    }

    @Override
    public boolean isRated() {
        return rated;
    }

    @Override
    public List<Deadline> deadlines() {
        return deadlines;
    }

    @Override
    public Amount priced(UnaryOperator<ContractTerms> change) {
        return ofCharge(whatIf.lines(change));
    }

    @Override
    public Amount pricedBy(ContractTerms only) {
        return ofCharge(whatIf.lines(only));
    }

    private Amount ofCharge(List<BillLine> lines) {
        return lines.stream()
                .filter(line -> cell.charge().filter(line.charge()::equals).isPresent() && cell.has(line.days()))
                .map(BillLine::amount)
                .reduce(Amount.zero(open.getCurrency()), Amount::add);
    }

    /** For example {@code calls [2026-01-01, 2026-02-01): EUR 41.50 expected, EUR 40.00 invoiced, EUR -1.50 open}. */
    @Override
    public String toString() {
        return charge().map(ChargeId::toString).orElse("no charge") + " " + days() + ": " + expectedAmount
                + " expected, " + invoicedAmount + " invoiced, " + open + " open";
    }
}
