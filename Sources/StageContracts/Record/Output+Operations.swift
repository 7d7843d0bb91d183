extension [Output] {
    /// The most bytes that a record spends on operations.
    ///
    /// DynamoDB keeps an item of 400 KB, of which the request takes up to 256 KiB; SNS carries an event of 256 KiB.
    private static var maximumOperationByteCount: Int { 48 << 10 }

    /// The outputs; without what was done to them where that is more than a record has room for.
    ///
    /// Usual requests are far from that: it takes dozens of operations on dozens of outputs.
    package var withinRecord: [Output] {
        var byteCount = 0
        for output in self {
            byteCount += (output.operations ?? []).reduce(0) { $0 + $1.encodedJSON.count }
        }
        guard byteCount > Self.maximumOperationByteCount else { return self }
        return map { output in
            var output = output
            output.operations = output.operations?.isEmpty == true ? [] : nil
            return output
        }
    }
}
