package io.quittance.golden;

import static io.quittance.golden.Dunned.eur;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.aging.AgedAmount;
import io.quittance.ar.aging.AgingBase;
import io.quittance.ar.aging.AgingBuckets;
import io.quittance.ar.aging.AgingReport;
import io.quittance.ar.aging.AgingRow;
import io.quittance.ar.aging.AgingRule;
import io.quittance.ar.dispute.Dispute;
import io.quittance.ar.dispute.DisputeCredit;
import io.quittance.ar.dispute.DisputeId;
import io.quittance.ar.dispute.DisputeReason;
import io.quittance.ar.dispute.DisputeSource;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.statement.BalanceForwardStatement;
import io.quittance.ar.statement.OpenItemStatement;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.Creditable;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.schedule.AsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** As {@link GoldenBookTest}, for what comes after the bill: disputes, ages and statements of {@link ClaimInputs}. */
class GoldenReceivablesTest {
    private static final String FOLDER = "claims/invoice-" + Invoice.CONVENTION + "/";

    @Test
    void decidesDisputesAsWhenTheConventionWasNamed() {
        GoldenFiles.holds(FOLDER + "disputed.csv", disputed());
    }

    @Test
    void agesAsWhenTheConventionWasNamed() {
        GoldenFiles.holds(FOLDER + "aged.csv", aged());
    }

    @Test
    void statesAccountsAsWhenTheConventionWasNamed() {
        GoldenFiles.holds(FOLDER + "stated.csv", stated());
    }

    @Test
    void disputesAreRightByHand() {
        assertThat(disputed())
                .contains(
                        // 119.00 less 20.00 that were accepted; the other 40.00 of 60.00 are owed
                        "item,2026-03-31,E-1,EUR 99.00,EUR 0.00,EUR 99.00\n",
                        // 200.00 - 20.05; 50.55 - 20.05 are contested still
                        "item,2026-04-05,E-2,EUR 179.95,EUR 30.50,EUR 149.45\n",
                        // of 99.99, 80.00 are paid: no more than what is left of 33.33 can be contested
                        "item,2026-04-30,E-5,EUR 19.99,EUR 19.99,EUR 0.00\n",
                        // 47.11 / 1.19 = 39.588; 39.59 x 19 % = 7.5221
                        "credited,platform-01,47.11,EUR 39.59,EUR 7.52,EUR 47.11\n",
                        // 10.00 / 1.07 = 9.3458; 9.35 x 7 % = 0.6545
                        "credited,shop-02,10.00,EUR 9.35,EUR 0.65,EUR 10.00\n");
    }

    /** Of DELTA are late by 0 days 10.01, by 1, 29 and 30 20.02, 600.00 and 150.10, by 31 and 60 77.77 and 27.60, by 61 and 90 61.61 and 90.90, by 91 91.91. */
    @Test
    void agesAreRightByHand() {
        assertThat(aged())
                .contains(
                        "due,DELTA,EUR 10.01,EUR 770.12,EUR 105.37,EUR 152.51,EUR 91.91,EUR 0.00,EUR 15.05,EUR 1114.87\n",
                        // 149.45 + 80.00 + 45.00, beside 30.50 + 19.99 that are contested
                        "due,ECHO,EUR 0.00,EUR 0.00,EUR 274.45,EUR 0.00,EUR 0.00,EUR 50.49,EUR 0.00,EUR 324.94\n",
                        // 15.05 of 20 April is 10 days old
                        "with-on-account,DELTA,EUR 10.01,EUR 755.07,EUR 105.37,EUR 152.51,EUR 91.91,EUR 0.00,EUR 0.00,EUR 1114.87\n");
    }

    @Test
    void statementsAreRightByHand() {
        assertThat(stated())
                .contains(
                        // 91.91 + 90.90 + 61.61 + 60.60 + 77.77 + 250.10 + 1000.00 + 20.02 - 400.00
                        "opening,DELTA,EUR 1252.91\n",
                        // 1252.91 + 10.01 - 15.05 - 100.00 - 33.00
                        "movement,DELTA,2026-04-22,PAYMENT,PD-4,EUR -33.00,EUR 1114.87\n",
                        // 179.95 + 80.00 + 45.00 + 19.99, of which 50.49 are contested
                        "closing,ECHO,EUR 324.94,EUR 50.49,EUR 0.00,EUR 324.94,EUR 274.45,EUR 324.94\n");
    }

