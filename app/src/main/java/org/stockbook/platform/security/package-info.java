/**
 * Who is signed in and what they may do.
 *
 * <p>Lives here: users, permissions and sign-in.
 * <p>Does not live here: what a permission protects; the rooms ask for it.
 */
@NamedInterface
@NullMarked
package org.stockbook.platform.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
