/**
 * The general journal: opening balances, payments and corrections typed by hand, the application of partner entries, reversals and the
 * closing of a year's income (spec: finance, sections 3 to 7).
 *
 * <p>Lives here: drafts of journal lines, what posting needs to know of accounts and partners, writing what the rules return.
 * <p>Does not live here: the rules (kernel), the chart of accounts and its setups (finance), invoices (documents).
 */
@ApplicationModule(allowedDependencies = {"platform :: *", "web", "web :: calls", "organisation", "finance", "finance :: dimensions"})
@NullMarked
package org.stockbook.generaljournal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
