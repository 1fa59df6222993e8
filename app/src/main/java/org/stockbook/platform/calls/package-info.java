/**
 * Calls that may be sent again: the first answer is kept in the transaction of its effect (spec: api, section 5.2).
 *
 * <p>Lives here: keys of calls and their answers.
 * <p>Does not live here: what a call does.
 */
@NamedInterface
@NullMarked
package org.stockbook.platform.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
