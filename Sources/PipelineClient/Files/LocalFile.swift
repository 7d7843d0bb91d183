import Glibc

/// A file of this machine that can be sent.
package struct LocalFile: Equatable, Sendable {
    /// Where it is.
    package let path: String
    /// The last part of the path.
    package let name: String
    /// Its size.
    package let byteCount: Int

    /// Looks at a file.
    ///
    /// - Throws: `APIError.file` unless it is a file with something in it that may be read.
    package init(path: String) throws(APIError) {
        func refusal(_ reason: String) -> APIError { .file(path: path, reason: reason) }
        var status = stat()
        guard stat(path, &status) == 0 else { throw refusal(String(cString: strerror(errno))) }
        if status.st_mode & S_IFMT == S_IFDIR { throw refusal("it is a folder; name one file in it") }
        guard status.st_mode & S_IFMT == S_IFREG else { throw refusal("it is no regular file") }
        guard status.st_size > 0 else { throw refusal("it is empty") }
        guard access(path, R_OK) == 0 else { throw refusal(String(cString: strerror(errno))) }
        self.path = path
        name = path.split(separator: "/").last.map(String.init) ?? path
        byteCount = Int(status.st_size)
    }
}
