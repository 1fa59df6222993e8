package org.stockbook.web.files;

import static org.stockbook.web.calls.CallDescription.query;

import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.platform.exchange.RowFile;
import org.stockbook.web.calls.CallDescription;
import org.stockbook.web.calls.Shape;

/** Says to programs how a file is handed in and what they are told of it (spec: api, sections 5 and 7). */
@Configuration(proxyBeanMethods = false)
class ImportDescription {
    @Bean
    OpenApiCustomizer importCalls() {
        return description -> {
            var calls = new CallDescription("imports", description.getPaths());
            var taken = new Shape().texts("collection").counts("rows", "created", "changed").flags("dryRun").required("collection", "rows", "created", "changed", "dryRun").closed();
            var begun = new Shape().counts("jobNumber").texts("link").required("jobNumber", "link").closed();
            var operation = CallDescription.repeatable(calls.operation("create", "200", taken))
                    .requestBody(new RequestBody().required(true).content(file()))
                    .addParametersItem(query("collection", "The kind of record, such as items").required(true))
                    .addParametersItem(query("name", "Name of the file, for messages"))
                    .addParametersItem(query("dryRun", "true to check every row and keep nothing"))
                    .addParametersItem(new Parameter().name("Prefer").in("header").required(false).schema(Shape.text())
                            .description("respond-async to be answered with a job at once"));
            Optional.ofNullable(calls.operation("create", "202", begun).getResponses().get("202")).ifPresent(accepted -> operation.getResponses().addApiResponse("202", accepted));
            calls.add(HttpMethod.POST, "", operation);
        };
    }

    private static Content file() {
        var bytes = new MediaType().schema(new Schema<>());
        return new Content().addMediaType(RowFile.CSV, bytes).addMediaType(RowFile.XLSX, bytes).addMediaType("application/octet-stream", bytes);
    }
}
