package org.stockbook.web.dossier;

import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.platform.attachments.AttachedFile;

/** Tells programs that files go in and out as they are. */
@Configuration(proxyBeanMethods = false)
class DossierDescription {
    @Bean
    OpenApiCustomizer filesOfRecords() {
        return description -> description.getPaths().forEach((path, item) -> {
            if (path.endsWith("/attachments/{id}/content")) {
                Optional.ofNullable(item.getGet()).map(operation -> operation.getResponses().get("200")).ifPresent(answer -> {
                    var kinds = new Content();
                    AttachedFile.mediaTypes().forEach(kind -> kinds.addMediaType(kind, bytes()));
                    answer.content(kinds);
                });
            }
            if (path.endsWith("/attachments")) {
                Optional.ofNullable(item.getPost()).ifPresent(operation -> operation.requestBody(new RequestBody().required(true).description("The file, at most as large as the list of files says: " + AttachedFile.KINDS)
                        .content(new Content().addMediaType("application/octet-stream", bytes()))));
            }
        });
    }

    private static MediaType bytes() {
        return new MediaType().schema(new StringSchema().format("binary"));
    }
}
