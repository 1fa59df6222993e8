/**
 * Ids of records as programs know them, made of what the database has anyway.
 *
 * <p>Lives here: how an id is made and read, and which record is meant by a number, a code or an id, for many at once.
 * <p>Does not live here: which records there are; the rooms declare that.
 */
@NamedInterface
@NullMarked
package org.stockbook.platform.identities;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
