package org.stockbook.documents.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.stockbook.documents.Centers;
import org.stockbook.documents.DocumentKey;
import org.stockbook.documents.Documents;
import org.stockbook.documents.calls.DeedWords;
import org.stockbook.documents.dossier.DocumentDeeds;
import org.stockbook.documents.dossier.DocumentDeeds.FileDeed;
import org.stockbook.documents.posted.ReadPosted;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.platform.attachments.AttachedTo;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.CardPage;
import org.stockbook.web.calls.Dossier;
import org.stockbook.web.calls.Dossiers;

/** Files and activity of purchase and sales documents, open and posted: for who sees the document. */
@Component
class DocumentDossiers implements Dossiers {
    private static final String NUMBER = "number:";
    private static final int SHOWN = 50;

    private final Documents documents;
    private final ReadPosted posted;
    private final Centers centers;
    private final DocumentDeeds deeds;
    private final DeedWords words;
    private final Permissions permissions;

    DocumentDossiers(Documents documents, ReadPosted posted, Centers centers, DocumentDeeds deeds, DeedWords words, Permissions permissions) {
        this.documents = documents;
        this.posted = posted;
        this.centers = centers;
        this.deeds = deeds;
        this.words = words;
        this.permissions = permissions;
    }

    @Override
    public Optional<Permission> change(String collection) {
        return DocumentResource.of(collection).or(() -> PostedResource.of(collection).map(PostedResource::wording)).map(DocumentResource::change);
    }

    @Override
    public Optional<Dossier> find(String collection, String address) {
        var number = new DocumentNo(address.substring(NUMBER.length()).toUpperCase(Locale.ROOT));
        return open(collection, number).or(() -> posted(collection, number));
    }

    private Optional<Dossier> open(String collection, DocumentNo number) {
        return DocumentResource.of(collection).flatMap(resource -> {
            permissions.require(resource.read());
            var mine = centers.of(resource.side(), permissions.login());
            return documents.find(new DocumentKey(resource.side(), resource.kind(), number)).filter(document -> mine.sees(document.particulars()))
                    .map(document -> dossier(resource, document.key(), deeds.open(document.id()), true));
        });
    }

    /** Invoices and credit memos stay in their collection when they are posted. */
    private Optional<Dossier> posted(String collection, DocumentNo number) {
        return PostedResource.of(collection).flatMap(kind -> {
            permissions.require(kind.read());
            return posted.find(kind.type(), number)
                    .map(document -> dossier(DocumentResource.of(document.from()).orElse(kind.wording()), document.from(), deeds.posted(document.id()), false));
        });
    }

    private Dossier dossier(DocumentResource resource, DocumentKey from, AttachedTo files, boolean isOpen) {
        var called = Map.of("unit_price", resource.price(), "quantity_to_handle", resource.toHandle());
        return new Dossier(files, resource.change(), isOpen, file -> deeds.noteFile(from.purpose(), from.no(), new FileDeed(permissions.login(), file.added(), file.fileName())),
                () -> words.of(deeds.last(from.purpose(), from.no(), SHOWN), called, resource.isPurchase() ? PostedDocumentPages.PURCHASES : PostedDocumentPages.SALES));
    }

    /** Cards of posted documents show both. */
    @Configuration(proxyBeanMethods = false)
    static class OfCards {
        @Bean
        CardPage.Filed postedPurchasesFiled() {
            return new CardPage.Filed(PostedDocumentPages.PURCHASES, Permission.READ_PURCHASING, OfCards::address);
        }

        @Bean
        CardPage.Filed postedSalesFiled() {
            return new CardPage.Filed(PostedDocumentPages.SALES, Permission.READ_SALES, OfCards::address);
        }

        private static Optional<String> address(String key) {
            var parts = key.split("\\.", 2);
            var wanted = parts[0].replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
            return parts.length < 2 ? Optional.empty() : Arrays.stream(DocumentType.values()).filter(type -> type.name().equals(wanted)).findFirst()
                    .flatMap(PostedResource::of).map(kind -> kind.collection() + "/number:" + DocumentPages.encoded(parts[1]));
        }
    }
}
