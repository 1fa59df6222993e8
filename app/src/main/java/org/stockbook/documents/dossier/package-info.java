/**
 * What documents keep besides their fields: which row their files belong to, and who did what to them; transfers too.
 *
 * <p>Lives here: deeds as they are kept, and what is asked of storage for them.
 * <p>Does not live here: the files (platform: attachments), words for deeds (web).
 */
@NamedInterface("dossier")
@NullMarked
package org.stockbook.documents.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
