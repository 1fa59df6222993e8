package org.stockbook.inventory.store.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.stockbook.inventory.EditApplications;
import org.stockbook.kernel.code.BusinessGroup;
import org.stockbook.kernel.code.InventoryGroup;
import org.stockbook.kernel.code.ItemChargeNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.platform.database.RoundTrip;

/** The keys of what the entries of some items point to. */
final class LedgerKeys {
    private final Setups setups;
    private final CodeKeys items = new CodeKeys("item");
    private final Map<Long, String> variantCodes = new HashMap<>();
    private final Map<VariantOfItem, Long> variantKeys = new HashMap<>();

    LedgerKeys(Setups setups) {
        this.setups = setups;
    }

    /** The same items and variants, with setups that were read later. */
    LedgerKeys with(Setups later) {
        var keys = new LedgerKeys(later);
        keys.items.addAll(items);
        keys.variantCodes.putAll(variantCodes);
        keys.variantKeys.putAll(variantKeys);
        return keys;
    }

    Set<ItemNo> items() {
        return items.codes().stream().map(ItemNo::new).collect(Collectors.toSet());
    }

    /**
     * Takes the keys of an item and of its variants at some places from others.
     *
     * @return false where one of them, or a location, is not known
     */
    boolean takeOver(LedgerKeys others, ItemNo item, Set<Place> places) {
        var key = others.item(item);
        addItem(key, item);
        for (var place : places) {
            var variant = others.findVariant(key, place.variant());
            if (variant.isEmpty() || setups.locations.find(place.location().code()).isEmpty()) {
                return false;
            }
            addVariant(key, variant.get(), place.variant().code());
        }
        return true;
    }

    /** Whether all items and variants of others have the same keys here. */
    boolean confirms(LedgerKeys others) {
        return others.items().stream().allMatch(item -> findItem(item).equals(others.findItem(item)))
                && others.variantKeys.entrySet().stream()
                        .allMatch(variant -> variant.getKey().code().isEmpty() || variant.getValue().equals(variantKeys.get(variant.getKey())));
    }

    void addItem(long key, ItemNo item) {
        items.add(key, item.code());
    }

    void addVariant(long item, long key, String code) {
        variantCodes.put(key, code);
        variantKeys.put(new VariantOfItem(item, code), key);
    }

    long item(ItemNo item) {
        return items.find(item.code()).orElseThrow(() -> new EditApplications.UnknownItem(item));
    }

    ItemNo item(long key) {
        return new ItemNo(items.code(key));
    }

    Optional<Long> findItem(ItemNo item) {
        return items.find(item.code());
    }

    long location(LocationCode location) {
        return setups.locations.key(location.code());
    }

    long variant(long item, VariantCode variant) {
        return findVariant(item, variant)
                .orElseThrow(() -> new IllegalStateException("no variant " + variant + " of item " + items.code(item)));
    }

    Optional<Long> findVariant(long item, VariantCode variant) {
        return variant.isBlank() ? Optional.of(0L) : Optional.ofNullable(variantKeys.get(new VariantOfItem(item, variant.code())));
    }

    Place place(long variant, long location) {
        var code = variant == 0 ? VariantCode.BLANK : new VariantCode(variantCodes.getOrDefault(variant, ""));
        return new Place(code, new LocationCode(setups.locations.code(location)));
    }

    PostingGroups groups(long inventory, long business, long product) {
        return new PostingGroups(
                new InventoryGroup(setups.inventoryGroups.code(inventory)),
                new BusinessGroup(setups.businessGroups.code(business)),
                new ProductGroup(setups.productGroups.code(product)));
    }

    ItemChargeNo charge(long key) {
        return key == 0 ? ItemChargeNo.BLANK : new ItemChargeNo(setups.charges.code(key));
    }

    long charge(ItemChargeNo charge) {
        return charge.isBlank() ? 0 : setups.charges.key(charge.code());
    }

    /** The keys of an entry of an item at a place. */
    EntryKeys entryKeys(long item, Place place, PostingGroups groups, long partner) {
        return new EntryKeys(
                item,
                variant(item, place.variant()),
                location(place.location()),
                setups.inventoryGroups.key(groups.inventory().code()),
                setups.businessGroups.key(groups.business().code()),
                setups.productGroups.key(groups.product().code()),
                partner);
    }

    private record VariantOfItem(long item, String code) {}

    /** Keys of small tables that hardly ever change; kept between postings. */
    static final class Setups {
        private static final String QUERY = """
                SELECT 'LOCATION', id, code FROM location
                UNION ALL SELECT 'INVENTORY_GROUP', id, code FROM inventory_posting_group
                UNION ALL SELECT 'BUSINESS_GROUP', id, code FROM general_business_group
                UNION ALL SELECT 'PRODUCT_GROUP', id, code FROM general_product_group
                UNION ALL SELECT 'ITEM_CHARGE', id, no FROM item_charge""";

        private final CodeKeys locations = new CodeKeys("location");
        private final CodeKeys inventoryGroups = new CodeKeys("inventory posting group");
        private final CodeKeys businessGroups = new CodeKeys("general business group");
        private final CodeKeys productGroups = new CodeKeys("general product group");
        private final CodeKeys charges = new CodeKeys("item charge");

        /** For whoever reads items before anything of the company is known. */
        static final Setups UNKNOWN = new Setups();

        private Setups() {}

        static Setups read(DSLContext dsl) {
            var setups = new Setups();
            new RoundTrip().query(QUERY, setups::add).run(dsl);
            return setups;
        }

        private void add(ResultSet row) throws SQLException {
            var table = switch (row.getString(1)) {
                case "LOCATION" -> locations;
                case "INVENTORY_GROUP" -> inventoryGroups;
                case "BUSINESS_GROUP" -> businessGroups;
                case "PRODUCT_GROUP" -> productGroups;
                default -> charges;
            };
            table.add(row.getLong(2), row.getString(3));
        }

    }

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

        void addAll(CodeKeys others) {
            keys.putAll(others.keys);
            codes.putAll(others.codes);
        }

        Set<String> codes() {
            return keys.keySet();
        }

        Optional<Long> find(String code) {
            return Optional.ofNullable(keys.get(code));
        }

        /** The key of a code; an unknown one should have been refused long before. */
        long key(String code) {
            return find(code).orElseThrow(() -> new IllegalStateException("no " + table + " " + code));
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
