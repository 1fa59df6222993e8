package org.stockbook.generaljournal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stockbook.finance.dimensions.DimensionFinding;
import org.stockbook.finance.dimensions.DimensionSets;
import org.stockbook.finance.dimensions.GlobalDimensions;
import org.stockbook.kernel.code.DimensionCode;
import org.stockbook.kernel.code.DimensionValueCode;
import org.stockbook.kernel.dimension.DefaultDimension;
import org.stockbook.kernel.dimension.DimensionCombination;
import org.stockbook.kernel.dimension.DimensionOwner;
import org.stockbook.kernel.dimension.DimensionRules;
import org.stockbook.kernel.dimension.DimensionValue;
import org.stockbook.kernel.origin.DimensionSetId;

/** The two global dimensions of journal lines: proposed by the account, typed, checked (spec: finance, section 9). */
@Component
class AccountDimensions {
    private final DimensionSets sets;

    AccountDimensions(DimensionSets sets) {
        this.sets = sets;
    }

    /** The sets of lines, and what posting refuses of them. */
    record Sets(Map<DraftLine, DimensionSetId> ids, Map<DraftLine, List<DraftIssue>> found) {
        DimensionSetId of(DraftLine line) {
            return ids.getOrDefault(line, DimensionSetId.EMPTY);
        }

        List<DraftIssue> issues(DraftLine line) {
            return found.getOrDefault(line, List.of());
        }
    }

    Sets of(List<DraftLine> lines) {
        var global = sets.global();
        var book = sets.book();
        var owners = lines.stream().flatMap(AccountDimensions::owner).distinct().toList();
        var defaults = owners.isEmpty() ? Map.<DimensionOwner, List<DefaultDimension>>of() : sets.defaultsOf(owners);
        var combinations = new HashMap<DraftLine, DimensionCombination>();
        var found = new HashMap<DraftLine, List<DraftIssue>>();
        for (var line : lines) {
            var issues = new ArrayList<DraftIssue>();
            var typed = new HashMap<DimensionCode, DimensionValueCode>();
            typed(line, GeneralJournalField.DIMENSION_1, global.first(), typed).ifPresent(issues::add);
            typed(line, GeneralJournalField.DIMENSION_2, global.second(), typed).ifPresent(issues::add);
            var demands = owner(line).flatMap(owner -> defaults.getOrDefault(owner, List.of()).stream()).toList();
            var combination = DimensionRules.propose(DimensionCombination.of(typed), List.of(demands));
            DimensionRules.check(combination, demands, book).stream().findFirst().map(DimensionFinding::of).ifPresent(refused ->
                    issues.add(DraftIssue.of(line, field(refused.dimension(), global), refused.code(), refused.parameters())));
            found.put(line, issues);
            if (combination.values().entrySet().stream().allMatch(value -> book.usable().contains(new DimensionValue(value.getKey(), value.getValue())))) {
                combinations.put(line, combination);
            }
        }
        var ids = combinations.values().stream().allMatch(DimensionCombination::isEmpty)
                ? Map.<DimensionCombination, DimensionSetId>of()
                : sets.setsOf(combinations.values());
        var byLine = new HashMap<DraftLine, DimensionSetId>();
        combinations.forEach((line, combination) -> byLine.put(line, ids.getOrDefault(combination, DimensionSetId.EMPTY)));
        return new Sets(byLine, found);
    }

    private static Stream<DimensionOwner> owner(DraftLine line) {
        var no = line.text(GeneralJournalField.ACCOUNT_NO).toUpperCase(Locale.ROOT);
        if (no.isEmpty()) {
            return Stream.empty();
        }
        var kind = switch (line.text(GeneralJournalField.ACCOUNT_TYPE)) {
            case "vendor" -> DimensionOwner.Kind.VENDOR;
            case "customer" -> DimensionOwner.Kind.CUSTOMER;
            default -> DimensionOwner.Kind.GL_ACCOUNT;
        };
        return Stream.of(new DimensionOwner(kind, no));
    }

    private static Optional<DraftIssue> typed(
            DraftLine line, GeneralJournalField field, Optional<DimensionCode> dimension, Map<DimensionCode, DimensionValueCode> typed) {
        var text = line.text(field).toUpperCase(Locale.ROOT);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (dimension.isEmpty()) {
            return Optional.of(DraftIssue.of(line, field, "finance.dimension-blocked", Map.of("dimension", "", "value", text)));
        }
        typed.put(dimension.get(), new DimensionValueCode(text));
        return Optional.empty();
    }

    private static GeneralJournalField field(DimensionCode dimension, GlobalDimensions global) {
        if (global.first().filter(dimension::equals).isPresent()) {
            return GeneralJournalField.DIMENSION_1;
        }
        return global.second().filter(dimension::equals).isPresent() ? GeneralJournalField.DIMENSION_2 : GeneralJournalField.LINE;
    }
}
