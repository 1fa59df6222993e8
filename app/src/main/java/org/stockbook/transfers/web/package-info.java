/**
 * Transfer orders as resources of the API, their lists and pages.
 *
 * <p>Lives here: names and shapes on the wire, permissions of each call.
 * <p>Does not live here: any rule.
 */
@NullMarked
package org.stockbook.transfers.web;

import org.jspecify.annotations.NullMarked;
