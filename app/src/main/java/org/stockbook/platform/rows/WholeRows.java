package org.stockbook.platform.rows;

/** Rows of master records that hold every field of the record beside the columns of their list, so that nobody has to join them. */
public interface WholeRows extends RowSource {}
