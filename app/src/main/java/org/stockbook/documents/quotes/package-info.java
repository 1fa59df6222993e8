/**
 * Quotes and what becomes of them.
 *
 * <p>Lives here: orders and invoices made of quotes.
 * <p>Does not live here: editing quotes, which are documents like others.
 */
@NamedInterface("quotes")
@NullMarked
package org.stockbook.documents.quotes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
