/**
 * What records keep besides their fields, in the API: their files, and who did what to them.
 *
 * <p>Lives here: the addresses, the protocol and its limits.
 * <p>Does not live here: which records have files (the rooms, see {@link org.stockbook.web.calls.Dossiers}), keeping them (platform: attachments).
 */
@NullMarked
package org.stockbook.web.dossier;

import org.jspecify.annotations.NullMarked;
