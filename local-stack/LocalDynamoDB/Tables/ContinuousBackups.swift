import LocalServiceKit
import LocalStore

/// Whether a table can be brought back to how it was; the local stack remembers the choice and keeps no backups.
struct ContinuousBackups: Encodable, Sendable {
    struct Recovery: Encodable, Sendable {
        var pointInTimeRecoveryStatus: String
        var recoveryPeriodInDays: Int?
        var earliestRestorableDateTime: Double?
        var latestRestorableDateTime: Double?
    }

    var continuousBackupsStatus = "ENABLED"
    var pointInTimeRecoveryDescription: Recovery
}

extension Database {
    /// The table of that name, for actions on backups; throws where there is none.
    func backedUpTable(_ name: TableName, _ context: ActionContext) throws(ServiceError) -> Table {
        guard let table = try existingTable(name, context) else {
            throw ServiceError("TableNotFoundException", "Table not found: \(name.name)")
        }
        return table
    }

    /// What there is to say of a table's backups.
    func continuousBackups(of table: Table) throws(ServiceError) -> ContinuousBackups {
        let row = try first("SELECT recovery_since FROM ddb_table WHERE id = ?", .integer(table.id))
        let since = row?.optionalInteger("recovery_since").map { Timestamp(milliseconds: $0) }
        return ContinuousBackups(
            pointInTimeRecoveryDescription: ContinuousBackups.Recovery(
                pointInTimeRecoveryStatus: since == nil ? "DISABLED" : "ENABLED",
                recoveryPeriodInDays: since.map { _ in 35 },
                earliestRestorableDateTime: since.map { Double($0.milliseconds) / 1000 },
                latestRestorableDateTime: since.map { _ in Double(now.milliseconds) / 1000 }
            )
        )
    }
}
