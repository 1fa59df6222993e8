/**
 * The journals: draft lines that are typed, checked, previewed and posted to the inventory ledgers.
 *
 * <p>Lives here: what the journals offer to pages, programs and other rooms.
 * <p>Does not live here: the ledgers (inventory), any rule of posting or cost (kernel), counts (counting).
 */
@ApplicationModule(allowedDependencies = {"platform :: *", "web", "web :: calls", "organisation", "finance", "finance :: dimensions", "items", "inventory", "inventory :: shared"})
@NullMarked
package org.stockbook.journals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
