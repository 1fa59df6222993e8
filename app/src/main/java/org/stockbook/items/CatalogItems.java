package org.stockbook.items;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stockbook.kernel.items.CatalogNumber;

/** What the use cases of the catalogue ask of storage. */
public interface CatalogItems {
    /** A catalogue item, locked until the transaction ends. */
    Optional<CatalogItem> lock(String entry);

    boolean exists(String entry);

    /** The rule by which items made from the catalogue are numbered, and the series of the entries. */
    Setup setup();

    /** Says which item a catalogue item became; made there and then, it is marked as such and its last direct cost is known. */
    void link(CatalogItem catalogItem, String item, boolean made);

    /** Those of these items that were made from the catalogue and stand on nothing any more. */
    Set<String> unused(Collection<String> items);

    /** Catalogue entries of a vendor by the vendor's number for the article. */
    Map<String, Entry> ofVendor(String vendor, Collection<String> vendorItems);

    /** Those of these texts that are units of measure. */
    Set<String> units(Collection<String> codes);

    /** Those pairs of vendor and vendor item number that are taken, with the entry that has them. */
    Map<VendorItem, String> taken(Collection<VendorItem> vendorItems);

    /** An article as its vendor calls it. */
    record VendorItem(String vendor, String number) {}

    /** An entry of a price list that is there already. */
    record Entry(String number, String item) {}

    /**
     * An article that somebody offers.
     *
     * @param names what it is called
     * @param item that it became, empty while it is none
     */
    record CatalogItem(long id, CatalogNumber.Names names, String vendor, String description, String unit, String barCode, BigDecimal negotiatedCost,
            BigDecimal unitPrice, BigDecimal grossWeight, BigDecimal netWeight, String template, String item) {}

    /**
     * How the catalogue is kept.
     *
     * @param entrySeries series of catalogue entries, empty for none
     * @param itemSeries series of items, empty for none
     */
    record Setup(CatalogNumber rule, String entrySeries, String itemSeries) {}

    /** The values of a template of items and the series that it names. */
    record Template(Map<String, String> values, String series) {
        public static final Template NONE = new Template(Map.of(), "");

        public Template {
            values = Map.copyOf(values);
        }
    }

    /** A template; none where the code is unknown. */
    Template template(String code);

    /** The codes of all templates. */
    List<String> templates();
}
