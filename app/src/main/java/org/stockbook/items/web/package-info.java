/**
 * The pages and endpoints of items.
 *
 * <p>Lives here: declarations of pages, and translation between the API and the use cases.
 * <p>Does not live here: any rule.
 */
@NullMarked
package org.stockbook.items.web;

import org.jspecify.annotations.NullMarked;
