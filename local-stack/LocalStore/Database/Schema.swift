/// The tables of one service: the steps that bring an empty or an older file to the present shape.
///
/// A step that was released is never edited; a change of shape is one more step.
package struct Schema: Sendable {
    /// The service's name; each name has its own count of steps.
    package let name: String
    /// SQL scripts; each runs once per database file, in order.
    package let steps: [String]

    /// The tables of the service `name`.
    package init(name: String, steps: [String]) {
        self.name = name
        self.steps = steps
    }

    /// Runs the steps that the file has not seen yet; throws `newerSchema` where it has seen more than there are.
    func apply(to database: Database) throws(StoreError) {
        try database.execute(
            "CREATE TABLE IF NOT EXISTS schema_version (name TEXT PRIMARY KEY, version INTEGER NOT NULL)"
        )
        let row = try database.row("SELECT version FROM schema_version WHERE name = ?", .text(name))
        let version = try row?.integer("version") ?? 0
        guard version <= steps.count else { throw .newerSchema(name: name, version: version) }
        for step in steps[version...] { try database.connection.script(step) }
        try database.execute(
            "INSERT INTO schema_version VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET version = excluded.version",
            .text(name),
            .integer(steps.count)
        )
    }
}
