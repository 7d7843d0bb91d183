/// Which attributes an update answers.
package enum ReturnedAttributes: String, Sendable, Hashable, Encodable {
    /// None.
    case none = "NONE"
    /// All, as they were before.
    case allOld = "ALL_OLD"
    /// Those that changed, as they were before.
    case updatedOld = "UPDATED_OLD"
    /// All, as they are now.
    case allNew = "ALL_NEW"
    /// Those that changed, as they are now.
    case updatedNew = "UPDATED_NEW"
}
