package dev.gatekeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.gatekeeper.testing.MemoryFile;
import dev.gatekeeper.testing.Requests;
import dev.gatekeeper.text.UndecidedCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GatekeeperTest {

    static List<Throwable> failures() {
        // A class that the packed jar has left out is such a failure, too.
        return List.of(new IllegalStateException("a"), new StackOverflowError(), new NoClassDefFoundError("a"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatNobodyForesawIsUndecided(Throwable failure) {
        Request request = request(failure);
        for (Outcome<?> outcome : List.of(
                Gatekeeper.judge(request),
                Gatekeeper.prepareApproval(request, Optional.empty()),
                Gatekeeper.checkApproval(request, Optional.empty(), new MemoryFile("jane.sig", "")))) {
            assertThat(outcome)
                    .isEqualTo(new Outcome.Undecided<>(
                            Facts.none(request.run()),
                            UndecidedCode.UNEXPECTED,
                            "something unexpected happened: " + failure,
                            "Report it as a defect of Gatekeeper, with its version and both commits."));
        }
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatIsUndecidedLetsNothingThrough(Throwable failure) {
        assertThat(Gatekeeper.judge(request(failure))).isInstanceOf(Outcome.Undecided.class);
    }

    /** Findings only warn, and the folder breaks whoever looks at it. */
    private static Request request(Throwable failure) {
        Path broken = mock(Path.class);
        when(broken.getFileSystem()).thenThrow(failure);
        return Requests.of(broken).warnOnly(true).request();
    }
}
