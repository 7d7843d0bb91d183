import CSQLite

/// What an action may do to the state; it exists on the writer's thread only, inside an action.
///
/// All changes of one action become durable together, or not at all. Effects on the world outside (a reply, a
/// wake-up, a timer) are registered here and happen after the commit; those of an action that fails never happen.
package final class Database {
    /// The time at which the action began.
    package internal(set) var now: Timestamp
    /// How far that is ahead of the clocks of those who call: what they say of the future comes so much later.
    package internal(set) var lead = Duration.zero

    /// What happens outside the database once the action is durable, in order.
    struct Effects {
        var callbacks: [@Sendable () -> Void] = []
        var timers: [TimerChange] = []
    }

    let connection: Connection
    var effects = Effects()

    init(connection: Connection, now: Timestamp) {
        self.connection = connection
        self.now = now
    }

    /// Runs a statement and answers the number of rows it inserted, updated or deleted.
    @discardableResult
    package func execute(_ sql: String, _ parameters: SQLValue...) throws(StoreError) -> Int {
        try execute(sql, parameters: parameters)
    }

    /// Runs a statement and answers the number of rows it inserted, updated or deleted.
    @discardableResult
    package func execute(_ sql: String, parameters: [SQLValue]) throws(StoreError) -> Int {
        try run(sql, parameters) { _ in }
        return connection.changedRows
    }

    /// All rows of a query.
    package func rows(_ sql: String, _ parameters: SQLValue...) throws(StoreError) -> [Row] {
        try rows(sql, parameters: parameters)
    }

    /// All rows of a query.
    package func rows(_ sql: String, parameters: [SQLValue]) throws(StoreError) -> [Row] {
        var rows: [Row] = []
        try run(sql, parameters) { rows.append($0) }
        return rows
    }

    /// The first row of a query; nil where there is none.
    package func row(_ sql: String, _ parameters: SQLValue...) throws(StoreError) -> Row? {
        try rows(sql, parameters: parameters).first
    }

    /// The row id that the last insert got.
    package var lastInsertedRowID: Int { connection.lastInsertedRowID }

    /// Has `effect` called on the writer's thread once this action is durable.
    package func afterCommit(_ effect: @escaping @Sendable () -> Void) {
        effects.callbacks.append(effect)
    }

    /// Has `action` run at `moment`, once this action is durable; an earlier timer of that key is replaced.
    package func schedule(
        at moment: Timestamp,
        key: String,
        action: @escaping @Sendable (Database) throws -> Void
    ) {
        effects.timers.append(.set(key: key, at: moment, action: action))
    }

    /// Forgets the timer of that key, once this action is durable.
    package func cancelTimer(key: String) {
        effects.timers.append(.cancel(key: key))
    }

    private func run(
        _ sql: String,
        _ parameters: [SQLValue],
        eachRow: (Row) -> Void
    ) throws(StoreError) {
        let code = try connection.statement(sql).run(parameters, eachRow: eachRow)
        guard code == SQLITE_DONE else { throw connection.failure(code, sql) }
    }
}
