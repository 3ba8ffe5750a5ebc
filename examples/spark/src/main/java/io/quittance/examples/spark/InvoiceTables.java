package io.quittance.examples.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.tax.TaxTreatment;
import io.quittance.json.InvoiceJson;
import java.util.ArrayList;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Invoices as rows: what one asks for in columns, and the whole document as JSON beside it. */
final class InvoiceTables {
    /** How many decimal places amounts have. Spark rounds more of them away, in silence, so there must not be more. */
    static final int PLACES = 2;

    private static final DataType AMOUNT = DataTypes.createDecimalType(18, PLACES);

    private static final StructType LINE = new StructType()
            .add("line", DataTypes.IntegerType)
            .add("name", DataTypes.StringType)
            .add("quantity", DataTypes.createDecimalType(38, PriceList.QUANTITY_SCALE))
            .add("unit", DataTypes.StringType)
            .add("net", AMOUNT)
            .add("tax_category", DataTypes.StringType)
            .add("tax_percent", DataTypes.createDecimalType(9, 4));

    /** One row for each invoice, its lines within. */
    static final StructType ISSUED = new StructType()
            .add("number", DataTypes.StringType)
            .add("contract", DataTypes.StringType)
            .add("customer", DataTypes.LongType)
            .add("issue_date", DataTypes.DateType)
            .add("due_date", DataTypes.DateType)
            .add("currency", DataTypes.StringType)
            .add("without_tax", AMOUNT)
            .add("tax", AMOUNT)
            .add("with_tax", AMOUNT)
            .add("content_hash", DataTypes.StringType)
            .add("document", DataTypes.StringType)
            .add("lines", DataTypes.createArrayType(LINE));

    private InvoiceTables() {}

    static Row row(Invoice invoice) {
        var lines = new ArrayList<Row>();
        for (InvoiceLine line : invoice.lines()) {
            TaxTreatment tax = line.taxes().get(0); // the run has one authority
            lines.add(RowFactory.create(
                    lines.size() + 1,
                    line.name(),
                    line.quantity(),
                    line.unit(),
                    line.netAmount().toBigDecimal(),
                    tax.category().code(),
                    tax.rateOrZero().percent()));
        }
        return RowFactory.create(
                invoice.number().value(),
                invoice.draft().references().contract().orElseThrow(),
                Long.valueOf(invoice.customer().value()),
                invoice.issueDate(),
                invoice.dueDate(),
                invoice.totals().withTax().getCurrency().getCurrencyCode(),
                invoice.totals().withoutTax().toBigDecimal(),
                invoice.totals().tax().toBigDecimal(),
                invoice.totals().withTax().toBigDecimal(),
                invoice.contentHash(),
                InvoiceJson.write(invoice),
                lines.toArray(Row[]::new));
    }

    static Dataset<Row> invoices(Dataset<Row> issued) {
        return issued.drop("lines");
    }

    static Dataset<Row> lines(Dataset<Row> issued) {
        return issued.select(
                        col("number"), col("customer"), explode(col("lines")).as("of"))
                .select("number", "customer", "of.*");
    }
}
