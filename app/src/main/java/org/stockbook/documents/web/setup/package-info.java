/**
 * Pages of what purchases and sales are set up with.
 *
 * <p>Lives here: which setups are shown, and under what addresses.
 * <p>Does not live here: what a setup means, and keeping it.
 */
@NullMarked
package org.stockbook.documents.web.setup;

import org.jspecify.annotations.NullMarked;
