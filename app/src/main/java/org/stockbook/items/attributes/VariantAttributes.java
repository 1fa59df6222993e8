package org.stockbook.items.attributes;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.items.attributes.ItemAttributes.Overwriting;
import org.stockbook.items.attributes.ItemAttributes.Variant;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordEffect;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/** A new variant copies the values of its item; later they may differ until somebody forces them (spec: items, section 10). */
@Component
public class VariantAttributes implements RecordEffect {
    private final ItemAttributes attributes;
    private final Permissions permissions;

    VariantAttributes(ItemAttributes attributes, Permissions permissions) {
        this.attributes = attributes;
        this.permissions = permissions;
    }

    @Override
    public void apply(List<RecordChange> changes) {
        attributes.copyToVariants(changes.stream().filter(RecordChange::isNew)
                .map(change -> new Variant(change.text("itemNumber"), change.text("code"))).toList(), Overwriting.KEEP);
    }

    /**
     * Gives all variants of an item exactly the values that it has.
     *
     * @return how many variants there are
     */
    @Transactional
    public int update(String item) {
        permissions.require(Permission.CHANGE_ITEMS);
        var variants = attributes.variantsOf(item);
        attributes.copyToVariants(variants, Overwriting.REPLACE);
        return variants.size();
    }
}
