package org.stockbook.journals;

/**
 * What can be decided about a batch.
 *
 * @param series that document numbers are proposed and checked by; empty for none
 * @param postingSeries that document numbers are taken from when posting; empty for none
 * @param reason proposed on new lines; empty for none
 * @param owner login of the user it belongs to; empty for everybody
 */
public record BatchDetails(String description, String series, String postingSeries, String reason, String owner) {}
