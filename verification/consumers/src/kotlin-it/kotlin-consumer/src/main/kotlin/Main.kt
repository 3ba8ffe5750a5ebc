package consumer

import io.quittance.ar.allocation.Allocation
import io.quittance.ar.allocation.AllocationLine
import io.quittance.ar.allocation.AllocationStrategy
import io.quittance.ar.payment.Payment
import io.quittance.ar.payment.PaymentId
import io.quittance.ar.receivable.OpenItem
import io.quittance.ar.receivable.Receivable
import io.quittance.ar.receivable.ReceivableId
import io.quittance.core.contract.Charge
import io.quittance.core.contract.Contract
import io.quittance.core.contract.PaymentTerms
import io.quittance.core.explain.Explanation
import io.quittance.core.id.CustomerId
import io.quittance.core.invoice.InvoiceDraft
import io.quittance.core.money.Amount
import io.quittance.core.pricing.GraduatedTiers
import io.quittance.core.rating.Rating
import io.quittance.core.schedule.ServicePeriod
import io.quittance.core.usage.UsageEvent
import io.quittance.kpi.billing.BillableItem
import java.time.Instant
import java.time.LocalDate

/** Amounts add up with Kotlin's own operators: Amount has plus and minus by these names alone. */
operator fun Amount.plus(other: Amount): Amount = add(other)

operator fun Amount.minus(other: Amount): Amount = subtract(other)

/** What is smallest is paid first, so that few debts stay open. */
val smallestFirst = AllocationStrategy { request ->
    var left = request.available()
    request.items().sortedWith { one, other -> one.open().compareTo(other.open()) }.mapNotNull { item ->
        val paid = minOf(item.open(), left)
        left -= paid
        if (paid.signum() > 0) AllocationLine.of(item.id(), paid, Explanation.of("smallest", "{0} of {1}", paid, item.open())) else null
    }
}

fun main() {
    val contract = Contract.builder("C-1")
        .customer("ACME")
        .currency("EUR")
        .zone("Europe/Berlin")
        .term("2026-01-01", "2027-01-01")
        .charge(Charge.usage("calls", "calls", GraduatedTiers.upTo("1000", "0.10").then("0.08")))
        .paymentTerms(PaymentTerms.net(30))
        .build()
    val usage = UsageEvent.of("u1", "ACME", "calls", "1001", "2026-01-15T12:00:00Z")
    val invoice = InvoiceDraft.of(Rating.of(contract, listOf(usage), ServicePeriod.of("2026-01-01", "2026-02-01")))
        .issue("R-1", "2026-02-01")
    val zero = Amount.of("0.00", "EUR")
    val total = invoice.lines().map { it.netAmount() }.fold(zero, Amount::plus)
    println("due ${invoice.amountDue()}, its lines $total")

    val items = listOf("80.00" to "R-1", "100.00" to "R-2", "30.00" to "R-3").map { (open, id) ->
        OpenItem.of(
            Receivable.of(
                ReceivableId.of(id), CustomerId.of("ACME"), LocalDate.parse("2026-02-01"), LocalDate.parse("2026-03-03"), Amount.of(open, "EUR"),
            ),
        )
    }
    val payment = Payment.of(PaymentId.of("P-1"), CustomerId.of("ACME"), LocalDate.parse("2026-03-01"), Amount.of("120.00", "EUR"))
    val allocation = Allocation.of(payment, items, smallestFirst)
    allocation.lines().forEach(::println)
    // what may be absent is known to be so: without the question mark this is not compiled
    val day = LocalDate.parse("2026-02-01")
    val item = BillableItem.unbilled("I-1", "ACME", day, day, zero + Amount.of("80.00", "EUR"), Instant.parse("2026-02-01T12:00:00Z"))
    println("billed in ${item.billedOn()?.month ?: "no month"}")
}
