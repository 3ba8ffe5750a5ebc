package io.quittance.examples.boot;

import static java.util.Objects.requireNonNull;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service, started once for all tests on a port that is free, and asked as any client does. Its state is shared: tests have customers
 * of their own, and where all customers count, a currency of their own.
 */
final class Service {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Service RUNNING = new Service();

    private final ConfigurableApplicationContext context;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final HttpClient client = HttpClient.newHttpClient();

    /** What was answered. */
    record Answer(int status, String type, String text) {
        JsonNode json() {
            return JSON.readTree(text);
        }
    }

    private Service() {
        context = SpringApplication.run(BillingApplication.class, "--server.port=0", "--spring.main.banner-mode=off");
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ((Logger) LoggerFactory.getLogger("io.quittance")).setLevel(Level.TRACE);
        log.start();
        root.addAppender(log);
        root.detachAppender("CONSOLE"); // a test looks at what is logged, and nobody else
    }

    static Service running() {
        return RUNNING;
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    String address() {
        WebServer server = requireNonNull(((WebServerApplicationContext) context).getWebServer(), "a server");
        return "http://127.0.0.1:" + server.getPort();
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is answered to lines that no client of HTTP would send. */
    String raw(String... lines) {
        URI address = URI.create(address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that was logged since the service started, with stack traces. */
    String log() {
        var layout = new PatternLayout();
        layout.setContext((ch.qos.logback.classic.LoggerContext) LoggerFactory.getILoggerFactory());
        layout.setPattern("%level %logger %msg %ex{full}%n");
        layout.start();
        List<ILoggingEvent> events = new ArrayList<>(log.list);
        return events.stream().map(layout::doLayout).collect(Collectors.joining());
    }
}
