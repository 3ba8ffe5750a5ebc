package io.quittance.examples.boot;

import io.quittance.ar.aging.AgedAmount;
import io.quittance.ar.aging.AgingReport;
import io.quittance.ar.aging.AgingRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How old the open items are: in all, and customer by customer. The columns of a row add up to its balance. */
record AgingView(LocalDate asOf, String currency, Row total, List<Row> customers) {

    /**
     * One row.
     *
     * @param customer the id; "" of the total
     * @param onAccount money that settles nothing yet, which the balance is less by
     */
    record Row(String customer, List<Column> columns, String disputed, String onAccount, String balance) {}

    /** What is open of an age, such as {@code 1-30} days past due, and how many items that are. */
    record Column(String name, String open, int items) {}

    static AgingView of(AgingReport report) {
        var rows = new ArrayList<Row>();
        report.customers().forEach((customer, row) -> rows.add(row(customer.value(), row, report)));
        return new AgingView(
                report.day(),
                report.total().onAccount().getCurrency().getCurrencyCode(),
                row("", report.total(), report),
                List.copyOf(rows));
    }

    private static Row row(String customer, AgingRow row, AgingReport report) {
        var columns = new ArrayList<Column>();
        for (int i = 0; i < row.buckets().size(); i++) {
            AgedAmount bucket = row.buckets().get(i);
            columns.add(new Column(
                    report.buckets().buckets().get(i).name(), AmountText.of(bucket.amount()), bucket.count()));
        }
        return new Row(
                customer,
                List.copyOf(columns),
                AmountText.of(row.disputed().amount()),
                AmountText.of(row.onAccount()),
                AmountText.of(row.balance()));
    }
}
