import LocalServiceKit
import LocalStore

extension DynamoDB {
    /// Puts and deletes up to twenty-five items of any tables, without conditions.
    struct BatchWriteItem: ServiceAction {
        struct WriteRequest: Codable {
            struct Put: Codable {
                var item: Item
            }

            struct Delete: Codable {
                var key: Item
            }

            var putRequest: Put?
            var deleteRequest: Delete?
        }

        struct Input: Decodable {
            var requestItems: [String: [WriteRequest]]
            var returnConsumedCapacity: CapacityReport?
        }

        struct Output: Encodable {
            var unprocessedItems: [String: [WriteRequest]] = [:]
            var consumedCapacity: [ConsumedCapacity]?
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            try check(input)
            var totals = CapacityTotals(input.returnConsumedCapacity)
            var duplicates = BatchDuplicates(error: .duplicateKeys)
            for (name, requests) in input.requestItems.sorted(by: { $0.key < $1.key }) {
                let table = try database.table(TableName(name), context)
                for request in requests {
                    let write = try write(request)
                    try duplicates.note(place(of: write, in: table), in: table)
                    let wantsOld = input.returnConsumedCapacity != nil
                    let change = try database.perform(write, in: table, readsOldItem: wantsOld)
                    totals.add(ConsumedCapacity.writing(change), of: table)
                }
            }
            return Output(consumedCapacity: totals.answer)
        }

        private func check(_ input: Input) throws(ServiceError) {
            guard !input.requestItems.isEmpty else {
                throw .validation("The requestItems parameter is required for BatchWriteItem")
            }
            guard input.requestItems.values.allSatisfy({ !$0.isEmpty }) else {
                throw .validation("The batch write request list for a table cannot be null or empty")
            }
            guard input.requestItems.values.reduce(0, { $0 + $1.count }) <= 25 else {
                throw .constraints([
                    Constraint(shown(input), at: "requestItems", .mapValueLength(1...25))
                ])
            }
        }

        /// The requests as error texts show them.
        private func shown(_ input: Input) -> String {
            let tables = input.requestItems.sorted { $0.key < $1.key }.map { name, requests in
                let kinds = requests.map { $0.putRequest == nil ? "DeleteRequest" : "PutRequest" }
                return "\(name)=[\(kinds.map { "WriteRequest(\($0))" }.joined(separator: ", "))]"
            }
            return "{\(tables.joined(separator: ", "))}"
        }

        private func write(_ request: WriteRequest) throws(ServiceError) -> ItemWrite {
            let effect: ItemWrite.Effect
            switch (request.putRequest, request.deleteRequest) {
            case (let put?, nil):
                try put.item.requireStorable()
                effect = .put(put.item)
            case (nil, let delete?): effect = .delete(key: delete.key)
            default:
                throw .validation(
                    "Supplied AttributeValue has more than one datatypes set, "
                        + "must contain exactly one of the supported datatypes"
                )
            }
            return ItemWrite(effect: effect, condition: nil, returnsItemOnFailure: false)
        }

        /// The place of a write; batches have one text for all keys that do not fit.
        private func place(of write: ItemWrite, in table: Table) throws(ServiceError) -> ItemKey {
            do throws(ServiceError) {
                return try write.place(in: table)
            } catch {
                let isMisfit = error.message.contains(/Missing the key|Type mismatch for key/)
                throw isMisfit ? .keyMismatch : error
            }
        }
    }
}
