/**
 * Texts, numbers and dates in English, Canadian French and Danish.
 *
 * <p>Lives here: message bundles and formats.
 * <p>Does not live here: the sentences themselves, which are resources.
 */
@NamedInterface
@NullMarked
package org.stockbook.platform.i18n;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
