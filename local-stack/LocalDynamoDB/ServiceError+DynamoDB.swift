import LocalServiceKit

extension ServiceError {
    /// A request that breaks a rule of DynamoDB.
    static func validation(_ message: String) -> ServiceError {
        ServiceError("ValidationException", message)
    }

    /// A parameter that breaks a rule, with the beginning that DynamoDB gives most such texts.
    static func invalidParameter(_ message: String) -> ServiceError {
        .validation("One or more parameter values were invalid: " + message)
    }

    /// A number that DynamoDB cannot store.
    static func unstorable(_ error: NumberError) -> ServiceError {
        switch error {
        case .notANumber(""):
            .validation("The parameter cannot be converted to a numeric value")
        case .notANumber(let text):
            .validation("The parameter cannot be converted to a numeric value: \(text)")
        case .tooManyDigits:
            .validation("Attempting to store more than 38 significant digits in a Number")
        case .overflow:
            .validation(
                "Number overflow. Attempting to store a number with magnitude larger than supported range"
            )
        case .underflow:
            .validation(
                "Number underflow. Attempting to store a number with magnitude smaller than supported range"
            )
        }
    }

    /// A condition that did not hold, with the item as it is if the caller asked for it.
    static func conditionFailed(item: Item? = nil) -> ServiceError {
        ServiceError(
            "ConditionalCheckFailedException",
            "The conditional request failed",
            members: item.map { ["Item": $0] } ?? [:]
        )
    }

    /// A table that does not exist, for actions on items.
    static let tableNotFound = ServiceError("ResourceNotFoundException", "Requested resource not found")

    /// A table that does not exist, for actions on tables.
    static func tableNotFound(_ name: String) -> ServiceError {
        ServiceError("ResourceNotFoundException", "Requested resource not found: Table: \(name) not found")
    }

    /// A value that stands deeper in its item than DynamoDB stores it.
    static let nestedTooDeep = ServiceError.validation(
        "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond "
            + "supported limit"
    )

    /// A key with other attributes than the table's, or of other types.
    static let keyMismatch = ServiceError.validation("The provided key element does not match the schema")
}
