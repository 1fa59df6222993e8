package org.stockbook.inventory.store;

/** The keys behind the codes of an entry; the partner is 0 where there is none. */
record EntryKeys(long item, long variant, long location, long inventoryGroup, long businessGroup, long productGroup, long partner) {}
