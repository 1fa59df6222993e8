package org.stockbook.journals.lines;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.Optional;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.JournalKind;
import org.stockbook.journals.LineIssue;
import org.stockbook.kernel.ledger.CostingMethod;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.posting.LineNo;

/** What is wrong with a line as far as the line and the cards tell (spec: journals, section 5); stock and applications are checked by posting. */
final class JournalLineChecks {
    private final JournalKind kind;
    private final JournalCards.Known known;
    private final LineDefaults defaults;

    JournalLineChecks(JournalKind kind, JournalCards.Known known) {
        this.kind = kind;
        this.known = known;
        this.defaults = new LineDefaults(known);
    }

    /** Every issue, in the order of the specification; each field once. */
    List<LineIssue> check(Draft line) {
        var issues = new LineIssues(line);
        common(line, issues);
        var values = line.values();
        location(values, JournalField.NEW_LOCATION, issues);
        var card = known.items().get(values.code(JournalField.ITEM));
        if (card != null) {
            quantity(values, card, issues);
            variant(values, card, issues);
            amount(values, card, issues);
            numbers(values, card, issues);
        }
        switch (kind) {
            case RECLASSIFICATION -> transfer(line, issues);
            case RECURRING -> recurring(values, issues);
            case ITEM, REVALUATION -> {}
        }
        return issues.found();
    }

    /** What lines of every kind have in common. */
    void common(Draft line, LineIssues issues) {
        var values = line.values();
        unreadable(values, issues);
        var card = known.items().get(values.code(JournalField.ITEM));
        if (card != null) {
            item(values, card, issues);
        } else if (!values.has(JournalField.ITEM)) {
            issues.missing(JournalField.ITEM);
        } else if (values.isReadable(JournalField.ITEM)) {
            issues.unknown(JournalField.ITEM);
        }
        dates(line, issues);
        if (!values.has(JournalField.DOCUMENT_NO)) {
            issues.missing(JournalField.DOCUMENT_NO);
        }
        if (kind != JournalKind.REVALUATION) {
            location(values, JournalField.LOCATION, issues);
        }
        if (values.has(JournalField.REASON) && values.isReadable(JournalField.REASON) && !known.reasons().contains(values.text(JournalField.REASON))) {
            issues.unknown(JournalField.REASON);
        }
    }

    private void unreadable(LineValues values, LineIssues issues) {
        for (var field : JournalField.values()) {
            if (!values.isReadable(field)) {
                var allowed = words(field);
                var given = Map.<String, Object>of("field", field.property(), "value", values.text(field));
                if (allowed.isEmpty()) {
                    issues.add(field, values.isTooFine(field) ? "api.needs-rounding" : "api.value-unreadable", given);
                } else {
                    issues.add(field, "api.word-unknown", Map.of("field", field.property(), "value", values.text(field), "allowed", allowed, "words", String.join(", ", allowed)));
                }
            }
        }
        values.entryType().filter(type -> !kind.entryTypes().contains(type))
                .ifPresent(_ -> issues.add(JournalField.ENTRY_TYPE, "journals.entry-type-not-allowed",
                        Map.of("allowed", words(JournalField.ENTRY_TYPE), "words", String.join(", ", words(JournalField.ENTRY_TYPE)))));
        if (!values.has(JournalField.ENTRY_TYPE)) {
            issues.missing(JournalField.ENTRY_TYPE);
        }
    }

    /** The words that a field knows, where it knows only a few. */
    private List<String> words(JournalField field) {
        return switch (field) {
            case ENTRY_TYPE -> kind.entryTypes().stream().map(LineValues::word).toList();
            case RECURRING_METHOD -> Stream.of(RecurringMethod.values()).map(LineValues::word).toList();
            default -> List.of();
        };
    }

