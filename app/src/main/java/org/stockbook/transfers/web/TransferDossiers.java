package org.stockbook.transfers.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.stockbook.documents.calls.DeedWords;
import org.stockbook.documents.dossier.DocumentDeeds;
import org.stockbook.documents.dossier.DocumentDeeds.FileDeed;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.platform.attachments.AttachedTo;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.transfers.PostedTransfers;
import org.stockbook.transfers.TransferOrders;
import org.stockbook.web.CardPage;
import org.stockbook.web.calls.Dossier;
import org.stockbook.web.calls.Dossiers;

/** Files and activity of transfer orders and of what was posted of them. */
@Component
class TransferDossiers implements Dossiers {
    private static final String NUMBER = "number:";
    private static final String PURPOSE = "TRANSFER_ORDER";
    private static final int SHOWN = 50;
    private static final Map<String, String> CALLED = Map.of("location_id", "transferFromCode", "quantity_to_handle", "shipQuantity", "quantity_to_invoice", "receiveQuantity");

    private final TransferOrders orders;
    private final PostedTransfers posted;
    private final DocumentDeeds deeds;
    private final DeedWords words;
    private final Permissions permissions;

    TransferDossiers(TransferOrders orders, PostedTransfers posted, DocumentDeeds deeds, DeedWords words, Permissions permissions) {
        this.orders = orders;
        this.posted = posted;
        this.deeds = deeds;
        this.words = words;
        this.permissions = permissions;
    }

    @Override
    public Optional<Permission> change(String collection) {
        return collection.equals(TransferEndpoint.COLLECTION) || kind(collection).isPresent() ? Optional.of(Permission.CHANGE_TRANSFERS) : Optional.empty();
    }

    private static Optional<PostedKind> kind(String collection) {
        return Arrays.stream(PostedKind.values()).filter(one -> one.collection().equals(collection)).findFirst();
    }

    @Override
    public Optional<Dossier> find(String collection, String address) {
        var number = new DocumentNo(address.substring(NUMBER.length()).toUpperCase(Locale.ROOT));
        var kind = kind(collection);
        if (kind.isEmpty() && !collection.equals(TransferEndpoint.COLLECTION)) {
            return Optional.empty();
        }
        permissions.require(Permission.READ_INVENTORY);
        return kind.isPresent()
                ? posted.find(kind.get().type(), number).map(document -> dossier(document.order(), deeds.posted(document.id()), false))
                : orders.find(number).map(order -> dossier(number, deeds.open(order.id()), true));
    }

    private Dossier dossier(DocumentNo order, AttachedTo files, boolean isOpen) {
        return new Dossier(files, Permission.CHANGE_TRANSFERS, isOpen, file -> deeds.noteFile(PURPOSE, order, new FileDeed(permissions.login(), file.added(), file.fileName())),
                () -> words.of(deeds.last(PURPOSE, order, SHOWN), CALLED, TransferPages.POSTED));
    }

    /** Cards of posted transfers show both. */
    @Configuration(proxyBeanMethods = false)
    static class OfCards {
        @Bean
        CardPage.Filed postedTransfersFiled() {
            return new CardPage.Filed(TransferPages.POSTED, Permission.READ_INVENTORY, key -> {
                var parts = key.split("\\.", 2);
                return Arrays.stream(PostedKind.values()).filter(kind -> parts.length > 1 && kind.singular().equals(parts[0].equals("directTransfer") ? "postedDirectTransfer" : parts[0])).findFirst()
                        .map(kind -> kind.collection() + "/number:" + TransferPages.encoded(parts[1]));
            });
        }
    }
}
