import Glibc

/// Whole files.
enum FileBytes {
    /// The bytes of a file, which may be no pipe or device: these may never end, nor begin.
    ///
    /// - Throws: `cannot_read`, also where there are more than `maximumByteCount`.
    static func read(_ path: String, maximumByteCount: Int) throws(RenderError) -> [UInt8] {
        var facts = stat()
        guard stat(path, &facts) == 0 else { throw failure(path) }
        guard facts.st_mode & S_IFMT == S_IFREG else {
            throw .file(code: "cannot_read", text: "\(path) is not a file")
        }
        let bytes = try prefix(path, byteCount: min(Int(facts.st_size), maximumByteCount) + 1)
        guard bytes.count <= maximumByteCount else {
            throw .file(code: "cannot_read", text: "\(path) has more than \(maximumByteCount) bytes")
        }
        return bytes
    }

    /// The first bytes of a file, which may be a pipe, or all that there are.
    ///
    /// - Throws: `cannot_read`.
    static func prefix(_ path: String, byteCount: Int) throws(RenderError) -> [UInt8] {
        let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
            while count < buffer.count {
                let part = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
                guard part > 0 else {
                    failed = part < 0
                    break
                }
                count += part
            }
        }
        guard !failed else { throw failure(path) }
        return bytes
    }

    /// Writes all bytes to an open file.
    static func write(_ bytes: Span<UInt8>, to descriptor: Int32) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var count = 0
            while count < bytes.count {
                let part = Glibc.write(descriptor, bytes.baseAddress.map { $0 + count }, bytes.count - count)
                guard part > 0 else { return false }
                count += part
            }
            return true
        }
    }

    private static func failure(_ path: String) -> RenderError {
        .file(code: "cannot_read", text: "\(path): \(String(cString: strerror(errno)))")
    }
}
