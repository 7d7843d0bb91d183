import Glibc
import RequestImaging

/// The picture on this machine.
struct SourceFile {
    let path: String
    /// The file's length.
    let byteCount: Int
    private let identity: FileIdentity

    /// Looks at the file, without reading it.
    ///
    /// - Throws: `source_not_found` where there is none; `source_too_large`, so that it is never read.
    init(_ path: String) throws(RenderError) {
        var facts = stat()
        guard stat(path, &facts) == 0 else {
            throw .file(code: "source_not_found", text: "\(path): \(String(cString: strerror(errno)))")
        }
        guard facts.st_mode & S_IFMT == S_IFREG else {
            throw .file(code: "source_not_found", text: "\(path) is not a file")
        }
        self.path = path
        byteCount = Int(facts.st_size)
        identity = FileIdentity(facts)
        guard byteCount <= SourceLimits.maximumByteCount else {
            let text = "\(path) has \(byteCount) bytes, \(SourceLimits.maximumByteCount) are allowed"
            throw .file(code: "source_too_large", text: text)
        }
    }

    /// All bytes.
    func read() throws(RenderError) -> [UInt8] {
        try FileBytes.read(path, maximumByteCount: byteCount)
    }

    /// Whether a path, or what it links to, is this file.
    func isAt(_ path: String) -> Bool {
        var (facts, link) = (stat(), stat())
        if stat(path, &facts) == 0, FileIdentity(facts) == identity { return true }
        // The input may itself have been given as a link, which must stay too.
        var own = stat()
        return lstat(path, &link) == 0 && lstat(self.path, &own) == 0
            && FileIdentity(link) == FileIdentity(own)
    }
}

/// What makes a file the same file under another name.
private struct FileIdentity: Equatable {
    private let device: dev_t
    private let number: ino_t

    init(_ facts: stat) {
        (device, number) = (facts.st_dev, facts.st_ino)
    }
}
