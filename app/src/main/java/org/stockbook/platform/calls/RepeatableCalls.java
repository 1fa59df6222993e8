package org.stockbook.platform.calls;

import static org.stockbook.platform.database.jooq.Tables.APP_USER;
import static org.stockbook.platform.database.jooq.Tables.IDEMPOTENCY_KEY;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.platform.security.Permissions;

/** Does what a call asks for once, however often it is sent: also when the first answer was lost between commit and caller. */
@Component
public class RepeatableCalls {
    private static final int LONGEST_KEY = 64;

    private final DSLContext database;
    private final Permissions permissions;
    private final TransactionTemplate transaction;

    RepeatableCalls(DSLContext database, Permissions permissions, PlatformTransactionManager transactions) {
        this.database = database;
        this.permissions = permissions;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Runs the effect in a transaction with its answer, or gives the first answer again. A refusal is not kept: it may be sent again.
     *
     * @param key the caller's; empty where there is none, then the effect simply runs
     * @param request what was asked for, to tell another request under the same key
     * @throws CallRefused if the key stands for another request or its first request still runs
     */
    public CallAnswer answer(String key, String request, Supplier<CallAnswer> effect) {
        return Optional.ofNullable(transaction.execute(status -> {
            var answer = key.isEmpty() ? effect.get() : once(key, hash(request), effect);
            if (answer.isRefusal()) {
                status.setRollbackOnly();
            }
            return answer;
        })).orElseThrow();
    }

    /**
     * The answer that a call was given before, for those who have much to prepare before the effect.
     *
     * @throws CallRefused if the key stands for another request
     */
    public Optional<CallAnswer> earlier(String key, String request) {
        return key.isEmpty() ? Optional.empty() : earlier(checked(key), user(), hash(request));
    }

    private Optional<CallAnswer> earlier(String key, long user, String hash) {
        return database.selectFrom(IDEMPOTENCY_KEY).where(IDEMPOTENCY_KEY.USER_ID.eq(user)).and(IDEMPOTENCY_KEY.KEY.eq(key)).fetchOptional().map(first -> {
            if (!first.getRequestHash().equals(hash)) {
                throw new CallRefused(422, "api.idempotency-key-reused");
            }
            return new CallAnswer(first.getResponseStatus(), first.getResponseBody(), true);
        });
    }

    private static String checked(String key) {
        if (key.length() > LONGEST_KEY || key.indexOf('\0') >= 0) {
            throw new CallRefused(400, "api.malformed");
        }
        return key;
    }

    private long user() {
        return database.select(APP_USER.ID).from(APP_USER).where(APP_USER.LOGIN.eq(permissions.login())).fetchOptional(APP_USER.ID).orElse(0L);
    }

    private CallAnswer once(String given, String hash, Supplier<CallAnswer> effect) {
        var key = checked(given);
        var user = user();
        var alone = database.fetchValue("SELECT pg_try_advisory_xact_lock(hashtextextended({0}, {1}))", DSL.val(key), DSL.val(user));
        if (!Boolean.TRUE.equals(alone)) {
            throw new CallRefused(409, "api.idempotency-in-progress");
        }
        var first = earlier(key, user, hash);
        if (first.isPresent()) {
            return first.get();
        }
        var answer = effect.get();
        if (!answer.isRefusal()) {
            database.insertInto(IDEMPOTENCY_KEY, IDEMPOTENCY_KEY.USER_ID, IDEMPOTENCY_KEY.KEY, IDEMPOTENCY_KEY.REQUEST_HASH, IDEMPOTENCY_KEY.RESPONSE_STATUS,
                    IDEMPOTENCY_KEY.RESPONSE_BODY).values(user, key, hash, (short) answer.status(), answer.body()).execute();
        }
        return answer;
    }

    private static String hash(String request) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
