package io.quittance.examples.erp;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL in processes of its own, which can be killed and started again on the same files. */
final class ServerProcess implements AutoCloseable {
    private final Path data;
    private final int port;
    private Process keeper;

    private ServerProcess(Path data, int port, Process keeper) {
        this.data = data;
        this.port = port;
        this.keeper = keeper;
    }

    /** Keeps the server until its input ends. */
    public static void main(String[] args) throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(Path.of(args[0]))
                .setCleanDataDirectory(false)
                .setPort(Integer.parseInt(args[1]))
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .start()) {
            System.out.println("ready on " + server.getPort());
            while (System.in.read() >= 0) {
                // until whoever started this is done, or dead
            }
        }
    }

    static ServerProcess start(Path data) throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        return new ServerProcess(data, port, keeper(data, port));
    }

    private static Process keeper(Path data, int port) throws IOException {
        Process keeper = new ProcessBuilder(Stream.concat(
                                Victim.java(ServerProcess.class), Stream.of(data.toString(), String.valueOf(port)))
                        .toList())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = keeper.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        while (line != null && !line.startsWith("ready")) {
            line = out.readLine();
        }
        if (line == null) {
            throw new IOException("the server does not start");
        }
        return keeper;
    }

    ErpRun database() {
        return new ErpRun("postgres", "jdbc:postgresql://localhost:" + port + "/postgres");
    }

    /** SIGKILL for the postmaster and all that it started: only what is in its files is left. */
    void kill() throws IOException, InterruptedException {
        long postmaster = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0));
        ProcessHandle server = ProcessHandle.of(postmaster).orElseThrow();
        List<ProcessHandle> backends = server.descendants().toList();
        server.destroyForcibly();
        backends.forEach(ProcessHandle::destroyForcibly);
        keeper.destroyForcibly().waitFor();
        // a killed process is there until it is reaped, and a server does not start beside one of its files' last owner
        for (int i = 0; i < 1000 && ProcessHandle.of(postmaster).isPresent(); i++) {
            Thread.sleep(20);
        }
    }

    void restart() throws IOException {
        keeper = keeper(data, port);
    }

    @Override
    public void close() throws IOException {
        keeper.getOutputStream().close();
        keeper.onExit().join();
    }
}
