import LocalServiceKit

extension S3Request {
    /// The number of the part that the request is about.
    func partNumber() throws(ServiceError) -> Int {
        guard let number = try number("partNumber", in: 1...10_000) else {
            throw .invalidArgument(
                "Part number must be an integer between 1 and 10000, inclusive",
                name: "partNumber",
                value: nil
            )
        }
        return number
    }

    /// A number in the query; nil where it is absent, an error where it is not in the range.
    func number(_ name: String, in range: ClosedRange<Int>) throws(ServiceError) -> Int? {
        guard let text = item(name) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            let message =
                name == "partNumber"
                ? "Part number must be an integer between 1 and 10000, inclusive"
                : "Argument \(name) must be an integer between \(range.lowerBound) and \(range.upperBound)"
            throw .invalidArgument(message, name: name, value: text)
        }
        return number
    }
}
