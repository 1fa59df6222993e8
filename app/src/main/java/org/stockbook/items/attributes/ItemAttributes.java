package org.stockbook.items.attributes;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stockbook.kernel.items.AttributeName;
import org.stockbook.kernel.items.AttributeType;
import org.stockbook.kernel.items.CategoryChange;
import org.stockbook.kernel.items.CategoryCode;
import org.stockbook.kernel.items.CategoryTree;

/** What the use cases of attributes ask of storage, in sets. */
public interface ItemAttributes {
    /** The attributes of these names, by name in small letters; an unknown one is absent. */
    Map<String, Attribute> named(Collection<String> names);

    /** All attributes, in the order of their names. */
    List<Attribute> all();

    /** Makes values that are not there yet. */
    void keep(Collection<TypedValue> values);

    /** Those of these attributes that have values. */
    Set<String> withValues(Collection<String> names);

    /** Options that may not be given any more. */
    Set<TypedValue> blockedOptions(Collection<Long> attributes);

    /** All categories with the values they set. */
    CategoryTree tree();

    /** The values of items, by item number. */
    Map<String, Map<AttributeName, String>> ofItems(Collection<String> items);

    /** The items of categories, each with its category. */
    Map<String, CategoryCode> itemsOf(Collection<CategoryCode> categories);

    /** Takes attributes away from items and gives them others. */
    void change(Map<String, CategoryChange> byItem);

    /** Gives variants what their items have; what they have themselves stays unless it is to be overwritten. */
    void copyToVariants(Collection<Variant> variants, Overwriting overwriting);

    /** The variants of an item. */
    List<Variant> variantsOf(String item);

    /**
     * A declared attribute.
     *
     * @param unit shown after numbers, empty for none
     */
    record Attribute(long id, AttributeName name, AttributeType type, String unit, boolean blocked) {}

    /** A value as it is kept. */
    record TypedValue(long attribute, AttributeType type, String value) {}

    record Variant(String item, String code) {}

    /** Whether values that are there are replaced. */
    enum Overwriting {
        KEEP,
        REPLACE
    }
}
