/// A type whose values are written as JSON texts.
public protocol JSONWritable {
    /// Appends the value's text.
    func write(to writer: inout JSONWriter)
}

extension String: JSONWritable {
    /// Appends the text in quotes.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}
