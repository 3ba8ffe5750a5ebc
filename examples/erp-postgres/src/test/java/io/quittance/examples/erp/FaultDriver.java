package io.quittance.examples.erp;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The driver of PostgreSQL under {@code jdbc:fault:postgresql:}, each of whose statements and commits passes {@link FaultPoints}. Nothing
 * of the example knows it.
 */
public final class FaultDriver implements Driver {
    private static final String PREFIX = "jdbc:fault:";

    static {
        try {
            DriverManager.registerDriver(new FaultDriver());
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** What a call answers. */
    private interface Call {
        Object answer() throws InvocationTargetException, IllegalAccessException;
    }

    static String url(String url) {
        return url.replaceFirst("^jdbc:", PREFIX);
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        return acceptsURL(url)
                ? connection(DriverManager.getConnection(url.replaceFirst(PREFIX, "jdbc:"), info))
                : null;
    }

    private static Connection connection(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                FaultDriver.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "prepareStatement" ->
                        statement(real.prepareStatement(FaultPoints.rewritten((String) args[0])));
                    case "commit" -> passed("commit", () -> method.invoke(real, args));
                    default -> unwrapped(() -> method.invoke(real, args));
                });
    }

    private static PreparedStatement statement(PreparedStatement real) {
        return (PreparedStatement) Proxy.newProxyInstance(
                FaultDriver.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (proxy, method, args) -> method.getName().startsWith("execute")
                        ? passed("statement", () -> method.invoke(real, args))
                        : unwrapped(() -> method.invoke(real, args)));
    }

    private static Object passed(String what, Call call) throws Throwable {
        int point = FaultPoints.before(what);
        Object answer = unwrapped(call);
        FaultPoints.after(point);
        return answer;
    }

    private static Object unwrapped(Call call) throws Throwable {
        try {
            return call.answer();
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(PREFIX);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }
}
