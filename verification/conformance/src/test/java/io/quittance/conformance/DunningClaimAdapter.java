package io.quittance.conformance;

import io.quittance.ar.dunning.ClaimRule;
import io.quittance.ar.dunning.DunningClaim;
import io.quittance.ar.interest.LateCharges;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code dunning_claim}: what is open of a claim, where charges must be paid, too. */
final class DunningClaimAdapter implements Adapter {
    @Override
    public Object answer(JsonNode input) {
        LateCharges charges = LateCharges.of(
                Input.amount(input, "invoice"), Input.amount(input, "interest"), Input.amount(input, "fee"));
        DunningClaim claim = DunningClaim.of(charges, Input.amount(input, "paid"));
        return Map.of(
                "claim_open", claim.open(),
                "resolved", claim.isSettled(ClaimRule.PRINCIPAL_AND_CHARGES));
    }
}
