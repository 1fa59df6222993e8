/**
 * Backup and restore of a company: all its rows in one file that any later program can read.
 *
 * <p>Lives here: the file, writing it from one consistent snapshot, reading it into a new database.
 * <p>Does not live here: what the rows mean; the file knows tables and columns only.
 */
@NamedInterface
@NullMarked
package org.stockbook.platform.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
