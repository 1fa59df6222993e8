/**
 * Calls that bring lines to be posted without a draft (spec: api, section 5.1).
 *
 * <p>Lives here: reading the lines of a call, answering it, and describing both to programs.
 * <p>Does not live here: what lines mean, and posting them.
 */
@NamedInterface
@NullMarked
package org.stockbook.web.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
