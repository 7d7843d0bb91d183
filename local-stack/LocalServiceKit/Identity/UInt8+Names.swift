extension UInt8 {
    /// Whether the character may stand in names: letters, digits, `-` and `_`.
    package var isNameCharacter: Bool {
        (self | 0x20) &- UInt8(ascii: "a") < 26 || self &- UInt8(ascii: "0") < 10
            || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
    }
}
