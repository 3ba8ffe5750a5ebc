package io.quittance.examples.erp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A command in a process of its own, to be killed. It is the command line of the example. */
final class Victim implements AutoCloseable {
    private static final long SECONDS = 120;

    private final Process process;
    private final Path said;

    private Victim(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /** Starts it, on the driver that counts statements. */
    static Victim start(ErpRun erp, String command, String... options) throws IOException {
        Path said = Files.createTempFile("erp", ".out");
        Stream<String> words = Stream.of(erp.throughFaults().onThis(command.split(" ")));
        List<String> java = Stream.concat(java(Erp.class, options), words).toList();
        return new Victim(
                new ProcessBuilder(java)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start(),
                said);
    }

    /** A virtual machine that starts fast. */
    static Stream<String> java(Class<?> main, String... options) {
        return Stream.of(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xshare:auto"),
                        Stream.of(options),
                        Stream.of("-cp", System.getProperty("java.class.path"), main.getName()))
                .flatMap(part -> part);
    }

    /** What it ended with. */
    int status() throws InterruptedException {
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end");
        }
        return process.exitValue();
    }

    /** SIGKILL, once a query of the database counts as much as that, or the process has ended by itself. */
    void killWhen(ErpRun erp, String count, long reached) throws InterruptedException {
        while (process.isAlive() && Long.parseLong(erp.strings(count).get(0)) < reached) {
            Thread.sleep(2);
        }
        process.destroyForcibly();
        status();
    }

    String said() throws IOException {
        return Files.readString(said);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(said);
    }
}
