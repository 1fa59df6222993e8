package org.stockbook.web;

/** Prints papers. */
public interface Papers {
    /** The paper as a PDF file: headings repeat on each page, pages are counted. */
    byte[] pdf(Paper paper);
}
