import LocalServiceKit

// Rules that hold for values wherever they stand in a request.
extension AttributeValue {
    static func null(_ flag: Bool) throws(ServiceError) -> AttributeValue {
        guard flag else {
            throw .invalidParameter("Null attribute value types must have the value of true")
        }
        return .null
    }

    static func unique(_ elements: [String]) throws(ServiceError) -> [String] {
        guard !elements.isEmpty else { throw .invalidParameter("An string set  may not be empty") }
        guard Set(elements.map { Array($0.utf8) }).count == elements.count else {
            throw .invalidParameter(
                "Input collection [\(elements.joined(separator: ", "))] contains duplicates."
            )
        }
        return elements
    }

    static func uniqueNumbers(_ elements: [String]) throws(ServiceError) -> [DecimalNumber] {
        guard !elements.isEmpty else { throw .invalidParameter("An number set  may not be empty") }
        var numbers: [DecimalNumber] = []
        for element in elements { numbers.append(try DecimalNumber(element)) }
        guard Set(numbers).count == numbers.count else {
            throw .validation("Input collection contains duplicates")
        }
        return numbers
    }

    static func uniqueBlobs(_ elements: [String]) throws(ServiceError) -> [[UInt8]] {
        guard !elements.isEmpty else { throw .invalidParameter("Binary sets should not be empty") }
        var blobs: [[UInt8]] = []
        for element in elements {
            guard let blob = Blob(base64: element) else {
                throw .malformed("Invalid base64 text: \(element.prefix(64))")
            }
            blobs.append(blob.bytes)
        }
        guard Set(blobs).count == blobs.count else {
            throw .invalidParameter(
                "Input collection [\(elements.joined(separator: ", "))]of type BS contains duplicates."
            )
        }
        return blobs
    }
}
