package org.stockbook.documents.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.documents.Centers;
import org.stockbook.documents.Documents;
import org.stockbook.documents.papers.PrintDocument;
import org.stockbook.documents.posted.PostedDocuments;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.platform.security.Permission;
import org.stockbook.web.Paper;
import org.stockbook.web.Papers;
import org.stockbook.web.Problem;

/** Documents as PDF files in the partner's language (spec: ui, section 7). */
@RestController
class PaperEndpoint {
    private final Documents documents;
    private final PostedDocuments posted;
    private final Centers centers;
    private final PrintDocument print;
    private final Papers papers;
    private final DocumentCalls calls;

    PaperEndpoint(Documents documents, PostedDocuments posted, Centers centers, PrintDocument print, Papers papers, DocumentCalls calls) {
        this.documents = documents;
        this.posted = posted;
        this.centers = centers;
        this.print = print;
        this.papers = papers;
        this.calls = calls;
    }

    /** An open document, else the posted one under this number; shown by browsers, and saved under its number. */
    @GetMapping(path = "/api/v1/{collection:(?:purchase|sales|return)[A-Za-z]+}/number:{number}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> pdf(@PathVariable String collection, @PathVariable String number) {
        var name = number.toUpperCase(Locale.ROOT);
        var paper = open(collection, name).or(() -> posted(collection, name)).orElseThrow(() -> missing(collection, number));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(name + ".pdf", StandardCharsets.UTF_8).build().toString())
                .body(papers.pdf(paper));
    }

    private Optional<Paper> open(String collection, String number) {
        return DocumentResource.of(collection).flatMap(resource -> {
            require(resource.read());
            var mine = centers.of(resource.side(), calls.permissions().login());
            return documents.find(DocumentCalls.key(resource, number)).filter(document -> mine.sees(document.particulars())).map(print::open);
        });
    }

    private Optional<Paper> posted(String collection, String number) {
        return PostedResource.of(collection).flatMap(resource -> {
            require(resource.read());
            var mine = centers.of(resource.wording().side(), calls.permissions().login());
            return posted.find(resource.type(), new DocumentNo(number)).filter(document -> mine.sees(document.particulars())).map(print::posted);
        });
    }

    private void require(Permission permission) {
        calls.permissions().require(permission);
    }

    private static Problem missing(String collection, String number) {
        var known = DocumentResource.of(collection).isPresent() || Arrays.stream(PostedResource.values()).anyMatch(kind -> kind.collection().equals(collection));
        return known ? DocumentCalls.missing(collection, number) : Problem.of(404, "api.not-found", Map.of());
    }
}
