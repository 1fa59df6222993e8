/**
 * Purchase and sales documents as resources of the API (spec: api, sections 5, 10 and 11).
 *
 * <p>Lives here: names and shapes on the wire, permissions of each call.
 * <p>Does not live here: any rule.
 */
@NullMarked
package org.stockbook.documents.web;

import org.jspecify.annotations.NullMarked;
