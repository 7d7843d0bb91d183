import LocalJSON

extension WireValue: JSONReadable {
    /// Reads a JSON text.
    ///
    /// - Throws: `WireError.malformed` if it is anything but one value.
    package init(json text: [UInt8]) throws(WireError) {
        do throws(JSONSyntaxError) {
            self = try JSONReader.read(text)
        } catch {
            throw .malformed(offset: error.offset)
        }
    }

    static func object(named members: [(name: String, value: WireValue)]) -> WireValue {
        .object(WireObject(members.map { WireObject.Member($0.name, $0.value) }))
    }
}
