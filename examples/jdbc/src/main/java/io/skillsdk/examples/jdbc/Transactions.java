package io.skillsdk.examples.jdbc;

import io.skillsdk.call.ActionInterceptor;
import io.skillsdk.call.InterceptedCall;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.sql.Connection;

/** Gives each action that asks for it a transaction: committed with its result, rolled back with its exception. */
final class Transactions implements ActionInterceptor {

    /** An action that runs in a transaction. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface Transactional {}

    private static final ThreadLocal<Connection> CURRENT = new ThreadLocal<>();

    private final Database database;

    Transactions(Database database) {
        this.database = database;
    }

    /** The connection of the transaction that the calling thread is in. */
    static Connection current() {
        return CURRENT.get();
    }

    @Override
    public Object intercept(InterceptedCall call) throws Exception {
        if (call.annotation(Transactional.class).isEmpty()) {
            return call.proceed();
        }
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            CURRENT.set(connection);
            try {
                Object result = call.proceed();
                connection.commit();
                return result;
            } finally {
                CURRENT.remove();
                connection.rollback(); // of nothing, once it is committed
            }
        }
    }
}
