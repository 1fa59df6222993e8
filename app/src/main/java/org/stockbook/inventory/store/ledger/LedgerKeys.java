package org.stockbook.inventory.store.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.stockbook.kernel.code.BusinessGroup;
import org.stockbook.kernel.code.InventoryGroup;
import org.stockbook.kernel.code.ItemChargeNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.PostingGroups;

/** The keys of what the entries of some items point to, as they are in the transaction that is running. */
final class LedgerKeys {
    /** Small tables as a whole, and the variants of the items; one parameter: the numbers of the items. */
    static final String QUERY = """
            SELECT 'LOCATION', id, code, 0 FROM location
            UNION ALL SELECT 'INVENTORY_GROUP', id, code, 0 FROM inventory_posting_group
            UNION ALL SELECT 'BUSINESS_GROUP', id, code, 0 FROM general_business_group
            UNION ALL SELECT 'PRODUCT_GROUP', id, code, 0 FROM general_product_group
            UNION ALL SELECT 'ITEM_CHARGE', id, no, 0 FROM item_charge
            UNION ALL SELECT 'VARIANT', v.id, v.code, v.item_id FROM item_variant v JOIN item i ON i.id = v.item_id
                WHERE i.no = ANY (?::text[])""";

    private final CodeKeys items = new CodeKeys("item");
    private final CodeKeys locations = new CodeKeys("location");
    private final CodeKeys inventoryGroups = new CodeKeys("inventory posting group");
    private final CodeKeys businessGroups = new CodeKeys("general business group");
    private final CodeKeys productGroups = new CodeKeys("general product group");
    private final CodeKeys charges = new CodeKeys("item charge");
    private final Map<Long, String> variantCodes = new HashMap<>();
    private final Map<VariantOfItem, Long> variantKeys = new HashMap<>();

    void read(ResultSet row) throws SQLException {
        var key = row.getLong(2);
        var code = row.getString(3);
        switch (row.getString(1)) {
            case "LOCATION" -> locations.add(key, code);
            case "INVENTORY_GROUP" -> inventoryGroups.add(key, code);
            case "BUSINESS_GROUP" -> businessGroups.add(key, code);
            case "PRODUCT_GROUP" -> productGroups.add(key, code);
            case "ITEM_CHARGE" -> charges.add(key, code);
            default -> addVariant(row.getLong(4), key, code);
        }
    }

    private void addVariant(long item, long key, String code) {
        variantCodes.put(key, code);
        variantKeys.put(new VariantOfItem(item, code), key);
    }

    void addItem(long key, ItemNo item) {
        items.add(key, item.code());
    }

    long item(ItemNo item) {
        return items.key(item.code());
    }

    ItemNo item(long key) {
        return new ItemNo(items.code(key));
    }

    long location(LocationCode location) {
        return locations.key(location.code());
    }

    long variant(long item, VariantCode variant) {
        if (variant.isBlank()) {
            return 0;
        }
        var key = variantKeys.get(new VariantOfItem(item, variant.code()));
        if (key == null) {
            throw new IllegalStateException("no variant " + variant + " of item " + items.code(item));
        }
        return key;
    }

    Place place(long variant, long location) {
        var code = variant == 0 ? VariantCode.BLANK : new VariantCode(variantCodes.getOrDefault(variant, ""));
        return new Place(code, new LocationCode(locations.code(location)));
    }

    PostingGroups groups(long inventory, long business, long product) {
        return new PostingGroups(
                new InventoryGroup(inventoryGroups.code(inventory)),
                new BusinessGroup(businessGroups.code(business)),
                new ProductGroup(productGroups.code(product)));
    }

    ItemChargeNo charge(long key) {
        return key == 0 ? ItemChargeNo.BLANK : new ItemChargeNo(charges.code(key));
    }

    long charge(ItemChargeNo charge) {
        return charge.isBlank() ? 0 : charges.key(charge.code());
    }

    /** The keys of an entry of an item at a place. */
    EntryKeys entryKeys(long item, Place place, PostingGroups groups, long partner) {
        return new EntryKeys(
                item,
                variant(item, place.variant()),
                location(place.location()),
                inventoryGroups.key(groups.inventory().code()),
                businessGroups.key(groups.business().code()),
                productGroups.key(groups.product().code()),
                partner);
    }

    private record VariantOfItem(long item, String code) {}

    /** Codes of one table and their keys, both ways. */
    private static final class CodeKeys {
        private final String table;
        private final Map<String, Long> keys = new HashMap<>();
        private final Map<Long, String> codes = new HashMap<>();

        CodeKeys(String table) {
            this.table = table;
        }

        void add(long key, String code) {
            keys.put(code, key);
            codes.put(key, code);
        }

        /** The key of a code; an unknown one should have been refused long before. */
        long key(String code) {
            var key = keys.get(code);
            if (key == null) {
                throw new IllegalStateException("no " + table + " " + code);
            }
            return key;
        }

        String code(long key) {
            var code = codes.get(key);
            if (code == null) {
                throw new IllegalStateException("no " + table + " with key " + key);
            }
            return code;
        }
    }

    /** The keys behind the codes of an entry; the partner is 0 where there is none. */
    record EntryKeys(long item, long variant, long location, long inventoryGroup, long businessGroup, long productGroup, long partner) {}
}
