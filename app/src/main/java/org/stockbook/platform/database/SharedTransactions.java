package org.stockbook.platform.database;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Serves small requests, each all or nothing, with as few transactions as it takes: who comes while others are being served waits a
 * moment, and all that wait together are served in one transaction. So the more callers there are, the less each of them costs.
 * Requests are served in the thread of one of their callers, so only those of the same user come together.
 *
 * @param <Q> a request
 * @param <A> the answer to it
 */
public final class SharedTransactions<Q, A> {
    private static final Logger LOG = LoggerFactory.getLogger(SharedTransactions.class);

    /** So many at most, so that nobody holds what others wait for too long. */
    private static final int MOST_TOGETHER = 16;

    /** A transaction keeps a processor of the program and one of the database busy in turns; more lanes would only make fewer share one. */
    private static final int PROCESSORS_PER_LANE = 2;

    /** As many as came together last time may come together again, if they are given this time to ask. */
    private static final long PATIENCE_NANOSECONDS = 300_000;

    private final TransactionTemplate transactions;
    private final Service<Q, A> service;
    private final Function<Q, Wish> wishes;
    private final List<Lane> lanes;

    /**
     * @param wishes what decides with whom a request is served
     */
    public SharedTransactions(TransactionTemplate transactions, Function<Q, Wish> wishes, Service<Q, A> service) {
        this.transactions = transactions;
        this.service = service;
        this.wishes = wishes;
        var lanes = Math.max(1, Runtime.getRuntime().availableProcessors() / PROCESSORS_PER_LANE);
        this.lanes = Stream.generate(Lane::new).limit(lanes).toList();
    }

    /** Serves requests in the transaction that is running, in their order. */
    @FunctionalInterface
    public interface Service<Q, A> {
        Served<A> serve(List<Q> requests, LockWait wait);
    }

    /**
     * What decides with whom a request is served.
     *
     * @param user who asks
     * @param subject requests about the same subject wait for each other; others may be served at the same time
     * @param small whether it is soon done; others are served at once, by themselves
     */
    public record Wish(String user, Object subject, boolean small) {}

    /** What came of requests that were served together. */
    public sealed interface Served<A> {
        /** One answer for each. */
        record All<A>(List<A> answers) implements Served<A> {
            public All {
                answers = List.copyOf(answers);
            }
        }

        /** One of them is refused: nothing is kept of any. Where there are others, each is served again, by itself; else this is the answer. */
        record Refused<A>(A answer) implements Served<A> {}
    }

