import LocalServiceKit

/// One of the writes of a transaction.
struct TransactionPart: Decodable, Sendable {
    var conditionCheck: ConditionCheck?
    var put: DynamoDB.PutItem.Input?
    var delete: DynamoDB.DeleteItem.Input?
    var update: DynamoDB.UpdateItem.Input?

    /// What the part asks for; throws where it is not exactly one thing.
    func request() throws(ServiceError) -> any ItemWriteRequest {
        let candidates: [(any ItemWriteRequest)?] = [conditionCheck, put, delete, update]
        let requests = candidates.compactMap { $0 }
        guard let request = requests.first, requests.count == 1 else {
            throw .validation("TransactItems can only contain one of Check, Put, Update or Delete")
        }
        return request
    }
}
