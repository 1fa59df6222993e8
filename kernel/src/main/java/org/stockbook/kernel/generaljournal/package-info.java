/**
 * The general journal: opening balances, payments, corrections typed by hand, and the application of partner entries against each other
 * (spec: finance, sections 3 to 5).
 *
 * <p>Lives here: what a journal line does to accounts, VAT and partners; when a document balances; what may be reversed.
 * <p>Does not live here: anything about items; numbers of entries; who may post.
 */
@NullMarked
package org.stockbook.kernel.generaljournal;

import org.jspecify.annotations.NullMarked;
