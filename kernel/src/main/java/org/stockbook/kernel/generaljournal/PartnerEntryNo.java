package org.stockbook.kernel.generaljournal;

/** The number of a vendor or customer ledger entry. */
public record PartnerEntryNo(long value) {}
