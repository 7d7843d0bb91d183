/// One of the parameters that expressions replaced in 2014, such as `Expected` and `KeyConditions`.
///
/// They are refused, so that no condition is silently left out.
struct LegacyParameter: Codable, Sendable {
    /// Throws `ServiceError`.
    init(from decoder: any Decoder) throws {
        throw ServiceError.validation(
            "The local stack does not take the legacy parameters of DynamoDB (AttributesToGet, AttributeUpdates, "
                + "ConditionalOperator, Expected, KeyConditions, QueryFilter, ScanFilter): use expressions"
        )
    }

    /// Nothing: there is no such value.
    func encode(to encoder: any Encoder) throws {}
}
