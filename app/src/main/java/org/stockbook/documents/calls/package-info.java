/**
 * What calls on documents of every kind have in common, transfers too: done once however often they are sent, refusals with their places,
 * bodies read strictly, previews in words.
 *
 * <p>Lives here: how requests and answers of documents look on the wire.
 * <p>Does not live here: endpoints (web of each room), any rule.
 */
@NamedInterface("calls")
@NullMarked
package org.stockbook.documents.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
