import LocalServiceKit
import LocalStore

extension DynamoDB {
    /// Answers up to a hundred items as they are at one moment.
    struct TransactGetItems: ServiceAction {
        struct Get: Decodable {
            var tableName: TableName
            var key: Item
            var projectionExpression: String?
            var expressionAttributeNames: [String: String]?

            /// What is wanted of the item, as a batch says it.
            var wish: KeysAndAttributes {
                KeysAndAttributes(
                    keys: [key],
                    projectionExpression: projectionExpression,
                    expressionAttributeNames: expressionAttributeNames
                )
            }
        }

        struct Part: Decodable {
            var get: Get
        }

        struct Input: Decodable {
            var transactItems: [Part]
            var returnConsumedCapacity: CapacityReport?
        }

        struct Response: Encodable {
            var item: WireValue?
        }

        struct Output: Encodable {
            var responses: [Response]
            var consumedCapacity: [ConsumedCapacity]?
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            try input.transactItems.requireTransactionSize()
            let gets = input.transactItems.map(\.get)
            var projections: [ProjectionExpression?] = []
            for get in gets { projections.append(try get.wish.projection()) }
            var responses: [Response] = []
            var totals = CapacityTotals(input.returnConsumedCapacity)
            for ((table, place), projection) in zip(try places(of: gets, database, context), projections) {
                let stored = try database.storedItem(place, in: table)
                responses.append(Response(item: try stored?.answer(projection)))
                totals.add(2 * ConsumedCapacity.reading(stored?.size ?? 0, isConsistent: true), of: table)
            }
            return Output(responses: responses, consumedCapacity: totals.answer)
        }

        /// Where the items lie; throws the reasons of those whose keys do not fit.
        private func places(
            of gets: [Get],
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> [(Table, ItemKey)] {
            var duplicates = BatchDuplicates(error: .repeatedItem)
            var places: [(Table, ItemKey)] = []
            var reasons: [CancellationReason] = []
            for get in gets {
                let table = try database.table(get.tableName, context)
                do throws(ServiceError) {
                    places.append((table, try table.keys.place(ofKey: get.key)))
                    reasons.append(.none)
                } catch {
                    guard let reason = CancellationReason(error) else { throw error }
                    reasons.append(reason)
                }
            }
            guard places.count == reasons.count else { throw .transactionCancelled(reasons) }
            for (table, place) in places { try duplicates.note(place, in: table) }
            return places
        }
    }
}
