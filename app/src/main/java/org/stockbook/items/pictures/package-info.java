/**
 * Pictures of items: read, drawn anew without anything but the picture, and made small.
 *
 * <p>Lives here: what may be uploaded and what is kept of it.
 * <p>Does not live here: SQL, HTTP.
 */
@NullMarked
package org.stockbook.items.pictures;

import org.jspecify.annotations.NullMarked;
