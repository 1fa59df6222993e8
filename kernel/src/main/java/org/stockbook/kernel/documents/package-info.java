/**
 * One document model for purchase and sales: header, lines, what is handled and invoiced of them (spec: purchasing, section 2;
 * sales, section 2).
 *
 * <p>Lives here: kinds of documents, their lines, progress quantities and the rules between them, item charge assignments.
 * <p>Does not live here: amounts (documents.amounts), what posting makes of a document (documents.posting), transfer orders
 * (documents.transfer), anything that stores, numbers or shows a document.
 */
@NullMarked
package org.stockbook.kernel.documents;

import org.jspecify.annotations.NullMarked;