    private void recurring(LineValues values, LineIssues issues) {
        for (var field : List.of(JournalField.RECURRING_METHOD, JournalField.RECURRING_FREQUENCY)) {
            if (!values.has(field)) {
                issues.missing(field);
            }
        }
        var expired = values.date(JournalField.RECURRING_UNTIL)
                .flatMap(until -> values.date(JournalField.POSTING_DATE).filter(date -> date.isAfter(until)));
        if (expired.isPresent()) {
            issues.add(JournalField.RECURRING_UNTIL, "common.date-order", Map.of("date", expired.get()));
            return;
        }
        values.date(JournalField.RECURRING_UNTIL).filter(until -> until.isBefore(known.policy().workDate()))
                .flatMap(until -> values.date(JournalField.POSTING_DATE).map(date -> Map.<String, Object>of("date", date, "until", until)))
                .ifPresent(lost -> issues.warn(JournalField.RECURRING_UNTIL, "journals.recurring-expired", lost));
    }

    private static void item(LineValues values, JournalCard card, LineIssues issues) {
        var type = values.entryType().orElse(EntryType.TRANSFER);
        blocked(card.blocks(), type).ifPresent(code -> issues.add(JournalField.ITEM, code, Map.of("item", card.no().code())));
        if (card.baseUnit().isEmpty()) {
            issues.add(JournalField.ITEM, "common.field-required", Map.of("field", "baseUnitOfMeasureCode"));
        }
        if (card.groups().product().isBlank()) {
            issues.add(JournalField.ITEM, "common.field-required", Map.of("field", "generalProductPostingGroupCode"));
        }
        if (card.groups().inventory().isBlank() && card.item().facts().isStocked()) {
            issues.add(JournalField.ITEM, "common.field-required", Map.of("field", "inventoryPostingGroupCode"));
        }
    }

    /** Why an item or a variant must not be used for an entry type; empty when it may. */
    private static Optional<String> blocked(JournalCard.Blocks blocks, EntryType type) {
        if (blocks.all()) {
            return Optional.of("items.blocked");
        }
        if (type == EntryType.SALE && blocks.sales()) {
            return Optional.of("items.sales-blocked");
        }
        return type == EntryType.PURCHASE && blocks.purchasing() ? Optional.of("items.purchasing-blocked") : Optional.empty();
    }

    private void dates(Draft line, LineIssues issues) {
        if (!line.values().has(JournalField.POSTING_DATE)) {
            issues.missing(JournalField.POSTING_DATE);
        }
        line.values().date(JournalField.POSTING_DATE)
                .flatMap(date -> known.policy().posting().dates().refusal(new LineNo(line.lineNo()), date))
                .ifPresent(refused -> issues.add(JournalField.POSTING_DATE, refused.code(), RefusalTexts.parameters(refused)));
    }

    private void location(LineValues values, JournalField field, LineIssues issues) {
        if (!values.has(field)) {
            if (field == JournalField.LOCATION && known.policy().locationMandatory()) {
                issues.missing(field);
            }
            return;
        }
        var location = known.locations().get(values.code(field));
        if (location == null || location.blocked()) {
            if (values.isReadable(field)) {
                issues.unknown(field);
            }
        } else if (location.inTransit()) {
            issues.add(field, "journals.in-transit-location", Map.of("location", values.text(field)));
        }
    }

    private static void quantity(LineValues values, JournalCard card, LineIssues issues) {
        var unit = card.unit(values.code(JournalField.UNIT));
        if (unit.isEmpty()) {
            issues.add(JournalField.UNIT, "items.unit-unknown", Map.of("unit", values.text(JournalField.UNIT), "item", card.no().code()));
        }
        var quantity = values.figure(JournalField.QUANTITY).orElse(BigDecimal.ZERO);
        if (quantity.signum() == 0) {
            if (values.isReadable(JournalField.QUANTITY)) {
                issues.missing(JournalField.QUANTITY);
            }
            return;
        }
        unit.ifPresent(found -> {
            var precision = found.precision();
            if (precision.signum() > 0 && quantity.remainder(precision).signum() != 0) {
                issues.add(JournalField.QUANTITY, "items.quantity-precision", Map.of("precision", precision));
            } else if (found.factor().toBase(quantity).isZero()) {
                issues.add(JournalField.QUANTITY, "items.quantity-rounds-to-zero", Map.of());
            }
        });
    }

