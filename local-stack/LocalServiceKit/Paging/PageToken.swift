/// What asks for the next page of a list: the last key of the page before, opaque to clients.
package struct PageToken: Sendable, Hashable {
    /// The key after which the page begins; empty for the first one.
    package let key: String

    /// The token of the page after a key.
    init(after key: String) {
        self.key = key
    }

    /// The token that a client sent, if any; throws where no list gave it out.
    package init(_ text: String?) throws(InvalidPageToken) {
        guard let blob = Blob(base64: text ?? "") else { throw InvalidPageToken() }
        key = String(decoding: blob.bytes, as: UTF8.self)
    }

    /// The token as clients see it.
    var text: String { Blob(Array(key.utf8)).base64 }
}

/// A token that no list gave out.
package struct InvalidPageToken: Error {}
