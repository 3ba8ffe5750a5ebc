package io.quittance.conformance;

import static io.quittance.core.id.StructuredReference.Scheme.BELGIAN;
import static io.quittance.core.id.StructuredReference.Scheme.CREDITOR;
import static io.quittance.core.id.StructuredReference.Scheme.SWISS_QR;

import java.util.Map;

/** Which adapter answers which topic. */
final class Adapters {
    static final Map<Topic, Adapter> ALL = Map.ofEntries(
            Map.entry(new Topic("ar", "account_credit", "credit_use"), new CreditUseAdapter()),
            Map.entry(new Topic("ar", "account_credit", "invoice_ledger"), new InvoiceLedgerAdapter()),
            Map.entry(new Topic("ar", "aging", "bucket_of"), new BucketOfAdapter()),
            Map.entry(new Topic("ar", "allocation", "allocation_guard"), new AllocationGuardAdapter()),
            Map.entry(new Topic("ar", "allocation", "concurrent_requests"), new ConcurrentRequestsAdapter()),
            Map.entry(new Topic("ar", "allocation", "ordered_allocation"), new OrderedAllocationAdapter()),
            Map.entry(new Topic("ar", "fx", "fx_alternate"), new FxAlternateAdapter()),
            Map.entry(new Topic("ar", "fx", "fx_convert"), new FxConvertAdapter()),
            Map.entry(new Topic("ar", "fx", "fx_partial"), new FxPartialAdapter()),
            Map.entry(new Topic("ar", "fx", "fx_revalue"), new FxRevalueAdapter()),
            Map.entry(new Topic("ar", "fx", "fx_sequence"), new FxSequenceAdapter()),
            Map.entry(new Topic("ar", "fx", "fx_settle"), new FxSettleAdapter()),
            Map.entry(new Topic("ar", "fx", "fx_settle_and_cancel"), new FxSettleAndCancelAdapter()),
            Map.entry(new Topic("ar", "fx", "fx_simple"), new FxSimpleAdapter()),
            Map.entry(new Topic("ar", "fx", "fx_split_rounding"), new FxSplitRoundingAdapter()),
            Map.entry(new Topic("ar", "payment_terms", "due_dates"), new DueDatesAdapter()),
            Map.entry(new Topic("ar", "payment_terms", "terms_split"), new TermsSplitAdapter()),
            Map.entry(new Topic("ar", "rf_reference", "creditor_reference_check"), new ReferenceCheckAdapter(CREDITOR)),
            Map.entry(
                    new Topic("ar", "rf_reference", "creditor_reference_create"), new ReferenceCreateAdapter(CREDITOR)),
            Map.entry(new Topic("ar", "rf_reference", "ogm_check"), new ReferenceCheckAdapter(BELGIAN)),
            Map.entry(new Topic("ar", "rf_reference", "qr_reference_check"), new ReferenceCheckAdapter(SWISS_QR)),
            Map.entry(new Topic("ar", "rf_reference", "qr_reference_create"), new ReferenceCreateAdapter(SWISS_QR)),
            Map.entry(new Topic("ar", "statement", "ordered_allocation"), new OrderedAllocationAdapter()),
            Map.entry(new Topic("invoice", "invoice", "credit_note"), new InvoiceAdapter()),
            Map.entry(new Topic("invoice", "invoice", "invoice"), new InvoiceAdapter()),
            Map.entry(new Topic("invoice-rules", "invoice-rules", "credit_note"), new DocumentRuleAdapter()),
            Map.entry(new Topic("invoice-rules", "invoice-rules", "invoice"), new DocumentRuleAdapter()),
            Map.entry(new Topic("kpi", "dso_simple", ""), new DsoSimpleAdapter()),
            Map.entry(new Topic("rating", "billing_day", ""), new TimezonePeriodAdapter()),
            Map.entry(new Topic("rating", "bucketed", ""), new BucketedAdapter()),
            Map.entry(new Topic("rating", "capacity", ""), new CapacityAdapter()),
            Map.entry(new Topic("rating", "commitment_overage", ""), new CommitmentOverageAdapter()),
            Map.entry(new Topic("rating", "credit_application", ""), new CreditApplicationAdapter()),
            Map.entry(new Topic("rating", "credit_cap", ""), new CreditCapAdapter()),
            Map.entry(new Topic("rating", "credit_note", ""), new CreditNoteAdapter()),
            Map.entry(new Topic("rating", "day_count", ""), new DaysAdapter()),
            Map.entry(new Topic("rating", "discount", ""), new DiscountAdapter()),
            Map.entry(new Topic("rating", "discount_allocation", ""), new DiscountAllocationAdapter()),
            Map.entry(new Topic("rating", "graduated", ""), new GraduatedAdapter()),
            Map.entry(new Topic("rating", "graduated_blocks", ""), new GraduatedBlocksAdapter()),
            Map.entry(new Topic("rating", "graduated_percentage", ""), new GraduatedPercentageAdapter()),
            Map.entry(new Topic("rating", "invoice_assembly", ""), new InvoiceTotalAdapter()),
            Map.entry(new Topic("rating", "invoice_total", ""), new InvoiceTotalAdapter()),
            Map.entry(new Topic("rating", "local_date", ""), new DaysAdapter()),
            Map.entry(new Topic("rating", "max_cap", ""), new MaxCapAdapter()),
            Map.entry(new Topic("rating", "min_commit", ""), new MinCommitAdapter()),
            Map.entry(new Topic("rating", "package", ""), new PackageAdapter()),
            Map.entry(new Topic("rating", "per_unit", ""), new PerUnitAdapter()),
            Map.entry(new Topic("rating", "percentage", ""), new PercentageAdapter()),
            Map.entry(new Topic("rating", "plan_change", ""), new PlanChangeAdapter()),
            Map.entry(new Topic("rating", "prorated_graduated", ""), new ProratedGraduatedAdapter()),
            Map.entry(new Topic("rating", "proration", ""), new ProrationAdapter()),
            Map.entry(new Topic("rating", "repair", ""), new RepairAdapter()),
            Map.entry(new Topic("rating", "rerating", ""), new RerateAdapter()),
            Map.entry(new Topic("rating", "rounding", ""), new RoundingAdapter()),
            Map.entry(new Topic("rating", "schedule", ""), new ScheduleAdapter()),
            Map.entry(new Topic("rating", "tax", ""), new TaxAdapter()),
            Map.entry(new Topic("rating", "timezone_period", ""), new TimezonePeriodAdapter()),
            Map.entry(new Topic("rating", "unit_conversion", ""), new UnitConversionAdapter()),
            Map.entry(new Topic("rating", "usage_discount", ""), new UsageDiscountAdapter()),
            Map.entry(new Topic("rating", "volume", ""), new VolumeAdapter()),
            Map.entry(new Topic("rating", "volume_blocks", ""), new VolumeBlocksAdapter()));

    private Adapters() {}
}
