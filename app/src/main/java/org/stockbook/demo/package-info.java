/**
 * Companies to try the program with: a bicycle shop, and trade histories that come as files.
 *
 * <p>Lives here: what such a company has, buys and sells, day by day.
 * <p>Does not live here: any rule; everything is made through the use cases that people and programs use.
 */
@ApplicationModule(allowedDependencies = {
    "platform :: *", "organisation", "finance", "items", "inventory", "journals", "documents", "documents :: charges", "documents :: editing", "transfers"})
@NullMarked
package org.stockbook.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
