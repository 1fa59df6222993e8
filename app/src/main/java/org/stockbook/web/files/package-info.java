/**
 * Files of rows from outside: the page where they are handed in, and the address that takes them.
 *
 * <p>Lives here: the protocol and its limits.
 * <p>Does not live here: what becomes of the rows (platform: exchange, records).
 */
@NullMarked
package org.stockbook.web.files;

import org.jspecify.annotations.NullMarked;
