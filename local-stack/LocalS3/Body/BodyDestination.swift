import LocalServiceKit

/// Where a body's bytes go.
enum BodyDestination: ~Copyable {
    case file(StagedFile)
    case memory([UInt8])

    /// The longest document that an operation takes: a thousand keys to delete, ten thousand parts to put together.
    private static let maximumDocumentByteCount = 4 << 20

    mutating func write(_ bytes: UnsafeRawBufferPointer) throws(ServiceError) {
        switch consume self {
        case .file(var file):
            do throws(ServiceError) {
                try file.write(bytes)
                self = .file(file)
            } catch {
                self = .memory([])
                throw error
            }
        case .memory(var document):
            let isTooLong = document.count + bytes.count > Self.maximumDocumentByteCount
            if !isTooLong { document.append(contentsOf: bytes) }
            self = .memory(document)
            if isTooLong { throw .malformedXML }
        }
    }

    /// The content, on the disk where it is a file.
    consuming func close(in files: ObjectFiles) throws(ServiceError) -> ReceivedBody.Content {
        switch consume self {
        case .file(let file): .file(try file.publish(in: files))
        case .memory(let document): .memory(document)
        }
    }
}
