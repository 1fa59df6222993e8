package org.stockbook.journals.drafts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.inventory.InventoryLedger;
import org.stockbook.inventory.InventoryPolicies;
import org.stockbook.inventory.InventoryPolicy;
import org.stockbook.journals.InventoryValueRequest;
import org.stockbook.journals.JournalAddress;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.JournalSaved;
import org.stockbook.journals.LineIssue;
import org.stockbook.journals.lines.Draft;
import org.stockbook.journals.lines.JournalCard;
import org.stockbook.journals.lines.JournalCards;
import org.stockbook.journals.lines.LineDefaults;
import org.stockbook.journals.lines.LineValues;
import org.stockbook.journals.lines.RefusalTexts;
import org.stockbook.journals.lines.ValuePer;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.costing.AverageCalculation;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.revaluation.Revaluation;
import org.stockbook.kernel.revaluation.RevaluationProposal;
import org.stockbook.kernel.revaluation.RevaluationRefusal;
import org.stockbook.kernel.revaluation.RevaluationRequest;
import org.stockbook.platform.security.Permissions;

/** Fills a revaluation journal with what stock is worth on a date (spec: journals, section 8). */
@Component
public class CalculateInventoryValue {
    private static final int ITEMS_AT_ONCE = 100;

    private final InventoryLedger ledger;
    private final InventoryPolicies policies;
    private final JournalCards cards;
    private final JournalDrafts drafts;
    private final SaveJournalLines saving;
    private final Permissions permissions;

    CalculateInventoryValue(
            InventoryLedger ledger,
            InventoryPolicies policies,
            JournalCards cards,
            JournalDrafts drafts,
            SaveJournalLines saving,
            Permissions permissions) {
        this.ledger = ledger;
        this.policies = policies;
        this.cards = cards;
        this.drafts = drafts;
        this.saving = saving;
        this.permissions = permissions;
    }

    /**
     * What came of it.
     *
     * @param kept the new lines, behind those that were there
     * @param refusals items whose value cannot be calculated; they have no line
     */
    public record Calculated(JournalSaved.Kept kept, List<LineIssue> refusals) {
        public Calculated {
            refusals = List.copyOf(refusals);
        }
    }

    @Transactional
    public Calculated calculate(JournalAddress address, InventoryValueRequest request) {
        permissions.require(address.kind().editing());
        var batch = drafts.lock(address);
        var policy = policies.of(permissions.login());
        var calculation = new Calculation(request, policy);
        var items = request.items().isEmpty() ? cards.stocked() : request.items().stream().map(ItemNo::new).distinct().toList();
        for (var from = 0; from < items.size(); from += ITEMS_AT_ONCE) {
            calculation.add(items.subList(from, Math.min(items.size(), from + ITEMS_AT_ONCE)));
        }
        var document = request.document().isEmpty() ? saving.nextDocument(batch, request.date()) : request.document();
        var first = drafts.before(batch, Integer.MAX_VALUE).map(Draft::lineNo).orElse(0);
        var lines = IntStream.range(0, calculation.lines.size())
                .mapToObj(at -> Draft.fresh(first + (at + 1) * SaveJournalLines.STEP,
                        calculation.lines.get(at).with(Map.of(JournalField.DOCUMENT_NO, document, JournalField.REASON, batch.reason().code()))))
                .toList();
        return new Calculated(saving.add(batch, lines), calculation.refusals);
    }

    /** Lines being made. */
    private final class Calculation {
        private final InventoryValueRequest wanted;
        private final InventoryPolicy policy;
        private final RevaluationRequest request;
        private final List<LineValues> lines = new ArrayList<>();
        private final List<LineIssue> refusals = new ArrayList<>();

        private Calculation(InventoryValueRequest wanted, InventoryPolicy policy) {
            this.wanted = wanted;
            this.policy = policy;
            this.request = new RevaluationRequest(
                    wanted.date(),
                    wanted.perEntry() ? RevaluationRequest.Per.ITEM_LEDGER_ENTRY : RevaluationRequest.Per.ITEM,
                    wanted.byLocation(),
                    wanted.byVariant(),
                    wanted.locations().stream().map(LocationCode::new).collect(Collectors.toSet()),
                    wanted.variants().stream().map(VariantCode::new).collect(Collectors.toSet()));
        }

