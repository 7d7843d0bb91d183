import LocalServiceKit

/// A request's body, received and found to be what its head promised.
struct ReceivedBody: Sendable {
    /// Where the bytes are.
    enum Content: Sendable {
        case memory([UInt8])
        case file(PublishedFile)
    }

    let content: Content
    /// Its length and digests.
    let hashes: BodyHashes.Values

    /// The bytes of a body in memory; none for one in a file.
    var bytes: [UInt8] {
        if case .memory(let bytes) = content { bytes } else { [] }
    }

    /// The file of an object's body; the operation's plan decides that there is one.
    func file() throws(ServiceError) -> PublishedFile {
        guard case .file(let file) = content else { throw .methodNotAllowed }
        return file
    }
}
