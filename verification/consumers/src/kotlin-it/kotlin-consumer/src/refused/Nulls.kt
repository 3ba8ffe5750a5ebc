package consumer

import io.quittance.core.contract.Contract
import io.quittance.kpi.billing.BillableItem
import java.time.LocalDate

/** What takes no null is given one, and what may be null is taken for a value: neither is compiled. */
fun named(): Contract.Builder = Contract.builder(null as String?)

fun billedOn(item: BillableItem): LocalDate = item.billedOn()
