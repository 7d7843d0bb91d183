import FoundationEssentials

/// A value that is written as JSON.
///
/// Two equal values have the same bytes: members are sorted by name.
package protocol WireEncodable: Encodable, Equatable, Sendable {}

/// A value that travels or is kept as JSON and is read back by this program.
package protocol WireValue: WireEncodable, Decodable {}

extension WireEncodable {
    /// The value as JSON text in UTF-8.
    package var encodedJSON: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // A camera may write 0/0 as its focal length; that must not cost the whole record.
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "Infinity",
            negativeInfinity: "-Infinity",
            nan: "NaN"
        )
        do {
            return Array(try encoder.encode(self))
        } catch {
            preconditionFailure("\(Self.self) holds something that JSON cannot say: \(error)")
        }
    }

    /// The value as JSON text.
    package var encodedText: String { String(decoding: encodedJSON, as: UTF8.self) }
}

extension WireValue {
    /// Reads a value that this program wrote; members it does not know are left for newer versions.
    ///
    /// - Throws: ``WireError`` for anything else.
    package init(decodingJSON bytes: [UInt8]) throws(WireError) {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "Infinity",
            negativeInfinity: "-Infinity",
            nan: "NaN"
        )
        do {
            self = try decoder.decode(Self.self, from: Data(bytes))
        } catch {
            throw WireError(typeName: "\(Self.self)", detail: String(describing: error))
        }
    }
}
