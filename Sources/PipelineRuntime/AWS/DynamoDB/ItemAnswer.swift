/// The members of the answers that concern one item.
struct ItemAnswer: Decodable, Sendable {
    let item: [String: AttributeValue]?
    let attributes: [String: AttributeValue]?

    private enum CodingKeys: String, CodingKey {
        case item = "Item"
        case attributes = "Attributes"
    }
}
