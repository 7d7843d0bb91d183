extension JSONValue {
    /// Reads JSON text strictly: valid UTF-8, no member named twice, nothing after the value.
    ///
    /// - Throws: ``JSONSyntaxError`` with the place; a text beyond the limits is refused before it is read.
    package init(parsing bytes: [UInt8], limits: JSONLimits = .request) throws(JSONSyntaxError) {
        self = try JSONParser.parse(bytes, limits: limits)
    }
}
