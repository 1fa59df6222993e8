/**
 * The page shell, the navigation, problem responses and the conventions of the API.
 *
 * <p>Lives here: what all pages and endpoints share.
 * <p>Does not live here: any business; the pages of a room live in the room.
 */
@ApplicationModule(allowedDependencies = {"platform :: *"})
@NullMarked
package org.stockbook.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
