/**
 * Vendors, their prices and terms in the browser.
 *
 * <p>Lives here: the declaration of lists and cards.
 * <p>Does not live here: purchase documents (documents), any rule.
 */
@NullMarked
package org.stockbook.purchasing.web;

import org.jspecify.annotations.NullMarked;
