package org.stockbook.items.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.stockbook.items.CatalogItems;
import org.stockbook.platform.records.RecordDraft;
import org.stockbook.platform.records.RecordIssue;
import org.stockbook.platform.records.RecordOutcome;
import org.stockbook.platform.records.SaveRecords;
import org.stockbook.platform.records.SaveRecords.Mode;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/**
 * Takes over a vendor's price list: new articles are added, known ones get their new costs and prices, and those that are items already are
 * reported or, if asked for, passed on to their items as far as these allow it (spec: nonstock, section 2.5).
 */
@Component
public class ImportPriceList {
    private final CatalogItems catalog;
    private final SaveRecords save;
    private final Permissions permissions;

    ImportPriceList(CatalogItems catalog, SaveRecords save, Permissions permissions) {
        this.catalog = catalog;
        this.save = save;
        this.permissions = permissions;
    }

    /**
     * A price list.
     *
     * @param rows values by field of a catalogue item; each names its {@code vendorItemNumber}
     */
    public record PriceList(String vendor, List<Map<String, String>> rows, Converted converted) {
        public PriceList {
            rows = List.copyOf(rows);
        }
    }

    /** What becomes of articles that are items already. */
    public enum Converted {
        REPORT,
        UPDATE_ITEM
    }

    /** What became of a row. */
    public enum What {
        CREATED,
        UPDATED,
        ITEM_UPDATED,
        REFUSED
    }

    /**
     * The result of one row.
     *
     * @param row counted from 0
     */
    public record Result(int row, What what, String entry, List<RecordIssue> issues) {
        public Result {
            issues = List.copyOf(issues);
        }
    }

    /** Each row on its own. */
    public List<Result> take(PriceList list) {
        permissions.require(Permission.CHANGE_ITEMS);
        var known = catalog.ofVendor(list.vendor(), list.rows().stream().map(row -> row.getOrDefault("vendorItemNumber", "").strip()).toList());
        var results = new ArrayList<Result>();
        for (int row = 0; row < list.rows().size(); row++) {
            var values = list.rows().get(row);
            var entry = Optional.ofNullable(known.get(values.getOrDefault("vendorItemNumber", "").strip()));
            results.add(entry.isPresent() && !entry.get().item().isEmpty() ? converted(row, list, entry.get()) : kept(row, list.vendor(), values, entry.map(CatalogItems.Entry::number)));
        }
        return results;
    }

    private Result kept(int row, String vendor, Map<String, String> values, Optional<String> entry) {
        var given = new LinkedHashMap<String, Object>(values);
        given.put("vendorNumber", vendor);
        if (values.getOrDefault("vendorItemNumber", "").isBlank()) {
            return new Result(row, What.REFUSED, "", List.of(new RecordIssue(row, "vendorItemNumber", "common.field-required", Map.of("field", "vendorItemNumber"))));
        }
        var outcome = entry.isEmpty()
                ? save.save("catalogItems", Mode.CREATE, List.of(RecordDraft.of(row, given)))
                : save.save("catalogItems", Mode.CHANGE, List.of(new RecordDraft(row, Map.of("number", entry.get()), OptionalLong.empty(), given)));
        return result(row, entry.isEmpty() ? What.CREATED : What.UPDATED, outcome, entry.orElse(""));
    }

    private Result converted(int row, PriceList list, CatalogItems.Entry entry) {
        if (list.converted() == Converted.REPORT) {
            return new Result(row, What.REFUSED, entry.number(), List.of(new RecordIssue(row, "", "nonstock.already-converted", Map.of("entry", entry.number()))));
        }
        var values = new LinkedHashMap<String, Object>();
        Optional.ofNullable(list.rows().get(row).get("negotiatedCost")).filter(text -> !text.isBlank()).ifPresent(cost -> values.put("unitCost", cost));
        Optional.ofNullable(list.rows().get(row).get("unitPrice")).filter(text -> !text.isBlank()).ifPresent(price -> values.put("unitPrice", price));
        return result(row, What.ITEM_UPDATED, save.save("items", Mode.CHANGE, List.of(new RecordDraft(row, Map.of("number", entry.item()), OptionalLong.empty(), values))), entry.number());
    }

    private static Result result(int row, What what, RecordOutcome outcome, String entry) {
        return switch (outcome) {
            case RecordOutcome.Saved saved -> new Result(row, what, entry.isEmpty() ? saved.rows().getFirst().text("number") : entry, List.of());
            case RecordOutcome.Refused(var issues) -> new Result(row, What.REFUSED, entry, issues);
            case RecordOutcome.NotThere _, RecordOutcome.ChangedByAnother _ ->
                new Result(row, What.REFUSED, entry, List.of(new RecordIssue(row, "", "common.changed-by-another", Map.of("version", ""))));
        };
    }
}
