import Foundation

extension DynamoDBStore {
    /// Puts an item, which must succeed.
    func put(_ item: String, in table: String = "sorted") throws {
        let answer = try call("PutItem", #"{"TableName": "\#(table)", "Item": \#(item)}"#)
        precondition(answer.status == 200, answer.text)
    }
}

extension DynamoDBAnswer {
    /// The values of the attribute `n` of the items, in their order.
    var sortKeys: [String] { values(of: "n", "N") }

    /// The values of an attribute of the items that have it, in their order.
    func values(of attribute: String, _ kind: String) -> [String] {
        let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        let items = object?["Items"] as? [[String: [String: Any]]] ?? []
        return items.compactMap { $0[attribute]?[kind] as? String }
    }
}
