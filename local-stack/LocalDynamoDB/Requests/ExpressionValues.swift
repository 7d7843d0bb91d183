import LocalServiceKit

/// The member `ExpressionAttributeValues`.
struct ExpressionValues: Decodable, Sendable {
    /// The values by their placeholders.
    let values: [String: AttributeValue]

    /// Reads the values; throws `ServiceError` with the placeholder whose value breaks a rule.
    init(from decoder: any Decoder) throws {
        let object = try WireDecoder.reading(decoder).object()
        var values: [String: AttributeValue] = [:]
        for member in object.members {
            do throws(ServiceError) {
                values[member.name] = try AttributeValue(wire: member.value)
            } catch {
                let isNested = error.message == ServiceError.nestedTooDeep.message
                guard error.code == "ValidationException", !isNested else { throw error }
                throw ServiceError.validation(
                    "ExpressionAttributeValues contains invalid value: \(error.message) for key \(member.name)"
                )
            }
        }
        self.values = values
    }
}
