package io.skillsdk.examples.jdbc;

import io.skillsdk.SkillAction;
import io.skillsdk.SkillException;
import io.skillsdk.SkillParameter;
import io.skillsdk.daemon.SkillDaemon;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Two actions over a database: money is transferred whole, or not at all. */
public final class Accounts implements AutoCloseable {

    /** A transfer; without a giver, money is paid in. */
    public record Transfer(
            @SkillParameter(description = "Who gives; absent for money that is paid in", example = "ada")
            String from,

            @SkillParameter(required = true, description = "Who gets it", example = "grace")
            String to,

            @SkillParameter(required = true, description = "How much", example = "12.50")
            BigDecimal amount) {

        /** Checks what is not a matter of types. */
        public Transfer {
            if (amount.signum() <= 0) {
                throw new IllegalArgumentException("amount must be more than 0.");
            }
        }
    }

    /** Whose balance is asked for. */
    public record Holder(
            @SkillParameter(required = true, description = "The holder of the account", example = "grace")
            String name) {}

    /** A balance. */
    public record Balance(String name, BigDecimal balance) {}

    private final Database database;

    Accounts(Database database) {
        this.database = database;
    }

    @SkillAction(description = "Transfers money, and returns the balance of who gets it")
    @Transactions.Transactional
    public Balance transfer(Transfer transfer) throws SQLException {
        if (transfer.from() == null) {
            add(transfer.to(), transfer.amount());
        } else if (transfer.from().compareTo(transfer.to()) < 0) {
            // all lock the rows in the same order, so that none waits for the other
            take(transfer.from(), transfer.amount());
            add(transfer.to(), transfer.amount());
        } else {
            add(transfer.to(), transfer.amount());
            take(transfer.from(), transfer.amount());
        }
        return new Balance(transfer.to(), balanceOf(transfer.to()));
    }

    @SkillAction(description = "Returns the balance of an account")
    @Transactions.Transactional
    public Balance balance(Holder holder) throws SQLException {
        return new Balance(holder.name(), balanceOf(holder.name()));
    }

    private void take(String name, BigDecimal amount) throws SQLException {
        if (add(name, amount.negate()).signum() < 0) {
            throw SkillException.conflict(name + " has not enough.");
        }
    }

    /** Changes a balance, and returns the new one. What is below zero is not written. */
    private BigDecimal add(String name, BigDecimal amount) throws SQLException {
        BigDecimal before = read(name);
        BigDecimal after = (before == null ? BigDecimal.ZERO : before).add(amount);
        if (after.signum() >= 0) {
            String sql = before == null
                    ? "insert into account (balance, name) values (?, ?)"
                    : "update account set balance = ? where name = ?";
            try (PreparedStatement statement = Transactions.current().prepareStatement(sql)) {
                statement.setBigDecimal(1, after);
                statement.setString(2, name);
                statement.executeUpdate();
            }
        }
        return after;
    }

    private BigDecimal balanceOf(String name) throws SQLException {
        BigDecimal balance = read(name);
        if (balance == null) {
            throw SkillException.notFound("There is no account of " + name + ".");
        }
        return balance;
    }

    /** Reads and locks a row; null when there is none. */
    private BigDecimal read(String name) throws SQLException {
        try (PreparedStatement statement =
                Transactions.current().prepareStatement("select balance from account where name = ? for update")) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getBigDecimal(1) : null;
            }
        }
    }

    /** Closes the pool, after the drain. */
    @Override
    public void close() {
        database.close();
    }

    static SkillDaemon.Builder daemon() {
        Database database = new Database();
        return SkillDaemon.builder()
                .settings("accounts.db", DatabaseSettings.class)
                .action(
                        Accounts.class,
                        settings -> new Accounts(database.open(settings.bind("accounts.db", DatabaseSettings.class))))
                .interceptor(new Transactions(database))
                .readyWhen("database", database::isReachable);
    }

    public static void main(String[] args) {
        daemon().run(args);
    }
}
