/**
 * What a company still has to set up before it can work.
 *
 * <p>Lives here: the question, which rooms answer.
 * <p>Does not live here: what must be set up; the rooms know.
 */
@NamedInterface
@NullMarked
package org.stockbook.platform.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
