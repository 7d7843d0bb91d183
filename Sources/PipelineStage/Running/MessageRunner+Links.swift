import PipelineRuntime
import StageContracts

extension MessageRunner {
    /// Signs the links of a record anew and writes it, unless it has changed meanwhile: then the message comes again.
    func renewLinks(of stored: StoredRecord, _ log: Logger) -> Disposition {
        let record: Record
        do {
            record = try services.links.renewed(stored)
        } catch {
            log.warn("the links could not be signed", ["detail": .string(error.description)])
            return .retry(after: nil)
        }
        do {
            _ = try services.records.replace(stored, with: record, lease: stored.lease)
        } catch {
            log.warn("the links could not be recorded", ["detail": .string(error.detail)])
            return .retry(after: nil)
        }
        log.info("the links are signed anew", ["outputs": .integer(record.outputs.count)])
        return .done
    }
}
