package io.quittance.examples.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** What Tomcat decides before the framework sees a request: which addresses there can be, and how it refuses what is none. */
@Configuration
class TomcatConfiguration implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final String KEPT = EncodedSolidusHandling.PASS_THROUGH.getValue();

    private final JsonMapper json;

    TomcatConfiguration(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(connector -> {
            // an id may have slashes: %2F and %5C stay as they are until the framework has split the address
            connector.setEncodedSolidusHandling(KEPT);
            connector.setEncodedReverseSolidusHandling(KEPT);
        });
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemReports(json)));
    }

    /** In the place of its page of HTML a problem, with nothing of the request. */
    private static final class ProblemReports extends ErrorReportValve {
        private final JsonMapper json;

        private ProblemReports(JsonMapper json) {
            this.json = json;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            HttpStatus status = HttpStatus.resolve(response.getStatus());
            if (status == null
                    || !status.isError()
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                return;
            }
            byte[] problem = json.writeValueAsString(Problems.of(status)).getBytes(StandardCharsets.UTF_8);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setContentLength(problem.length);
            try {
                response.getOutputStream().write(problem);
                response.finishResponse();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write the problem", e);
            }
        }
    }
}
