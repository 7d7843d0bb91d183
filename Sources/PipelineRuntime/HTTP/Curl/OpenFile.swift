import Glibc

/// An open file, closed when it goes out of scope.
struct OpenFile: ~Copyable {
    private let descriptor: CInt
    private let path: String

    deinit {
        close(descriptor)
    }

    /// Opens a regular file to read it.
    static func reading(_ path: String) throws(HTTPError) -> OpenFile {
        try opening(path, O_RDONLY | O_CLOEXEC)
    }

    /// Creates or truncates a file to write it; only this user may read it.
    static func writing(_ path: String) throws(HTTPError) -> OpenFile {
        try opening(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC)
    }

    private static func opening(_ path: String, _ flags: CInt) throws(HTTPError) -> OpenFile {
        let descriptor = open(path, flags, 0o600)
        guard descriptor >= 0 else { throw failure("open", path) }
        return OpenFile(descriptor: descriptor, path: path)
    }

    /// The number of bytes in the file now.
    func byteCount() throws(HTTPError) -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Self.failure("stat", path) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw HTTPError(.fileFailed, "\(path) is no regular file")
        }
        return Int(status.st_size)
    }

    /// Reads bytes from `offset` on; returns how many, zero at the end of the file.
    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(HTTPError) -> Int {
        while true {
            let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
            if count >= 0 { return count }
            guard errno == EINTR else { throw Self.failure("read", path) }
        }
    }

    /// Appends all of `bytes`.
    func write(_ bytes: UnsafeRawBufferPointer) throws(HTTPError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Glibc.write(
                descriptor,
                UnsafeRawBufferPointer(rebasing: rest).baseAddress,
                rest.count
            )
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                throw Self.failure("write", path)
            }
        }
    }

    private static func failure(_ action: String, _ path: String) -> HTTPError {
        HTTPError(.fileFailed, "\(action) \(path): \(String(cString: strerror(errno)))")
    }
}
