import LocalServiceKit
import LocalStore

extension DynamoDB {
    /// Answers up to a hundred items of any tables.
    struct BatchGetItem: ServiceAction {
        /// The most that one answer holds; the keys of the rest come back unprocessed.
        private static let maximumSize = 16 << 20

        struct Input: Decodable {
            var requestItems: [String: KeysAndAttributes]
            var returnConsumedCapacity: CapacityReport?
        }

        struct Output: Encodable {
            var responses: [String: [WireValue]] = [:]
            var unprocessedKeys: [String: KeysAndAttributes] = [:]
            var consumedCapacity: [ConsumedCapacity]?
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            try check(input)
            var output = Output()
            var totals = CapacityTotals(input.returnConsumedCapacity)
            var size = 0
            for (name, wish) in input.requestItems.sorted(by: { $0.key < $1.key }) {
                let table = try database.table(TableName(name), context)
                output.responses[name] = []
                var rest = wish
                rest.keys = []
                let projection = try wish.projection()
                var duplicates = BatchDuplicates(error: .duplicateKeys)
                for key in wish.keys {
                    let place = try table.keys.place(ofKey: key)
                    try duplicates.note(place, in: table)
                    guard size < Self.maximumSize else {
                        rest.keys.append(key)
                        continue
                    }
                    let stored = try database.storedItem(place, in: table)
                    size += stored?.size ?? 0
                    if let stored { output.responses[name]?.append(try stored.answer(projection)) }
                    let units = ConsumedCapacity.reading(
                        stored?.size ?? 0,
                        isConsistent: wish.consistentRead
                    )
                    totals.add(units, of: table)
                }
                if !rest.keys.isEmpty { output.unprocessedKeys[name] = rest }
            }
            output.consumedCapacity = totals.answer
            return output
        }

        private func check(_ input: Input) throws(ServiceError) {
            var constraints: [Constraint] = []
            guard !input.requestItems.isEmpty else {
                throw .validation("The requestItems parameter is required for BatchGetItem")
            }
            for (name, wish) in input.requestItems where wish.keys.isEmpty {
                let member = "requestItems.\(name).member.keys"
                constraints.append(Constraint("[]", at: member, .minimumLength(1)))
            }
            try constraints.requireNone()
            guard input.requestItems.values.reduce(0, { $0 + $1.keys.count }) <= 100 else {
                let name = input.requestItems.max { $0.value.keys.count < $1.value.keys.count }?.key ?? ""
                throw .constraints([
                    Constraint(at: "RequestItems.\(name).member.Keys", .maximumLength(100))
                ])
            }
        }
    }
}