    /** Each case and each item at the end of some days, and credit notes of what is accepted of an invoice. */
    private static String disputed() {
        var rows = new ArrayList<String>();
        CustomerLedger echo = Claims.POSTED.euros().customer(CustomerId.of("ECHO"));
        for (String day : List.of("2026-03-15", "2026-03-25", "2026-03-31", "2026-04-05", "2026-04-30")) {
            AsOf asOf = AsOf.endOf(day);
            echo.disputes(asOf)
                    .forEach(each -> rows.add(
                            "case," + day + "," + each.dispute().id() + "," + (each.isOpen() ? "open" : "closed") + ","
                                    + each.contested() + "," + each.accepted()));
            echo.asOf(asOf)
                    .openItems()
                    .forEach(item -> rows.add("item," + day + "," + item.id() + "," + item.open() + ","
                            + item.disputed() + "," + item.undisputed()));
        }
        for (Invoice invoice : BookResults.issued()) {
            if (List.of("platform-01", "shop-02").contains(invoice.number().value())) { // of 19 % and of 7 %
                List.of("0.07", "10.00", "23.80", "47.11").forEach(accepted -> rows.add(credited(invoice, accepted)));
            }
        }
        return lines(rows);
    }

    private static String credited(Invoice invoice, String accepted) {
        var dispute = Dispute.of(
                DisputeId.of("X"),
                ReceivableId.of(invoice.number().value()),
                eur(accepted),
                DisputeReason.PRICING,
                DisputeSource.customer("letter"));
        var totals = DisputeCredit.draft(Creditable.of(invoice), 0, dispute, eur(accepted))
                .totals();
        return "credited," + invoice.number() + "," + accepted + "," + totals.withoutTax() + "," + totals.tax() + ","
                + totals.withTax();
    }

    private static String aged() {
        AgingRule days = AgingRule.of(AgingBuckets.days(30, 60, 90));
        var rules = new LinkedHashMap<String, AgingRule>();
        rules.put("due", days);
        rules.put("document", days.by(AgingBase.DOCUMENT_DATE));
        rules.put("months", AgingRule.of(AgingBuckets.days(1, 2, 3)).inMonths());
        rules.put("later", days.agedOn(LocalDate.of(2026, 5, 15)));
        rules.put("with-disputed", days.withDisputedInBuckets());
        rules.put("with-on-account", days.withOnAccountInBuckets());
        var rows = new ArrayList<String>();
        rules.forEach((name, rule) -> {
            AgingReport report = AgingReport.of(Claims.POSTED.euros(), Claims.END, rule);
            report.customers().forEach((customer, row) -> rows.add(name + "," + customer + "," + text(row)));
            rows.add(name + ",all," + text(report.total()));
        });
        AsOf before = AsOf.endOf("2026-03-31");
        AgingReport.of(Claims.POSTED.euros(), before, days)
                .customers()
                .forEach((customer, row) -> rows.add("before," + customer + "," + text(row)));
        return lines(rows);
    }

    private static String text(AgingRow row) {
        return row.buckets().stream()
                        .map(AgedAmount::amount)
                        .map(Object::toString)
                        .collect(joining(","))
                + "," + row.disputed().amount() + "," + row.onAccount() + "," + row.balance();
    }

    private static String stated() {
        var rows = new ArrayList<String>();
        LocalDate first = LocalDate.of(2026, 3, 31);
        for (CustomerLedger customer : Stream.concat(
                        Claims.POSTED.euros().customers().stream(), Claims.POSTED.dollars().customers().stream())
                .toList()) {
            String where = customer.customer() + ",";
            BalanceForwardStatement forward = BalanceForwardStatement.of(customer, first, Claims.END);
            rows.add("opening," + where + forward.opening());
            forward.lines()
                    .forEach(line -> rows.add("movement," + where
                            + line.movement().date() + ","
                            + line.movement().kind() + "," + line.movement().reference() + ","
                            + line.movement().amount() + "," + line.balance()));
            OpenItemStatement open = OpenItemStatement.of(customer, Claims.END);
            open.items()
                    .forEach(item -> rows.add("item," + where + item.id() + "," + item.original() + "," + item.applied()
                            + "," + item.rest() + "," + item.disputed() + "," + item.daysPastDue()));
            rows.add("closing," + where + open.open() + "," + open.disputed() + "," + open.onAccount() + ","
                    + open.due() + "," + open.toPay() + "," + open.closing());
        }
        return lines(rows);
    }

    private static String lines(List<String> rows) {
        return rows.stream().map(row -> row + "\n").collect(joining());
    }
}