    private void variant(LineValues values, JournalCard card, LineIssues issues) {
        var mandatory = card.variantMandatory().orElse(known.policy().variantMandatory());
        var needed = kind == JournalKind.RECLASSIFICATION ? List.of(JournalField.VARIANT, JournalField.NEW_VARIANT) : List.of(JournalField.VARIANT);
        if (mandatory && !card.variants().isEmpty()) {
            needed.stream().filter(field -> !values.has(field)).forEach(issues::missing);
        }
        for (var field : List.of(JournalField.VARIANT, JournalField.NEW_VARIANT)) {
            var variant = card.variants().get(values.code(field));
            if (variant != null) {
                blocked(variant.blocks(), values.entryType().orElse(EntryType.TRANSFER))
                        .ifPresent(code -> issues.add(field, code, Map.of("item", card.no().code())));
            } else if (values.has(field) && values.isReadable(field)) {
                issues.unknown(field);
            }
        }
    }

    private void amount(LineValues values, JournalCard card, LineIssues issues) {
        var typed = values.figure(JournalField.UNIT_AMOUNT).orElse(BigDecimal.ZERO);
        var fixed = values.entryType().filter(type -> type == EntryType.POSITIVE_ADJUSTMENT || type == EntryType.NEGATIVE_ADJUSTMENT).isPresent()
                && card.item().facts().method().isStandard();
        if (fixed && defaults.proposal(values, card).filter(proposed -> proposed.compareTo(typed) != 0).isPresent()) {
            issues.add(JournalField.UNIT_AMOUNT, "costing.unit-cost-fixed", Map.of());
        }
    }

    private static void numbers(LineValues values, JournalCard card, LineIssues issues) {
        var needed = card.numbers();
        if (card.item().facts().method() == CostingMethod.SPECIFIC && !needed.serial()) {
            issues.add(JournalField.ITEM, "costing.specific-needs-serial-tracking", Map.of());
            return;
        }
        var named = Map.<String, Object>of("item", card.no().code());
        number(values, needed.serial(), JournalField.SERIAL_NO).ifPresent(code -> issues.add(JournalField.SERIAL_NO, code, named));
        number(values, needed.lot(), JournalField.LOT_NO).ifPresent(code -> issues.add(JournalField.LOT_NO, code, named));
        var base = card.unit(values.code(JournalField.UNIT))
                .flatMap(unit -> values.figure(JournalField.QUANTITY).map(unit.factor()::toBase));
        if (needed.serial() && base.filter(quantity -> quantity.value().abs().compareTo(BigDecimal.ONE) != 0 && !quantity.isZero()).isPresent()) {
            issues.add(JournalField.QUANTITY, "tracking.serial-quantity", Map.of());
        }
    }

    /** Whether a number is missing or too much. */
    private static Optional<String> number(LineValues values, boolean needed, JournalField field) {
        if (needed == values.has(field)) {
            return Optional.empty();
        }
        return Optional.of(needed ? "tracking.number-missing" : "tracking.number-not-allowed");
    }

    private static void transfer(Draft line, LineIssues issues) {
        var values = line.values();
        var samePlace = values.text(JournalField.NEW_LOCATION).equals(values.text(JournalField.LOCATION))
                && values.text(JournalField.NEW_VARIANT).equals(values.text(JournalField.VARIANT));
        if (samePlace && line.dimensions().equals(line.newDimensions())) {
            issues.add(JournalField.NEW_LOCATION, "journals.nothing-to-reclassify", Map.of());
        }
        if (values.figure(JournalField.UNIT_AMOUNT).filter(amount -> amount.signum() != 0).isPresent()) {
            issues.add(JournalField.UNIT_AMOUNT, "ledger.amount-not-allowed", Map.of());
        }
        if (values.figure(JournalField.QUANTITY).filter(quantity -> quantity.signum() < 0).isPresent()) {
            issues.add(JournalField.QUANTITY, "ledger.transfer-quantity-negative", Map.of());
        }
    }
}
