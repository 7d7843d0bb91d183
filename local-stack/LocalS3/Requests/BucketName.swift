import LocalServiceKit

/// The rules for names of buckets (AWS, "General purpose bucket naming rules").
enum BucketName {
    /// Throws `InvalidBucketName` where the name breaks a rule.
    static func check(_ name: String) throws(ServiceError) {
        guard (3...63).contains(name.utf8.count), name.utf8.allSatisfy(isAllowed), isBounded(name.utf8),
            !name.contains(".."), !isAddress(name), !name.hasPrefix("xn--"), !name.hasSuffix("-s3alias")
        else { throw .invalidBucketName(name) }
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isBounded(_ name: String.UTF8View) -> Bool {
        guard let first = name.first, let last = name.last else { return false }
        return isLetterOrDigit(first) && isLetterOrDigit(last)
    }

    private static func isAddress(_ name: String) -> Bool {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }
}
