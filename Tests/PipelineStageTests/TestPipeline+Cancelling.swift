import PipelineRuntime
import StageContracts

@testable import PipelineStage

extension TestPipeline {
    /// Takes the request back as `DELETE /requests/order-1` does; refused where it has ended.
    @discardableResult
    func cancel() -> Bool {
        var item = cloud.table["order-1"] ?? ["requestId": .object(["S": .string("order-1")])]
        let status = item["status"]?.members?["S"]?.text.flatMap { Status(rawValue: $0) }
        guard status?.isTerminal != true else { return false }
        let now = String(clock.now.millisecondsSince1970)
        item["cancelRequestedAt"] = item["cancelRequestedAt"] ?? .object(["N": .string(now)])
        cloud.table["order-1"] = item
        return true
    }

    /// Takes the request back at the first call of a service at which its record is as wanted.
    func cancel(when isDue: @escaping (Record) -> Bool) {
        var isCancelRequested = false
        cloud.intercept = { [unowned self] (_, _) throws(HTTPError) in
            guard !isCancelRequested, let record = cloud.storedRecord("order-1"), isDue(record) else {
                return nil
            }
            isCancelRequested = cancel()
            return nil
        }
    }
}
