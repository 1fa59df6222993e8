package org.stockbook.documents.partners;

import java.util.Collection;
import java.util.Set;

/** Which vendors and customers something else depends on. */
public interface PartnerUse {
    /** Those of the numbers that have entries in a year that is not closed, open entries or documents. */
    Set<String> used(String collection, Collection<String> numbers);
}
