import LocalServiceKit
import LocalStore

/// Ends the objects and uploads whose time has come, at every midnight in UTC.
///
/// AWS, "Lifecycle configuration elements": an object ends at the midnight after the day on which it has the rule's age.
struct LifecycleSweep: Sendable {
    let files: ObjectFiles

    private static let timerKey = "s3-lifecycle"
    private static let secondsPerDay = 86_400

    /// Sweeps once now, as midnights may have passed meanwhile, and then at every midnight.
    func start(_ writer: StateWriter) throws(ServiceError) {
        try writer.runAndWait { database throws(ServiceError) in try run(database) }
    }

    private func run(_ database: Database) throws(ServiceError) {
        try sweep(database)
        let midnight = (database.now.seconds / Self.secondsPerDay + 1) * Self.secondsPerDay
        database.schedule(at: Timestamp(seconds: midnight), key: Self.timerKey) { try run($0) }
    }

    private func sweep(_ database: Database) throws(ServiceError) {
        let rows = try database.all(
            "SELECT s3_bucket.*, document FROM s3_setting JOIN s3_bucket ON id = bucket "
                + "WHERE s3_setting.name = 'lifecycle'"
        )
        for row in rows {
            let bucket = try row.value(BucketRecord.init)
            for rule in LifecycleRule.enabled(in: try XMLReader.read(row.value(Row.blob, of: "document"))) {
                try apply(rule, to: bucket, database)
            }
        }
    }

    private func apply(
        _ rule: LifecycleRule,
        to bucket: BucketRecord,
        _ database: Database
    ) throws(ServiceError) {
        if let days = rule.expirationDays {
            let objects = try database.all(
                ObjectRecord.self,
                "SELECT * FROM s3_object WHERE bucket = ? AND modified < ? AND substr(key, 1, length(?3)) = ?3",
                .integer(bucket.id),
                .timestamp(Self.limit(days, database.now)),
                .text(rule.prefix)
            )
            for object in objects { try object.remove(from: database, files) }
        }
        guard let days = rule.abortionDays else { return }
        let limit = Self.limit(days, database.now)
        for upload in try UploadRecord.all(in: bucket, database)
        where upload.begun < limit && upload.key.utf8.starts(with: rule.prefix.utf8) {
            try upload.remove(from: database, files)
        }
    }

    /// What is older ends now: it had the age before the last midnight.
    private static func limit(_ days: Int, _ now: Timestamp) -> Timestamp {
        Timestamp(seconds: (now.seconds / secondsPerDay - days) * secondsPerDay)
    }
}
