/**
 * What a document comes to: discounts, VAT, local currency, unit costs (spec: purchasing, section 2.4).
 *
 * <p>Lives here: amounts of whole lines and of parts to be invoiced, rounded so that pieces sum to their whole.
 * <p>Does not live here: prices lists, posting.
 */
@NullMarked
package org.stockbook.kernel.documents.amounts;

import org.jspecify.annotations.NullMarked;
