/**
 * What all resources of the API share: reading rows by filter, order and page.
 *
 * <p>Lives here: rendering and the protocol.
 * <p>Does not live here: the resources themselves, which are the declared lists, and any action.
 */
@NullMarked
package org.stockbook.web.api;

import org.jspecify.annotations.NullMarked;
