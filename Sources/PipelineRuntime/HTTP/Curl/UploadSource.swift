/// The bytes of a request's body, read piece by piece and from the start again when curl must resend them.
struct UploadSource: ~Copyable {
    private let bytes: [UInt8]
    private let file: OpenFile?
    private var offset = 0
    /// The number of bytes to send.
    let byteCount: Int

    /// Opens what `body` names; `nil` when there is no body.
    static func opening(_ body: HTTPRequestBody) throws(HTTPError) -> UploadSource? {
        switch body {
        case .none:
            return nil
        case .bytes(let bytes):
            return UploadSource(bytes: bytes, file: nil, byteCount: bytes.count)
        case .file(let path):
            let file = try OpenFile.reading(path)
            let byteCount = try file.byteCount()
            return UploadSource(bytes: [], file: file, byteCount: byteCount)
        }
    }

    private init(bytes: [UInt8], file: consuming OpenFile?, byteCount: Int) {
        self.bytes = bytes
        self.file = file
        self.byteCount = byteCount
    }

    /// Copies the next bytes into `buffer`; returns how many, zero at the end.
    ///
    /// - Throws: `HTTPError.Kind.fileFailed` also when the file has become shorter than announced.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(HTTPError) -> Int {
        let wanted = min(buffer.count, byteCount - offset)
        guard wanted > 0 else { return 0 }
        let slice = UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted])
        let count = try copy(into: slice)
        guard count > 0 else { throw HTTPError(.fileFailed, "the file became shorter while it was sent") }
        offset += count
        return count
    }

    private func copy(into slice: UnsafeMutableRawBufferPointer) throws(HTTPError) -> Int {
        switch file {
        case .some(let file):
            return try file.read(at: offset, into: slice)
        case .none:
            bytes.withUnsafeBytes {
                slice.copyMemory(from: .init(rebasing: $0[offset..<offset + slice.count]))
            }
            return slice.count
        }
    }

    /// Goes to a place in the body, counted from its start.
    mutating func seek(to offset: Int) {
        self.offset = min(max(0, offset), byteCount)
    }
}