        private void add(Collection<ItemNo> items) {
            var known = cards.of(items.stream().map(ItemNo::code).toList(), policy).items();
            items.stream().filter(item -> !known.containsKey(item.code()))
                    .forEach(item -> refuse("api.reference-not-found", Map.of("field", JournalField.ITEM.property(), "value", item.code(), "item", item.code())));
            var stocked = items.stream().filter(item -> known.containsKey(item.code())).toList();
            ledger.read(stocked).loadHistories(stocked).forEach((item, book) -> {
                var revaluation = new Revaluation(book, policy.averageCost(), request);
                revaluation.refusal().ifPresentOrElse(
                        refusal -> refuse(refusal.code(), parameters(refusal)),
                        () -> revaluation.propose().forEach(proposal ->
                                lines.add(line(item, Optional.ofNullable(known.get(item.code())).orElseThrow(), proposal))));
            });
        }

        private void refuse(String code, Map<String, Object> parameters) {
            refusals.add(new LineIssue(0, 0, JournalField.ITEM, code, LineIssue.Severity.ERROR, parameters));
        }

        private LineValues line(ItemNo item, JournalCard card, RevaluationProposal proposal) {
            var texts = new EnumMap<JournalField, String>(JournalField.class);
            var entry = proposal.entry().isPresent();
            texts.put(JournalField.POSTING_DATE, wanted.date().toString());
            texts.put(JournalField.DOCUMENT_DATE, wanted.date().toString());
            texts.put(JournalField.ENTRY_TYPE, RefusalTexts.word(EntryType.POSITIVE_ADJUSTMENT));
            texts.put(JournalField.ITEM, item.code());
            texts.put(JournalField.DESCRIPTION, card.description());
            texts.put(JournalField.UNIT, card.baseUnit());
            texts.put(JournalField.LOCATION, proposal.group().location().map(LocationCode::code).orElse(""));
            texts.put(JournalField.VARIANT, proposal.group().variant().map(VariantCode::code).orElse(""));
            texts.put(JournalField.APPLIES_TO_ENTRY, entry ? Long.toString(proposal.entry().value()) : "");
            texts.put(JournalField.QUANTITY, proposal.quantity().value().stripTrailingZeros().toPlainString());
            texts.put(JournalField.VALUE_PER, RefusalTexts.word(entry ? ValuePer.ITEM_LEDGER_ENTRY : ValuePer.group(request.byLocation(), request.byVariant())));
            texts.put(JournalField.PARTIAL_REVALUATION, LineValues.YES);
            texts.put(JournalField.UPDATE_STANDARD_COST, wanted.updateStandardCost() ? LineValues.YES : "");
            texts.put(JournalField.VALUE_CALCULATED, proposal.value().toString());
            texts.put(JournalField.UNIT_COST_CALCULATED, LineDefaults.plain(proposal.unitCost().value()));
            var proposed = proposed(card, proposal);
            var value = proposed.map(cost -> cost.value().multiply(proposal.quantity().value()).setScale(Amount.SCALE, RoundingMode.HALF_UP))
                    .orElseGet(() -> proposal.value().value());
            texts.put(JournalField.UNIT_COST_REVALUED, LineDefaults.plain(proposed.orElseGet(proposal::unitCost).value()));
            texts.put(JournalField.VALUE_REVALUED, value.toPlainString());
            texts.put(JournalField.AMOUNT, difference(value, proposal.value()));
            return new LineValues(Map.of()).with(texts);
        }

        private static String difference(BigDecimal value, Amount calculated) {
            return value.subtract(calculated.value()).toPlainString();
        }

        /** The unit cost that the cards propose; none where the present value is to be shown. */
        private Optional<UnitCost> proposed(JournalCard card, RevaluationProposal proposal) {
            var place = new Place(proposal.group().variant().orElse(VariantCode.BLANK), proposal.group().location().orElse(LocationCode.BLANK));
            var costs = card.costs(place, LineDefaults.isAveragePerPlace(policy));
            return switch (wanted.base()) {
                case PRESENT_VALUE -> Optional.empty();
                case LAST_DIRECT_COST -> Optional.of(costs.lastDirectCost());
                case STANDARD_COST -> Optional.of(costs.standardCost());
            };
        }

        private static Map<String, Object> parameters(RevaluationRefusal refusal) {
            var item = refusal.item().code();
            return switch (refusal) {
                case RevaluationRefusal.OpenDecrease refused -> Map.of("item", item, "entry", Long.toString(refused.entry().value()));
                case RevaluationRefusal.NotAdjusted refused -> Map.of("item", item, "date", refused.since());
                case RevaluationRefusal.PerItemOnly _ -> Map.of("item", item);
                case RevaluationRefusal.NotPeriodEnd refused -> Map.of("item", item, "date", refused.periodEnd());
                case RevaluationRefusal.WrongGrouping refused ->
                    Map.of("item", item, "calculation", refused.calculation() == AverageCalculation.ITEM ? "item" : "itemVariantLocation");
            };
        }
    }
}
