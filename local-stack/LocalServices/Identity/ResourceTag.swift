/// One tag as SNS and SES list it.
struct ResourceTag: Codable, Sendable {
    var key: String
    var value: String

    /// The tags by their keys; throws where a key is there twice.
    static func dictionary(_ tags: [ResourceTag]) throws(ServiceError) -> [String: String] {
        var dictionary: [String: String] = [:]
        for tag in tags {
            guard dictionary.updateValue(tag.value, forKey: tag.key) == nil else {
                throw .invalidSNSParameter("Duplicated keys are not allowed.")
            }
        }
        return dictionary
    }

    /// The tags in the order of their keys.
    static func list(_ dictionary: [String: String]) -> [ResourceTag] {
        dictionary.sorted { $0.key < $1.key }.map { ResourceTag(key: $0.key, value: $0.value) }
    }
}
