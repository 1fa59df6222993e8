package org.stockbook.journals.lines;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.LineIssue;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.UnitCost;

/**
 * Lines that give stock a new value: calculated ones know quantity and present value, others name one entry and take both from it; unit cost
 * and value follow each other (spec: journals, section 8).
 */
final class RevaluationRules implements LineRules {
    private static final Set<JournalField> WHAT_IS_VALUED = EnumSet.of(
            JournalField.ITEM, JournalField.VARIANT, JournalField.LOCATION, JournalField.POSTING_DATE, JournalField.APPLIES_TO_ENTRY);
    private static final Set<JournalField> OF_A_CALCULATION = EnumSet.of(JournalField.VALUE_PER, JournalField.PARTIAL_REVALUATION,
            JournalField.QUANTITY, JournalField.VALUE_CALCULATED, JournalField.UNIT_COST_CALCULATED, JournalField.VALUE_REVALUED,
            JournalField.UNIT_COST_REVALUED, JournalField.AMOUNT);

    private final JournalCards.Known known;
    private final JournalLineChecks checks;
    private final Map<Long, JournalCards.Increase> increases;

    RevaluationRules(JournalCards.Known known, JournalLineChecks checks, Map<Long, JournalCards.Increase> increases) {
        this.known = known;
        this.checks = checks;
        this.increases = increases;
    }

    @Override
    public LineValues complete(LineValues before, Map<JournalField, String> typed) {
        var line = before.with(typed);
        if (!before.text(JournalField.ITEM).equals(line.text(JournalField.ITEM))) {
            var card = Optional.ofNullable(known.items().get(line.code(JournalField.ITEM)));
            line = line.with(Map.of(
                    JournalField.DESCRIPTION, typed.getOrDefault(JournalField.DESCRIPTION, card.map(JournalCard::description).orElse("")),
                    JournalField.UNIT, card.map(JournalCard::baseUnit).orElse("")));
        }
        var changed = line;
        if (WHAT_IS_VALUED.stream().anyMatch(field -> !before.text(field).equals(changed.text(field)))) {
            line = valuedAnew(line);
        }
        return revalued(line.with(given(line, typed)), typed);
    }

    /** What was typed into the fields of a calculation stays typed. */
    private static Map<JournalField, String> given(LineValues line, Map<JournalField, String> typed) {
        var given = new EnumMap<JournalField, String>(JournalField.class);
        typed.forEach((field, text) -> {
            if (field == JournalField.UNIT_COST_REVALUED || field == JournalField.VALUE_REVALUED) {
                given.put(field, text);
            }
        });
        return given;
    }

    /** A line that stands for other stock is no calculation any more; an entry that it names says what there is. */
    private LineValues valuedAnew(LineValues line) {
        var blank = new EnumMap<JournalField, String>(JournalField.class);
        OF_A_CALCULATION.forEach(field -> blank.put(field, ""));
        var emptied = line.with(blank);
        return increase(line).map(entry -> emptied.with(Map.of(
                JournalField.VALUE_PER, LineValues.word(ValuePer.ITEM_LEDGER_ENTRY),
                JournalField.VARIANT, entry.place().variant().code(),
                JournalField.LOCATION, entry.place().location().code(),
                JournalField.QUANTITY, entry.quantity().value().stripTrailingZeros().toPlainString(),
                JournalField.VALUE_CALCULATED, entry.value().toString(),
                JournalField.UNIT_COST_CALCULATED, unitCost(entry.value().value(), entry.quantity().value()),
                JournalField.VALUE_REVALUED, entry.value().toString(),
                JournalField.UNIT_COST_REVALUED, unitCost(entry.value().value(), entry.quantity().value())))).orElse(emptied);
    }

    private Optional<JournalCards.Increase> increase(LineValues line) {
        return line.figure(JournalField.APPLIES_TO_ENTRY).map(entry -> increases.get(entry.longValue()))
                .filter(entry -> entry.item().code().equals(line.code(JournalField.ITEM)));
    }

    /** Unit cost and value follow each other, and the amount follows both. */
    private static LineValues revalued(LineValues line, Map<JournalField, String> typed) {
        var quantity = line.figure(JournalField.QUANTITY).filter(figure -> figure.signum() > 0);
        if (quantity.isEmpty()) {
            return line;
        }
        var followed = line;
        var unitCost = line.figure(JournalField.UNIT_COST_REVALUED);
        var value = line.figure(JournalField.VALUE_REVALUED);
        if (typed.containsKey(JournalField.VALUE_REVALUED) && value.isPresent()) {
            followed = line.with(JournalField.UNIT_COST_REVALUED, unitCost(value.get(), quantity.get()));
        } else if (typed.containsKey(JournalField.UNIT_COST_REVALUED) && unitCost.isPresent()) {
            var total = quantity.get().multiply(unitCost.get()).setScale(Amount.SCALE, RoundingMode.HALF_UP);
            followed = line.with(JournalField.VALUE_REVALUED, total.toPlainString());
        }
        var calculated = followed.figure(JournalField.VALUE_CALCULATED).orElse(BigDecimal.ZERO);
        var amount = followed.figure(JournalField.VALUE_REVALUED).map(total -> total.subtract(calculated).toPlainString()).orElse("");
        return followed.with(JournalField.AMOUNT, amount);
    }

    private static String unitCost(BigDecimal value, BigDecimal quantity) {
        return LineDefaults.plain(value.divide(quantity, UnitCost.SCALE, RoundingMode.HALF_UP));
    }

    @Override
    public Draft.Worth worth(LineValues line) {
        return Draft.Worth.NONE;
    }

    @Override
    public List<LineIssue> check(Draft line) {
        var issues = new LineIssues(line);
        checks.common(line, issues);
        var values = line.values();
        if (!values.has(JournalField.VALUE_PER) && known.items().containsKey(values.code(JournalField.ITEM))) {
            entry(values, issues);
        }
        for (var field : List.of(JournalField.UNIT_COST_REVALUED, JournalField.VALUE_REVALUED)) {
            if (!values.has(field) && values.has(JournalField.VALUE_PER)) {
                issues.missing(field);
            } else if (values.figure(field).filter(figure -> figure.signum() < 0).isPresent()) {
                issues.add(field, "common.wrong-sign", Map.of());
            }
        }
        var average = Optional.ofNullable(known.items().get(values.code(JournalField.ITEM)))
                .filter(card -> card.item().facts().method().isAverage()).isPresent();
        if (average && values.has(JournalField.APPLIES_TO_ENTRY)) {
            issues.add(JournalField.APPLIES_TO_ENTRY, "costing.revaluation-per-item-only", Map.of("item", values.text(JournalField.ITEM)));
        }
        return issues.found();
    }

    /** A line that was not calculated must name an increase of its item. */
    private static void entry(LineValues values, LineIssues issues) {
        if (!values.has(JournalField.APPLIES_TO_ENTRY)) {
            issues.missing(JournalField.APPLIES_TO_ENTRY);
        } else if (values.isReadable(JournalField.APPLIES_TO_ENTRY)) {
            issues.add(JournalField.APPLIES_TO_ENTRY, "ledger.application-invalid",
                    Map.of("entry", values.text(JournalField.APPLIES_TO_ENTRY), "differs", "entry"));
        }
    }
}
