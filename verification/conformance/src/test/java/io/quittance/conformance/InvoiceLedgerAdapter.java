package io.quittance.conformance;

import io.quittance.ar.credit.InvoiceBalance;
import io.quittance.core.money.Amount;
import java.util.Map;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/** {@code invoice_ledger}: an invoice in the books of a host that keeps an account credit. */
final class InvoiceLedgerAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        InvoiceBalance balance = InvoiceBalance.empty(Input.CURRENCY);
        balance = each(balance, input.path("items"), InvoiceBalance::withItem);
        balance = balance.withCreditMove(Input.amount(input, "credit_moves"));
        balance = each(balance, input.path("payments"), InvoiceBalance::withPayment);
        balance = each(balance, input.path("refunds"), InvoiceBalance::withRefund);
        return Map.of(
                "invoice_balance",
                balance.balance(),
                "account_credit",
                balance.accountCredit(),
                "account_balance",
                balance.accountBalance());
    }

    private static InvoiceBalance each(
            InvoiceBalance balance, JsonNode amounts, BiFunction<InvoiceBalance, Amount, InvoiceBalance> change) {
        InvoiceBalance next = balance;
        for (JsonNode amount : amounts) {
            next = change.apply(next, Amount.of(Input.decimal(amount), Input.CURRENCY));
        }
        return next;
    }
}
