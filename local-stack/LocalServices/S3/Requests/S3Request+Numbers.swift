extension S3Request {
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
