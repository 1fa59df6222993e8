/**
 * Typing an open document: what was typed on its header and lines, what master data propose, and keeping it while nobody else does.
 *
 * <p>Lives here: creating, changing, releasing and deleting documents.
 * <p>Does not live here: posting them (the room's root), the prices of their lines (documents.prices).
 */
@NamedInterface("editing")
@NullMarked
package org.stockbook.documents.editing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
