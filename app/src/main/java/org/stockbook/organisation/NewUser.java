package org.stockbook.organisation;

import org.stockbook.platform.security.PermissionSet;

/**
 * Somebody who may sign in.
 *
 * @param login what is typed to sign in; upper and lower case do not differ
 * @param languageTag en, fr-CA or da
 */
public record NewUser(String login, String displayName, String languageTag, PermissionSet permissionSet) {}
