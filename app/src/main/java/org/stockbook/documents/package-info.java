/**
 * Documents that are worked off: what purchasing, sales and transfers share. Open documents, posted documents, and posting them.
 *
 * <p>Lives here: keeping documents, posting them together with the ledgers in one transaction, undo, cancellation.
 * <p>Does not live here: vendors (purchasing), customers (sales), routes (transfers), any rule of a document (kernel.documents).
 */
@ApplicationModule(allowedDependencies = {"platform :: *", "web", "web :: calls", "organisation", "finance", "finance :: dimensions", "items", "inventory", "generaljournal"})
@NullMarked
package org.stockbook.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
