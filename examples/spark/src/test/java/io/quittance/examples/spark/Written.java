package io.quittance.examples.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What stands in the tables that a run wrote. */
record Written(String out) {

    Dataset<Row> table(String name) {
        return SparkRun.written(Sessions.session(), out, name);
    }

    /** The columns of a table as text, with a space between them, sorted. */
    List<String> rows(String name, String... columns) {
        Column[] asText = Stream.of(columns)
                .map(column -> coalesce(col(column).cast("string"), lit("-")))
                .toArray(Column[]::new);
        return table(name).select(concat_ws(" ", asText)).collectAsList().stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    /** Numbers with the hash of everything that the document says. */
    List<String> hashes() {
        return table(SparkRun.INVOICE).orderBy("number").select("number", "content_hash").collectAsList().stream()
                .map(row -> row.getString(0) + " " + row.getString(1))
                .toList();
    }

    /** The cents of all lines by customer, in order. */
    List<List<Long>> lines() {
        var customers = new ArrayList<List<Long>>();
        for (Row row : table(SparkRun.INVOICE_LINE)
                .orderBy("customer", "line")
                .select("line", "net")
                .collectAsList()) {
            if (row.getInt(0) == 1) {
                customers.add(new ArrayList<>());
            }
            customers
                    .get(customers.size() - 1)
                    .add(row.getDecimal(1).unscaledValue().longValueExact());
        }
        return customers;
    }
}
