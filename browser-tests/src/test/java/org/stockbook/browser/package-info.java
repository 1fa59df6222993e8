/** The pages as a user sees them, in a real Chromium. */
package org.stockbook.browser;
