import StageContracts

extension StoredRecord {
    /// Whether a request asks for the very thing that this one's did, however it is spelled.
    func asksTheSame(as other: IncomingRequest) -> Bool {
        if requestText == other.text { return true }
        let requests = (try? request.get(), try? ProcessingRequest(reading: Array(other.text.utf8)))
        if let own = requests.0, let another = requests.1 { return own == another }
        let values = (JSONValue(ofRequest: requestText), JSONValue(ofRequest: other.text))
        guard let own = values.0, let another = values.1 else { return false }
        return own == another
    }
}

extension IncomingRequest {
    /// The text in the one spelling that all requests have which ask for the same.
    var canonicalText: String { JSONValue(ofRequest: text)?.encodedText ?? text }
}

extension JSONValue: WireEncodable {
    /// What a stored request says; nil for what breaks the rules of JSON that requests keep to.
    fileprivate init?(ofRequest text: String) {
        guard let value = try? JSONValue(parsing: Array(text.utf8)) else { return nil }
        self = value
    }
}
