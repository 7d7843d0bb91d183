import CLCMS

extension ColorConversion {
    /// How the conversion of a source with a profile is noted; nil where pixels stay as they are.
    func step(_ profile: [UInt8]?) -> AppliedStep? {
        isNeeded ? .convertToSRGB(from: profile.flatMap(AppliedStep.name)) : nil
    }
}

extension AppliedStep {
    /// The longest name of a profile that is told.
    private static let maximumNameLength = 64

    /// How inks became sRGB: by a profile, or by their own light.
    static func inks(_ profile: [UInt8]?) -> AppliedStep {
        .convertToSRGB(from: profile.flatMap(name) ?? "CMYK")
    }

    /// What a profile calls itself: at most 64 printable characters of ASCII, for it is the file's word.
    fileprivate static func name(of profile: [UInt8]) -> String? {
        let bytes = [UInt8](unsafeUninitializedCapacity: maximumNameLength + 1) { buffer, count in
            buffer.initialize(repeating: 0)
            guard let start = buffer.baseAddress else { return }
            let isNamed = start.withMemoryRebound(to: CChar.self, capacity: buffer.count) { name in
                clcms_profile_name(profile, profile.count, name, buffer.count)
            }
            count = isNamed ? maximumNameLength : 0
        }
        let name = bytes.prefix { $0 != 0 }.map { 0x20...0x7e ~= $0 ? $0 : UInt8(ascii: "?") }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }
}
