import LocalJSON
import LocalServiceKit
import LocalStore

extension DynamoDB {
    /// Writes up to a hundred items, all of them or none.
    struct TransactWriteItems: ServiceAction {
        /// The most that all items of a transaction may have together, in bytes.
        private static let maximumSize = 4 << 20

        struct Message: Decodable {
            var transactItems: [TransactionPart]
            var clientRequestToken: String?
            var returnConsumedCapacity: CapacityReport?
        }

        struct Input: Decodable {
            let message: Message
            /// What tells this transaction from others of the same token.
            let digest: String

            init(from decoder: any Decoder) throws {
                message = try Message(from: decoder)
                digest = Digest.sha256.of(JSONWriter.write(WireDecoder.reading(decoder).value)).hexadecimal
            }
        }

        struct Output: Encodable {
            var consumedCapacity: [ConsumedCapacity]?
        }

        /// One write with its place and what it makes of the item there.
        private struct Step {
            let table: Table
            let place: ItemKey
            let write: ItemWrite
            var change: ItemChange?
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let message = input.message
            try message.transactItems.requireTransactionSize()
            var writes: [(table: TableName, write: ItemWrite)] = []
            for part in message.transactItems {
                let request = try part.request()
                writes.append((request.tableName, try request.write()))
            }
            if let token = message.clientRequestToken {
                let isNew = try database.remember(token: token, digest: input.digest, in: context.location)
                guard isNew else { return Output() }
            }
            let steps = try plan(writes, database, context)
            var totals = CapacityTotals(message.returnConsumedCapacity)
            for step in steps {
                guard let change = step.change else { continue }
                if !step.write.isCheck { try database.apply(change, at: step.place, in: step.table) }
                totals.add(2 * ConsumedCapacity.writing(change), of: step.table)
            }
            return Output(consumedCapacity: totals.answer)
        }

        /// What all writes come to, before any of them is done; throws the reasons of those that cannot be done.
        private func plan(
            _ writes: [(table: TableName, write: ItemWrite)],
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> [Step] {
            var duplicates = BatchDuplicates(error: .repeatedItem)
            var steps: [Step] = []
            var reasons: [CancellationReason] = []
            for (name, write) in writes {
                let table = try database.table(name, context)
                do throws(ServiceError) {
                    let place = try write.place(in: table)
                    try duplicates.note(place, in: table)
                    let old = try database.storedItem(place, in: table)?.item()
                    let change = ItemChange(old: old, new: try write.outcome(of: old))
                    steps.append(Step(table: table, place: place, write: write, change: change))
                    reasons.append(.none)
                } catch {
                    guard error.message != duplicates.error.message, let reason = CancellationReason(error)
                    else { throw error }
                    reasons.append(reason)
                }
            }
            guard steps.count == reasons.count else { throw .transactionCancelled(reasons) }
            guard steps.reduce(0, { $0 + ($1.change?.new?.size ?? 0) }) <= Self.maximumSize else {
                throw .validation("The aggregate size of the items in the transaction cannot exceed 4 MB")
            }
            return steps
        }
    }
}
