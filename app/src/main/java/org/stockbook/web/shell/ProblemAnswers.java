package org.stockbook.web.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.stockbook.platform.rows.RowsRefused;
import org.stockbook.platform.security.PermissionMissing;
import org.stockbook.platform.security.SignInProblems;
import org.stockbook.web.Area;
import org.stockbook.web.Problem;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Everything that goes wrong is answered here: as a problem to programs and scripts, as a page to people; never with a stack trace. */
@Controller
@ControllerAdvice
class ProblemAnswers implements ErrorController, SignInProblems {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

    private final Shells shells;
    private final Templates templates;
    private final ProblemWriter writer;
    private final JsonMapper json;

    ProblemAnswers(Shells shells, Templates templates, ProblemWriter writer, JsonMapper json) {
        this.shells = shells;
        this.templates = templates;
        this.writer = writer;
        this.json = json;
    }

    /** Whoever closes a page that listens for changes wants no answer any more. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void answerNobody(AsyncRequestNotUsableException closed) {
        LOG.debug("A page was closed.", closed);
    }

    @ExceptionHandler
    ResponseEntity<String> answer(Exception failure, HttpServletRequest request) {
        return switch (failure) {
            case Problem problem -> answer(problem.facts(), request);
            case PermissionMissing missing -> answer(permissionMissing(missing), request);
            case AccessDeniedException _ -> answer(facts(403, "api.forbidden", Map.of()), request);
            case RowsRefused refused -> answer(facts(400, refused.code(), refused.parameters()), request);
            case TypeMismatchException unfit -> answer(facts(400, "api.malformed", Map.of("reason", String.valueOf(unfit.getPropertyName()))), request);
            case HttpMessageNotReadableException unreadable -> answer(unreadable(unreadable), request);
            case DataAccessException refused -> answer(DatabaseProblems.facts(refused).orElseGet(() -> internalFacts(refused, request)), request);
            case MaxUploadSizeExceededException _ -> answer(facts(413, "api.too-large", Map.of()), request);
            case ErrorResponse known -> answer(ofStatus(known.getStatusCode().value()), request);
            default -> internal(failure, request);
        };
    }

    /** Names the field that is not known or whose value cannot be read; what is no JSON at all has none. */
    private static Problem.Facts unreadable(HttpMessageNotReadableException body) {
        return switch (body.getCause()) {
            case UnrecognizedPropertyException unknown -> facts(400, "api.unknown-field", Map.of("field", unknown.getPropertyName()));
            case InvalidFormatException unfit when !unfit.getPath().isEmpty() && unfit.getPath().getLast().getPropertyName() instanceof String field ->
                facts(422, "api.value-unreadable", Map.of("field", field, "value", String.valueOf(unfit.getValue())));
            case null, default -> facts(400, "api.malformed", Map.of("reason", "JSON"));
        };
    }

    private Problem.Facts permissionMissing(PermissionMissing missing) {
        return facts(403, "api.permission-missing", Map.of("permission", shells.view().text(missing.permission().key())));
    }

    private ResponseEntity<String> internal(Exception failure, HttpServletRequest request) {
        return answer(internalFacts(failure, request), request);
    }

    private static Problem.Facts internalFacts(Exception failure, HttpServletRequest request) {
        LOG.error("Request {} {} failed (trace {})", request.getMethod(), request.getRequestURI(), Traces.of(request), failure);
        return facts(500, "api.internal", Map.of("traceId", Traces.of(request)));
    }

    /** What the servlet container refuses by itself, such as an unknown address. */
    @RequestMapping("/error")
    ResponseEntity<String> error(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : HttpStatus.NOT_FOUND.value();
        return answer(ofStatus(status), request);
    }

    private static Problem.Facts ofStatus(int status) {
        return switch (status) {
            case 400 -> facts(status, "api.malformed", Map.of("reason", ""));
            case 401 -> facts(status, "api.not-signed-in", Map.of());
            case 403 -> facts(status, "api.forbidden", Map.of());
            case 404 -> facts(status, "api.not-found", Map.of());
            case 405, 406, 415 -> facts(status, "api.not-supported", Map.of());
            case 413 -> facts(status, "api.too-large", Map.of());
            default -> facts(500, "api.internal", Map.of("traceId", ""));
        };
    }

    private static Problem.Facts facts(int status, String code, Map<String, ?> parameters) {
        return new Problem.Facts(status, code, parameters, List.of());
    }

    private ResponseEntity<String> answer(Problem.Facts facts, HttpServletRequest request) {
        var view = shells.view();
        var body = writer.body(facts, view, request);
        if (isForProgram(request)) {
            var answer = ResponseEntity.status(HttpStatusCode.valueOf(facts.status())).contentType(MediaType.APPLICATION_PROBLEM_JSON);
            if (facts.parameters().get("etag") instanceof String version) {
                answer.eTag("\"" + version + "\"");
            }
            return answer.body(json.writeValueAsString(body));
        }
        var title = String.valueOf(body.get("title"));
        return templates.page(facts.status(), "problem", Map.of("shell", shells.of(view, new Shells.Heading(title, Area.HOME, List.of(), "")), "problem", body));
    }

    private static boolean isForProgram(HttpServletRequest request) {
        var asked = Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)).map(Object::toString).orElse(request.getRequestURI());
        var accepted = Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
        return asked.startsWith("/api/") || asked.startsWith("/actuator/") || accepted.contains("json");
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused) throws IOException {
        write(facts(401, "api.not-signed-in", Map.of()), request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused) throws IOException {
        write(facts(403, "api.forbidden", Map.of()), request, response);
    }

    @Override
    public void tooMany(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(facts(429, "api.too-many-requests", Map.of()), request, response);
    }

    private void write(Problem.Facts facts, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var answer = answer(facts, request);
        response.setStatus(facts.status());
        response.setContentType(String.valueOf(answer.getHeaders().getContentType()));
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(String.valueOf(answer.getBody()));
    }
}
