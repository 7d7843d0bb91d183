import LocalHTTP
import LocalServiceKit

/// Reads the headers that follow the last chunk of a body.
struct TrailerReader {
    private let isAllowed: Bool
    /// Whether a signature comes after the headers.
    let isSigned: Bool
    /// Without the signature.
    private(set) var fields: [HTTPHeaders.Field] = []
    /// What covers the other headers; nil where none has come.
    private(set) var signature: String?

    private static let maximumFields = 16

    /// - Parameters:
    ///   - isAllowed: whether there may be any.
    ///   - isSigned: whether `x-amz-trailer-signature` comes after them.
    init(isAllowed: Bool, isSigned: Bool) {
        self.isAllowed = isAllowed
        self.isSigned = isSigned
    }

    /// Takes the next line; answers whether it was the one after the last.
    mutating func take(_ line: String) throws(ServiceError) -> Bool {
        guard line.isEmpty else {
            try add(line)
            return false
        }
        // AWS's own example has an empty line before the signature too.
        return !isSigned || signature != nil || fields.isEmpty
    }

    /// The text that is signed: every header on a line of its own, sorted, names in small letters.
    var canonicalText: String {
        fields.map { "\($0.name.lowercased()):\($0.value)\n" }.sorted().joined()
    }

    private mutating func add(_ line: String) throws(ServiceError) {
        let pair = line.split(separator: ":", maxSplits: 1)
        guard isAllowed, pair.count == 2, fields.count < Self.maximumFields, signature == nil else {
            throw .malformedTrailer
        }
        let value = String(pair[1].drop { $0 == " " })
        if isSigned, pair[0].lowercased() == "x-amz-trailer-signature" {
            signature = value
        } else {
            fields.append(HTTPHeaders.Field(name: String(pair[0]), value: value))
        }
    }
}
