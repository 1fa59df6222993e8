/**
 * What every room stands on and no business: the database connection, security, translations, import and export.
 *
 * <p>Lives here: infrastructure in packages of its own, each a named interface.
 * <p>Does not live here: any business, any page.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.stockbook.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
