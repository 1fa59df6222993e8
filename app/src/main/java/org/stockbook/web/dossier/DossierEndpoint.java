package org.stockbook.web.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.platform.attachments.AttachOutcome;
import org.stockbook.platform.attachments.AttachedFile;
import org.stockbook.platform.attachments.Attachment;
import org.stockbook.platform.attachments.Attachments;
import org.stockbook.platform.identities.Identities;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;
import org.stockbook.web.calls.Dossier;
import org.stockbook.web.calls.Dossiers;

/** Files of records and what was done to them (spec: ui, sections 2.1 and 7). Who does not see the record does not see these either. */
@RestController
class DossierEndpoint {
    private static final String RESOURCE = "attachments";
    private static final String RECORD = "/api/v1/{filed:purchaseOrders|purchaseQuotes|purchaseInvoices|purchaseReturnOrders|purchaseCreditMemos|purchaseReceipts|purchaseReturnShipments|"
            + "salesOrders|salesQuotes|salesInvoices|salesReturnOrders|salesCreditMemos|salesShipments|returnReceipts|transferOrders|transferShipments|transferReceipts|"
            + "postedDirectTransfers}/number:{number}";
    /** What browsers show without running any of it; everything else is saved. */
    private static final Set<String> SHOWN = Set.of("application/pdf", "image/png", "image/jpeg", "image/gif");

    private final ObjectProvider<Dossiers> dossiers;
    private final Attachments attachments;
    private final KeepFiles files;
    private final Permissions permissions;
    private final Identities identities;

    DossierEndpoint(ObjectProvider<Dossiers> dossiers, Attachments attachments, KeepFiles files, Permissions permissions, Identities identities) {
        this.dossiers = dossiers;
        this.attachments = attachments;
        this.files = files;
        this.permissions = permissions;
        this.identities = identities;
    }

    /** A file as programs see it; size in bytes. */
    record FileAnswer(String id, String fileName, String mediaType, int size, String attachedBy, Instant attachedAt) {}

    /** @param changeable files may be added, and those of open records taken away, by who asks */
    record FilesAnswer(List<FileAnswer> value, boolean changeable, boolean removable, long mostBytes) {}

    /** Something that was done; link is a page, empty for none. */
    record DeedAnswer(Instant happenedAt, String login, String text, String link) {}

    record DeedsAnswer(List<DeedAnswer> value) {}

    @GetMapping(path = RECORD + "/attachments", produces = MediaType.APPLICATION_JSON_VALUE)
    FilesAnswer list(@PathVariable String filed, @PathVariable String number) {
        var dossier = find(filed, number);
        var changeable = permissions.has(dossier.change());
        return new FilesAnswer(attachments.of(dossier.record()).stream().map(this::answer).toList(), changeable, changeable && dossier.isOpen(), attachments.most());
    }

    /** The file is the body, whatever it is said to be: what it is is found out. */
    @PostMapping(path = RECORD + "/attachments", consumes = MediaType.ALL_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    FileAnswer add(@PathVariable String filed, @PathVariable String number, @RequestParam(defaultValue = "") String fileName, InputStream body) throws IOException {
        requireChange(filed);
        var dossier = find(filed, number);
        return switch (files.add(dossier, fileName, body.readNBytes(Math.toIntExact(attachments.most()) + 1))) {
            case AttachOutcome.Attached attached -> answer(attached.attachment());
            case AttachOutcome.Empty _ -> throw Problem.of(422, "attachment.empty", Map.of());
            case AttachOutcome.TooLarge large -> throw Problem.of(413, "attachment.too-large", Map.of("megabytes", large.most() / 1_000_000));
            case AttachOutcome.OtherKind other -> throw Problem.of(422, "attachment.kind-not-taken", Map.of("kind", other.mediaType(), "kinds", AttachedFile.KINDS));
        };
    }

    /** Never executed by a browser as anything else than the file it is. */
    @GetMapping(RECORD + "/attachments/{id}/content")
    ResponseEntity<byte[]> content(@PathVariable String filed, @PathVariable String number, @PathVariable String id) {
        var file = attachments.read(find(filed, number).record(), key(id)).orElseThrow(DossierEndpoint::notThere);
        var kind = file.attachment().mediaType();
        var disposition = SHOWN.contains(kind) ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(kind))
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; object-src 'self'; frame-ancestors 'none'")
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.filename(file.attachment().fileName(), StandardCharsets.UTF_8).build().toString())
                .body(file.bytes());
    }

    @DeleteMapping(RECORD + "/attachments/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String filed, @PathVariable String number, @PathVariable String id) {
        requireChange(filed);
        var dossier = find(filed, number);
        if (!dossier.isOpen()) {
            throw Problem.of(409, "attachment.record-posted", Map.of());
        }
        if (files.remove(dossier, key(id)).isEmpty()) {
            throw notThere();
        }
    }

    /** Who did what, the newest first. */
    @GetMapping(path = RECORD + "/activity", produces = MediaType.APPLICATION_JSON_VALUE)
    DeedsAnswer activity(@PathVariable String filed, @PathVariable String number) {
        return new DeedsAnswer(find(filed, number).deeds().get().stream().map(deed -> new DeedAnswer(deed.at(), deed.login(), deed.text(), deed.link())).toList());
    }

    /** The right comes before the question whether there is such a record. */
    private void requireChange(String collection) {
        dossiers.stream().flatMap(known -> known.change(collection).stream()).findFirst().ifPresent(permissions::require);
    }

    private Dossier find(String collection, String number) {
        return dossiers.stream().flatMap(known -> known.find(collection, "number:" + number).stream()).findFirst().orElseThrow(DossierEndpoint::notThere);
    }

    private FileAnswer answer(Attachment file) {
        return new FileAnswer(identities.of(RESOURCE, file.id()), file.fileName(), file.mediaType(), file.size(), file.by(), file.at());
    }

    private long key(String id) {
        return identities.key(RESOURCE, id).orElseThrow(DossierEndpoint::notThere);
    }

    private static Problem notThere() {
        return Problem.of(404, "api.not-found", Map.of());
    }
}
