import PipelineRuntime
import PipelineStage
import StageContracts

/// Does with an original what its owner asked for, once the pictures are made.
struct RetentionRule {
    let buckets: Buckets
    let clock: any WallClock

    /// Archives or discards the original, and notes what is shown in its place; following the rule twice is the same as
    /// once.
    ///
    /// - Returns: What the record gains; nil where nothing was to be done.
    /// - Throws: A retry where a bucket cannot be reached. What cannot be done at all is a warning.
    func follow(_ job: Job) throws(StageFailure) -> RecordChanges? {
        guard job.record.status == .processed, job.record.original == nil, let key = job.record.source?.key
        else {
            return nil
        }
        let upload = S3Location(bucket: buckets.request, key: key)
        let retention = try job.request.retention
        do throws(AWSError) {
            switch retention {
            case .keep: return try keep(job)
            case .archive: return try archive(upload, job)
            case .discard: return try discard(upload, job)
            }
        } catch {
            return try changes(after: error, job.log)
        }
    }

    private func keep(_ job: Job) throws(AWSError) -> RecordChanges? {
        guard job.record.replacement != nil else { return nil }
        return try retained(.keep, for: job)
    }

    /// Copies, then deletes: after a crash between the two there are two originals, never none.
    ///
    /// Where another request that names the same upload came first, this one's own copy is archived.
    private func archive(_ upload: S3Location, _ job: Job) throws(AWSError) -> RecordChanges {
        let (s3, record) = (job.services.s3, job.record)
        let target = S3Location(bucket: buckets.archive, key: record.archiveKey)
        // What its uploader called it is no more than a claim.
        let type = record.source?.format?.mediaType
        do {
            try s3.copy(upload, to: target, as: type)
        } catch {
            guard error.isNotFound else { throw error }
            if try s3.head(target) == nil {
                guard let key = record.originalCopyKey else { throw error }
                try s3.copy(S3Location(bucket: buckets.preprocessed, key: key), to: target, as: type)
            }
        }
        try s3.delete(upload)
        return try retained(.archive, key: target.key, for: job)
    }

    /// Deletes the original and the copy that shows the same.
    private func discard(_ upload: S3Location, _ job: Job) throws(AWSError) -> RecordChanges {
        if let copy = job.record.preprocessed {
            try job.services.s3.delete(S3Location(bucket: buckets.preprocessed, key: copy.key))
        }
        try job.services.s3.delete(upload)
        return try retained(.discard, for: job)
    }

    private func retained(
        _ retention: Retention,
        key: String? = nil,
        for job: Job
    ) throws(AWSError) -> RecordChanges {
        let original = RetainedOriginal(
            retention: retention,
            key: key,
            replacement: job.record.replacement,
            at: now
        )
        return RecordChanges(original: try job.services.links.linked(original, of: job.record))
    }

    private func changes(after error: AWSError, _ log: Logger) throws(StageFailure) -> RecordChanges {
        if error.isRetryable { throw StageFailure(error) }
        log.error("the original stays where it is", ["detail": "\(error)"])
        let text = "The original could not be moved or deleted as asked."
        return RecordChanges(warnings: [Warning(code: .notRetained, text: text)])
    }

    private var now: Timestamp { Timestamp(clock.now) }
}
