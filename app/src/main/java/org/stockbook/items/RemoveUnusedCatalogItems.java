package org.stockbook.items;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.platform.records.DeleteRecord;
import org.stockbook.platform.records.RecordOutcome;
import org.stockbook.platform.security.Permissions;

/** Deletes items again that were made from the catalogue for a line that is gone, if nothing else needs them (spec: nonstock, section 2.4). */
@Component
public class RemoveUnusedCatalogItems {
    private final CatalogItems catalog;
    private final DeleteRecord delete;
    private final Permissions permissions;

    RemoveUnusedCatalogItems(CatalogItems catalog, DeleteRecord delete, Permissions permissions) {
        this.catalog = catalog;
        this.delete = delete;
        this.permissions = permissions;
    }

    /**
     * To be called after the lines are deleted, in their transaction.
     *
     * @param items on lines that were marked as taken from the catalogue
     * @return those that are gone; the others stay, silently
     */
    @Transactional
    public List<String> remove(Collection<String> items) {
        var gone = new ArrayList<String>();
        for (var item : catalog.unused(items)) {
            if (permissions.byRightsOfStockbook(() -> delete.delete("items", Map.of("number", item), OptionalLong.empty())) instanceof RecordOutcome.Saved) {
                gone.add(item);
            }
        }
        return gone;
    }
}
