/**
 * What of an item is and will be there, as pages and as a resource of the API (spec: ui, section 12; api, section 11).
 *
 * <p>Lives here: the options of the call and the shape of its answer.
 * <p>Does not live here: any figure.
 */
@NullMarked
package org.stockbook.documents.web.availability;

import org.jspecify.annotations.NullMarked;
