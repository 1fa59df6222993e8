/**
 * Transfer orders: goods leave one location, travel, and arrive at another (spec: transfer).
 *
 * <p>Lives here: the order, its progress, what shipping and receiving it posts.
 * <p>Does not live here: cost of what moves (posting), numbers and storage of orders.
 */
@NullMarked
package org.stockbook.kernel.documents.transfer;

import org.jspecify.annotations.NullMarked;
