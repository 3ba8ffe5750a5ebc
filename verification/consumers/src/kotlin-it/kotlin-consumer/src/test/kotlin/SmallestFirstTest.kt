package consumer

import io.quittance.ar.allocation.AllocationStrategy
import io.quittance.testkit.allocation.AllocationStrategyContract.Exhaustive

class SmallestFirstTest : Exhaustive {
    override fun strategy(): AllocationStrategy = smallestFirst
}
