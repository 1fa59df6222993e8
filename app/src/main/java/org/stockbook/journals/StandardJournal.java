package org.stockbook.journals;

/** Lines that are kept to be taken into batches again and again (spec: journals, section 10). */
public record StandardJournal(JournalKind kind, String code, String description, int lines) {}
