/// What a message carries beside its text, for the filter policies of subscribers.
package enum SNSAttribute: Sendable, Hashable {
    /// A text, never empty.
    case string(String)
    /// A number in decimal.
    case number(String)
    /// Several texts, of which a filter policy needs one.
    case stringArray([String])
    /// Bytes.
    case binary([UInt8])
}
