package org.stockbook.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No commit that was answered is ever lost, and the next start just works. */
class KilledAtAnyMomentTest {

    private static final int ROUNDS = 5;

    @RegisterExtension
    private final DataFolderFixture data = new DataFolderFixture();

    /** Whom the killed programs run by. */
    enum User {
        OURSELVES(""), NOBODY("65534"), WITHOUT_NAME("48433");

        private final String id;

        User(String id) {
            this.id = id;
        }

        List<String> prefix() {
            return this == OURSELVES
                    ? List.of() : List.of("setpriv", "--reuid=" + id, "--regid=" + id, "--clear-groups");
        }
    }

    /** What is killed together with the program. */
    enum Victim { PROGRAM_ONLY, FIRST_SERVER_PROCESS, ALL_SERVER_PROCESSES }

    private record Case(User user, Victim victim) {}

    static Stream<Case> cases() {
        return Stream.of(new Case(User.OURSELVES, Victim.PROGRAM_ONLY),
                new Case(User.OURSELVES, Victim.FIRST_SERVER_PROCESS),
                new Case(User.OURSELVES, Victim.ALL_SERVER_PROCESSES),
                new Case(User.NOBODY, Victim.FIRST_SERVER_PROCESS),
                new Case(User.NOBODY, Victim.ALL_SERVER_PROCESSES),
                new Case(User.WITHOUT_NAME, Victim.PROGRAM_ONLY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void no_answered_commit_is_lost_and_the_next_start_just_works(Case is) throws IOException, InterruptedException {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var classPath = prepare(is.user());
        var answered = new ArrayList<String>();
        for (int round = 1; round <= ROUNDS; round++) {
            try (var program = OtherProgram.start(is.user().prefix(), classPath, data.folder(), "commit")) {
                program.awaitLines(1);
                Thread.sleep(random.nextInt(400));
                kill(program, is.victim());
                assertThat(program.lines()).as("the program committed in round %d", round).isNotEmpty();
                answered.addAll(program.lines());
            }
            assertThat(new HashSet<>(list(is.user(), classPath)))
                    .as("seed %d, round %d", seed, round).containsAll(answered);
        }
    }

    /** Also while the data is made and while the server starts. */
    @Test
    void a_start_that_is_killed_at_any_moment_is_taken_up_by_the_next() throws IOException, InterruptedException {
        var random = new Random(2_026);
        for (int round = 1; round <= 2 * ROUNDS; round++) {
            try (var program = OtherProgram.start(data.folder(), "commit")) {
                Thread.sleep(random.nextInt(150, 1_200));
                kill(program, random.nextBoolean() ? Victim.PROGRAM_ONLY : Victim.ALL_SERVER_PROCESSES);
            }
        }
        try (var program = OtherProgram.start(data.folder(), "commit")) {
            program.awaitLines(1);
            assertThat(program.lines()).isNotEmpty();
        }
    }

    private String prepare(User user) throws IOException {
        if (user == User.OURSELVES) {
            return System.getProperty("java.class.path");
        }
        assumeTrue(ServerAccount.isRoot(), "only root can become another user");
        Folders.createReadable(data.folder().path());
        var id = Integer.parseInt(user.id);
        Folders.giveTo(data.folder().path(), new UserId(id, id, ""));
        return OtherProgram.readableClassPath(data.parent());
    }

    private List<String> list(User user, String classPath) throws IOException, InterruptedException {
        try (var program = OtherProgram.start(user.prefix(), classPath, data.folder(), "list")) {
            assertThat(program.await()).as("exit code").isZero();
            return program.lines();
        }
    }

    private void kill(OtherProgram program, Victim victim) throws IOException, InterruptedException {
        switch (victim) {
            case PROGRAM_ONLY -> {}
            case FIRST_SERVER_PROCESS -> first().ifPresent(ProcessHandle::destroyForcibly);
            case ALL_SERVER_PROCESSES -> data.cluster().leftOverProcesses().forEach(ProcessHandle::destroyForcibly);
        }
        program.kill();
    }

    private Optional<ProcessHandle> first() throws IOException {
        return Files.exists(data.cluster().path())
                ? data.cluster().runningServer().flatMap(server -> ProcessHandle.of(server.processId()))
                : Optional.empty();
    }
}
