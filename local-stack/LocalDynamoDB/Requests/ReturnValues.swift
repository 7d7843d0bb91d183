import LocalServiceKit

/// Which attributes of an item a write answers.
enum ReturnValues: String, WireChoice {
    case allNew = "ALL_NEW"
    case updatedOld = "UPDATED_OLD"
    case allOld = "ALL_OLD"
    case none = "NONE"
    case updatedNew = "UPDATED_NEW"

    static let member = "returnValues"

    /// Throws for a value that only `UpdateItem` takes.
    func requireOldOrNone() throws(ServiceError) {
        guard self == .allOld || self == .none else {
            throw .validation("ReturnValues can only be ALL_OLD or NONE")
        }
    }
}
