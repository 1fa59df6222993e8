/**
 * Files that belong to records: kept in the database, checked by what they are and not by what they are called.
 *
 * <p>Lives here: which files are taken, keeping them, and whose they are.
 * <p>Does not live here: who may see or change a record and so its files; whoever knows the record asks for that first.
 */
@NamedInterface
@NullMarked
package org.stockbook.platform.attachments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
