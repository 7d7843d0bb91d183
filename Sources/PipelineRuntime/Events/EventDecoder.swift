import FoundationEssentials

/// Reads events; one decoder serves the whole process.
enum EventDecoder {
    private static let decoder = JSONDecoder()

    /// Decodes `bytes`, and names the member that is wrong.
    static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws(EventError) -> Value
    {
        do {
            return try decoder.decode(type, from: Data(bytes))
        } catch let error as DecodingError {
            throw EventError(error)
        } catch {
            throw EventError(path: "", detail: "\(error)")
        }
    }
}
