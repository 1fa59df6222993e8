/**
 * The pages and endpoints of costs.
 *
 * <p>Lives here: declarations of pages, and translation between the API and the use cases.
 * <p>Does not live here: any rule, any SQL.
 */
@NullMarked
package org.stockbook.costs.web;

import org.jspecify.annotations.NullMarked;
