package org.stockbook.kernel.items;

import java.util.List;
import java.util.Optional;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.PartnerNo;
import org.stockbook.kernel.code.UnitCode;
import org.stockbook.kernel.code.VariantCode;

/** Which item a reference number means, to whom it is said (spec: items, section 6, from reference to item). */
public sealed interface ReferenceChoice {
    record Found(Reference reference) implements ReferenceChoice {}

    /** Several items carry the number; somebody must choose. */
    record Ambiguous(List<Reference> candidates) implements ReferenceChoice {
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    record Unknown() implements ReferenceChoice {}

    /** Whose number it is. */
    enum Kind {
        NONE,
        CUSTOMER,
        VENDOR,
        BAR_CODE;

        boolean isPartners() {
            return this == CUSTOMER || this == VENDOR;
        }
    }

    /**
     * A number by which somebody calls an item.
     *
     * @param partner whose it is, for customers and vendors
     * @param description replaces the item's on the line, empty for none
     */
    record Reference(Kind kind, Optional<PartnerNo> partner, ItemNo item, VariantCode variant, Optional<UnitCode> unit, String description) {}

    /** Who is spoken to: a customer, a vendor or nobody in particular. */
    record Audience(Kind kind, Optional<PartnerNo> partner) {
        public static final Audience ANYBODY = new Audience(Kind.NONE, Optional.empty());
    }

    /** The audience's own reference wins, then those of everybody; never one of another partner. */
    static ReferenceChoice among(List<Reference> candidates, Audience audience) {
        var own = candidates.stream().filter(one -> one.kind().isPartners() && one.kind() == audience.kind() && one.partner().equals(audience.partner())).toList();
        var everybodys = candidates.stream().filter(one -> !one.kind().isPartners()).toList();
        if (own.size() == 1) {
            return new Found(own.getFirst());
        }
        var left = (own.isEmpty() ? everybodys : own).stream().distinct().toList();
        return left.isEmpty() ? new Unknown() : left.size() == 1 || sameThing(left) ? new Found(left.getFirst()) : new Ambiguous(left);
    }

    private static boolean sameThing(List<Reference> references) {
        return references.stream().map(one -> List.of(one.item(), one.variant(), one.unit())).distinct().count() == 1;
    }
}
