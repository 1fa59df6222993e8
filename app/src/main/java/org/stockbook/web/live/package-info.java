/**
 * Open pages learn what others change.
 *
 * <p>Lives here: who watches what, and telling them; who looks at which document.
 * <p>Does not live here: what has changed, which the page reads itself; versions of documents (documents).
 */
@NamedInterface
@NullMarked
package org.stockbook.web.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
