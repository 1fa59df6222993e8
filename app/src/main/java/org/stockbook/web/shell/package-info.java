/**
 * The frame around every page: rail, top bar, palette, preferences, assets, sign-in and problem answers.
 *
 * <p>Lives here: rendering and the protocol.
 * <p>Does not live here: any page's contents.
 */
@NullMarked
package org.stockbook.web.shell;

import org.jspecify.annotations.NullMarked;