    /** Serves a request in a transaction that is not running yet; whatever serving it throws is thrown here. */
    public A serve(Q request) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a transaction is running already");
        }
        var wish = wishes.apply(request);
        return wish.small()
                ? lanes.get(Math.floorMod(wish.subject().hashCode(), lanes.size())).serve(new Ticket<>(request, wish.user()))
                : alone(request);
    }

    private A alone(Q request) {
        return switch (transaction(List.of(request), LockWait.PATIENT, new Commit(() -> {}))) {
            case Served.All<A>(var answers) -> answers.getFirst();
            case Served.Refused<A>(var answer) -> answer;
        };
    }

    /**
     * Answers those who can be answered; the others, or all where it takes too long, are left to themselves. Once the commit has begun it is
     * not known what is kept, so whoever fails then is told, and not served again.
     */
    private void together(List<Ticket<Q, A>> tickets, Runnable committed) {
        var commit = new Commit(committed);
        try {
            switch (transaction(tickets.stream().map(Ticket::request).toList(), LockWait.BRIEF, commit)) {
                case Served.All<A>(var answers) -> {
                    for (var i = 0; i < tickets.size(); i++) {
                        tickets.get(i).answer = Optional.of(answers.get(i));
                    }
                }
                case Served.Refused<A>(var answer) when tickets.size() == 1 -> tickets.getFirst().answer = Optional.of(answer);
                case Served.Refused<A> _ -> {}
            }
        } catch (RuntimeException failure) {
            if (commit.begun) {
                tickets.forEach(ticket -> ticket.failure = Optional.of(failure));
            } else {
                LOG.debug("requests are served one by one", failure);
            }
        }
    }

    private Served<A> transaction(List<Q> requests, LockWait wait, Commit commit) {
        return Optional.ofNullable(transactions.execute(status -> {
            TransactionSynchronizationManager.registerSynchronization(commit);
            var served = service.serve(requests, wait);
            switch (served) {
                case Served.Refused<A> _ -> status.setRollbackOnly();
                case Served.All<A>(var answers) when answers.size() != requests.size() ->
                    throw new IllegalStateException("not every request has an answer");
                case Served.All<A> _ -> {}
            }
            return served;
        })).orElseThrow();
    }

    /** Whether it has come to the commit, and what is to be done after it, before anybody waits for the disk. */
    private static final class Commit implements TransactionSynchronization, Ordered {
        private final Runnable then;
        private boolean begun;

        Commit(Runnable then) {
            this.then = then;
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            begun = true;
        }

        @Override
        public void afterCommit() {
            then.run();
        }
    }

    /** Requests that wait for each other. Whoever is called serves himself and those who may be served with him, and calls the next. */
    private final class Lane {
        private final Queue<Ticket<Q, A>> waiting = new ArrayDeque<>();
        private boolean busy;
        private int lastTogether;

        A serve(Ticket<Q, A> mine) {
            if (isFreeFor(mine) || mine.isCalledToServe()) {
                var leaving = new Leaving();
                var tickets = withOthers(mine);
                try {
                    together(tickets, leaving::leave);
                } finally {
                    leaving.leave();
                    tickets.forEach(Ticket::tell);
                }
            }
            mine.failure.ifPresent(failure -> {
                throw failure;
            });
            return mine.answer.orElseGet(() -> alone(mine.request));
        }

        private synchronized boolean isFreeFor(Ticket<Q, A> mine) {
            if (busy) {
                waiting.add(mine);
                notifyAll();
                return false;
            }
            busy = true;
            return true;
        }

        private synchronized List<Ticket<Q, A>> withOthers(Ticket<Q, A> mine) {
            awaitOthers();
            var tickets = new ArrayList<>(List.of(mine));
            while (tickets.size() < MOST_TOGETHER && !waiting.isEmpty() && waiting.element().user.equals(mine.user)) {
                tickets.add(waiting.remove());
            }
            lastTogether = tickets.size();
            return tickets;
        }

        private void awaitOthers() {
            var until = System.nanoTime() + PATIENCE_NANOSECONDS;
            try {
                for (var left = PATIENCE_NANOSECONDS; left > 0 && waiting.size() + 1 < lastTogether; left = until - System.nanoTime()) {
                    TimeUnit.NANOSECONDS.timedWait(this, left);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        private synchronized void callNext() {
            busy = !waiting.isEmpty();
            if (busy) {
                waiting.remove().callToServe();
            }
        }

        /** The next is called once. */
        private final class Leaving {
            private boolean left;

            void leave() {
                if (!left) {
                    left = true;
                    callNext();
                }
            }
        }
    }

    /** A request and who waits for it. */
    private static final class Ticket<Q, A> {
        private final Q request;
        private final String user;
        private final CountDownLatch called = new CountDownLatch(1);
        private boolean serves;
        private Optional<A> answer = Optional.empty();
        private Optional<RuntimeException> failure = Optional.empty();

        Ticket(Q request, String user) {
            this.request = request;
            this.user = user;
        }

        Q request() {
            return request;
        }

        /** It is this one's turn to serve. */
        void callToServe() {
            serves = true;
            called.countDown();
        }

        /** Somebody else has answered, or it has to be served by itself. */
        void tell() {
            called.countDown();
        }

        /** Waits for either; the latch hands over what the other thread has written. */
        boolean isCalledToServe() {
            var interrupted = false;
            while (called.getCount() > 0) {
                try {
                    called.await();
                } catch (InterruptedException _) {
                    interrupted = true;   // it may be done already, so the answer must come
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            return serves;
        }
    }
}
