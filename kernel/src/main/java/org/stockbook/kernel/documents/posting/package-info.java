/**
 * What posting makes of a purchase or sales document (spec: purchasing, sections 4 to 8; sales, sections 8 to 11).
 *
 * <p>Lives here: the checks of a document, its posting lines in the order of the ledger, progress of its lines, the posted
 * documents, the general ledger side of invoices, undo and corrections.
 * <p>Does not live here: what a posting line does to the books (posting), numbers and storage of documents.
 */
@NullMarked
package org.stockbook.kernel.documents.posting;

import org.jspecify.annotations.NullMarked;
