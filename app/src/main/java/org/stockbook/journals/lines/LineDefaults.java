package org.stockbook.journals.lines;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stockbook.inventory.InventoryPolicy;
import org.stockbook.journals.JournalField;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.costing.AverageCalculation;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;

/**
 * Fills in what follows from what was typed: item before unit, unit before quantity, quantity before amount; what was typed
 * wins (spec: journals, section 6).
 */
public final class LineDefaults {
    private static final Set<JournalField> DECIDE_THE_AMOUNT = EnumSet.of(
            JournalField.ITEM, JournalField.VARIANT, JournalField.LOCATION, JournalField.UNIT, JournalField.ENTRY_TYPE, JournalField.UNIT_AMOUNT);

    private final JournalCards.Known known;

    public LineDefaults(JournalCards.Known known) {
        this.known = known;
    }

    /** A line after some of its fields were typed. */
    LineValues complete(LineValues before, Map<JournalField, String> typed) {
        var line = before.with(typed);
        var card = Optional.ofNullable(known.items().get(line.code(JournalField.ITEM)));
        line = itemFields(before, documentDate(before, line, typed), typed, card);
        if (line.entryType().filter(type -> type == EntryType.TRANSFER).isPresent()) {
            line = follows(before, typed, JournalField.LOCATION, JournalField.NEW_LOCATION) ? line.with(JournalField.NEW_LOCATION, line.text(JournalField.LOCATION)) : line;
            line = follows(before, typed, JournalField.VARIANT, JournalField.NEW_VARIANT) ? line.with(JournalField.NEW_VARIANT, line.text(JournalField.VARIANT)) : line;
            return line.with(Map.of(JournalField.UNIT_AMOUNT, typed.getOrDefault(JournalField.UNIT_AMOUNT, ""),
                    JournalField.AMOUNT, typed.getOrDefault(JournalField.AMOUNT, "")));
        }
        return card.isPresent() ? amounts(line, typed, card.get(), hasOtherCosts(before, line, typed)) : amount(line, typed);
    }

    /** What is after a reclassification follows what was before it until it is typed; a blank that is typed is a place too. */
    private static boolean follows(LineValues before, Map<JournalField, String> typed, JournalField old, JournalField after) {
        return !typed.containsKey(after) && before.text(old).equals(before.text(after));
    }

    /** The document date follows the posting date until it is typed. */
    private static LineValues documentDate(LineValues before, LineValues line, Map<JournalField, String> typed) {
        var follows = typed.containsKey(JournalField.POSTING_DATE) && !typed.containsKey(JournalField.DOCUMENT_DATE)
                && before.text(JournalField.DOCUMENT_DATE).equals(before.text(JournalField.POSTING_DATE));
        return follows ? line.with(JournalField.DOCUMENT_DATE, line.text(JournalField.POSTING_DATE)) : line;
    }

    private static boolean hasOtherCosts(LineValues before, LineValues line, Map<JournalField, String> typed) {
        return !line.has(JournalField.UNIT_AMOUNT)
                || DECIDE_THE_AMOUNT.stream().anyMatch(field -> typed.containsKey(field) && !before.text(field).equals(line.text(field)));
    }

    private static LineValues itemFields(LineValues before, LineValues line, Map<JournalField, String> typed, Optional<JournalCard> card) {
        if (before.text(JournalField.ITEM).equals(line.text(JournalField.ITEM))) {
            return line;
        }
        var defaults = new EnumMap<JournalField, String>(JournalField.class);
        defaults.put(JournalField.DESCRIPTION, card.map(JournalCard::description).orElse(""));
        defaults.put(JournalField.UNIT, card.map(JournalCard::baseUnit).orElse(""));
        defaults.put(JournalField.VARIANT, "");
        defaults.put(JournalField.NEW_VARIANT, "");
        defaults.keySet().removeAll(typed.keySet());
        return line.with(defaults);
    }

    private LineValues amounts(LineValues line, Map<JournalField, String> typed, JournalCard card, boolean costsChanged) {
        var quantity = line.figure(JournalField.QUANTITY);
        if (!typed.getOrDefault(JournalField.UNIT_AMOUNT, "").isBlank()) {
            return amount(line, typed);
        }
        var typedAmount = typed.containsKey(JournalField.AMOUNT) ? line.figure(JournalField.AMOUNT) : Optional.<BigDecimal>empty();
        if (typedAmount.isPresent() && quantity.filter(figure -> figure.signum() != 0).isPresent()) {
            var each = typedAmount.get().divide(quantity.get(), UnitCost.SCALE, RoundingMode.HALF_UP);
            return line.with(JournalField.UNIT_AMOUNT, plain(each));
        }
        return costsChanged
                ? amount(proposal(line, card).map(each -> line.with(JournalField.UNIT_AMOUNT, plain(each))).orElse(line), typed)
                : amount(line, typed);
    }

