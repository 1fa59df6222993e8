package org.stockbook.commandline;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the program. */
final class ProgramVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var version = Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion());
        return new String[] {"Stockbook " + version.orElse("(built from source)"), "Java " + Runtime.version()};
    }
}
