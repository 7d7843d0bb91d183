import PipelineRuntime
import StageContracts

extension LinkSigner {
    /// A record with new links, for its caller; an original that is kept where it is gets its first.
    func renewed(_ stored: StoredRecord) throws(AWSError) -> Record {
        var record = stored.record
        record.original = original(of: record, try? stored.request.get())
        record = try linked(record, of: stored)
        record.noteChange(at: Timestamp(clock.now))
        return record
    }

    /// A record of the request that is stored, with new links to everything that it names.
    func linked(_ record: Record, of stored: StoredRecord) throws(AWSError) -> Record {
        var record = record
        record.outputs = try record.outputs.map { output throws(AWSError) in try linked(output) }
        record.puzzle = try record.puzzle.map { puzzle throws(AWSError) in try linked(puzzle) }
        record.original = try record.original.map { original throws(AWSError) in
            try linked(original, of: record)
        }
        if record.srcset != nil {
            record.srcset = (try? stored.request.get())?.sourceSet(of: record.outputs)?.text
        }
        return record
    }

    private func original(of record: Record, _ request: ProcessingRequest?) -> RetainedOriginal? {
        if let original = record.original { return original }
        guard request?.retention == .keep, record.source?.key != nil else { return nil }
        let now = Timestamp(clock.now)
        return RetainedOriginal(retention: .keep, replacement: record.replacement, at: now)
    }
}
