/**
 * Master records: a kind of record is declared once, as fields over a table with its rules, and is then listed, created, changed, deleted,
 * imported, audited and described to programs, always in sets.
 *
 * <p>Lives here: what all master records have in common.
 * <p>Does not live here: which records there are and what their rules say; the rooms declare that.
 */
@NamedInterface
@NullMarked
package org.stockbook.platform.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
