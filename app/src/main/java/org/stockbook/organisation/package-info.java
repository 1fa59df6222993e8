/**
 * The company, its locations, number series, responsibility centres and users.
 *
 * <p>Lives here: who and where we are, and how documents are numbered.
 * <p>Does not live here: accounts and posting rules (finance).
 */
@ApplicationModule(allowedDependencies = {"platform :: *", "web"})
@NullMarked
package org.stockbook.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
