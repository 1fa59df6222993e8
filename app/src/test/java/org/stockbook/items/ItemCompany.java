package org.stockbook.items;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.stockbook.demo.BicycleShop;
import org.stockbook.platform.exchange.SaveRecordSets;
import org.stockbook.platform.records.DeleteRecord;
import org.stockbook.platform.records.FindRecord;
import org.stockbook.platform.records.RecordDraft;
import org.stockbook.platform.records.RecordIssue;
import org.stockbook.platform.records.RecordOutcome;
import org.stockbook.platform.records.SaveRecords;
import org.stockbook.platform.records.SaveRecords.Mode;
import org.stockbook.platform.security.Permissions;

/** The bicycle shop, spoken to as programs do. */
@TestComponent
class ItemCompany {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final SaveRecords save;
    private final DeleteRecord delete;
    private final FindRecord find;
    private final SaveRecordSets sets;
    private final BicycleShop shop;

    @Autowired
    ItemCompany(SaveRecords save, DeleteRecord delete, FindRecord find, SaveRecordSets sets, BicycleShop shop) {
        this.save = save;
        this.delete = delete;
        this.find = find;
        this.sets = sets;
        this.shop = shop;
    }

    /** Master data only, once. */
    void furnish() {
        as(() -> {
            if (shop.booksAreEmpty()) {
                sets.save("standard");
                sets.save("bicycle-shop");
            }
            return true;
        });
    }

    /** With three months of business, once. */
    void trade() {
        as(() -> {
            if (shop.booksAreEmpty()) {
                shop.make(TODAY);
            }
            return true;
        });
    }

    RecordOutcome create(String collection, Map<String, ?> values) {
        return as(() -> save.save(collection, Mode.CREATE, List.of(RecordDraft.of(0, values))));
    }

    RecordOutcome change(String collection, Map<String, Object> address, Map<String, Object> values) {
        return as(() -> save.save(collection, Mode.CHANGE, List.of(new RecordDraft(0, address, OptionalLong.empty(), values))));
    }

    RecordOutcome changeItem(String number, String field, Object value) {
        return change("items", Map.of("number", number), Map.of(field, value));
    }

    RecordOutcome delete(String collection, Map<String, Object> address) {
        return as(() -> delete.delete(collection, address, OptionalLong.empty()));
    }

    /** A field of a record, empty where it is blank. */
    String text(String collection, Map<String, Object> address, String field) {
        return as(() -> find.find(collection, address)).map(row -> row.text(field)).orElse("(none)");
    }

    static List<String> codes(RecordOutcome outcome) {
        return outcome instanceof RecordOutcome.Refused(var issues) ? issues.stream().map(RecordIssue::code).toList() : List.of();
    }

    static <T> T as(Supplier<T> work) {
        return Permissions.asStockbook(work);
    }
}