    private static LineValues amount(LineValues line, Map<JournalField, String> typed) {
        if (typed.containsKey(JournalField.AMOUNT) && !line.isReadable(JournalField.AMOUNT)) {
            return line;
        }
        var amount = line.figure(JournalField.QUANTITY).flatMap(quantity -> line.figure(JournalField.UNIT_AMOUNT).map(quantity::multiply));
        return line.with(JournalField.AMOUNT, amount.map(exact -> exact.setScale(Amount.SCALE, RoundingMode.HALF_UP).toPlainString()).orElse(""));
    }

    /** The unit amount that the cards propose, per unit of the line; none where the line does not say enough. */
    public Optional<BigDecimal> proposal(LineValues line, JournalCard card) {
        var unit = card.unit(line.code(JournalField.UNIT));
        return unit.flatMap(found -> line.entryType().map(type -> proposal(type, line, card, found.factor().value())));
    }

    private BigDecimal proposal(EntryType type, LineValues line, JournalCard card, BigDecimal factor) {
        var costs = card.costs(place(line), isAveragePerPlace(known.policy()));
        var facts = card.item().facts();
        return switch (type) {
            case PURCHASE -> scaled(costs.lastDirectCost().value().multiply(factor));
            case SALE -> scaled(card.unitPrice().multiply(factor));
            case POSITIVE_ADJUSTMENT -> scaled(costs.unitCost().minus(facts.overheadRate()).value().multiply(factor)
                    .divide(facts.indirectCost().growth(), MathContext.DECIMAL128));
            case NEGATIVE_ADJUSTMENT -> scaled(costs.unitCost().value().multiply(factor));
            case TRANSFER, CONSUMPTION, OUTPUT, ASSEMBLY_CONSUMPTION, ASSEMBLY_OUTPUT -> BigDecimal.ZERO;
        };
    }

    /** What the line is expected to move and to cost. */
    Draft.Worth worth(LineValues line) {
        return Optional.ofNullable(known.items().get(line.code(JournalField.ITEM)))
                .flatMap(card -> card.unit(line.code(JournalField.UNIT)).map(unit -> worth(line, card, unit)))
                .orElse(Draft.Worth.NONE);
    }

    private Draft.Worth worth(LineValues line, JournalCard card, JournalCard.Unit unit) {
        var quantity = line.figure(JournalField.QUANTITY).orElse(BigDecimal.ZERO);
        var factor = unit.factor().value();
        var each = line.figure(JournalField.UNIT_AMOUNT).orElse(BigDecimal.ZERO);
        var facts = card.item().facts();
        var cost = switch (line.entryType().orElse(EntryType.TRANSFER)) {
            case PURCHASE, POSITIVE_ADJUSTMENT -> each.multiply(facts.indirectCost().growth()).add(facts.overheadRate().value().multiply(factor));
            case NEGATIVE_ADJUSTMENT -> each;
            case SALE -> card.costs(place(line), isAveragePerPlace(known.policy())).unitCost().value().multiply(factor);
            case TRANSFER, CONSUMPTION, OUTPUT, ASSEMBLY_CONSUMPTION, ASSEMBLY_OUTPUT -> BigDecimal.ZERO;
        };
        return isKept(quantity.multiply(factor)) && isKept(cost)
                ? new Draft.Worth(unit.factor(), Quantity.rounded(quantity.multiply(factor)), UnitCost.rounded(cost))
                : Draft.Worth.NONE;
    }

    /** Columns hold thirteen digits before the point. */
    private static boolean isKept(BigDecimal figure) {
        return figure.precision() - figure.scale() <= 13;
    }

    public static Place place(LineValues line) {
        return new Place(new VariantCode(line.code(JournalField.VARIANT)), new LocationCode(line.code(JournalField.LOCATION)));
    }

    public static boolean isAveragePerPlace(InventoryPolicy policy) {
        return policy.averageCost().present().calculation() == AverageCalculation.ITEM_VARIANT_LOCATION;
    }

    private static BigDecimal scaled(BigDecimal exact) {
        return exact.setScale(UnitCost.SCALE, RoundingMode.HALF_UP);
    }

    /** Without trailing zeros, but with cents. */
    public static String plain(BigDecimal figure) {
        var shortest = figure.stripTrailingZeros();
        return (shortest.scale() < Amount.SCALE ? shortest.setScale(Amount.SCALE) : shortest).toPlainString();
    }
}
