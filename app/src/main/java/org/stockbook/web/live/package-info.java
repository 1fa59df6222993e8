/**
 * Open pages learn what others change.
 *
 * <p>Lives here: who looks at which document, and telling them.
 * <p>Does not live here: what has changed, which the page reads itself; versions of documents (documents).
 */
@NullMarked
package org.stockbook.web.live;

import org.jspecify.annotations.NullMarked;
