import CloudTemplate

/// `items` (one schema for all), `minItems`, `maxItems` and `uniqueItems`.
struct ArrayRule: SchemaRule {
    private static let counts = 0...Int(Int32.max)

    private let items: JSONSchema?
    private let minimumCount: Int?
    private let maximumCount: Int?
    private let isUnique: Bool

    var parts: [JSONSchema] { items.map { [$0] } ?? [] }

    init?(_ reader: PropertyReader) {
        guard ["items", "minItems", "maxItems", "uniqueItems"].contains(where: reader.holds) else {
            return nil
        }
        items = reader.reader("items").map { JSONSchema($0) }
        minimumCount = reader.integer("minItems", in: Self.counts)
        maximumCount = reader.integer("maxItems", in: Self.counts)
        isUnique = reader.boolean("uniqueItems") ?? false
    }

    private var expectation: String { CountText.count(minimumCount, maximumCount, of: "element") }

    func check(_ value: JSONValue, _ check: inout SchemaCheck) {
        guard case .array(let elements) = value else { return }
        let count = elements.count
        if let minimumCount, count < minimumCount {
            check.add(
                .outOfRange,
                "array is too short: must have at least \(minimumCount) elements but instance has \(count) elements",
                text: "\(expectation), not \(count)"
            )
        }
        if let maximumCount, count > maximumCount {
            check.add(
                .tooMany,
                "array is too long: must have at most \(maximumCount) elements but instance has \(count) elements",
                text: "\(expectation), not \(count)"
            )
            return
        }
        if isUnique, Set(elements.map(\.canonicalText)).count < count {
            check.add(
                .duplicate,
                "array must not contain duplicate elements",
                text: "must not name anything twice"
            )
        }
        guard let items else { return }
        for (index, element) in elements.enumerated() { check.check(element, at: String(index), items) }
    }
}
