/**
 * What is gone, for programs that keep a copy of master data and documents.
 *
 * <p>Lives here: the list of deletions.
 * <p>Does not live here: noting them (platform: records, and the database).
 */
@NullMarked
package org.stockbook.documents.web.deletions;

import org.jspecify.annotations.NullMarked;
