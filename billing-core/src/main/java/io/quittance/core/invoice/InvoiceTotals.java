package io.quittance.core.invoice;

import io.quittance.core.money.Amount;
import java.io.Serializable;

/**
 * What a document adds up to (EN 16931, BG-22). Each sum is one of rounded amounts, and is not rounded again: lines of 60.00 and
 * 40.00 with an allowance of 5.00 are 95.00 without tax, 113.05 with 19 %, and 13.05 are left to pay after 100.00 in advance.
 *
 * @param lines the sum of the lines' amounts without tax (BT-106)
 * @param allowances of the document (BT-107)
 * @param charges of the document (BT-108)
 * @param withoutTax lines − allowances + charges (BT-109)
 * @param tax (BT-110)
 * @param withTax (BT-112)
 * @param prepaid what was paid before (BT-113)
 * @param rounding what is added to reach a sum that can be paid, or that prices with tax ask for (BT-114)
 * @param due withTax − prepaid + rounding (BT-115)
 */
public record InvoiceTotals(
        Amount lines,
        Amount allowances,
        Amount charges,
        Amount withoutTax,
        Amount tax,
        Amount withTax,
        Amount prepaid,
        Amount rounding,
        Amount due)
        implements Serializable {}
