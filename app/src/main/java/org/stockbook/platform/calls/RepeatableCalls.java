package org.stockbook.platform.calls;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.platform.database.ArrayText;
import org.stockbook.platform.database.RoundTrip;
import org.stockbook.platform.security.Permissions;

/** Does what a call asks for once, however often it is sent: also when the first answer was lost between commit and caller. */
@Component
public class RepeatableCalls {
    private static final int LONGEST_KEY = 64;

    private static final String OF_USER = "(SELECT coalesce((SELECT id FROM app_user WHERE login = ?), 0) AS id) AS u";
    private static final String TAKE = """
            SELECT k.key FROM unnest(?::text[]) AS k (key), %s WHERE pg_try_advisory_xact_lock(hashtextextended(k.key, u.id))""".formatted(OF_USER);
    private static final String EARLIER = """
            SELECT i.key, i.request_hash, i.response_status, i.response_body
            FROM unnest(?::text[]) AS k (key), %s, idempotency_key i WHERE i.user_id = u.id AND i.key = k.key""".formatted(OF_USER);
    private static final String KEEP = """
            INSERT INTO idempotency_key (user_id, key, request_hash, response_status, response_body)
            SELECT u.id, k.key, k.hash, k.status, k.body
            FROM unnest(?::text[], ?::text[], ?::smallint[], ?::text[]) AS k (key, hash, status, body), %s""".formatted(OF_USER);

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
            var answer = key.isEmpty() ? effect.get() : once(key, request, effect);
            if (answer.isRefusal()) {
                status.setRollbackOnly();
            }
            return answer;
        })).orElseThrow();
    }

    /** Finds out what an effect would answer with; nothing of it stays. */
    public <T> T tried(Supplier<T> effect) {
        return Optional.ofNullable(transaction.execute(status -> {
            status.setRollbackOnly();
            return effect.get();
        })).orElseThrow();
    }

    private CallAnswer once(String key, String request, Supplier<CallAnswer> effect) {
        var calls = List.of(new Call(key, request));
        var first = take(calls).getFirst();
        if (first.isPresent()) {
            return first.get();
        }
        var answer = effect.get();
        if (!answer.isRefusal()) {
            keep(calls, List.of(answer));
        }
        return answer;
    }

    /**
     * The answer that a call was given before, for those who have much to prepare before the effect.
     *
     * @throws CallRefused if the key stands for another request
     */
    public Optional<CallAnswer> earlier(String key, String request) {
        if (key.isEmpty()) {
            return Optional.empty();
        }
        var calls = List.of(new Call(key, request));
        return earlier(calls, _ -> {}).getFirst();
    }

    /**
     * A call of the acting user.
     *
     * @param key empty where it will not be sent again
     * @param request what is asked for, to tell another request under the same key
     */
    public record Call(String key, String request) {}

    /**
     * Takes the keys of calls until the transaction that is running ends.
     *
     * @return for each call the answer that it was given before, if it was
     * @throws CallRefused if a key stands for another request, is used by two of the calls, or its first request still runs
     */
    public List<Optional<CallAnswer>> take(List<Call> calls) {
        var keys = calls.stream().map(Call::key).filter(key -> !key.isEmpty()).toList();
        var free = new HashSet<String>();
        var first = earlier(calls, trip -> trip.query(TAKE, row -> free.add(row.getString(1)), ArrayText.ofTexts(keys), permissions.login()));
        if (free.size() < keys.size()) {
            throw new CallRefused(409, "api.idempotency-in-progress");
        }
        return first;
    }

    /** The locks come with a statement of their own, so that the next one sees what those who held them before have written. */
    private List<Optional<CallAnswer>> earlier(List<Call> calls, Consumer<RoundTrip> before) {
        var keys = calls.stream().map(Call::key).filter(key -> !key.isEmpty()).map(RepeatableCalls::checked).toList();
        if (keys.isEmpty()) {
            return calls.stream().map(_ -> Optional.<CallAnswer>empty()).toList();
        }
        var first = new HashMap<String, First>();
        var trip = new RoundTrip();
        before.accept(trip);
        trip.query(EARLIER, row -> first.put(row.getString(1), new First(row.getString(2), new CallAnswer(row.getInt(3), row.getString(4), true))),
                ArrayText.ofTexts(keys), permissions.login());
        trip.run(database);
        return calls.stream().map(call -> Optional.ofNullable(first.get(call.key())).map(found -> found.to(call))).toList();
    }

    /** Keeps the answers of calls whose keys were taken, in the transaction that is running. */
    public void keep(List<Call> calls, List<CallAnswer> answers) {
        var kept = IntStream.range(0, calls.size()).filter(i -> !calls.get(i).key().isEmpty()).boxed().toList();
        if (!kept.isEmpty()) {
            new RoundTrip().update(
                    KEEP,
                    ArrayText.ofTexts(kept, i -> calls.get(i).key()),
                    ArrayText.ofTexts(kept, i -> hash(calls.get(i).request())),
                    ArrayText.ofNumbers(kept, i -> answers.get(i).status()),
                    ArrayText.ofTexts(kept, i -> answers.get(i).body()),
                    permissions.login()).run(database);
        }
    }

    private static String checked(String key) {
        if (key.length() > LONGEST_KEY || key.indexOf('\0') >= 0) {
            throw new CallRefused(400, "api.malformed");
        }
        return key;
    }

    /** What was first asked for under a key, and the answer. */
    private record First(String hash, CallAnswer answer) {
        CallAnswer to(Call call) {
            if (!hash.equals(RepeatableCalls.hash(call.request()))) {
                throw new CallRefused(422, "api.idempotency-key-reused");
            }
            return answer;
        }
    }

    private static String hash(String request) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
